// Takes a view away: cuts the items that it shows, in its order, out of the file that holds them all.

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

// Without a file the page is printed. `file` is relative to the page, `items` counts from 0, `name`
// is what the result is saved as.
export async function take(file, items, name) {
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

// The whole of a file.
export async function takeWhole(file, name = file.split("/").at(-1)) {
  save(completed(decoder.decode(await load(file)), file, name), name);
}

// Links are relative to the file where the bundle does not know its address. A reader gets whole ones,
// in which nothing is a mark of the format. Within one file they stay there: where that lies is nobody's
// business.
function completed(text, file, name) {
  const within = globalThis.fileWithin;
  const address = new URL(within ? file.slice(1) : file, within ? "file:///" : document.baseURI).href;
  return text.replace(/((?:\.\.\/)+)([a-z0-9-]+\/)/g, (link) => {
    const whole = new URL(link, address).href;
    return address.startsWith(whole) ? spelt(within ? whole.replace("file://", "#") : whole, name) : link;
  });
}

function spelt(address, name) {
  if (name.endsWith(".csv")) return address.replaceAll(",", "%2C");
  if (!name.endsWith(".bib")) return address;
  return address.replace(/[%#&_$]/g, "\\$&").replaceAll("~", "\\textasciitilde{}");
}

// Where all pages stand in one file, so do these.
async function load(file) {
  if (globalThis.fileWithin) return globalThis.fileWithin(file);
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}`);
  return answer.arrayBuffer();
}

function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = name;
  link.click();
  // The browser has begun to save by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
