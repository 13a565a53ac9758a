// Takes a view away: cuts the items that it shows, in its order, out of the file that holds them all.

// Without a file the page is printed. `file` is relative to the page, `items` counts from 0, `name` is what the file is saved as.
export async function take(file, items, name) {
  if (!file) return print();
  const address = new URL(file, document.baseURI);
  const [bytes, places] = await Promise.all([
    load(address).then((got) => got.arrayBuffer()),
    load(new URL(`${address.href}.places`)).then((got) => got.json()),
  ]);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const cut = (from, to) => decoder.decode(bytes.slice(from, to));
  const between = places.length > 2 ? cut(places[1], places[2]) : "";
  const shown = [...items].map((item) => cut(places[2 * item], places[2 * item + 1]));
  const text = cut(0, places[0]) + shown.join(between) + cut(places.at(-1));
  // Links are relative where the bundle does not know its address: they begin at the file.
  const root = new URL("..", address).href;
  const folder = address.pathname.split("/").at(-2);
  save(text.replaceAll(`../${folder}/`, `${root}${folder}/`), name);
}

async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return answer;
}

function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = name;
  link.click();
  // The browser has begun to save by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
