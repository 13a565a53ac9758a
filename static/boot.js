// Starts the app with the data of the page's dossier. If hydration fails, the app renders the page from scratch. If the
// app cannot start at all, the prerendered page stays and shows a notice (see early.js).
import init, { takeOver } from "./APP_JS";

const wasm = new URL("./APP_WASM", import.meta.url);
let isRestarted = false;

const trouble = (reason) => dispatchEvent(new CustomEvent("trouble", { detail: reason }));

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
data.catch(() => trouble());

async function start(init, takeOver) {
  try {
    await init({ module_or_path: wasm });
    const reason = takeOver(await data);
    if (reason) trouble(reason); // The data is damaged, or made for another version of the app.
  } catch (error) {
    failed(error);
  }
}

const app = document.getElementById("app");
let prerendered = [];

// Starts the app again after a panic, once. A module keeps its state, so it is imported under another address. If it
// fails again, the page is shown as it was.
function failed(error) {
  if (!(error instanceof WebAssembly.RuntimeError) || document.documentElement.dataset.ready) return trouble();
  if (isRestarted) {
    app.replaceChildren(...prerendered);
    return trouble();
  }
  isRestarted = true;
  prerendered = [...app.childNodes];
  app.replaceChildren();
  const again = `${new URL("./APP_JS", import.meta.url).href}?again`;
  import(again).then(
    (fresh) => start(fresh.default, fresh.takeOver),
    () => {
      app.replaceChildren(...prerendered);
      trouble();
    },
  );
}
// A panic in a later task of the app is reported only here.
addEventListener("error", ({ error }) => error instanceof WebAssembly.RuntimeError && failed(error));

// Makes the links outside the app absolute, so that they still work when the app shows a page at
// another depth.
for (const link of document.querySelectorAll("link[rel=icon], #trouble a + a")) {
  link.href = link.href;
}

// Opens the complete file if exporting a part of it fails.
globalThis.exportView = (file, ...rest) =>
  import("./EXPORT_JS").then((module) => module.exportView(file, ...rest)).catch(() => file && location.assign(file));

start(init, takeOver);
