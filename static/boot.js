// Starts the app. Where it cannot take over the prerendered page, it draws the page anew; where it
// cannot start at all, the page stays as it was prerendered and says so.
import init from "./APP_JS";

const wasm = new URL("./APP_WASM", import.meta.url);
const html = document.documentElement;
let startedAnew = false;

function trouble() {
  delete html.dataset.scripts;
  delete html.dataset.pending;
  document.getElementById("trouble").hidden = false;
}

async function start() {
  try {
    await init({ module_or_path: wasm });
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) return; // The listener below has it.
    trouble();
  }
}

// A panic while taking over does not reject `init`: it is heard here.
addEventListener("error", async (event) => {
  if (!(event.error instanceof WebAssembly.RuntimeError)) return;
  if (startedAnew || html.dataset.ready) return trouble();
  startedAnew = true;
  const fresh = await import(`${new URL("./APP_JS", import.meta.url).href}?again`);
  document.getElementById("app").replaceChildren();
  await fresh.default({ module_or_path: wasm }).catch(trouble);
});

start();
