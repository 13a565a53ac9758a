// Runs before the page is drawn. Makes controls that need scripts work as soon as they are shown.
(() => {
  const html = document.documentElement;

  // Shows these controls. If the address asks for a filtered list, marks the page, so that a style
  // hides the unfiltered list until the app has read the address, for a few seconds at most. Undoes
  // both if the app cannot start.
  html.dataset.scripts = "on";
  const asks = /[?&](q|kind|speaker|via|party|identification|directness|topic|place|date|about|role|from|to|sort|statement)=/;
  if (asks.test(location.search)) html.dataset.pending = "true";
  const trouble = () => {
    delete html.dataset.scripts;
    delete html.dataset.pending;
    document.getElementById("trouble").hidden = false;
  };
  addEventListener("trouble", trouble);
  // A script that fails to load is reported only here.
  addEventListener("error", ({ target }) => target.localName === "script" && trouble(), true);

  // Repeats the choices that the reader made before the app was ready, in their order. Boxes and
  // fields show their state themselves; buttons are marked until then.
  const early = [];
  const isReady = () => html.dataset.ready;
  const remember = (control, repeat) => {
    control.dataset.early = "";
    early.push(() => {
      delete control.dataset.early;
      repeat();
    });
  };
  addEventListener("click", ({ target }) => {
    const button = target.closest?.("#app button:not(.menu button)");
    if (!isReady() && button) remember(button, () => button.click());
  });
  addEventListener("change", ({ target }) => {
    if (isReady() || !target.matches("#app :is(select, [type=checkbox])")) return;
    const { value, checked } = target;
    remember(target, () => {
      target.value = value;
      if (target.type !== "checkbox") return target.dispatchEvent(new Event("change", { bubbles: true }));
      target.checked = !checked;
      target.click();
    });
  });
  new MutationObserver((_, observer) => {
    observer.disconnect();
    for (const repeat of early) repeat();
  }).observe(html, { attributeFilter: ["data-ready"] });

  // Closes a menu after a choice, a click elsewhere, or Escape.
  const close = (menu, isFocused) => {
    menu.open = false;
    if (isFocused) menu.querySelector("summary").focus();
  };
  addEventListener("click", ({ target }) => {
    for (const menu of document.querySelectorAll(".menu[open]")) {
      if (!menu.contains(target)) close(menu, false);
      else if (target.closest("button")) close(menu, true);
    }
  });
  addEventListener("keydown", (event) => {
    const menu = document.querySelector(".menu[open]");
    if (event.key !== "Escape" || !menu) return;
    close(menu, menu.contains(document.activeElement));
    event.stopImmediatePropagation();
  }, true);

  // A group of controls is one stop for the Tab key: the control that was used last. Arrow keys,
  // Home and End move within it.
  const stops = "a[href], button, input";
  const rove = (group, current) => {
    for (const stop of group.querySelectorAll(stops)) {
      const index = stop === current ? 0 : -1;
      if (stop.getAttribute("tabindex") !== `${index}`) stop.tabIndex = index;
    }
  };
  const groups = "[data-rove], [role=toolbar]";
  const prepare = (group) => {
    const controls = [...group.querySelectorAll(stops)];
    rove(group, controls.find((stop) => stop.tabIndex === 0 && stop.hasAttribute("tabindex")) ?? controls[0]);
  };
  addEventListener("focusin", ({ target }) => {
    const group = target.closest?.(groups);
    if (group && target.matches(stops)) rove(group, target);
  });
  const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  addEventListener("keydown", (event) => {
    const group = event.target.closest?.(groups);
    if (!group || !(event.key in steps) || event.altKey || event.ctrlKey || event.metaKey) return;
    const controls = [...group.querySelectorAll(stops)].filter((stop) => stop.offsetParent);
    const isSideways = event.key === "ArrowRight" || event.key === "ArrowLeft";
    const turns = isSideways && getComputedStyle(group).direction === "rtl";
    const step = turns ? -steps[event.key] : steps[event.key];
    const at = Math.min(Math.max(controls.indexOf(event.target) + step, 0), controls.length - 1);
    controls[at]?.focus();
    event.preventDefault();
  });
  addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(groups).forEach(prepare);
    const observer = new MutationObserver((changes) => {
      const changed = new Set();
      for (const { target, addedNodes } of changes) {
        for (const node of addedNodes) {
          if (node.nodeType !== Node.ELEMENT_NODE) continue;
          const group = target.closest(groups);
          if (group) changed.add(group);
          else if (node.matches(groups)) changed.add(node);
          else node.querySelectorAll(groups).forEach((inner) => changed.add(inner));
        }
      }
      changed.forEach(prepare);
    });
    observer.observe(document.getElementById("app"), { childList: true, subtree: true });
  });
})();
