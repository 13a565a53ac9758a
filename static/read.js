// On pages that are only read: what would be too little for an app.
document.documentElement.dataset.scripts = "on";

// Completes links to this page where the bundle does not know its address.
const inOneFile = document.documentElement.dataset.root === "#/";
const here = inOneFile
  ? `#${location.hash.split("?")[0].split("#")[1] ?? "/"}` // Not where the file lies: that is nobody's business.
  : location.href.split(/[?#]/)[0];
for (const part of document.querySelectorAll("[data-path]")) {
  if (part.href) part.href = part.href.replace(part.dataset.path, encodeURIComponent(here));
  else part.textContent = here;
}
for (const part of document.querySelectorAll("[data-here]")) {
  part.textContent = here;
  if (part.href) part.href = here;
}

// A file that is taken away has whole links too.
for (const link of inOneFile ? [] : document.querySelectorAll("a[download]")) {
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    const { exportFile } = await import("./EXPORT_JS");
    await exportFile(link.getAttribute("href"), link.download || undefined);
  });
}

// Opens what can be taken away where the address asks for it.
const exportPart = document.getElementById("take");
const openExport = () => {
  if (exportPart && location.hash.endsWith("#take")) exportPart.open = true;
};
addEventListener("hashchange", openExport);
openExport();

// Copies: the text, and where it has links the same as markup. The command is old, but needs neither
// leave nor a secure connection, and gives both forms in every browser.
const copy = (part) => {
  const give = (event) => {
    event.clipboardData.setData("text/plain", part.textContent);
    if (part.querySelector("a")) event.clipboardData.setData("text/html", part.innerHTML);
    event.preventDefault();
  };
  getSelection().selectAllChildren(part);
  addEventListener("copy", give);
  const isDone = document.execCommand("copy");
  removeEventListener("copy", give);
  if (!isDone) return "Press Ctrl+C or ⌘C to copy what is selected.";
  getSelection().removeAllRanges();
  return "Copied.";
};
for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", () => {
    const told = copy(document.getElementById(button.dataset.copy));
    document.getElementById("export-status").textContent = told;
    for (const other of document.querySelectorAll(".is-done")) other.classList.remove("is-done");
    button.classList.add("is-done");
  });
}
for (const button of document.querySelectorAll("[data-share]")) {
  const share = { title: button.dataset.share, url: document.getElementById("export-link").textContent };
  button.hidden = !share.url.startsWith("http") || !navigator.canShare?.(share);
  // A reader who closes the sheet has shared nothing, and that is no error.
  button.addEventListener("click", () => navigator.share(share).catch(() => {}));
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
    const query = inOneFile ? location.hash.split("?")[1] : location.search;
    const asked = new URLSearchParams(query).get("sort");
    order.value = asked === "most" ? asked : "";
    sort();
  };
  order.addEventListener("change", () => {
    const page = inOneFile ? location.hash.split("?")[0] : location.pathname;
    history.pushState(null, "", order.value ? `${page}?sort=${order.value}` : page);
    sort();
  });
  addEventListener("popstate", read);
  read();
}

// Lights the words that the address names: evidence may be cut into several pieces.
const light = () => {
  const words = location.hash.split("#").at(-1);
  for (const piece of document.querySelectorAll("[data-words]")) {
    piece.classList.toggle("named", piece.dataset.words.split(" ").includes(words));
  }
};
addEventListener("hashchange", light);
light();
