// Copy buttons, and full addresses in citations and on paper where the site does not know its own.
(function () {
  document.querySelectorAll("[data-permalink]").forEach(function (box) {
    var path = box.dataset.permalink;
    var full = new URL(path, location.href).href;
    var plain = path.replace(/^(\.\.\/)+/, "");
    if (box.textContent.indexOf("://") < 0) box.textContent = box.textContent.replace(plain, full);
  });

  var status = document.createElement("div");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  document.body.appendChild(status);

  function copy(text, box) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    var range = document.createRange();
    range.selectNodeContents(box);
    var selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return document.execCommand("copy") ? Promise.resolve() : Promise.reject(new Error("refused"));
  }

  document.querySelectorAll("button.copy").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var box = document.getElementById(button.dataset.copy);
      copy(box.textContent, box).then(
        function () { say(button, window.policykbSay("copied")); },
        function () { say(button, window.policykbSay("select")); }
      );
    });
  });

  function say(button, words) {
    button.textContent = words;
    status.textContent = words;
    setTimeout(function () { button.textContent = window.policykbSay("copy"); status.textContent = ""; }, 2500);
  }
})();
