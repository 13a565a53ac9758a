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
}
