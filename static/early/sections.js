{
  // Scrolls the row of sections to the current one, where the row is wider than the window.
  const showCurrent = () => {
    const row = document.querySelector(".views");
    const current = row?.querySelector("[aria-current]");
    if (!current) return;
    const middle = (it) => {
      const { left, width } = it.getBoundingClientRect();
      return left + width / 2;
    };
    row.scrollLeft += middle(current) - middle(row);
  };
  addEventListener("DOMContentLoaded", showCurrent);
  const changes = { subtree: true, attributeFilter: ["aria-current", "data-route", "data-ready"] };
  new MutationObserver(showCurrent).observe(document.documentElement, changes);
}
