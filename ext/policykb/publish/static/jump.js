// Jump to a record by a title, another name, a Japanese name or an id, forgiving slips of the hand.
// The index is a script, not a request, so that it also works from file://.
(function () {
  var input = document.getElementById("jump");
  if (!input) return;
  var form = input.form;
  var root = document.documentElement.dataset.root || "";
  var MOST = 8;
  var rows = null;
  var shown = [];
  var active = -1;

  var list = document.createElement("ul");
  list.className = "jump-list";
  list.id = "jump-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", window.policykbSay("records"));
  list.hidden = true;
  form.appendChild(list);
  var status = document.createElement("div");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  form.appendChild(status);
  [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", "jump-list"], ["aria-autocomplete", "list"]].forEach(
    function (pair) { input.setAttribute(pair[0], pair[1]); }
  );

  function fold(text) {
    return window.policykbFold(text).replace(/[_\-–—.,&’'()]+/g, " ").trim();
  }

  window.policykbIndex = function (data) {
    rows = data.rows.map(function (row) {
      return { title: row[0], type: data.types[row[1]], url: row[2], names: row.slice(3).concat(row[0]).map(fold) };
    });
    waiting.splice(0).forEach(function (one) { one(); });
    update();
  };

  // What begins with the query, or has it, leaves no room for what is only near.
  var SURE = 55, SLIP = 48;

  function ranked(query, most) {
    var rated = rows
      .map(function (row) { return { row: row, rate: rate(query, row) }; })
      .filter(function (one) { return one.rate > 0; });
    var sure = rated.filter(function (one) { return one.rate > SLIP; });
    return (sure.length ? sure : rated)
      .sort(function (a, b) { return b.rate - a.rate || (a.row.title < b.row.title ? -1 : 1); })
      .slice(0, most)
      .map(function (one) { return { title: one.row.title, type: one.row.type, url: root + one.row.url }; });
  }

  // For each word of a text the word of a name that is nearest to it; empty where none is near.
  function fixed(text) {
    var known = {};
    rows.forEach(function (row) {
      row.names.forEach(function (name) {
        name.split(" ").forEach(function (word) { known[word] = (known[word] || 0) + 1; });
      });
    });
    return text.split(" ").map(function (word) {
      if (known[word] || word.length < 4) return known[word] ? word : "";
      var most = word.length > 6 ? 2 : 1, best = "", least = most + 1;
      Object.keys(known).forEach(function (name) {
        if (Math.abs(name.length - word.length) > most) return;
        var found = Math.max(slips(word, name, most), slips(name, word, most));
        if (found < least || (found === least && best && known[name] > known[best])) { least = found; best = name; }
      });
      return best;
    });
  }

  // For other scripts: the records whose names are nearest to a text, and its words fixed.
  var waiting = [];
  window.policykbNear = function (text, answer) {
    var tell = function () { answer(ranked(fold(text), MOST), fixed(fold(text))); };
    if (rows) return tell();
    waiting.push(tell);
    load();
  };

  function load() {
    if (load.done) return;
    load.done = true;
    var script = document.createElement("script");
    script.src = input.dataset.index;
    document.head.appendChild(script);
  }

  // Optimal string alignment of `a` with the beginning of `b`; stops counting above `most`.
  function slips(a, b, most) {
    var before = null;
    var last = [];
    var best = most + 1;
    var i, j;
    for (j = 0; j <= b.length; j++) last[j] = j;
    for (i = 1; i <= a.length; i++) {
      var now = [i];
      var least = i;
      for (j = 1; j <= b.length; j++) {
        var cost = a[i - 1] === b[j - 1] ? 0 : 1;
        now[j] = Math.min(last[j] + 1, now[j - 1] + 1, last[j - 1] + cost);
        if (before && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) now[j] = Math.min(now[j], before[j - 2] + 1);
        if (now[j] < least) least = now[j];
      }
      if (least > most) return most + 1;
      before = last;
      last = now;
    }
    for (j = Math.max(0, a.length - most); j <= b.length; j++) if (last[j] < best) best = last[j];
    return best;
  }

  function rateWord(word, names) {
    var best = 0;
    for (var n = 0; n < names.length; n++) {
      var name = names[n];
      if (name === word) return 100;
      var at = name.indexOf(word);
      if (at === 0) best = Math.max(best, 90);
      else if (at > 0) best = Math.max(best, name[at - 1] === " " ? 80 : 55);
      else if (word.length > 3 && best < 50) {
        var most = word.length > 6 ? 2 : 1;
        var parts = name.split(" ");
        for (var p = 0; p < parts.length; p++) {
          var found = slips(word, parts[p].slice(0, word.length + most), most);
          if (found <= most) best = Math.max(best, SLIP - 10 * found);
        }
      }
    }
    return best;
  }

  function rate(query, row) {
    var whole = rateWord(query, row.names);
    if (whole >= SURE) return whole + 10 - row.title.length / 200;
    var words = query.split(" ");
    var least = 100;
    for (var w = 0; w < words.length; w++) {
      var found = rateWord(words[w], row.names);
      if (!found) return 0;
      least = Math.min(least, found);
    }
    return least - row.title.length / 200;
  }

  function update() {
    var query = fold(input.value);
    active = -1;
    if (!query || !rows) return close();
    shown = ranked(query, MOST);
    list.textContent = "";
    shown.forEach(function (row, at) {
      var item = option(at, "t-" + row.type[0]);
      var name = document.createElement("span");
      window.policykbTell(name, row.title);
      var kind = document.createElement("span");
      kind.className = "kind";
      kind.textContent = row.type[1];
      item.append(name, kind);
      list.appendChild(item);
    });
    var all = option(shown.length, "search-all");
    all.textContent = window.policykbSay("search_all", { query: input.value.trim() });
    list.appendChild(all);
    status.textContent = window.policykbSay("found", { n: shown.length });
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    if (shown.length) mark(0);
  }

  function option(at, name) {
    var item = document.createElement("li");
    item.id = "jump-" + at;
    item.className = name;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.addEventListener("mousedown", function (event) { event.preventDefault(); });
    item.addEventListener("click", function () { go(at); });
    return item;
  }

  function mark(at) {
    var items = list.children;
    if (active >= 0 && items[active]) items[active].setAttribute("aria-selected", "false");
    active = (at + items.length) % items.length;
    items[active].setAttribute("aria-selected", "true");
    items[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", items[active].id);
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    active = -1;
  }

  function go(at) {
    location.href = at < shown.length ? shown[at].url : form.action + "?q=" + encodeURIComponent(input.value.trim());
  }

  input.addEventListener("focus", load);
  input.addEventListener("input", function () { load(); update(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", function (event) {
    if (list.hidden) return;
    if (event.key === "ArrowDown") { mark(active + 1); event.preventDefault(); }
    else if (event.key === "ArrowUp") { mark(active - 1); event.preventDefault(); }
    else if (event.key === "Escape") { close(); event.preventDefault(); }
    else if (event.key === "Enter" && active >= 0) { go(active); event.preventDefault(); }
  });
  document.addEventListener("keydown", function (event) {
    var field = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    var held = event.ctrlKey || event.metaKey;
    if (!event.altKey && (held ? event.key.toLowerCase() === "k" && !event.shiftKey : event.key === "/" && !field)) {
      input.focus();
      event.preventDefault();
    }
  });
})();
