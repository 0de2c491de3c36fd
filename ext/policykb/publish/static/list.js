// Sort and filter a list; what is chosen stands in the address, so that it can be shared.
(function () {
  var table = document.querySelector("table.list");
  if (!table || !table.tBodies[0].rows.length) return;
  var MOST = 200;
  var say = window.policykbSay, fold = window.policykbFold;
  var body = table.tBodies[0];
  var heads = Array.from(table.tHead.rows[0].cells);
  var tools = document.querySelector(".list-tools");
  var counter = document.querySelector(".list-count");
  var within = document.querySelector(".list-within");
  var pager = document.getElementById("pages");
  var place = document.querySelector(".list-place");
  var more = document.getElementById("more");
  var nothing = document.getElementById("nothing");
  var near = document.getElementById("near");
  var whole = document.querySelector(".list-foot a[download]");
  var some = location.protocol === "file:" ? null : document.querySelector(".list-some");
  var state = new URLSearchParams(location.search);
  if (!tools.children.length && !state.toString()) return;
  var words = counter.textContent;
  var choices = [];
  var typing = false;
  var order = new Intl.Collator(document.documentElement.lang || "en", { numeric: true }).compare;

  // The rows of this page, all rows, and those that fit: read when somebody first chooses.
  var here = null, rows = null, fitting = null;
  // The file with all rows of a list of several pages, loaded when somebody first chooses.
  var wanted = table.dataset.rows;

  // How the list is ordered before anybody chooses.
  var first = heads.find(function (head) { return head.hasAttribute("aria-sort"); });
  var given = first ? (first.getAttribute("aria-sort") === "descending" ? "-" : "") + key(first) : "";

  function text(cell) { return cell.textContent.replace(/\s+/g, " ").trim(); }
  function key(head) { return head.dataset.key || (head.dataset.key = text(head).toLowerCase().replace(/\s+/g, "-")); }

  // A row with what it is found, narrowed and sorted by.
  function read(row) {
    var cells = Array.from(row.cells);
    var picked = cells.map(function (cell) { return cell.dataset.value || text(cell); });
    return {
      node: row,
      words: fold(cells.map(text).concat(picked, row.dataset.names || "").join(" ")),
      values: picked.map(function (one) { return one.split("|"); }),
      keys: cells.map(function (cell, at) { return "sort" in cell.dataset ? cell.dataset.sort : picked[at]; })
    };
  }

  function load() {
    if (load.begun) return;
    load.begun = true;
    var script = document.createElement("script");
    script.src = wanted;
    script.onerror = function () {
      within.hidden = false;
      ready(here);
    };
    document.head.appendChild(script);
  }

  window.policykbRows = function (all) {
    var made = document.createElement("template");
    made.innerHTML = all.join("");
    ready(Array.from(made.content.children).map(read));
  };

  function ready(all) {
    rows = all;
    wanted = "";
    apply();
  }

  // Links of rows from the file start from the first page of the list.
  function placed(row) {
    if (rows !== here && !row.placed) {
      row.placed = true;
      var from = new URL(table.dataset.from, location.href);
      row.node.querySelectorAll("a").forEach(function (link) { link.href = new URL(link.getAttribute("href"), from).href; });
    }
    return row.node;
  }

  heads.forEach(function (head) {
    var button = document.createElement("button");
    key(head);
    button.type = "button";
    button.className = "sorter";
    button.textContent = text(head);
    head.textContent = "";
    head.appendChild(button);
    button.addEventListener("click", function () {
      var up = head.getAttribute("aria-sort") !== "ascending";
      put("sort", (up ? "" : "-") + key(head));
    });
  });

  tools.textContent = "";

  function field(words, control) {
    var label = document.createElement("label");
    label.className = "field";
    var name = document.createElement("span");
    name.textContent = words;
    label.append(name, control);
    tools.appendChild(label);
    return control;
  }

  var filter = field(say("filter"), document.createElement("input"));
  filter.type = "search";
  filter.addEventListener("input", function () {
    put("q", filter.value.trim(), typing);
    typing = true;
  });

  heads.forEach(function (head, at) {
    if (!head.dataset.choices) return;
    var select = field(text(head), document.createElement("select"));
    select.add(new Option(say("all"), ""));
    JSON.parse(head.dataset.choices).forEach(function (one) { select.add(new Option(one[0] + " (" + one[1] + ")", one[0])); });
    select.addEventListener("change", function () { put(key(head), select.value); });
    choices.push({ at: at, key: key(head), select: select });
  });

  // A choice is a step to come back to; of a word that is typed letter by letter only the first is.
  function put(name, value, within) {
    typing = false;
    if (value) state.set(name, value); else state.delete(name);
    var search = state.toString();
    history[within ? "replaceState" : "pushState"](null, "", (search ? "?" + search : location.pathname) + location.hash);
    apply();
  }

  window.addEventListener("popstate", function () {
    state = new URLSearchParams(location.search);
    typing = false;
    apply();
  });

  function sorted(all, at, down) {
    var has = all.map(function (row) { return row.keys[at]; }).filter(Boolean);
    var numbers = has.every(function (one) { return /^[-+]?[\d.]+(E[+-]?\d+)?$/i.test(one); });
    return all.slice().sort(function (a, b) {
      var x = a.keys[at], y = b.keys[at];
      if (!x || !y) return !x - !y;
      return (numbers ? x - y : order(x, y)) * (down ? -1 : 1);
    });
  }

  function apply() {
    if (!here) here = rows = Array.from(body.rows).map(read);
    var chosen = state.toString() !== "";
    if (filter.value.trim() !== (state.get("q") || "")) filter.value = state.get("q") || "";
    choices.forEach(function (choice) { choice.select.value = state.get(choice.key) || ""; });
    if (chosen && wanted) return load();
    var query = (state.get("q") || "").trim();
    var sort = state.get("sort") || given;
    var at = heads.findIndex(function (head) { return key(head) === sort.replace(/^-/, ""); });
    heads.forEach(function (head, index) {
      if (index === at) head.setAttribute("aria-sort", sort[0] === "-" ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    // A page of a list of several shows its own rows until somebody chooses.
    var pool = chosen ? rows : here, asked = fold(query).split(/\s+/);
    if (pager) pager.hidden = place.hidden = chosen && rows !== here;
    fitting = (at < 0 ? pool : sorted(pool, at, sort[0] === "-")).filter(function (row) {
      return asked.every(function (word) { return row.words.indexOf(word) >= 0; }) && choices.every(function (choice) {
        return !choice.select.value || row.values[choice.at].indexOf(choice.select.value) >= 0;
      });
    });
    body.textContent = "";
    show();
    var all = pool === here ? words : counter.dataset.all;
    counter.textContent = fitting.length < pool.length ? say("shown", { n: fitting.length, all: all }) : all;
    if (some) {
      some.hidden = !fitting.length || fitting.length === rows.length || !chosen;
      some.textContent = say("rows", { n: fitting.length });
    }
    if (nothing) nothing.hidden = fitting.length > 0;
    if (near) near.hidden = true;
    if (!fitting.length && query) suggest(query);
  }

  function show() {
    var before = body.rows.length;
    fitting.slice(before, before + MOST).forEach(function (row) { body.appendChild(placed(row)); });
    if (more) more.hidden = body.rows.length >= fitting.length;
    return body.rows[before];
  }

  if (more) more.addEventListener("click", function () { show().querySelector("a").focus(); });

  function suggest(query) {
    if (!near || !window.policykbNear) return;
    window.policykbNear(query, function (found) {
      if ((state.get("q") || "").trim() !== query || !found.length) return;
      var around = say("elsewhere").split("{names}");
      near.textContent = around[0];
      found.slice(0, 3).forEach(function (row, at) {
        var link = document.createElement("a");
        link.className = "ref t-" + row.type[0];
        link.href = row.url;
        window.policykbTell(link, row.title);
        near.append(at ? say("comma") : "", link);
      });
      near.append(around[1]);
      near.hidden = false;
    });
  }

  if (nothing) document.getElementById("nothing-clear").addEventListener("click", function () {
    ["q"].concat(choices.map(function (choice) { return choice.key; })).forEach(function (name) { state.delete(name); });
    put("q", "");
    filter.focus();
  });

  // The rows that fit, in their order, as they stand in the file of all: with every column and
  // without the marks of the screen. From a folder on disk no script may read a file.
  if (some) some.addEventListener("click", function () {
    fetch(whole.href).then(function (answer) { return answer.text(); }).then(function (file) {
      var lines = file.match(/(?:[^"\r\n]|"(?:[^"]|"")*")*\r\n/g);
      var found = {};
      lines.forEach(function (line) { found[line.slice(0, line.indexOf(","))] = line; });
      var chosen = [lines[0]];
      fitting.forEach(function (row) {
        if (found[row.node.dataset.id]) chosen.push(found[row.node.dataset.id]);
      });
      var link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob(["\ufeff"].concat(chosen), { type: "text/csv" }));
      link.download = some.dataset.name;
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
    });
  });

  if (state.toString()) apply();
})();
