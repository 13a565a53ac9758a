// Starts the app with the data of the page's dossier. If the app cannot start, the prerendered page stays, with a note
// (see early.js). If it fails later, the page is loaded again.
import init, { takeOver } from "./APP_JS";

const wasm = new URL("./APP_WASM", import.meta.url);
const html = document.documentElement;
const app = document.getElementById("app");
const prerendered = app.cloneNode(true);
const path = location.pathname;
let isPristine = true;
let isRestarted = false;

// Shows the page as it was prerendered, with a note.
function stop(reason) {
  delete html.dataset.ready;
  if (!isPristine) app.replaceChildren(...prerendered.childNodes);
  dispatchEvent(new CustomEvent("trouble", { detail: reason }));
}

async function fetched(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return new Uint8Array(await response.arrayBuffer());
}

// Both are needed, and the page has preloaded both.
const data = (async () => {
  const link = document.getElementById("data");
  if (!link) throw new Error("the page names no data");
  return fetched(link.href);
})();

async function start(init, takeOver) {
  try {
    await Promise.all([init({ module_or_path: wasm }), data]);
    const reason = takeOver(await data);
    if (reason) return stop(reason); // The data is damaged, or made for another version of the app.
    isPristine = false;
  } catch {
    stop();
  }
}

// Starts the app again, once, if it cannot take over the prerendered page. Then it draws the page from scratch. A
// module keeps its state, so it is imported under another address.
function restart() {
  if (isRestarted) return stop();
  isRestarted = true;
  app.replaceChildren();
  const again = `${new URL("./APP_JS", import.meta.url).href}?again`;
  import(again).then((fresh) => start(fresh.default, fresh.takeOver), () => stop());
}

// Loads the page again, with its address. The history entry remembers this: after a second failure, the page is loaded
// without the app.
const [entry, top, mark] = Array.isArray(history.state) ? history.state : [];
let isLeaving = false;
function loadAgain() {
  if (isLeaving) return;
  isLeaving = true;
  if (!navigator.onLine && location.pathname === path) return stop();
  const [entry, top] = Array.isArray(history.state) ? history.state : [];
  history.replaceState([entry, top, mark ? "off" : "again"], "");
  location.reload();
}

addEventListener("trap", () => (html.dataset.ready ? loadAgain() : restart()));

// Makes the links outside the app absolute, so that they still work when the app shows a page at
// another depth.
for (const link of document.querySelectorAll("link[rel=icon], #trouble a + a")) {
  link.href = link.href;
}

// Opens the complete file if exporting a part of it fails.
globalThis.exportView = (file, ...rest) =>
  import("./EXPORT_JS").then((module) => module.exportView(file, ...rest)).catch(() => file && location.assign(file));

if (mark) history.replaceState([entry, top], "");
if (mark === "off") {
  data.catch(() => {});
  stop();
} else start(init, takeOver);
