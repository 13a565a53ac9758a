// Shows all pages in one file. The path of a page comes after the `#` in the address. The app
// renders its own pages; all others come from the data in the file. In the same script, before this
// code, are the app's module as `start`, static/read.js as `read`, static/export.js, static/home.js, and the scripts
// in static/early/ but choices.js. If the app fails, its pages come from the data, too.
const html = document.documentElement;
const shown = document.getElementById("read");
const app = document.getElementById("app");

const unpacked = async (id) => {
  const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
};
// Shows the note that the app does not run.
const note = document.getElementById("trouble");
const trouble = (isShown, isNarrowed) => {
  note.lastElementChild.hidden = !isNarrowed;
  note.hidden = !isShown;
};
const { pages, files } = JSON.parse(
  await unpacked("pages").then((bytes) => new TextDecoder().decode(bytes)).catch((error) => {
    trouble(true);
    throw error;
  }),
);

globalThis.exportView = exportView;
globalThis.fileWithin = (file) => new TextEncoder().encode(files[file.slice(2)]).buffer;

// Splits `#/x/statements/y/?q=…#id` into the path of the page and the id of an element in it.
const place = () => {
  const [, path = "", id = ""] = location.hash.split("#");
  return { path: path.replace(/^\//, "").split("?")[0], id };
};

let isRunning = false;
let isBroken = false;
let drawn;

const pageAt = (path) => pages[path] ?? pages[`${path}/`] ?? pages[""].lost;

// Shows the page that the address names, unless the app shows it.
const show = () => {
  const { path, id } = place();
  const page = pageAt(path);
  const isApps = isRunning && page.app;
  trouble(isBroken && page.app, location.hash.includes("?"));
  app.hidden = !isApps;
  if (isApps) {
    shown.replaceChildren();
    drawn = undefined;
    return;
  }
  if (drawn === path) {
    if (id) go(id);
    return;
  }
  drawn = path;
  html.dataset.route = path;
  document.title = page.title;
  shown.replaceChildren(...new DOMParser().parseFromString(page.markup, "text/html").body.childNodes);
  read();
  hideControls(page);
  if (shown.querySelector(".home .reports")) dispatchEvent(new Event("list-shown"));
  go(id);
};

// If the app does not run, hides the controls that need it. Other pages keep theirs.
const hideControls = (page) => {
  if (isBroken && page.app) delete html.dataset.scripts;
};

const stop = () => {
  isRunning = false;
  isBroken = true;
  html.dataset.trouble = "true";
  delete html.dataset.ready;
  app.replaceChildren();
  drawn = undefined;
  show();
};

const go = (id) => {
  const target = id && document.getElementById(id);
  if (target) target.scrollIntoView();
  else scrollTo(0, 0);
};

// Links within a page are only `#id`, which would replace the path of the page.
document.addEventListener("click", (event) => {
  // The app still listens.
  if (isBroken) event.stopImmediatePropagation();
  const link = event.target.closest?.("a[href]");
  const href = link?.getAttribute("href");
  if (!href || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  if (link.hasAttribute("download")) {
    event.preventDefault();
    return exportFile(href, link.download || undefined);
  }
  if (/^#[^/]/.test(href)) {
    event.preventDefault();
    history.pushState(null, "", `#/${place().path}${href}`);
    dispatchEvent(new Event("hashchange"));
    go(href.slice(1));
    document.getElementById(href.slice(1))?.focus({ preventScroll: true });
  }
});

addEventListener("hashchange", show);
addEventListener("popstate", show);
const push = history.pushState.bind(history);
history.pushState = (...all) => {
  push(...all);
  show();
};

show();
html.dataset.route = place().path;
addEventListener("trap", stop);
try {
  await start({ module_or_path: await unpacked("wasm") });
  const problem = takeOver(new Uint8Array(await unpacked("data")));
  if (problem) throw new Error(problem);
  isRunning = !isBroken;
  show();
} catch {
  stop();
}
html.dataset.whole = "true";
