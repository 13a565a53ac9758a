// Runs on pages without the app.
document.documentElement.dataset.scripts = "on";

// Completes links to this page if the site was built without an address.
const inOneFile = document.documentElement.dataset.root === "#/";
const here = inOneFile
  ? `#${location.hash.split("?")[0].split("#")[1] ?? "/"}` // The path of the file on disk is private.
  : location.href.split(/[?#]/)[0];
for (const part of document.querySelectorAll("[data-path]")) {
  if (part.href) part.href = part.href.replace(part.dataset.path, encodeURIComponent(here));
  else part.textContent = here;
}
for (const part of document.querySelectorAll("[data-here]")) {
  part.textContent = here;
  if (part.href) part.href = here;
}

// Makes the links in downloaded files absolute.
for (const link of inOneFile ? [] : document.querySelectorAll("a[download]")) {
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    const { exportFile } = await import("./EXPORT_JS");
    await exportFile(link.getAttribute("href"), link.download || undefined);
  });
}

// Folds are open in the page as it was sent. On a phone, the evidence starts closed.
const evidence = document.getElementById("evidence");
if (evidence && matchMedia("(max-width: 39.99rem)").matches) evidence.open = false;

// Opens the fold that the address asks for, or that contains what it asks for.
const unfold = () => {
  const asked = document.getElementById(location.hash.split("#").at(-1));
  const fold = asked?.closest("details");
  if (!fold || fold.open) return;
  fold.open = true;
  asked.scrollIntoView();
};
addEventListener("hashchange", unfold);
unfold();
// A link to the fragment that the address already has changes nothing, so its click counts.
for (const link of document.querySelectorAll("a[href^='#']")) link.addEventListener("click", () => setTimeout(unfold));

// Prints with the day, and with the evidence open.
for (const day of document.querySelectorAll("[data-today]")) {
  day.textContent = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}
let wasOpen;
addEventListener("beforeprint", () => {
  wasOpen = evidence?.open;
  if (evidence) evidence.open = true;
});
addEventListener("afterprint", () => {
  if (evidence) evidence.open = wasOpen;
});

const panel = document.getElementById("take");
// Copies the text and, if it contains links, the markup. `execCommand` is deprecated, but it needs
// no permission and no secure connection, and copies both forms in every browser.
const copy = (part) => {
  const write = (event) => {
    event.clipboardData.setData("text/plain", part.textContent);
    if (part.querySelector("a")) event.clipboardData.setData("text/html", part.innerHTML);
    event.preventDefault();
  };
  // What is in a closed fold cannot be selected. Something must be, or nothing is copied.
  const select = (what) => getSelection().selectAllChildren(what);
  select(part.checkVisibility() ? part : document.getElementById("title"));
  addEventListener("copy", write);
  const isDone = document.execCommand("copy");
  removeEventListener("copy", write);
  if (!isDone) {
    if (panel) panel.open = true;
    select(part);
    return "Press Ctrl+C or ⌘C to copy the selection.";
  }
  getSelection().removeAllRanges();
  return "Copied.";
};
for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", () => {
    const message = copy(document.getElementById(button.dataset.copy) ?? button.previousElementSibling);
    document.getElementById("export-status").textContent = message;
    for (const other of document.querySelectorAll(".is-done")) other.classList.remove("is-done");
    button.classList.add("is-done");
  });
}
for (const button of document.querySelectorAll("[data-share]")) {
  const share = { title: button.dataset.share, url: document.getElementById("export-link").textContent };
  button.hidden = !share.url.startsWith("http") || !navigator.canShare?.(share);
  // Closing the share sheet rejects the promise. That is not an error.
  button.addEventListener("click", () => navigator.share(share).catch(() => {}));
}

// Sorts the sections of a table by their counts. The address stores the order.
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

// Highlights the words that the address names. They may be in several pieces.
const highlight = () => {
  const words = location.hash.split("#").at(-1);
  for (const piece of document.querySelectorAll("[data-words]")) {
    piece.classList.toggle("named", piece.dataset.words.split(" ").includes(words));
  }
};
addEventListener("hashchange", highlight);
highlight();
