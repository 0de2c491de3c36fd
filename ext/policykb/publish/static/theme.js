// Runs before the page is drawn, so that a chosen color scheme never flashes.
(function () {
  var root = document.documentElement;
  root.classList.add("js");
  var store = null;
  try { store = window.localStorage; } catch (blocked) { store = null; }
  var chosen = store && store.getItem("theme");
  if (chosen) root.dataset.theme = chosen;

  // What scripts say, in the language of the site: `policykbWords` stands before this script. A hole
  // that is not filled stays.
  var words = window.policykbWords || {};
  window.policykbSay = function (key, values) {
    values = values || {};
    var form = "n" in values ? new Intl.PluralRules(root.lang || "en").select(values.n) : "";
    var said = words[key] || words[key + "." + form] || words[key + ".other"] || "";
    return said.replace(/\{(\w+)\}/g, function (hole, name) { return name in values ? values[name] : hole; });
  };

  // A text as it is compared: without case, width and accents.
  window.policykbFold = function (text) {
    return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").toLowerCase().replace(/ß/g, "ss").replace(/ς/g, "σ");
  };

  // A text of the records, marked as English where a page in Japanese has one without Japanese.
  window.policykbTell = function (node, text) {
    node.textContent = text;
    if (/^ja\b/.test(root.lang) && /[A-Za-z]/.test(text) && !/[\u3040-\u30ff\u3400-\u9fff]/.test(text)) node.lang = "en";
    return node;
  };

  function isDark() {
    return root.dataset.theme
      ? root.dataset.theme === "dark"
      : window.matchMedia("(prefers-color-scheme: dark)").matches;
  }

  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector(".theme-button");
    var show = function () { button.setAttribute("aria-pressed", String(isDark())); };
    button.hidden = false;
    show();
    button.addEventListener("click", function () {
      root.dataset.theme = isDark() ? "light" : "dark";
      if (store) store.setItem("theme", root.dataset.theme);
      show();
    });

    var menu = document.querySelector(".menu-button");
    var nav = document.getElementById("site-nav");
    var narrow = window.matchMedia("(max-width: 75.99rem)");
    var fit = function () { menu.hidden = !narrow.matches; };
    fit();
    narrow.addEventListener("change", fit);
    menu.addEventListener("click", function () {
      menu.setAttribute("aria-expanded", String(nav.classList.toggle("open")));
    });

    // What scrolls sideways can be scrolled with the keyboard.
    var reach = function () {
      document.querySelectorAll("pre:not([id]), table").forEach(function (box) {
        if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
        else box.removeAttribute("tabindex");
      });
    };
    reach();
    window.addEventListener("resize", reach);

    // What an address points at inside a closed <details> is opened.
    var reveal = function () {
      var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      var shut = target && target.closest("details:not([open])");
      for (var box = target; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
      if (shut) target.scrollIntoView();
    };
    window.addEventListener("hashchange", reveal);
    reveal();
  });
})();
