// Runs Lighthouse with its settings for phones on pages of built sites, and prints the scores: measure.mjs FOLDER…
// Run it through `make lighthouse`. With several folders, such as a build from before a change, they take turns, so that
// a busy machine slows all of them down. The other scores are exact, but the time of a busy machine is not: only they
// decide about the exit status.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";

const PAGES = ["", "shafaq-2026-01-06/statements/accusation-of-stalling/"];
const RUNS = Number(process.env.LIGHTHOUSE_RUNS || 3);
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const EXACT = CATEGORIES.slice(1);
const GOALS = { performance: 99, accessibility: 100, "best-practices": 100, seo: 100, blocking: 50 };
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

const installed = (path) => import(pathToFileURL(join(process.env.TOOLS, "lighthouse/node_modules", path)));
const { default: lighthouse } = await installed("lighthouse/core/index.js");
const { launch } = await installed("chrome-launcher/dist/index.js");

/** Serves a folder as a host does that sends the files which the build compressed. */
async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    const file = join(folder, path, path.endsWith("/") ? "index.html" : "");
    const type = TYPES[extname(file)] || "application/octet-stream";
    const brotli = /\bbr\b/.test(request.headers["accept-encoding"] || "") && (await read(`${file}.br`));
    const bytes = brotli || (await read(file));
    const encoding = brotli ? { "content-encoding": "br" } : {};
    response.writeHead(bytes ? 200 : 404, { "content-type": type, "cache-control": "max-age=3600", ...encoding });
    response.end(bytes || "not found");
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return server;
}

const read = (file) => readFile(file).catch(() => undefined);
const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Loads a page in a new browser. */
async function run(url) {
  const browser = await launch({ chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
  try {
    const options = { port: browser.port, output: "json", logLevel: "error", onlyCategories: CATEGORIES };
    const { lhr } = await lighthouse(url, options);
    if (lhr.runtimeError) throw new Error(`failed to load ${url} (${lhr.runtimeError.message})`);
    return lhr;
  } finally {
    browser.kill();
  }
}

function summary(results) {
  const score = (id) => median(results.map(({ categories }) => Math.round(categories[id].score * 100)));
  const time = (id) => Math.round(median(results.map(({ audits }) => audits[id].numericValue)));
  const scores = Object.fromEntries(CATEGORIES.map((id) => [id, score(id)]));
  const [{ categories, audits }] = results;
  const failed = EXACT.flatMap((id) => categories[id].auditRefs)
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => `${id}: ${audits[id].title}`);
  return { ...scores, blocking: time("total-blocking-time"), paint: time("largest-contentful-paint"), failed };
}

const folders = process.argv.slice(2);
const servers = await Promise.all(folders.map(serve));
const columns = ["site", "page", ...CATEGORIES, "blocking", "largest paint"];
console.log(`Lighthouse for phones, median of ${RUNS}. Goals: 100, performance ${GOALS.performance}, total blocking time ${GOALS.blocking} ms.`);
console.log(columns.join(" | "));
let missed = false;
for (const page of PAGES) {
  const results = folders.map(() => []);
  for (let round = 0; round < RUNS; round += 1) {
    for (const [index, server] of servers.entries()) {
      results[index].push(await run(`http://127.0.0.1:${server.address().port}/${page}`));
    }
  }
  for (const [index, folder] of folders.entries()) {
    const { failed, paint, ...found } = summary(results[index]);
    const below = CATEGORIES.map((id) => `${found[id]}${found[id] < GOALS[id] ? " (below)" : ""}`);
    const blocking = `${found.blocking} ms${found.blocking > GOALS.blocking ? " (above)" : ""}`;
    console.log([folder, `/${page}`, ...below, blocking, `${paint} ms`].join(" | "));
    failed.forEach((audit) => console.log(`  ${audit}`));
    // The first folder is the site under test; the others are there to compare.
    missed ||= index === 0 && EXACT.some((id) => found[id] < GOALS[id]);
  }
}
servers.forEach((server) => server.close());
process.exitCode = missed ? 1 : 0;
