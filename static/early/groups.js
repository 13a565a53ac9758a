{
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
    // In the single file, pages without the app have an element of their own.
    for (const id of ["app", "read"]) {
      const page = document.getElementById(id);
      if (page) observer.observe(page, { childList: true, subtree: true });
    }
  });
}
