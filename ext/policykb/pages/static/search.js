// The search page: Pagefind's index, loaded when first needed; the query, what it is narrowed by and
// the order stand in the address.
(function () {
  var form = document.getElementById("search-form");
  if (!form) return;
  var FACETS = ["Type", "Organisation", "Status", "Country", "Year"];
  var EVERYTHING = "kbeverything";
  var STEP = 20, MOST = 50, VALUES = 8;
  var byId = function (id) { return document.getElementById(id); };
  var input = byId("q"), page = byId("search-page"), start = byId("search-start");
  var list = byId("results"), summary = byId("summary"), more = byId("more"), sort = byId("sort");
  var facets = byId("facets"), facetsBody = byId("facets-body"), facetsCount = byId("facets-count");
  var bundle = null, turn = 0, found = [], shown = 0, timer = 0, opened = {};
  var chosen = {};

  function load() {
    if (!bundle) bundle = import(new URL(form.dataset.bundle, location.href).href).then(function (pagefind) {
      return pagefind.options({ excerptLength: 24, ranking: { metaWeights: { title: 12, names: 8, summary: 1, label: 0.1, type: 0.1, status: 0.1, date: 0.1 } } })
        .then(function () { return pagefind.init(); })
        .then(function () { return pagefind.filters(); })
        .then(function () { return pagefind; });
    });
    return bundle;
  }

  function readAddress() {
    var state = new URLSearchParams(location.search);
    input.value = state.get("q") || "";
    sort.value = state.get("sort") || "";
    chosen = {};
    FACETS.forEach(function (name) { var values = state.getAll("f." + name); if (values.length) chosen[name] = values; });
  }

  function writeAddress() {
    var state = new URLSearchParams();
    if (input.value.trim()) state.set("q", input.value.trim());
    FACETS.forEach(function (name) { (chosen[name] || []).forEach(function (value) { state.append("f." + name, value); }); });
    if (sort.value) state.set("sort", sort.value);
    var text = state.toString();
    history.replaceState(null, "", text ? "?" + text : location.pathname);
  }

  function filters(without) {
    var out = {};
    FACETS.forEach(function (name) {
      if (name !== without && chosen[name] && chosen[name].length) out[name] = { any: chosen[name] };
    });
    return out;
  }

  function narrowed() { return FACETS.some(function (name) { return chosen[name] && chosen[name].length; }); }

  var ORDERS = { title: { title: "asc" }, newest: { date: "desc" }, oldest: { date: "asc" } };

  function run() {
    var mine = ++turn;
    var query = input.value.trim();
    writeAddress();
    if (!query && !narrowed()) {
      page.hidden = true;
      start.hidden = false;
      return;
    }
    load().then(function (pagefind) {
      var words = query || EVERYTHING;
      var ask = function (without, order) {
        var options = { filters: filters(without) };
        if (order) options.sort = order;
        return pagefind.search(words, options);
      };
      var asks = [ask("", ORDERS[sort.value])];
      FACETS.forEach(function (name) { asks.push(chosen[name] && chosen[name].length ? ask(name) : null); });
      return Promise.all(asks).then(function (answers) {
        if (mine !== turn) return;
        found = answers[0].results;
        page.hidden = false;
        start.hidden = true;
        drawFacets(FACETS.map(function (name, at) { return (answers[at + 1] || answers[0]).filters[name] || {}; }));
        list.textContent = "";
        shown = 0;
        return draw(mine, query);
      });
    }).catch(function () {
      byId("search-fail").hidden = false;
      page.hidden = true;
      start.hidden = false;
    });
  }

  function draw(mine, query) {
    var next = found.slice(shown, Math.min(shown + STEP, MOST));
    return Promise.all(next.map(function (one) { return one.data(); })).then(function (pages) {
      if (mine !== turn) return;
      pages.forEach(function (data) { list.appendChild(result(data)); });
      shown += next.length;
      more.hidden = shown >= Math.min(found.length, MOST);
      var words = found.length === 1 ? "1 result" : found.length + " results";
      if (query) words += " for “" + query + "”";
      if (found.length > MOST) words += ", the first " + MOST + " can be shown: narrow or reword";
      summary.textContent = words;
      if (!found.length) suggest(query);
    });
  }

  function make(tag, name, text) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }

  function result(data) {
    var item = make("li", "result t-" + data.meta.type);
    var link = make("a", "result-title", data.meta.title);
    link.href = (document.documentElement.dataset.root || "") + data.raw_url.replace(/^\//, "");
    var line = make("p", "result-line");
    [data.meta.label, data.meta.status, data.meta.date].forEach(function (words, at) {
      if (words) line.appendChild(make("span", at ? "sep" : "result-kind", words));
    });
    item.append(link, line);
    item.appendChild(excerpt(data));
    return item;
  }

  // The excerpt is taken apart rather than trusted as markup.
  function excerpt(data) {
    var box = make("p", "result-text");
    var text = data.excerpt || "";
    if (text.indexOf("<mark>") < 0 || text.indexOf(EVERYTHING) >= 0) {
      box.textContent = data.meta.summary || "";
      return box;
    }
    var plain = new DOMParser().parseFromString(text, "text/html").body;
    Array.prototype.forEach.call(plain.childNodes, function (node) {
      box.appendChild(node.nodeName === "MARK" ? make("mark", "", node.textContent) : document.createTextNode(node.textContent));
    });
    return box;
  }

  function suggest(query) {
    if (!query || !window.policykbNear) return;
    window.policykbNear(query, function (rows) {
      if (!rows.length || found.length) return;
      var item = make("li", "near", "Did you mean ");
      rows.slice(0, 3).forEach(function (row, at) {
        var link = make("a", "ref t-" + row.type[0], row.title);
        link.href = row.url;
        if (at) item.append(", ");
        item.append(link);
      });
      item.append("?");
      list.textContent = "";
      list.appendChild(item);
    });
  }

  function drawFacets(counts) {
    facetsBody.textContent = "";
    var number = 0;
    FACETS.forEach(function (name, at) {
      var mine = chosen[name] || [];
      number += mine.length;
      var values = Object.keys(counts[at]).filter(function (value) { return counts[at][value] || mine.indexOf(value) >= 0; });
      mine.forEach(function (value) { if (values.indexOf(value) < 0) values.push(value); });
      if (!values.length) return;
      values.sort(function (a, b) {
        if (name === "Year") return a < b ? 1 : -1;
        return (counts[at][b] || 0) - (counts[at][a] || 0) || (a < b ? -1 : 1);
      });
      var box = make("fieldset", "facet");
      box.appendChild(make("legend", "", name));
      values.forEach(function (value, index) {
        var label = make("label");
        var tick = make("input");
        tick.type = "checkbox";
        tick.checked = mine.indexOf(value) >= 0;
        tick.id = "f-" + name + "-" + index;
        tick.dataset.facet = name;
        tick.dataset.value = value;
        label.append(tick, make("span", "", value), make("span", "facet-number", String(counts[at][value] || 0)));
        if (index >= VALUES && !opened[name] && !tick.checked) label.hidden = true;
        box.appendChild(label);
      });
      if (values.length > VALUES && !opened[name]) {
        var all = make("button", "button", "All " + values.length);
        all.type = "button";
        all.addEventListener("click", function () {
          opened[name] = true;
          Array.prototype.forEach.call(box.querySelectorAll("label"), function (label) { label.hidden = false; });
          all.remove();
        });
        box.appendChild(all);
      }
      facetsBody.appendChild(box);
    });
    facetsCount.textContent = number ? "(" + number + ")" : "";
  }

  facetsBody.addEventListener("change", function (event) {
    var tick = event.target;
    var name = tick.dataset.facet, value = tick.dataset.value;
    var mine = (chosen[name] || []).filter(function (one) { return one !== value; });
    if (tick.checked) mine.push(value);
    chosen[name] = mine;
    run();
    var keep = setInterval(function () {
      var again = facetsBody.querySelector('[data-facet="' + name + '"][data-value="' + CSS.escape(value) + '"]');
      if (again && again !== tick) { again.focus(); clearInterval(keep); }
    }, 30);
    setTimeout(function () { clearInterval(keep); }, 1000);
  });
  input.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(run, 180);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    clearTimeout(timer);
    run();
  });
  sort.addEventListener("change", run);
  more.addEventListener("click", function () { draw(turn, input.value.trim()); });
  window.addEventListener("popstate", function () { readAddress(); run(); });

  var wide = window.matchMedia("(min-width: 62rem)");
  facets.open = wide.matches;
  readAddress();
  if (input.value || narrowed()) run();
  else input.focus();
})();
