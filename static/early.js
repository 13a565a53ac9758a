// Runs before the page is drawn. Shows what needs scripts, and keeps an unfiltered list from
// flashing where the address asks for a filtered one: a style hides it until the app has read the
// address, or for a few seconds at most. Where the app cannot start, all of that is taken back.
(() => {
  const html = document.documentElement;
  html.dataset.scripts = "on";
  const asks = /[?&](q|kind|speaker|via|party|identification|directness|topic|place|date|about|role|sort|statement)=/;
  if (asks.test(location.search)) html.dataset.pending = "true";

  const trouble = () => {
    delete html.dataset.scripts;
    delete html.dataset.pending;
    document.getElementById("trouble").hidden = false;
  };
  addEventListener("trouble", trouble);
  // A script that cannot be loaded has nobody else to say so.
  addEventListener("error", ({ target }) => target.localName === "script" && trouble(), true);
})();
