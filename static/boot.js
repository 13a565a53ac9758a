// Starts the app. Where it cannot take over the prerendered page, it draws the page anew; where it
// cannot start at all, the page stays as it was prerendered and says so (see `early`).
import init from "./APP_JS";

const wasm = new URL("./APP_WASM", import.meta.url);
let startedAnew = false;

const trouble = () => dispatchEvent(new Event("trouble"));

async function start(init) {
  try {
    await init({ module_or_path: wasm });
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) trouble(); // Else the listener below has it.
  }
}

// A panic while taking over does not reject `init`: it is heard here. The module keeps what it
// started with, so that a second start needs it a second time.
addEventListener("error", (event) => {
  if (!(event.error instanceof WebAssembly.RuntimeError)) return;
  if (startedAnew || document.documentElement.dataset.ready) return trouble();
  startedAnew = true;
  document.getElementById("app").replaceChildren();
  const again = `${new URL("./APP_JS", import.meta.url).href}?again`;
  import(again).then((fresh) => start(fresh.default), trouble);
});

// What stands outside of the app must lead to the same places when the app shows another depth.
for (const link of document.querySelectorAll("link[rel=icon], #trouble a:last-child")) {
  link.href = link.href;
}

// What cannot be cut out can still be had whole.
globalThis.exportView = (file, ...rest) =>
  import("./EXPORT_JS").then(({ exportView }) => exportView(file, ...rest)).catch(() => file && location.assign(file));

start(init);
