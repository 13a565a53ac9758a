// Starts the annotator. If it cannot start, or fails in use, the page says so.
import init, { open } from "./ANNOTATOR_JS";

const html = document.documentElement;
const app = document.getElementById("app");
html.dataset.scripts = "on";

function show(id) {
  const note = document.getElementById(id);
  note.hidden = false;
  note.scrollIntoView({ block: "nearest" });
}

// After an error in its WebAssembly, its memory is in an unknown state, so the page takes no more input. What the
// annotator saved before is kept.
const isOwn = (address) => address.startsWith("wasm:") || /\/(annotator|annotate)-[0-9a-f]{16}\./.test(address);
function look(error) {
  const stack = `${error?.stack}`;
  const addresses = stack.match(/[\w-]+:\/\/[^\s)]+/g) ?? [];
  if (!/wasm/.test(stack) || !addresses.every(isOwn)) return;
  app.inert = true;
  delete html.dataset.ready;
  show(html.dataset.opened ? "failed" : "cannot-start");
}
addEventListener("error", ({ error }) => look(error));
addEventListener("unhandledrejection", ({ reason }) => look(reason));

try {
  await init({ module_or_path: new URL("./ANNOTATOR_WASM", import.meta.url) });
  open();
  html.dataset.opened = "true";
} catch {
  show("cannot-start");
}
