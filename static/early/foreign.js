{
  // Translators replace texts of the page with elements. The app would then change texts that are no longer there, or
  // fail. So before it changes an element whose texts were replaced, they are put back, and the translator translates
  // the new ones.
  const replaced = new WeakMap();
  const changes = ["insertBefore", "removeChild"];
  const putBack = (parent) => {
    const texts = replaced.get(parent) ?? [];
    replaced.delete(parent);
    for (const name of changes) delete parent[name];
    for (const [text, shown] of texts) {
      delete text.nodeValue;
      if (shown.parentNode === parent) shown.replaceWith(text);
    }
  };
  const guard = (parent, text, shown) => {
    const texts = replaced.get(parent) ?? new Map();
    replaced.set(parent, texts.set(text, shown));
    for (const name of changes) {
      parent[name] = (...nodes) => {
        putBack(parent);
        return parent[name](...nodes);
      };
    }
    const set = (value) => {
      putBack(parent);
      text.nodeValue = value;
    };
    Object.defineProperty(text, "nodeValue", { configurable: true, get: () => text.data, set });
  };
  const look = (records) => {
    const added = new Set(records.flatMap(({ addedNodes }) => [...addedNodes]));
    const isNew = (node) => node?.localName === "font" && added.has(node);
    for (const { target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      for (const text of removedNodes) {
        if (text.nodeType !== Node.TEXT_NODE || text.parentNode === target) continue;
        // It was moved into an element, or another node is in its place.
        let around = text;
        while (around && around.parentNode !== target) around = around.parentNode;
        const shown = around ?? addedNodes[0] ?? [previousSibling, nextSibling].find(isNew);
        if (shown) guard(target, text, shown);
      }
    }
  };
  addEventListener("DOMContentLoaded", () => {
    new MutationObserver(look).observe(document.getElementById("app"), { childList: true, subtree: true });
  });

  // If a text disappeared in another way, its change cannot be seen, which counts as a failure.
  const { get, set } = Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue");
  Object.defineProperty(Text.prototype, "nodeValue", {
    configurable: true,
    get,
    set(value) {
      set.call(this, value);
      if (!this.isConnected) dispatchEvent(new Event("trap"));
    },
  });
}
