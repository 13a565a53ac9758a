// Tests of onrecord.js with programs that stand in for the real one: node --test npm
"use strict";

const assert = require("node:assert");
const { spawn, spawnSync } = require("node:child_process");
const { chmodSync, copyFileSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { afterEach, beforeEach, test } = require("node:test");

const NAME = `@onrecord/${process.platform}-${process.arch}`;
const unix = { skip: process.platform === "win32" };
let folder;
let launcher;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-"));
  launcher = join(folder, "onrecord.js");
  for (const file of ["onrecord.js", "package.json"]) copyFileSync(join(__dirname, file), join(folder, file));
});

afterEach(() => rmSync(folder, { recursive: true }));

function script(path, lines) {
  writeFileSync(path, ["#!/bin/sh", ...lines, ""].join("\n"));
  chmodSync(path, 0o755);
  return path;
}

function run(options, ...args) {
  const { ONRECORD_BINARY, ...env } = process.env;
  return spawnSync(process.execPath, [launcher, ...args], { encoding: "utf8", env: { ...env, ...options } });
}

test("names the missing package and the fix", () => {
  const { status, stderr } = run({});
  assert.equal(status, 1);
  assert.match(stderr, new RegExp(`error: the package ${NAME}, .* is not installed`));
  assert.match(stderr, new RegExp(`npm install --include=optional ${NAME}@`));
  assert.match(stderr, /ONRECORD_BINARY/);
});

test("says when there is no package for a platform", () => {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ optionalDependencies: {} }));
  const { status, stderr } = run({});
  assert.equal(status, 1);
  assert.match(stderr, /no package for this platform/);
  assert.match(stderr, /cargo install onrecord/);
});

test("runs the program of the platform's package", unix, () => {
  const installed = join(folder, "node_modules", NAME);
  mkdirSync(installed, { recursive: true });
  writeFileSync(join(installed, "package.json"), JSON.stringify({ name: NAME, version: "0.0.0" }));
  script(join(installed, "onrecord"), ['echo "$# $1|$2"']);
  assert.equal(run({}, "build", "my site").stdout, "2 build|my site\n");
});

test("runs ONRECORD_BINARY instead, and passes its exit code on", unix, () => {
  const other = script(join(folder, "other"), ["exit 7"]);
  assert.equal(run({ ONRECORD_BINARY: other }).status, 7);
});

test("says which program failed to start", () => {
  const { status, stderr } = run({ ONRECORD_BINARY: join(folder, "missing") });
  assert.equal(status, 1);
  assert.match(stderr, /error: failed to run .*missing \(ENOENT\)/);
});

test("ends by the signal that ended the program", unix, () => {
  const other = script(join(folder, "other"), ["kill -KILL $$"]);
  assert.equal(run({ ONRECORD_BINARY: other }).signal, "SIGKILL");
  script(other, ["kill -TERM $$"]);
  assert.equal(run({ ONRECORD_BINARY: other }).signal, "SIGTERM");
});

for (const [signal, name] of [["SIGINT", "INT"], ["SIGTERM", "TERM"], ["SIGHUP", "HUP"]]) {
  test(`passes ${signal} to the program`, unix, async () => {
    // `wait` ends when a signal comes; the reader in the background ends with the input.
    const other = script(join(folder, "other"), [`trap 'exit 9' ${name}`, "cat <&3 &", "echo ready", "wait"]);
    const env = { ...process.env, ONRECORD_BINARY: script(join(folder, "outer"), [`exec "${other}" 3<&0`]) };
    const child = spawn(process.execPath, [launcher], { env, stdio: ["pipe", "pipe", "inherit"] });
    const ended = new Promise((resolve) => child.on("exit", (code) => resolve(code)));
    await new Promise((resolve) => child.stdout.once("data", resolve));
    child.kill(signal);
    assert.equal(await ended, 9);
    child.stdin.end();
  });
}
