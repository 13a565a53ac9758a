#!/usr/bin/env node
// Runs the program of this platform, which is in an optional package, and ends as it ends. ONRECORD_BINARY names another
// program to run.
"use strict";

const { spawn } = require("node:child_process");
const { constants } = require("node:os");
const { optionalDependencies: packages } = require("./package.json");

// Signals that ask a program to end. They go to the program, which decides.
const ENDING = ["SIGINT", "SIGTERM", "SIGHUP"];

function program() {
  const { ONRECORD_BINARY } = process.env;
  if (ONRECORD_BINARY) return ONRECORD_BINARY;
  const platform = `${process.platform}-${process.arch}`;
  const name = `@onrecord/${platform}`;
  if (!(name in packages)) {
    stop(
      `there is no package for this platform, ${platform}`,
      "compile the program with 'cargo install onrecord', and set ONRECORD_BINARY to its path",
    );
  }
  try {
    return require.resolve(`${name}/onrecord${process.platform === "win32" ? ".exe" : ""}`);
  } catch {
    stop(
      `the package ${name}, which has the program for this platform, is not installed`,
      "optional packages were left out, or node_modules comes from another machine (or, on Linux, its C library is not glibc)",
      `run 'npm install --include=optional ${name}@${packages[name]}', or set ONRECORD_BINARY to the path of the program`,
    );
  }
}

function stop(what, ...hints) {
  process.stderr.write([`error: ${what}`, ...hints.map((hint) => `  ${hint}`), ""].join("\n"));
  process.exit(1);
}

const path = program();
const child = spawn(path, process.argv.slice(2), { stdio: "inherit" });
for (const signal of ENDING) process.on(signal, () => child.kill(signal));
child.on("error", (error) => stop(`failed to run ${path} (${error.code ?? error.message})`));
child.on("exit", (code, signal) => {
  if (!signal) process.exit(code);
  ENDING.forEach((name) => process.removeAllListeners(name));
  process.exitCode = 128 + constants.signals[signal];
  // Whoever started this program sees that it was ended by the same signal.
  process.kill(process.pid, signal);
});
