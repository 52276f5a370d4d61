(function () {
  "use strict";
  var root = document.documentElement;
  var claims = Array.prototype.slice.call(document.querySelectorAll("article.claim[data-search]"));
  var rows = document.querySelectorAll("[data-claim]");
  var search = document.getElementById("search");
  var provenance = document.getElementById("provenance");
  var shown = document.getElementById("shown");
  var clear = document.getElementById("clear");
  var tallies = Array.prototype.slice.call(document.querySelectorAll("button.tally"));

  function hideEmpty(selector, children) {
    document.querySelectorAll(selector).forEach(function (group) {
      group.hidden = !Array.prototype.some.call(group.querySelectorAll(children), function (child) { return !child.hidden; });
    });
  }

  /* What is shown stands in the address, so that it can be sent and comes back. */
  function remember(standings) {
    var wanted = new URLSearchParams();
    if (search.value.trim()) wanted.set("q", search.value.trim());
    if (provenance.value) wanted.set("provenance", provenance.value);
    if (standings.length) wanted.set("standing", standings.join(","));
    var text = wanted.toString();
    try { history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash); } catch (denied) { root.dataset.address = "fixed"; }
  }

  function recall() {
    var wanted = new URLSearchParams(location.search);
    search.value = wanted.get("q") || "";
    provenance.value = wanted.get("provenance") || "";
    var standings = (wanted.get("standing") || "").split(",");
    tallies.forEach(function (b) { b.setAttribute("aria-pressed", String(standings.indexOf(b.dataset.standing) >= 0 && !b.disabled)); });
  }

  function filter() {
    var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    var standings = tallies.filter(function (b) { return b.getAttribute("aria-pressed") === "true"; }).map(function (b) { return b.dataset.standing; });
    var count = 0;
    claims.forEach(function (claim) {
      var hit = (!provenance.value || claim.dataset.provenance === provenance.value)
        && (!standings.length || standings.indexOf(claim.dataset.standing) >= 0)
        && words.every(function (word) { return claim.dataset.search.indexOf(word) >= 0; });
      claim.hidden = !hit;
      if (hit) count++;
    });
    rows.forEach(function (row) { row.hidden = document.getElementById(row.dataset.claim).hidden; });
    hideEmpty("section.chapter:not(.glossary)", "article.claim");
    hideEmpty("table.claims tbody", "tr.claim-row");
    document.querySelectorAll("nav.side ul").forEach(function (list) {
      var some = Array.prototype.some.call(list.children, function (item) { return !item.hidden; });
      list.hidden = !some;
      list.previousElementSibling.hidden = !some;
    });
    var all = count === claims.length;
    shown.textContent = all ? count + (count === 1 ? " claim" : " claims") : count + " of " + claims.length + " claims";
    document.getElementById("empty").hidden = count > 0;
    document.querySelector("table.claims").hidden = count === 0;
    remember(standings);
    clear.hidden = all && !words.length && !standings.length && !provenance.value;
  }

  function showAll() {
    search.value = "";
    provenance.value = "";
    tallies.forEach(function (button) { button.setAttribute("aria-pressed", "false"); });
    filter();
  }

  function open(details) { if (details) details.open = true; }

  /* A link to a claim that the filter hides shows it. */
  function follow() {
    var target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.closest("[hidden]")) { showAll(); }
    if (target.matches("article.claim")) open(target.querySelector("details.body"));
    for (var node = target; node; node = node.parentElement) { if (node.tagName === "DETAILS") open(node); }
    target.scrollIntoView();
  }

  search.addEventListener("input", filter);
  provenance.addEventListener("change", filter);
  document.querySelectorAll("#clear, .show-all").forEach(function (button) {
    button.addEventListener("click", function () { showAll(); search.focus(); });
  });
  tallies.forEach(function (button) {
    button.addEventListener("click", function () {
      button.setAttribute("aria-pressed", button.getAttribute("aria-pressed") === "true" ? "false" : "true");
      filter();
    });
  });
  window.addEventListener("hashchange", follow);

  document.getElementById("theme").addEventListener("click", function () {
    var dark = root.dataset.theme ? root.dataset.theme === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch (denied) { root.dataset.themeSaved = "no"; }
  });

  document.querySelectorAll("button.copy").forEach(function (button) {
    if (!navigator.clipboard) { button.hidden = true; return; }
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(button.previousElementSibling.textContent).then(function () {
        button.textContent = "Copied";
        setTimeout(function () { button.textContent = "Copy"; }, 1500);
      });
    });
  });

  /* Paper cannot be clicked. */
  var opened = [];
  window.addEventListener("beforeprint", function () {
    var what = root.dataset.print === "all" ? "details.body, details.more, details.how" : "details.body, details.how";
    opened = Array.prototype.filter.call(document.querySelectorAll(what), function (d) { return !d.open; });
    opened.forEach(function (d) { d.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (d) { d.open = false; });
    delete root.dataset.print;
  });
  document.getElementById("print-all").addEventListener("click", function () {
    root.dataset.print = "all";
    window.print();
  });

  recall();
  filter();
  follow();
})();
