{
  // Repeats the choices that the reader made before the app was ready, in their order. Boxes and
  // fields show their state themselves; buttons are marked until then.
  const html = document.documentElement;
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
}
