{
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
}
