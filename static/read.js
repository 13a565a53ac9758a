// On pages that are only read: what would be too little for an app.
document.documentElement.dataset.scripts = "on";

// Completes the statement's link in what reports an error.
for (const part of document.querySelectorAll("[data-path]")) {
  const here = location.href.split(/[?#]/)[0];
  if (part.href) part.href = part.href.replace(part.dataset.path, encodeURIComponent(here));
  else part.textContent = here;
}

// Sorts the bodies of a table by their counts. The address keeps the order.
const order = document.querySelector("[data-sorts]");
if (order) {
  const table = document.querySelector(order.dataset.sorts);
  const asListed = [...table.tBodies];
  const sort = () => {
    const most = (a, b) => b.dataset.count - a.dataset.count;
    table.append(...(order.value ? asListed.toSorted(most) : asListed));
  };
  const read = () => {
    const asked = new URLSearchParams(location.search).get("sort");
    order.value = asked === "most" ? asked : "";
    sort();
  };
  order.addEventListener("change", () => {
    history.pushState(null, "", order.value ? `?sort=${order.value}` : location.pathname);
    sort();
  });
  addEventListener("popstate", read);
  read();
}

// Lights the words that the address names: evidence may be cut into several pieces.
const light = () => {
  const words = location.hash.slice(1);
  for (const piece of document.querySelectorAll("[data-words]")) {
    piece.classList.toggle("named", piece.dataset.words.split(" ").includes(words));
  }
};
addEventListener("hashchange", light);
light();
