// Runs before the page is drawn. Shows what needs scripts, and keeps an unfiltered list from
// flashing where the address asks for a filtered one: a style hides it until the app has read the
// address, or for a few seconds at most.
(() => {
  const html = document.documentElement;
  html.dataset.scripts = "on";
  const asks = /[?&](q|kind|speaker|via|party|identification|directness|topic|place|about|role|sort)=/;
  if (asks.test(location.search)) html.dataset.pending = "true";
})();
