// Runs before the page is drawn, followed by the scripts in static/early/.
{
  const html = document.documentElement;

  // Shows the controls that need scripts. If the address asks for a filtered list, marks the page, so that a style
  // hides the unfiltered list until the app has read the address, for a few seconds at most. Undoes
  // both if the app cannot start.
  html.dataset.scripts = "on";
  const asks = /[?&;](q|kind|speaker|via|party|identification|directness|topic|place|date|about|role|from|to|sort|statement)=/i;
  if (asks.test(location.search)) html.dataset.pending = "true";
  const trouble = ({ detail }) => {
    delete html.dataset.scripts;
    delete html.dataset.pending;
    const note = document.getElementById("trouble");
    const [general, updated] = note.children;
    general.hidden = detail === "other-version";
    updated.hidden = !general.hidden;
    note.hidden = false;
  };
  addEventListener("trouble", trouble);
  // A script that fails to load is reported only here.
  addEventListener("error", ({ target }) => target.localName === "script" && trouble({}), true);
}
