// What the tests share: the built site, the command that built it, a browser, and the few things that a reader
// does again and again. `tests/run` sets the two variables; see `MISSING`.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { browserOptions } from './chromium.mjs';
import { serve } from './server.mjs';

const MISSING =
  'run tests/run, or set MIFRIENDLY_SITE to a built site and MIFRIENDLY to the command that built it';

/** The city that the site was built from. */
const city = process.env.MIFRIENDLY_ROOT ?? fileURLToPath(new URL('../..', import.meta.url));

/** Kinds of help that may never be in an address, title, history or store (the rule, not what a city says). */
export const SENSITIVE = ['immigration', 'mental-health', 'domestic-abuse', 'trafficking', 'lgbt'];

/** A phone of the smallest usual size, and a desk. */
export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 800 };

/** Noon of a working day in the city's winter: what the clocks of browser and command show where order depends on it. */
export const NOON = '2026-12-01T12:00:00Z';

// The site and the command

function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: ${MISSING}`);
  return path.resolve(value);
}

/** The folder of the built site. */
export const site = setting('MIFRIENDLY_SITE');

/** Runs the real command; gives what it prints. */
export async function mifriendly(root, ...words) {
  const options = { maxBuffer: 1 << 26 };
  const run = promisify(execFile)(setting('MIFRIENDLY'), ['--root', root, ...words], options);
  return run.then(({ stdout }) => stdout, ({ stderr }) => assert.fail(`mifriendly ${words.join(' ')}: ${stderr}`));
}

/**
 * Builds the small city beside the tests, with the real one's gazetteer, as of `day`; gives the folder, which is
 * gone when the tests are over. `files` changes or adds some first: by path, from the old text (or none) to the new.
 */
export async function smallCity(day = '2026-11-21', files = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'small-city-'));
  process.once('exit', () => rmSync(folder, { recursive: true }));
  cpSync(fileURLToPath(new URL('city', import.meta.url)), folder, { recursive: true });
  cpSync(path.join(city, 'content/places/region.gaz'), path.join(folder, 'content/places/region.gaz'));
  for (const [name, change] of Object.entries(files)) {
    const file = path.join(folder, name);
    const text = change(existsSync(file) ? readFileSync(file, 'utf8') : '');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const out = path.join(folder, 'public');
  await mifriendly(folder, '--now', day, 'build', '--out', out);
  return out;
}

/** The answer of `mifriendly find` at noon. */
export async function find(text, ...words) {
  return JSON.parse(await mifriendly(city, '--now', NOON, 'find', text, '--json', ...words));
}

/** Every service of the city, as `find` prints it: it lists them all, wherever one is. */
export async function everyService(...words) {
  return (await find('CV1', ...words)).services;
}

/** The text of a file of the site. */
export function source(file) {
  return readFileSync(path.join(site, file), 'utf8');
}

/** The files of the site whose names end so, as paths inside it, sorted. */
export function files(ending, below = '') {
  const found = [];
  for (const name of readdirSync(path.join(site, below)).sort()) {
    const inside = below + name;
    if (statSync(path.join(site, inside)).isDirectory()) found.push(...files(ending, inside + '/'));
    else if (name.endsWith(ending)) found.push(inside);
  }
  return found;
}

/** The pages of the site: files as of `files`, without those of old addresses that only lead on. */
export function pages(ending = '.html', below = '') {
  return files(ending, below).filter((file) => !source(file).includes('http-equiv="refresh"'));
}

/** The languages of the site, as the front door offers them. */
export const languages = [...source('index.html').matchAll(/<a href="([a-z-]+)\/index\.html"[^>]* hreflang=/gi)]
  .map((match) => match[1]);

/** Languages of three scripts and both directions, for what would take too long in all. */
export const SCRIPTS = ['en', 'ar', 'ti'].filter((tag) => languages.includes(tag));

/** The layout that a page is drawn with: `guide`, `finder` and so on. */
export function layout(file) {
  const body = /<body class="([^"]*)"/.exec(source(file))?.[1] ?? '';
  return /(?:^| )l-([a-z]+)/.exec(body)?.[1];
}

/** The paths of all services' pages without the language, such as `services/coventry-law-centre/`. */
export function services() {
  return readdirSync(path.join(site, languages[0], 'services'))
    .filter((name) => name !== 'index.html')
    .sort()
    .map((name) => `services/${name}/`);
}

/** A page of every template, without its language, by what it is called in a failure. */
export const TEMPLATES = {
  home: '',
  list: 'rights/',
  theme: 'jobs/',
  guide: 'rights/housing/',
  'sensitive guide': 'rights/safety/',
  page: 'privacy/',
  urgent: 'urgent/',
  glossary: 'glossary/',
  finder: 'services/',
  service: services().find((page) => !isNeutral(page)),
  'sensitive service': services().find(isNeutral),
};

/** Whether the address of a service's page is a hash that tells nothing. */
export function isNeutral(page) {
  return /\/s-[0-9a-f]{6,}\/$/.test(page);
}

// The browser

/**
 * One browser and one server of the site, or of what `folder` is or makes, for the tests of a file.
 *
 * Gives `open(t, { at, ...options })`, which makes a context of its own and, in it, a page at `at` (a path in the
 * site; none: blank), at noon. `watched` of what it gives holds all requests, and what the browser complained of.
 *
 * With `cache` the browser keeps pages that were left and shows them again as they were, as every browser of a reader does;
 * Playwright turns that off.
 */
export function browsing({ folder = site, under = '/', cache = false } = {}) {
  const here = { server: undefined, browser: undefined, open };
  before(async () => {
    here.server = await serve(typeof folder === 'function' ? await folder() : folder, under);
    const ignoreDefaultArgs = cache ? ['--disable-back-forward-cache'] : [];
    here.browser = await chromium.launch({ ...browserOptions(), ignoreDefaultArgs });
  });
  after(async () => {
    await here.browser?.close();
    await here.server?.close();
  });

  async function open(t, { at, ...options } = {}) {
    const context = await here.browser.newContext({ viewport: DESK, locale: 'en-GB', ...options });
    t.after(() => context.close());
    context.setDefaultTimeout(15_000);
    const watched = await watch(context);
    const page = await context.newPage();
    await page.clock.setFixedTime(NOON);
    if (at !== undefined) await page.goto(here.server.url(at));
    return { context, page, watched, server: here.server, url: here.server.url };
  }
  return here;
}

/** Writes down every request of a context and everything that its browser complains of. */
async function watch(context) {
  const watched = { requests: [], complaints: [] };
  context.on('request', (request) => watched.requests.push(request.url()));
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) watched.complaints.push(message.text());
  });
  context.on('weberror', (error) => watched.complaints.push(String(error.error())));
  await context.exposeBinding('complain_', (_, text) => watched.complaints.push(text));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      globalThis.complain_(`policy: ${event.violatedDirective} forbids ${event.blockedURI}`);
    });
  });
  return watched;
}

// What a reader does

/** Follows a link to `target`, a whole address: one that can be seen, else one in a menu, which is opened first. */
export async function follow(page, target) {
  const found = await page.evaluateHandle((address) => {
    const bare = (one) => one.replace(/index\.html$/, '');
    const links = [...document.links].filter((link) => bare(link.href) === bare(address));
    return links.find((link) => link.checkVisibility()) ?? links.find((link) => link.closest('details'));
  }, target);
  const link = found.asElement();
  if (!link) throw new Error(`no link on ${page.url()} leads to ${target}`);
  if (!(await link.isVisible())) {
    const menu = await link.evaluateHandle((one) => one.closest('details').querySelector('summary'));
    await menu.asElement().click();
  }
  await link.click();
  await page.waitForLoadState();
}

/** The finder of a page, once it runs. */
export async function finder(page) {
  const running = page.locator('.finder-running .finder');
  await running.locator('.finder-field input').waitFor();
  return running;
}

/** Types into the search box and sends it. */
export async function search(page, text) {
  const box = page.locator('.finder-field input');
  await box.fill(text);
  await box.press('Enter');
}

/** Ticks a choice of the finder, or takes it off; unfolds it first where it is folded away. */
export async function choose(page, name, on = true) {
  const chip = page.locator('.finder-chip', { hasText: new RegExp(`^${name}$`) });
  const folded = page.locator('.finder details:not([open])', { has: chip });
  if (await folded.count()) await folded.locator('summary').click();
  await chip.locator('input').setChecked(on);
}

/** Text without the marks that keep numbers and names in their direction, and with ordinary spaces. */
export function plain(text) {
  return text.replace(/[\u2066-\u2069\u200e\u200f\u061c]/g, '').replace(/\s+/g, ' ').trim();
}

/** Compares two long lists and names only the first place where they part. */
export function sameList(actual, expected, what = 'the list') {
  const at = expected.findIndex((one, index) => one !== actual[index]);
  const where = at < 0 ? expected.length : at;
  assert.equal(actual[where], expected[where], `${what}, number ${where + 1} of ${expected.length}`);
}

/** The names of the services in the list, after all of them were shown. */
export async function names(page) {
  const more = page.locator('.finder-more');
  while (await more.isVisible()) await more.click();
  return page.locator('.finder-results .finder-open').allTextContents();
}
