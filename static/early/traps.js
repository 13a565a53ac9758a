{
  // Reports a failure in the app's WebAssembly, after which the app does nothing any more. Errors of other scripts on
  // the page, such as an extension's, are not the app's.
  const inOneFile = document.documentElement.dataset.root === "#/";
  const [page] = location.href.split("#");
  const isApps = (address) =>
    // WebAssembly without an address of its own.
    address.startsWith("wasm:") ||
    (inOneFile ? address.startsWith(page) : /\/(app|boot)-[0-9a-f]{16}\./.test(address));
  const look = (error) => {
    const stack = `${error?.stack}`;
    const addresses = stack.match(/[\w-]+:\/\/[^\s)]+/g) ?? [];
    if (/wasm/.test(stack) && addresses.every(isApps)) dispatchEvent(new Event("trap"));
  };
  addEventListener("error", ({ error }) => look(error));
  addEventListener("unhandledrejection", ({ reason }) => look(reason));
  // Safari hides the errors of a file on disk. The app says in the console that it panics, before it ends.
  if (inOneFile) {
    const { error } = console;
    console.error = (...all) => {
      error.apply(console, all);
      if (/^panicked at /.test(all[0])) setTimeout(() => dispatchEvent(new Event("trap")));
    };
  }
}
