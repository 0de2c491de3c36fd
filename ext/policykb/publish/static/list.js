// Sort and filter a list; what is chosen stands in the address, so that it can be shared.
(function () {
  var table = document.querySelector("table.list");
  if (!table || !table.tBodies[0].rows.length) return;
  var say = window.policykbSay;
  var body = table.tBodies[0];
  var rows = Array.prototype.slice.call(body.rows);
  var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
  var tools = document.querySelector(".list-tools");
  var counter = document.querySelector(".list-count");
  var state = new URLSearchParams(location.search);
  var choices = [];
  var words = counter.textContent;
  var within = document.querySelector(".list-within");
  var pager = document.getElementById("pages");
  // The pages of a long list, read when somebody first chooses; from a folder on disk none can be.
  var pages = location.protocol === "file:" ? [] : (table.dataset.pages || "").split(" ").filter(Boolean);
  var own = rows;
  if (within) within.hidden = pages.length > 0;

  // How the list is ordered before anybody chooses.
  var first = heads.find(function (head) { return head.hasAttribute("aria-sort"); });
  var given = first && (first.getAttribute("aria-sort") === "descending" ? "-" : "") + text(first).toLowerCase().replace(/\s+/g, "-");
  var nothing = document.getElementById("nothing");
  var near = document.getElementById("near");
  var whole = document.querySelector(".list-foot a[download]");
  var some = location.protocol === "file:" ? null : document.querySelector(".list-some");
  var typing = false;

  function text(cell) { return cell.textContent.replace(/\s+/g, " ").trim(); }
  function pick(cell) { return cell.dataset.value || text(cell); }
  function key(head) { return head.dataset.key; }

  heads.forEach(function (head) {
    var words = text(head);
    head.dataset.key = words.toLowerCase().replace(/\s+/g, "-");
    var button = document.createElement("button");
    button.type = "button";
    button.className = "sorter";
    button.textContent = words;
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

  var filter = field(within && !pages.length ? say("filter_page") : say("filter"), document.createElement("input"));
  filter.type = "search";
  filter.addEventListener("input", function () {
    put("q", filter.value.trim(), typing);
    typing = true;
  });

  function offer() {
    heads.forEach(function (head, at) {
      if (!("choice" in head.dataset)) return;
      var values = {};
      rows.forEach(function (row) { var value = pick(row.cells[at]); if (value) values[value] = (values[value] || 0) + 1; });
      var names = Object.keys(values).sort();
      var known = choices.find(function (choice) { return choice.at === at; });
      if (names.length < 2 && !known) return;
      var select = known ? known.select : field(text(head), document.createElement("select"));
      select.length = 0;
      select.add(new Option(say("all"), ""));
      names.forEach(function (name) { select.add(new Option(name + " (" + values[name] + ")", name)); });
      if (known) return;
      select.addEventListener("change", function () { put(key(head), select.value); });
      choices.push({ at: at, key: key(head), select: select });
    });
  }

  // The rows of all pages, those of this page as they stand here.
  function gather() {
    var asked = pages;
    pages = [];
    return Promise.all(asked.map(function (page, at) {
      if (at === Number(table.dataset.page)) return own;
      return fetch(page).then(function (answer) {
        if (!answer.ok) throw new Error(answer.status);
        return answer.text();
      }).then(function (html) {
        var found = new DOMParser().parseFromString(html, "text/html");
        found.querySelectorAll("table.list > tbody a").forEach(function (link) {
          link.href = new URL(link.getAttribute("href"), new URL(page, location.href)).href;
        });
        return Array.prototype.slice.call(found.querySelectorAll("table.list > tbody > tr"));
      });
    })).then(function (parts) {
      rows = Array.prototype.concat.apply([], parts);
      offer();
    }, function () { within.hidden = false; }).then(apply);
  }

  offer();
  if (pages.length) ["focusin", "pointerover"].forEach(function (event) {
    tools.addEventListener(event, function () { if (pages.length) gather(); });
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

  function value(row, at) {
    var cell = row.cells[at];
    return ("sort" in cell.dataset ? cell.dataset.sort : pick(cell)).toLowerCase();
  }

  function apply() {
    if (pages.length && state.toString()) return gather();
    var query = (state.get("q") || "").toLowerCase();
    if (filter.value.trim() !== (state.get("q") || "")) filter.value = state.get("q") || "";
    choices.forEach(function (choice) { choice.select.value = state.get(choice.key) || ""; });
    var sort = state.get("sort") || given || "";
    var down = sort[0] === "-";
    var at = heads.findIndex(function (head) { return key(head) === sort.replace(/^-/, ""); });
    heads.forEach(function (head, index) {
      if (index === at) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    // A page of a list of several shows its own rows until somebody chooses.
    var chosen = state.toString() !== "", long = rows.length > own.length;
    var part = long && !chosen;
    var pool = (part ? own : rows).slice();
    if (long && pager) pager.hidden = chosen;
    if (at >= 0) {
      var numbers = rows.every(function (row) { var v = row.cells[at].dataset.sort; return !v || /^[-+]?[\d.]+(E[+-]?\d+)?$/i.test(v); });
      pool.sort(function (a, b) {
        var x = value(a, at), y = value(b, at);
        if (!x !== !y) return x ? -1 : 1;
        var order = numbers && x && y && !isNaN(x) ? x - y : x < y ? -1 : x > y ? 1 : 0;
        return down ? -order : order;
      });
    }
    body.textContent = "";
    pool.forEach(function (row) { body.appendChild(row); });
    var shown = 0;
    pool.forEach(function (row) {
      var fits = (!query || (text(row) + " " + (row.dataset.names || "")).toLowerCase().indexOf(query) >= 0) && choices.every(function (choice) {
        return !choice.select.value || pick(row.cells[choice.at]) === choice.select.value;
      });
      row.hidden = !fits;
      if (fits) shown += 1;
    });
    var all = (long ? counter.dataset.all : counter.dataset.here) || words;
    counter.textContent = shown < pool.length ? say("shown", { n: shown, all: all }) : long && chosen ? all : words;
    if (some) {
      some.hidden = !shown || part || shown === rows.length;
      some.textContent = say("rows", { n: shown });
    }
    if (nothing) nothing.hidden = shown > 0;
    if (near) near.hidden = true;
    if (!shown && query) suggest(query);
  }

  function suggest(query) {
    if (!near || !window.policykbNear) return;
    window.policykbNear(query, function (found) {
      if ((state.get("q") || "").toLowerCase() !== query || !found.length) return;
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

  // The rows that are shown, in their order, as they stand in the file of all: with every column and
  // without the marks of the screen. From a folder on disk no script may read a file.
  if (some) some.addEventListener("click", function () {
    fetch(whole.href).then(function (answer) { return answer.text(); }).then(function (file) {
      var lines = file.match(/(?:[^"\r\n]|"(?:[^"]|"")*")*\r\n/g);
      var found = {};
      lines.forEach(function (line) { found[line.slice(0, line.indexOf(","))] = line; });
      var chosen = [lines[0]];
      Array.prototype.forEach.call(body.rows, function (row) {
        if (!row.hidden && found[row.dataset.id]) chosen.push(found[row.dataset.id]);
      });
      var link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob(["\ufeff"].concat(chosen), { type: "text/csv" }));
      link.download = some.dataset.name;
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
    });
  });

  apply();
})();
