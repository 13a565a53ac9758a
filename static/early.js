// Runs before the page is drawn, followed by the scripts in static/early/.
{
  const html = document.documentElement;

  // Shows the controls that need scripts. If the address asks for a filtered list, marks the page, so that a style
  // hides the unfiltered list until the app has read the address.
  html.dataset.scripts = "on";
  const asks = /[?&;](q|kind|speaker|via|party|identification|directness|topic|place|date|about|role|from|to|sort|statement)=/i;
  const isNarrowed = asks.test(location.search);
  // Its link would come before the one that skips to the content.
  addEventListener("DOMContentLoaded", () => document.querySelector(".no-script")?.remove());
  if (isNarrowed) html.dataset.pending = "true";

  // Shows the page as it is without scripts, with a note. If the app starts later, it takes over and undoes this.
  const trouble = ({ detail }) => {
    delete html.dataset.scripts;
    delete html.dataset.pending;
    html.dataset.trouble = "true";
    const note = document.getElementById("trouble");
    // The page is still arriving.
    if (!note) return setTimeout(trouble, 100, { detail });
    const [general, updated, whole] = note.children;
    general.hidden = detail === "other-version";
    updated.hidden = !general.hidden;
    if (whole) whole.hidden = !isNarrowed;
    note.hidden = false;
  };
  addEventListener("trouble", trouble);

  // A script that cannot be loaded or read, or that fails at once, is reported only here.
  const starts = /\/(app|boot)-[0-9a-f]{16}\.js$/;
  addEventListener("error", ({ target, filename, error }) => {
    const isTrap = /wasm/.test(error?.stack);
    if (!html.dataset.ready && !isTrap && starts.test(filename ?? target.src)) trouble({});
  }, true);
  // Nothing reports a file that never arrives.
  setTimeout(() => html.dataset.ready || html.dataset.trouble || trouble({}), 4500);

  // Without the app, the browser follows links, and an address that the app added to the history is loaded.
  const isOff = () => html.dataset.trouble && !html.dataset.ready;
  addEventListener("click", (event) => isOff() && event.stopImmediatePropagation(), true);
  const path = location.pathname;
  addEventListener("popstate", () => isOff() && location.pathname !== path && location.reload());
}
