// The search page: Pagefind's index, loaded when first needed; the query, what it is narrowed by and
// the order stand in the address.
(function () {
  var form = document.getElementById("search-form");
  if (!form) return;
  var FACETS = ["Type", "Organization", "Status", "Country", "Year"];
  var EVERYTHING = "kbeverything";
  var STEP = 20, MOST = 50, VALUES = 8;
  var byId = function (id) { return document.getElementById(id); };
  var input = byId("q"), page = byId("search-page"), start = byId("search-start");
  var list = byId("results"), summary = byId("summary"), more = byId("more"), sort = byId("sort");
  var facets = byId("facets"), facetsBody = byId("facets-body"), facetsCount = byId("facets-count");
  var near = byId("near"), nothing = byId("nothing"), clear = byId("clear");
  var bundle = null, turn = 0, found = [], shown = 0, timer = 0, opened = {}, typing = false;
  var chosen = {};

  function load() {
    if (!bundle) bundle = import(new URL(form.dataset.bundle, location.href).href).then(function (pagefind) {
      return pagefind.options({ ranking: { metaWeights: { title: 12, names: 8, index: 1, summary: 1, label: 0.1, type: 0.1, status: 0.1, figure: 0.1, date: 0.1 } } })
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

  // A choice is a step to come back to; of a word that is typed letter by letter only the first is.
  function writeAddress(step) {
    var state = new URLSearchParams();
    if (input.value.trim()) state.set("q", input.value.trim());
    FACETS.forEach(function (name) { (chosen[name] || []).forEach(function (value) { state.append("f." + name, value); }); });
    if (sort.value) state.set("sort", sort.value);
    var text = state.toString();
    if (text === location.search.slice(1)) return;
    history[step ? "pushState" : "replaceState"](null, "", text ? "?" + text : location.pathname);
  }

  function filters(without) {
    var out = {};
    FACETS.forEach(function (name) {
      if (name !== without && chosen[name] && chosen[name].length) out[name] = { any: chosen[name] };
    });
    return out;
  }

  function narrowed() { return FACETS.some(function (name) { return chosen[name] && chosen[name].length; }); }

  var ORDERS = { title: { title: "asc" }, newest: { newest: "desc" }, oldest: { oldest: "asc" } };
  // What a reader most likely came for goes up, what shares words with everything goes down.
  var RANKS = { first: 2, last: 0.5 };

  function run() {
    var mine = ++turn;
    var query = input.value.trim();
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
      if (query && !sort.value) Object.keys(RANKS).forEach(function (rank) {
        asks.push(pagefind.search(words, { filters: Object.assign({ rank: rank }, filters("")) }));
      });
      return Promise.all(asks).then(function (answers) {
        return missing(query, answers[0].results).then(function (lost) {
          if (mine !== turn) return;
          found = lost.length ? [] : reranked(answers[0].results, answers.slice(FACETS.length + 1));
          page.hidden = false;
          start.hidden = true;
          drawFacets(FACETS.map(function (name, at) {
            return lost.length ? {} : (answers[at + 1] || answers[0]).filters[name] || {};
          }));
          list.textContent = "";
          near.hidden = true;
          shown = 0;
          return draw(mine, query, lost);
        });
      });
    }).catch(function () {
      byId("search-fail").hidden = false;
      page.hidden = true;
      start.hidden = false;
    });
  }

  function reranked(results, ranks) {
    var weight = {};
    Object.keys(RANKS).forEach(function (rank, at) {
      ((ranks[at] || {}).results || []).forEach(function (one) { weight[one.id] = RANKS[rank]; });
    });
    if (!ranks.length) return results;
    return results
      .map(function (one, at) { return { one: one, at: at, score: one.score * (weight[one.id] || 1) }; })
      .sort(function (a, b) { return b.score - a.score || a.at - b.at; })
      .map(function (row) { return row.one; });
  }

  function fold(text) { return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase(); }
  function wordsOf(text) { return text.match(/[\p{L}\p{N}]+/gu) || []; }

  // “bio-similar” is looked for as it stands, as two words and as one.
  function joined(text) {
    return (text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) || []).map(function (word) { return word.replace(/-/g, ""); });
  }
  function typedOf(query) { return wordsOf(fold(query)).concat(joined(fold(query))); }

  // Whether a word of a text is what was typed: begins with it, or differs in an ending alone.
  var ENDING = /^(|[’']?s|e|es|ed|d|er|ers|ing|ings|ion|ions|ation|ations|ies|y|ly|al|ally|ment|ments)$/;
  var JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/;
  function holds(word, typed) {
    if (word.indexOf(typed) === 0) return true;
    if (JAPANESE.test(typed)) return word.indexOf(typed) > 0;
    var same = 0;
    while (same < word.length && word[same] === typed[same]) same += 1;
    return same > 2 && ENDING.test(typed.slice(same)) && (same > 4 || ENDING.test(word.slice(same)));
  }

  // The typed words that no result has: Pagefind shortens a word that it does not know until
  // something fits, so that one slip would bring up everything with an “a”.
  function missing(query, results) {
    if (!query) return Promise.resolve([]);
    return Promise.all(results.slice(0, 3).map(function (one) { return one.data(); })).then(function (pages) {
      if (!pages.length) return [];
      var there = new Set();
      pages.forEach(function (data) {
        var meta = Object.keys(data.meta).map(function (name) { return data.meta[name]; });
        var text = fold(data.content + " " + meta.join(" "));
        wordsOf(text).concat(joined(text)).forEach(function (word) { there.add(word); });
      });
      var all = Array.from(there);
      var has = function (typed) { return all.some(function (word) { return holds(word, typed); }); };
      return fold(query).split(/\s+/).filter(function (term) {
        return !wordsOf(term).every(has) && !joined(term).some(has);
      });
    });
  }

  function draw(mine, query, lost) {
    var next = found.slice(shown, Math.min(shown + STEP, MOST));
    return Promise.all(next.map(function (one) { return one.data(); })).then(function (pages) {
      if (mine !== turn) return;
      var items = pages.map(function (data) { return list.appendChild(result(data, query)); });
      shown += next.length;
      more.hidden = shown >= Math.min(found.length, MOST);
      var words = !found.length ? "No results" : found.length === 1 ? "1 result" : found.length + " results";
      if (query) words += " for “" + query + "”";
      if (found.length > MOST) words += ", the first " + MOST + " can be shown: narrow or reword";
      summary.textContent = words;
      nothing.hidden = found.length > 0;
      if (!found.length) suggest(mine, query, lost || []);
      return items;
    });
  }

  function make(tag, name, text) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }

  function result(data, query) {
    var item = make("li", "result t-" + data.meta.type);
    var link = make("a", "result-title", data.meta.title);
    link.href = (document.documentElement.dataset.root || "") + data.raw_url.replace(/^\//, "");
    var line = make("p", "result-line");
    var date = data.meta.date || (sort.value === "newest" || sort.value === "oldest" ? "undated" : "");
    [data.meta.label, data.meta.status, data.meta.figure, date].forEach(function (words, at) {
      if (words) line.appendChild(make("span", at ? "sep" : "result-kind", words));
    });
    item.append(link, line, excerpt(data, query));
    return item;
  }

  // The first sentence that has most of the words, or else the summary; the words are marked.
  var LONG = 260;
  function excerpt(data, query) {
    var typed = typedOf(query);
    var hits = function (text) {
      var words = wordsOf(fold(text));
      return typed.filter(function (one) { return words.some(function (word) { return holds(word, one); }); }).length;
    };
    var best = data.meta.summary || "";
    var most = hits(best);
    data.content.split(/ ‖ |(?<=[a-z0-9)”][.!?])\s+(?=[A-Z“])/).forEach(function (sentence) {
      var number = most < typed.length ? hits(sentence) : 0;
      if (number > most) { best = sentence; most = number; }
    });
    var box = make("p", "result-text");
    cut(best, typed).split(/([\p{L}\p{N}]+)/u).forEach(function (part, at) {
      var is = at % 2 && typed.some(function (one) { return holds(fold(part), one); });
      box.appendChild(is ? make("mark", "", part) : document.createTextNode(part));
    });
    return box;
  }

  // A sentence too long to show, cut between words around the first that was typed.
  function cut(text, typed) {
    if (text.length <= LONG) return text;
    var words = text.split(" ");
    var at = words.findIndex(function (word) {
      return wordsOf(fold(word)).some(function (one) { return typed.some(function (want) { return holds(one, want); }); });
    });
    var from = Math.max(0, at - 12);
    var out = from ? "… " : "";
    while (from < words.length && out.length + words[from].length < LONG) out += words[from++] + " ";
    return out.trim() + (from < words.length ? " …" : "");
  }

  // Names near what was typed, and the query with its unknown words fixed, or left out.
  function suggest(mine, query, lost) {
    if (!query || !window.policykbNear) return;
    window.policykbNear(lost.join(" ") || query, function (rows, fixed) {
      if (mine !== turn || found.length) return;
      var links = rows.slice(0, 3).map(function (row) {
        var link = make("a", "ref t-" + row.type[0], row.title);
        link.href = row.url;
        return link;
      });
      var terms = fold(query).split(/\s+/).map(function (term) {
        var at = lost.indexOf(term);
        return at < 0 ? term : fixed[at];
      });
      var again = terms.filter(Boolean).join(" ");
      if (lost.length && again) {
        var link = make("a", "", "“" + again + "”");
        link.href = "?q=" + encodeURIComponent(again);
        links.push(link);
      }
      near.textContent = "Did you mean ";
      links.forEach(function (link, at) {
        if (at) near.append(at === links.length - 1 ? " or " : ", ");
        near.append(link);
      });
      near.append("?");
      near.hidden = !links.length;
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
    clear.hidden = !number;
    facets.hidden = !facetsBody.children.length;
  }

  facetsBody.addEventListener("change", function (event) {
    var tick = event.target;
    var name = tick.dataset.facet, value = tick.dataset.value;
    var mine = (chosen[name] || []).filter(function (one) { return one !== value; });
    if (tick.checked) mine.push(value);
    chosen[name] = mine;
    step();
    var keep = setInterval(function () {
      var again = facetsBody.querySelector('[data-facet="' + name + '"][data-value="' + CSS.escape(value) + '"]');
      if (again && again !== tick) { again.focus(); clearInterval(keep); }
    }, 30);
    setTimeout(function () { clearInterval(keep); }, 1000);
  });
  function step() {
    typing = false;
    clearTimeout(timer);
    writeAddress(true);
    run();
  }

  input.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(function () {
      writeAddress(!typing);
      typing = true;
      run();
    }, 180);
  });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    step();
  });
  sort.addEventListener("change", step);
  clear.addEventListener("click", function () {
    chosen = {};
    step();
    facets.querySelector("summary").focus();
  });
  byId("nothing-clear").addEventListener("click", function () {
    input.value = "";
    chosen = {};
    step();
    input.focus();
  });
  more.addEventListener("click", function () {
    draw(turn, input.value.trim()).then(function (items) {
      if (items && items.length) items[0].querySelector("a").focus();
    });
  });
  window.addEventListener("popstate", function () {
    typing = false;
    readAddress();
    run();
  });

  var wide = window.matchMedia("(min-width: 62rem)");
  facets.open = wide.matches;
  readAddress();
  if (input.value || narrowed()) run();
  else input.focus();
})();
