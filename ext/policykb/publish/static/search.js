// The search page. Pagefind tells under which numbers a word stands; texts and queries are cut into
// words by one table (files/search_terms.py, and `reader` here). The query, what it is narrowed by and
// the order stand in the address; how much was shown, and where, in the history.
(function () {
  var form = document.getElementById("search-form");
  if (!form) return;
  var STEP = 20, FEW = 5, VALUES = 8, say = window.policykbSay, fold = window.policykbFold;
  var byId = function (id) { return document.getElementById(id); };
  var input = byId("q"), page = byId("search-page"), start = byId("search-start");
  var list = byId("results"), summary = byId("summary"), more = byId("more"), sort = byId("sort");
  var facets = byId("facets"), facetsBody = byId("facets-body"), facetsCount = byId("facets-count");
  var near = byId("near"), nothing = byId("nothing"), clear = byId("clear");
  var index = null, turn = 0, found = [], shown = 0, timer = 0, opened = {}, typing = false;
  var chosen = Object.create(null), wanted = [], blocks = {};
  var back = history.state || {};

  // The words of a text, as files/search_terms.py reads them.
  function reader(table) {
    var CJK = "[\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff]";
    var folded = function (words) {
      return Object.keys(words).reduce(function (out, word) { out[fold(word)] = words[word]; return out; }, Object.create(null));
    };
    var scales = folded(table.scales), units = folded(table.units), same = folded(table.same);
    var oneOf = function (words, word) { return word && (words[word] !== undefined ? words[word] : words[word.slice(0, -1)]); };
    var whole = function (words) {
      return Object.keys(words).sort(function (a, b) { return b.length - a.length; }).map(function (word) {
        var last = /[a-z]$/.test(word);
        return (/^[a-z]/.test(word) ? "(?<![a-z])" : "") + word.replace(/[$().*+?[\]\\^{|}]/g, "\\$&") +
          (last && !/s$/.test(word) ? "s?" : "") + (last ? "(?![a-z])" : "");
      }).join("|");
    };
    var rewrite = table.rewrite.map(function (pair) { return [new RegExp(pair[0], "gu"), pair[1]]; });
    var words = new RegExp(whole(same), "gu");
    var piece = new RegExp("(\\p{Nd}+(?:,\\p{Nd}{3})*(?:\\.\\p{Nd}+)?)(?: ?(" + whole(scales) + "))?(?: ?(" + whole(units) + "))?" +
      "|(" + CJK + ")|((?:(?!" + CJK + ")[\\p{L}\\p{Nl}\\p{No}])+)", "gu");

    function plain(text) {
      text = fold(text);
      rewrite.forEach(function (pair) { text = text.replace(pair[0], pair[1]); });
      text = text.replace(/(?<!\p{Nd})([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?!\p{Nd})/gu, function (all, year, month, day) {
        return Number(day) + "_" + (table.months[month - 1] || month) + "_" + year;
      });
      return text.replace(words, function (word) { return word[0] < "\x80" ? oneOf(same, word) : "_" + oneOf(same, word) + "_"; });
    }

    function shifted(number, zeros) {
      var parts = number.replace(/,/g, "").split("."), rest = parts[1] || "";
      var after = rest.slice(zeros).replace(/0+$/, "");
      return parts[0] + rest.slice(0, zeros).padEnd(zeros, "0") + (after && "." + after);
    }

    // Each word with the place of its piece; a piece is a number with its unit, a sign or a word.
    function cut(text) {
      var out = [];
      Array.from(text.matchAll(piece)).forEach(function (one) {
        var add = function (word) { if (word) out.push({ word: word, from: one.index, to: one.index + one[0].length }); };
        if (one[1]) add(shifted(one[1], oneOf(scales, one[2]) || 0));
        add(oneOf(units, one[3]));
        add(one[4] || one[5]);
      });
      return out;
    }

    var wordOf = function (one) { return one.word; };
    return {
      cut: cut,
      terms: function (text) { return cut(plain(text)).map(wordOf); },
      name: function (text) { return "is" + cut(plain(text)).map(wordOf).join("").replace(/[^\p{L}\p{N}]/gu, ""); },
      // What stands together, such as a number and its unit: lists of words; and “bio-similar” in one.
      groups: function (text) {
        var flat = plain(text), out = [], end = -1;
        cut(flat).forEach(function (one) {
          var gap = end < 0 ? " " : flat.slice(end, one.from);
          if (/[\s/,;|+()]/.test(gap)) out.push({ words: [], marks: "" });
          var group = out[out.length - 1];
          group.words.push(one.word);
          group.marks += end < 0 ? "" : gap.trim();
          end = one.to;
        });
        return out.map(function (group) {
          var hyphens = group.words.length > 1 && /^-+$/.test(group.marks) && group.words.every(function (word) { return /^\p{L}+$/u.test(word); });
          return { words: group.words, joined: hyphens ? group.words.join("") : "" };
        });
      },
      // What a text may say instead of words, as they stand there.
      variants: function (words) {
        var head = words.join("_");
        return [words].concat(Object.keys(same).filter(function (word) { return same[word] === head; }).map(function (word) {
          return cut(word).map(wordOf);
        }));
      }
    };
  }

  function load() {
    if (!index) {
      var at = new URL(form.dataset.bundle, location.href);
      var rows = fetch(new URL("rows.json", at), { cache: "no-cache" }).then(function (answer) { return answer.json(); });
      var words = import(at.href).then(function (pagefind) {
        // In the page: a worker of its own would load the same program again under another name.
        return pagefind.options({ noWorker: true, ranking: { metaWeights: { title: 12, names: 8, values: 4, other: 0.1 } } })
          .then(function () { return pagefind.init(); })
          .then(function () { return pagefind; });
      });
      index = Promise.all([words, rows]).then(function (both) {
        var data = both[1], places = {};
        data.rows.forEach(function (row, number) { places[row[0]] = number; });
        return { pagefind: both[0], rows: data.rows, places: places, block: data.block, at: at,
          facets: data.facets, names: Object.keys(data.facets), reader: reader(data.table), stop: new Set(data.table.stop) };
      });
    }
    return index;
  }

  // For those who want to know how a text is read.
  window.policykbTerms = function (text) { return load().then(function (all) { return all.reader.terms(text); }); };

  // A result as it is shown: url, title, kind, label, line, date, summary, parts, names.
  function shownOf(all, number) {
    var at = Math.floor(number / all.block);
    if (!blocks[at]) blocks[at] = fetch(new URL("results-" + at + ".json", all.at), { cache: "no-cache" }).then(function (answer) { return answer.json(); });
    return blocks[at].then(function (rows) {
      var row = rows[number % all.block];
      return { url: row[0], title: row[1], kind: row[2], label: row[3], line: row[4], date: row[5], summary: row[6], parts: row[7], names: row[8] };
    });
  }

  function chosenOf(name) { return chosen[name] || []; }
  function narrowed() { return Object.keys(chosen).some(function (name) { return chosen[name].length; }); }

  function readAddress() {
    var state = new URLSearchParams(location.search);
    input.value = state.get("q") || "";
    sort.value = state.get("sort") || "";
    chosen = Object.create(null);
    state.forEach(function (value, name) {
      if (name.indexOf("f.") === 0) (chosen[name.slice(2)] = chosenOf(name.slice(2))).push(value);
    });
  }

  // A choice is a step to come back to; of a word that is typed letter by letter only the first is.
  function writeAddress(step) {
    var state = new URLSearchParams();
    if (input.value.trim()) state.set("q", input.value.trim());
    Object.keys(chosen).forEach(function (name) { chosen[name].forEach(function (value) { state.append("f." + name, value); }); });
    if (sort.value) state.set("sort", sort.value);
    var text = state.toString();
    back = {};
    if (text === location.search.slice(1)) return;
    history[step ? "pushState" : "replaceState"](null, "", text ? "?" + text : location.pathname);
  }

  // What is asked for: “quoted” words stand as they are, a -word must not; each part by itself.
  function parse(all, query) {
    var out = [];
    var text = query.replace(/[“”„«»「」『』＂]/g, '"').replace(/(^|\s)([-－−]?)(?:"([^"]+)"?|(\S+))/gu, function (whole, space, not, quoted, word) {
      if (!not && !quoted) return whole;
      var words = all.reader.terms(quoted || word || "");
      if (words.length) out.push({ text: quoted || word, options: [words], not: Boolean(not), quoted: Boolean(quoted) });
      return " ";
    });
    var said = {};
    text.split(/\s+/).forEach(function (word) { if (word) said[all.reader.terms(word).join(" ")] = word.replace(/[?!.,:;]+$/, ""); });
    var groups = all.reader.groups(text);
    var telling = groups.filter(function (one) { return one.words.length > 1 || !all.stop.has(one.words[0]); });
    (telling.length || out.length ? telling : groups).forEach(function (one) {
      var words = one.words.join(" ");
      out.push({ text: said[words] || words, options: [one.words].concat(one.joined ? [[one.joined]] : []) });
    });
    return out;
  }

  // The numbers of the rows that have a part of the query, each with how well: in quotes Pagefind finds
  // whole words in their order and rates nothing, without quotes it rates.
  function look(all, part) {
    var ask = function (text) { return all.pagefind.search(text); };
    return Promise.all(part.options.map(function (words) {
      return Promise.all([ask('"' + words.join(" ") + '"'), ask(words.join(" "))]);
    })).then(function (answers) {
      var hits = new Map();
      answers.forEach(function (both) {
        var scores = {};
        both[1].results.forEach(function (one) { scores[one.id] = one.score; });
        both[0].results.forEach(function (one) { hit(all, hits, one.id, scores[one.id] || one.score); });
      });
      var word = part.options[0].length === 1 && part.options[0][0];
      return hits.size || part.quoted || part.not || !/^\p{L}{2,}$/u.test(word) ? hits : begun(all, part, word, hits);
    });
  }

  function hit(all, hits, id, score) {
    var number = all.places[id];
    if (number !== undefined) hits.set(number, Math.max(score, hits.get(number) || 0));
  }

  // Words that begin with what was typed. Pagefind shortens what it does not know until something
  // fits, so the first result must have such a word.
  function begun(all, part, word, hits) {
    return all.pagefind.search(word).then(function (answer) {
      if (!answer.results.length) return hits;
      return shownOf(all, all.places[answer.results[0].id]).then(function (data) {
        var text = data.parts.map(function (part) { return part.join(" "); }).concat(data.title, data.names, data.label).join(" ");
        part.begun = all.reader.terms(text).some(function (one) { return one.indexOf(word) === 0; });
        if (part.begun) answer.results.forEach(function (one) { hit(all, hits, one.id, one.score); });
        return hits;
      });
    });
  }

  // The rows that have all parts, or, where none has, those with the most telling parts that any row
  // has together; `lost` are the parts they lack, `unknown` those that no row has.
  function matched(all, parts, answers) {
    var out = new Set();
    parts.forEach(function (part, at) { if (part.not) answers[at].forEach(function (_, number) { out.add(number); }); });
    var wanted = parts.map(function (part, at) {
      return { part: part, hits: answers[at], worth: 1 / (1 + answers[at].size) };
    }).filter(function (one) { return !one.part.not; });
    var scores = new Map();
    all.rows.forEach(function (row, number) {
      if (out.has(number)) return;
      var has = wanted.filter(function (one) { return one.hits.has(number); });
      if (wanted.length && !has.length) return;
      var worth = has.reduce(function (sum, one) { return sum + one.worth; }, 0);
      var score = has.reduce(function (sum, one) { return sum + one.hits.get(number); }, 0) * row[1];
      scores.set(number, { has: has, worth: worth, score: wanted.length ? score : row[1] });
    });
    var best = { has: [], worth: -1, score: 0 };
    scores.forEach(function (one) {
      var by = one.has.length - best.has.length || one.worth - best.worth || one.score - best.score;
      if (by > 0 || best.worth < 0) best = one;
    });
    scores.forEach(function (one, number) {
      if (!best.has.every(function (part) { return one.has.indexOf(part) >= 0; })) scores.delete(number);
    });
    var partOf = function (one) { return one.part; };
    return {
      scores: scores,
      lost: scores.size ? wanted.filter(function (one) { return best.has.indexOf(one) < 0; }).map(partOf) : [],
      unknown: wanted.filter(function (one) { return !one.hits.size; }).map(partOf)
    };
  }

  // A name that is the whole query comes first; what has the words one after another goes up.
  function raise(all, query, scores) {
    var words = all.reader.terms(query);
    return Promise.all([all.reader.name(query), words.join(" ")].map(function (text) {
      return words.length ? all.pagefind.search('"' + text + '"') : { results: [] };
    })).then(function (answers) {
      answers.forEach(function (answer, at) {
        answer.results.forEach(function (one) {
          var mine = scores.get(all.places[one.id]);
          if (mine) mine.score = at ? mine.score * (1 + words.length / 2) : mine.score + 10000;
        });
      });
    });
  }

  function fits(all, number, without) {
    return all.names.every(function (name, at) {
      var mine = chosenOf(name);
      return name === without || !mine.length || all.rows[number][3][at].some(function (value) { return mine.indexOf(all.facets[name][value]) >= 0; });
    });
  }

  function counts(all, numbers) {
    return all.names.map(function (name, at) {
      var out = Object.create(null);
      numbers.forEach(function (number) {
        if (fits(all, number, name)) all.rows[number][3][at].forEach(function (value) {
          out[all.facets[name][value]] = (out[all.facets[name][value]] || 0) + 1;
        });
      });
      return out;
    });
  }

  // Rows stand in the order of their titles; those without a date come last both ways.
  function ordered(all, scores, numbers) {
    var date = function (number) { return all.rows[number][2]; };
    var by = {
      "": function (a, b) { return scores.get(b).score - scores.get(a).score; },
      title: function () { return 0; },
      newest: function (a, b) { return date(a) < date(b) ? 1 : date(a) > date(b) ? -1 : 0; },
      oldest: function (a, b) { return !date(a) - !date(b) || (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : 0); }
    }[sort.value];
    return numbers.sort(function (a, b) { return by(a, b) || a - b; });
  }

  function run() {
    var mine = ++turn;
    var query = input.value.trim();
    start.hidden = Boolean(query || narrowed());
    if (!start.hidden) {
      page.hidden = true;
      return;
    }
    load().then(function (all) {
      var parts = parse(all, query);
      return Promise.all(parts.map(function (part) { return look(all, part); })).then(function (answers) {
        var got = matched(all, parts, answers);
        return raise(all, query, got.scores).then(function () {
          if (mine !== turn) return;
          var numbers = Array.from(got.scores.keys());
          found = ordered(all, got.scores, numbers.filter(function (number) { return fits(all, number, ""); }));
          wanted = parts.filter(function (part) { return !part.not; });
          shown = 0;
          return draw(mine, query, got, back.shown).then(function () {
            if (mine === turn && back.place) window.scrollTo({ top: back.place, behavior: "instant" });
            back = {};
          });
        });
      });
    }).catch(function () {
      byId("search-fail").hidden = false;
      page.hidden = true;
      start.hidden = false;
    });
  }

  // Whether a word of a text is what was typed, but for an ending.
  var ENDING = /^(|s|e|es|ed|d|er|ers|ing|ings|ion|ions|ation|ations|ly|al|ally|ment|ments|or|ors|ory)$/, Y = /^(|y|ies)$/;
  function holds(word, typed) {
    if (word === typed) return true;
    var same = 0;
    while (same < word.length && word[same] === typed[same]) same += 1;
    var ends = [word.slice(same), typed.slice(same)];
    var all = function (form) { return ends.every(function (end) { return form.test(end); }); };
    return same > 2 && /^\p{L}+$/u.test(typed) && (all(ENDING) || all(Y));
  }

  // The places in a list of words at which others stand one after another.
  function places(words, typed, begun) {
    return words.map(function (_, at) { return at; }).filter(function (at) {
      return typed.every(function (one, step) {
        var word = words[at + step] || "";
        return begun ? word.indexOf(one) === 0 : holds(word, one);
      });
    });
  }

  function draw(mine, query, got, least) {
    return load().then(function (all) {
      var next = found.slice(shown, Math.max(shown + STEP, least || 0));
      return Promise.all(next.map(function (number) { return shownOf(all, number); })).then(function (pages) {
        if (mine !== turn) return;
        if (got) {
          drawFacets(all.names, counts(all, Array.from(got.scores.keys())));
          list.textContent = "";
          near.hidden = true;
          page.hidden = false;
          // What is seen at a glance needs no order.
          sort.parentNode.hidden = found.length <= FEW && !sort.value;
        }
        var items = pages.map(function (data) { return list.appendChild(result(all, data)); });
        shown += next.length;
        more.hidden = shown >= found.length;
        if (got) tell(mine, query, got);
        return items;
      });
    });
  }

  function tell(mine, query, got) {
    var quoted = function (part) { return say("quoted", { words: part.text }); };
    var words = found.length ? say("results", { n: found.length }) : say("no_results");
    if (query) words = say("for", { results: words, query: query });
    if (found.length && got.lost.length) words = say("without", { results: words, words: got.lost.map(quoted).join(say("and")) });
    summary.textContent = words;
    nothing.hidden = found.length > 0;
    if (!found.length || got.unknown.length) suggest(mine, query, got.unknown.map(function (part) { return part.text; }));
  }

  function make(tag, name, text) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    return text ? window.policykbTell(made, text) : made;
  }

  function result(all, data) {
    var item = make("li", "result t-" + data.kind);
    var link = make("a", "result-title", data.title);
    link.href = (document.documentElement.dataset.root || "") + data.url;
    var line = make("p", "result-line");
    var date = data.date || (sort.value === "newest" || sort.value === "oldest" ? say("undated") : "");
    [data.label].concat(data.line, date).forEach(function (words, at) {
      if (words) line.appendChild(make("span", at ? "sep" : "result-kind", words));
    });
    item.append(link, line, excerpt(all, data));
    return item;
  }

  // The first sentence that has most of the words, behind the field it stands in; the summary where
  // none has more. The words are marked.
  var LONG = 260;
  function excerpt(all, data) {
    var count = function (text) {
      var words = all.reader.terms(text);
      return wanted.filter(function (part) { return part.options.some(function (typed) { return places(words, typed, part.begun).length; }); }).length;
    };
    var best = { label: "", text: data.summary, number: Math.max(count(data.summary), count(data.title)) + 0.5 };
    var consider = function (label, text) {
      var number = best.number <= wanted.length ? count(label + " " + text) : 0;
      if (number && spansOf(all, text).length) number += 0.5;
      if (number > best.number) best = { label: label, text: text, number: number };
    };
    data.names.forEach(function (name) { if (name.indexOf("_") < 0 || best.number === 0) consider(say("also_called"), name); });
    data.parts.forEach(function (part) {
      part[1].split(/(?<=[a-z0-9)”][.!?])\s+(?=[A-Z“])/).forEach(function (sentence) { consider(part[0], sentence); });
    });
    var box = make("p", "result-text");
    if (best.label) box.append(make("span", "result-field", best.label + say("colon").trim()), say("colon").slice(1));
    marked(all, best.text).forEach(function (part) { box.append(part); });
    return box;
  }

  // Where in a text the words stand that were typed, or others for them.
  function spansOf(all, text) {
    var pieces = all.reader.cut(text.toLowerCase().length === text.length ? text.toLowerCase() : text);
    var words = pieces.map(function (one) { return fold(one.word); });
    var spans = [];
    wanted.forEach(function (part) {
      part.options.forEach(function (option) {
        all.reader.variants(option).forEach(function (typed) {
          places(words, typed, part.begun).forEach(function (at) { spans.push([pieces[at].from, pieces[at + typed.length - 1].to]); });
        });
      });
    });
    return spans.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; });
  }

  // A text in parts, what was typed in marks; one too long to show is cut between words around them.
  function marked(all, text) {
    var spans = spansOf(all, text);
    var first = spans.length ? spans[0][0] : 0;
    var from = text.length > LONG && first > LONG / 2 ? text.lastIndexOf(" ", first - LONG / 4) + 1 : 0;
    var to = text.length > from + LONG ? text.lastIndexOf(" ", from + LONG) : text.length;
    if (to <= from) to = Math.min(text.length, from + LONG);
    var out = [from ? "… " : ""], at = from;
    spans.forEach(function (span) {
      if (span[0] < at || span[1] > to) return;
      out.push(text.slice(at, span[0]), make("mark", "", text.slice(span[0], span[1])));
      at = span[1];
    });
    out.push(text.slice(at, to), to < text.length ? " …" : "");
    return out;
  }

  // Names near what was typed, and the query with its unknown words fixed, or left out.
  function suggest(mine, query, lost) {
    if (!query || !window.policykbNear) return;
    window.policykbNear(lost.join(" ") || query, function (rows, fixed) {
      if (mine !== turn) return;
      var links = rows.slice(0, 3).map(function (row) {
        var link = make("a", "ref t-" + row.type[0], row.title);
        link.href = row.url;
        return link;
      });
      var terms = fold(query).split(/\s+/).map(function (term) {
        var at = lost.map(fold).indexOf(term);
        return at < 0 ? term : fixed[at] || (found.length ? term : "");
      });
      var again = terms.filter(Boolean).join(" ");
      if (lost.length && again && again !== fold(query)) {
        var link = make("a", "", say("quoted", { words: again }));
        link.href = "?q=" + encodeURIComponent(again);
        links.push(link);
      }
      var around = say("near").split("{names}");
      near.textContent = around[0];
      links.forEach(function (link, at) {
        if (at) near.append(at === links.length - 1 ? say("or") : say("comma"));
        near.append(link);
      });
      near.append(around[1]);
      near.hidden = !links.length;
    });
  }

  function drawFacets(names, counts) {
    facetsBody.textContent = "";
    var number = 0;
    names.forEach(function (name, at) {
      var mine = chosenOf(name);
      number += mine.length;
      var values = Object.keys(counts[at]);
      mine.forEach(function (value) { if (values.indexOf(value) < 0) values.push(value); });
      if (!values.length) return;
      values.sort(function (a, b) {
        if (name === say("year")) return a < b ? 1 : -1;
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
        var all = make("button", "button", say("all_values", { n: values.length }));
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
    var mine = chosenOf(name).filter(function (one) { return one !== value; });
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
    chosen = Object.create(null);
    step();
    facets.querySelector("summary").focus();
  });
  byId("nothing-clear").addEventListener("click", function () {
    input.value = "";
    chosen = Object.create(null);
    step();
    input.focus();
  });
  more.addEventListener("click", function () {
    draw(turn, input.value.trim(), null).then(function (items) {
      if (items && items.length) items[0].querySelector("a").focus();
    });
  });
  window.addEventListener("popstate", function () {
    typing = false;
    back = history.state || {};
    readAddress();
    run();
  });
  history.scrollRestoration = "manual";
  window.addEventListener("pagehide", function () {
    history.replaceState({ shown: shown, place: window.scrollY }, "");
  });

  var wide = window.matchMedia("(min-width: 62rem)");
  facets.open = wide.matches;
  readAddress();
  if (input.value || narrowed()) run();
  else input.focus();
})();
