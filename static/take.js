// Takes a view away: cuts the items that it shows, in its order, out of the file that holds them all.

// Without a file the page is printed. `file` is relative to the page, `items` counts from 0, `name`
// is what the result is saved as.
export async function take(file, items, name) {
  if (!file) return print();
  const [bytes, places] = await Promise.all([load(file), load(`${file}.places`)]);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const cut = (from, to) => decoder.decode(bytes.slice(from, to));
  const at = JSON.parse(decoder.decode(places));
  if (!at.length) return save(decoder.decode(bytes), name);
  const between = at.length > 2 ? cut(at[1], at[2]) : "";
  const shown = [...items].map((item) => cut(at[2 * item], at[2 * item + 1]));
  const text = cut(0, at[0]) + shown.join(between) + cut(at.at(-1));
  // Links are relative where the bundle does not know its address: they begin at the file.
  const folder = file.split("/").at(-2);
  const address = globalThis.fileWithin ? file : new URL(file, document.baseURI).href;
  const whole = address.slice(0, -file.split("/").at(-1).length);
  save(completed(text, folder, whole, name), name);
}

// A text whose links begin with `../FOLDER/`, or further up, with whole ones. What a format would
// read as its own marks is spelt otherwise.
export function completed(text, folder, whole, name) {
  let address = whole;
  if (name.endsWith(".bib")) address = address.replace(/[%#&_$]/g, "\\$&").replaceAll("~", "\\textasciitilde{}");
  if (name.endsWith(".csv")) address = address.replaceAll(",", "%2C");
  return text.replace(new RegExp(`(?:\\.\\./)+${folder}/`, "g"), () => address);
}

// Where all pages stand in one file, so do these.
async function load(file) {
  if (globalThis.fileWithin) return globalThis.fileWithin(file);
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}`);
  return answer.arrayBuffer();
}

export function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = name;
  link.click();
  // The browser has begun to save by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
