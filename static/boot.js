// Starts the app. If hydration fails, the app renders the page from scratch. If the app cannot
// start at all, the prerendered page stays and shows a notice (see early.js).
import init from "./APP_JS";

const wasm = new URL("./APP_WASM", import.meta.url);
let isRestarted = false;

const trouble = () => dispatchEvent(new Event("trouble"));

async function start(init) {
  try {
    await init({ module_or_path: wasm });
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) trouble(); // Panics go to the listener below.
  }
}

// A panic during hydration does not reject `init`, so it is caught here. A module keeps its state,
// so the restart imports it under another address.
addEventListener("error", (event) => {
  if (!(event.error instanceof WebAssembly.RuntimeError)) return;
  if (isRestarted || document.documentElement.dataset.ready) return trouble();
  isRestarted = true;
  document.getElementById("app").replaceChildren();
  const again = `${new URL("./APP_JS", import.meta.url).href}?again`;
  import(again).then((fresh) => start(fresh.default), trouble);
});

// Makes the links outside the app absolute, so that they still work when the app shows a page at
// another depth.
for (const link of document.querySelectorAll("link[rel=icon], #trouble a:last-child")) {
  link.href = link.href;
}

// Opens the complete file if exporting a part of it fails.
globalThis.exportView = (file, ...rest) =>
  import("./EXPORT_JS").then((module) => module.exportView(file, ...rest)).catch(() => file && location.assign(file));

start(init);
