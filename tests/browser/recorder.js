// The first script of every page that the harness serves. It notes errors, warnings, policy
// violations and requests to other origins. The notes are in `sessionStorage`, so that they outlast
// the page. `window.__record` is the list of notes, as `[kind, text]` pairs.
(() => {
  "use strict";
  const KEY = "__record";
  // Scenarios may take the storage away from the page.
  const storage = sessionStorage;
  const read = () => JSON.parse(storage.getItem(KEY) ?? "[]");
  const write = (notes) => storage.setItem(KEY, JSON.stringify(notes));
  const note = (kind, text) => write([...read(), [kind, text]]);

  write(read());
  Object.defineProperty(window, "__record", { get: read });

  const show = (value) => {
    if (typeof value === "string") return value;
    if (value instanceof Error) return `${value}`;
    try { return JSON.stringify(value) ?? `${value}`; } catch { return `${value}`; }
  };
  for (const level of ["error", "warn"]) {
    const say = console[level];
    console[level] = (...values) => {
      note(`console.${level}`, values.map(show).join(" "));
      say.apply(console, values);
    };
  }

  // Captures, because the error event of an image or a style sheet does not bubble.
  addEventListener("error", (event) => {
    const { target } = event;
    if (target instanceof Element) note("load error", target.src ?? target.href ?? target.localName);
    else note("uncaught error", event.message);
  }, true);
  addEventListener("unhandledrejection", (event) => note("unhandled rejection", show(event.reason)));
  document.addEventListener("securitypolicyviolation", (event) =>
    note("policy violation", `${event.effectiveDirective} ${event.blockedURI} ${event.sample}`.trim()));

  const foreign = (entries) => {
    for (const { name } of entries) {
      if (/^(https?|wss?):/.test(name) && new URL(name).origin !== location.origin) note("foreign request", name);
    }
  };
  const observer = new PerformanceObserver((list) => foreign(list.getEntries()));
  observer.observe({ type: "resource", buffered: true });
  addEventListener("pagehide", () => foreign(observer.takeRecords()));
  window.__flush = () => foreign(observer.takeRecords());
})();
