// On pages that are only read: completes the statement's link in what reports an error.
for (const part of document.querySelectorAll("[data-path]")) {
  const here = location.href.split(/[?#]/)[0];
  if (part.href) part.href = part.href.replace(part.dataset.path, encodeURIComponent(here));
  else part.textContent = here;
}
