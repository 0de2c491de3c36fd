// Leads on at once and keeps the place within the record, which a refresh alone would lose.
(function () {
  var target = new URL(document.querySelector('link[rel="canonical"]').href);
  if (location.hash) target.hash = location.hash;
  location.replace(target.href);
})();
