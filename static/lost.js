// Looks for the root of the site in the folders above the address, nearest first, and completes the
// links.
(async () => {
  const links = document.querySelectorAll("a[data-path]");
  if (links[0].hasAttribute("href")) return;
  const folders = location.pathname.split("/").slice(1, -1);
  for (let depth = folders.length; depth >= 0; depth--) {
    const root = ["", ...folders.slice(0, depth), ""].join("/");
    const found = await fetch(root + "published.schema.json", { method: "HEAD" }).catch(() => null);
    if (!found?.ok) continue;
    for (const link of links) link.href = root + link.dataset.path;
    document.querySelector(".hint")?.remove();
    document.documentElement.dataset.ready = "true";
    return;
  }
})();
