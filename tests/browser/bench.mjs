// How long a search takes in a browser, and reading the two files that it needs. Prints a table; see finder/benches/search.
//
//   cargo build -p finder --bench search --profile wasm --target wasm32-unknown-unknown
//   node tests/browser/bench.mjs target/wasm32-unknown-unknown/wasm/deps/search-*.wasm

import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { browserOptions } from './chromium.mjs';

// As in finder/benches/search/main.rs: what each call of `main` does.
const READINGS = 30;
const QUERIES = 2_000;

const [, , file] = process.argv;
if (!file) {
  console.error('usage: node tests/browser/bench.mjs FILE.wasm');
  process.exit(2);
}

const browser = await chromium.launch(browserOptions());
const page = await browser.newPage();
const times = await page.evaluate(async ([code, readings, queries]) => {
  const bytes = Uint8Array.from(atob(code), (letter) => letter.charCodeAt(0));
  const { instance } = await WebAssembly.instantiate(bytes, {});
  const call = () => {
    const began = performance.now();
    instance.exports.main(0, 0);
    return performance.now() - began;
  };
  const many = (count) => Array.from({ length: count }, call);
  call();
  const gazetteer = many(readings);
  const directory = many(readings);
  // Once without looking: the browser compiles better what it has run a while, and memory is there.
  many(queries);
  return { gazetteer, directory, query: many(queries), memory: instance.exports.memory.buffer.byteLength };
}, [readFileSync(file).toString('base64'), READINGS, QUERIES]);
await browser.close();

const WHAT = {
  query: 'a query over 10,000 services',
  gazetteer: 'reading a gazetteer of 95,000 postcodes',
  directory: 'reading a directory of 10,000 services',
};
console.log('| what, in Chromium | p50 | p99 | most |\n|---|---|---|---|');
for (const [what, label] of Object.entries(WHAT)) {
  const sorted = times[what].sort((a, b) => a - b);
  const at = (percent) => sorted[Math.min(Math.floor((sorted.length * percent) / 100), sorted.length - 1)].toFixed(2);
  console.log(`| ${label} | ${at(50)} ms | ${at(99)} ms | ${at(100)} ms |`);
}
console.log(`\nMemory of the module with both files: ${(times.memory / 1e6).toFixed(1)} MB`);
