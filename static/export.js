// Exports a list: copies the items that it shows, in its order, from the file that contains them
// all.

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

// Saves items of a file. `file` is relative to the page, `items` are 0-based positions, and `name`
// is the name of the saved file. Without a file, prints the page.
export async function exportView(file, items, name) {
  if (!file) return print();
  const [bytes, places] = await Promise.all([load(file), load(`${file}.places`)]);
  const cut = (from, to) => decoder.decode(bytes.slice(from, to));
  const at = JSON.parse(decoder.decode(places));
  if (!at.length) return save(decoder.decode(bytes), name);
  const between = at.length > 2 ? cut(at[1], at[2]) : "";
  const shown = [...items].map((item) => cut(at[2 * item], at[2 * item + 1]));
  const text = cut(0, at[0]) + shown.join(between) + cut(at.at(-1));
  save(completed(text, file, name), name);
}

// Saves a complete file.
export async function exportFile(file, name = file.split("/").at(-1)) {
  save(completed(decoder.decode(await load(file)), file, name), name);
}

// The files of a site without an address contain relative links. Makes them absolute and escapes them
// for the format. In the single file, links start at the `#`, because its path on disk is private.
function completed(text, file, name) {
  const within = globalThis.fileWithin;
  const address = new URL(within ? file.slice(1) : file, within ? "file:///" : document.baseURI).href;
  return text.replace(/((?:\.\.\/)+)([a-z0-9-]+\/)/g, (link) => {
    const whole = new URL(link, address).href;
    return address.startsWith(whole) ? escaped(within ? whole.replace("file://", "#") : whole, name) : link;
  });
}

// Escapes characters of a URL that mean something in the format. All formats but these take any URL.
function escaped(url, name) {
  if (name.endsWith(".csv")) return url.replaceAll(",", "%2C");
  if (!name.endsWith(".bib")) return url;
  return url.replace(/[%#&_$]/g, "\\$&").replaceAll("~", "\\textasciitilde{}");
}

// If all pages are in one file, so are the exported files.
async function load(file) {
  if (globalThis.fileWithin) return globalThis.fileWithin(file);
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`failed to load ${answer.url} (status ${answer.status})`);
  return answer.arrayBuffer();
}

function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = name;
  link.click();
  // By then the browser has started to save.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
