// What the privacy page promises: what is typed and which sensitive help is looked for stay on the device, leave no
// trace in the browser, and nothing is kept that nobody asked to keep.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SENSITIVE, TEMPLATES, browsing, choose, everyService, files, finder, languages, names, plain, search, source } from './helpers.mjs';

const reader = browsing();

const POSTCODE = 'CV6 5AB';
const PLACE = 'Foleshill';
/** What may not appear anywhere: what was typed in every usual form, sensitive kinds, and what is done for them. */
const SECRETS = [
  /cv6.{0,3}5/i, /foleshill/i, /wv1/i,
  ...SENSITIVE.map((kind) => new RegExp(kind, 'i')),
  /abuse/i, /asylum/i, /traffick/i, /women.?s.?aid/i, /mental/i,
];

function silent(text, where) {
  for (const secret of SECRETS) assert.doesNotMatch(decodeURIComponent(text), secret, where);
}

/** Everything in the browser where a trace could lie. */
async function traces(page) {
  return page.evaluate(async () => ({
    url: location.href,
    title: document.title,
    name: window.name,
    state: JSON.stringify(history.state),
    entries: navigation.entries().map((entry) => [entry.url, JSON.stringify(entry.getState())]).flat(),
    referrer: document.referrer,
    cookies: document.cookie,
    local: JSON.stringify({ ...localStorage }),
    session: JSON.stringify({ ...sessionStorage }),
    databases: JSON.stringify(await indexedDB.databases()),
    caches: JSON.stringify(isSecureContext ? await caches.keys() : []),
    workers: (await navigator.serviceWorker?.getRegistrations() ?? []).length,
  }));
}

async function checkTraces(page, context, where) {
  const found = await traces(page);
  silent(JSON.stringify([found.url, found.title, found.name, found.state, found.entries, found.referrer]), where);
  assert.equal(found.cookies, '', where);
  assert.deepEqual(await context.cookies(), [], where);
  assert.deepEqual(
    [found.local, found.session, found.databases, found.caches, found.workers],
    ['{}', '{}', '[]', '[]', 0],
    `${where}: stored`,
  );
}

test('a whole visit leaves no trace of what was typed or looked for', async (t) => {
  const { page, context, watched, server, url } = await reader.open(t, { at: 'en/rights/' });
  const began = server.log.length;
  await page.goto(url('en/services/'));
  await finder(page);
  await page.waitForLoadState('networkidle');
  const check = (where) => checkTraces(page, context, where);
  await check('opened');
  const asked = watched.requests.length;
  const heard = server.log.length;

  const box = page.locator('.finder-field input');
  await box.pressSequentially(POSTCODE, { delay: 5 });
  await check('typed');
  await box.press('Enter');
  await check('searched');
  for (const kind of ['Immigration and asylum', 'Mental health', 'Abuse at home', 'Modern slavery and trafficking', 'LGBT people']) {
    await choose(page, kind);
    await check(kind);
  }
  await names(page);
  await check('all results');
  for (const at of [0, 3]) {
    await page.locator('.finder-open').nth(at).click();
    await page.locator('.finder-record').waitFor();
    await check('a record');
    await page.goBack();
    await page.locator('.finder-results').waitFor();
    await check('back');
    await page.goForward();
    await page.locator('.finder-record').waitFor();
    await check('forward');
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await page.locator('.finder-results').waitFor();
  }
  await page.getByRole('button', { name: 'Show a picture' }).click();
  await page.getByRole('button', { name: 'Add to my list' }).first().click();
  await check('on the own list');
  await search(page, PLACE);
  await search(page, 'WV1');
  await check('searched again');
  assert.deepEqual(server.log.slice(heard), [], 'what the host heard after the finder was open');
  // A new entry in the history makes the browser draw the page's icon again, from what it has.
  const requests = watched.requests.slice(asked).filter((request) => !/\/icon-[0-9a-f]+\.svg$/.test(request));
  assert.deepEqual(requests, [], 'requests after the finder was open');

  await page.locator('.finder-open').first().click();
  await page.locator('.finder-page a').click();
  await page.waitForLoadState();
  assert.match(page.url(), /\/services\/s-[0-9a-f]+\//, 'the page of a service for a sensitive kind');
  await check('its page');
  await page.goBack();
  await finder(page);
  assert.equal(await page.locator('.finder-field input').inputValue(), '', 'nothing typed comes back');
  await check('and back');
  await page.close();

  for (const { url: asked_, headers } of server.log.slice(began)) {
    silent(asked_, 'the log of the host');
    assert.equal(headers.referer, undefined, 'no page says where its reader came from');
    assert.equal(headers.cookie, undefined);
    silent(JSON.stringify(headers), 'the log of the host');
  }
  assert.deepEqual(watched.requests.filter((request) => !request.startsWith(server.origin)), [], 'requests to others');
  assert.deepEqual(watched.complaints, []);
});

test('a search adds nothing to the history, an opened result one entry that says nothing', async (t) => {
  const { page } = await reader.open(t, { at: 'en/services/' });
  await finder(page);
  const length = () => page.evaluate(() => history.length);
  const before = await length();
  await search(page, POSTCODE);
  await search(page, PLACE);
  await choose(page, 'Abuse at home');
  assert.equal(await length(), before);
  const address = page.url();
  await page.locator('.finder-open').first().click();
  await page.locator('.finder-record').waitFor();
  assert.equal(await length(), before + 1);
  assert.equal(page.url(), address);
  assert.match(JSON.stringify(await page.evaluate(() => history.state)), /^"entry-\d+-\d+-\d+"$/);
});

test('only harmless kinds of help stand in the address, whatever a link says', async (t) => {
  const { page, url } = await reader.open(t, { at: 'en/services/' });
  await finder(page);
  await choose(page, 'Housing');
  await choose(page, 'Abuse at home');
  assert.equal(page.url(), url('en/services/#kinds=housing'));
  await choose(page, 'Housing', false);
  assert.equal(page.url().replace(/#$/, ''), url('en/services/'));
  await page.goto(url('en/'));
  await page.goto(url('en/services/#kinds=domestic-abuse,housing'));
  await finder(page);
  assert.equal(page.url(), url('en/services/#kinds=housing'));
});

test('in a guide on a sensitive matter the finder changes nothing that can be seen later', async (t) => {
  const { page, context, server, url } = await reader.open(t, { at: `en/${TEMPLATES['sensitive guide']}` });
  const title = await page.title();
  await page.locator('.help [data-finder-open]').click();
  await finder(page);
  await page.waitForLoadState('networkidle');
  const heard = server.log.length;
  await search(page, POSTCODE);
  await page.locator('.help .finder-open').first().click();
  await page.locator('.finder-record').waitFor();
  assert.equal(page.url(), url(`en/${TEMPLATES['sensitive guide']}`));
  assert.equal(await page.title(), title);
  await checkTraces(page, context, 'in a guide');
  assert.deepEqual(server.log.slice(heard), []);
  assert.deepEqual(server.log.filter((entry) => entry.headers.referer), []);
});

test('what was typed is gone after the page is loaded again', async (t) => {
  const { page } = await reader.open(t, { at: 'en/services/' });
  await finder(page);
  await search(page, POSTCODE);
  await page.reload();
  await finder(page);
  assert.equal(await page.locator('.finder-field input').inputValue(), '');
  assert.equal(plain(await page.locator('.finder-heading').innerText()), 'All services');
});

test('the search box asks the browser neither to complete, nor to correct, nor to remember', async (t) => {
  const { page } = await reader.open(t, { at: 'en/services/' });
  await finder(page);
  const box = page.locator('.finder-field input');
  assert.equal(await box.getAttribute('autocomplete'), 'off');
  assert.equal(await box.getAttribute('spellcheck'), 'false');
  assert.equal(await box.getAttribute('name'), null, 'a form that is sent would carry a name');
  assert.equal(await page.locator('.finder-heading').getAttribute('translate'), 'no');
});

test('the own list is kept only if that is asked, never what could put somebody in danger, and is forgotten at a tap', async (t) => {
  const { page } = await reader.open(t, { at: 'en/services/' });
  await finder(page);
  const stored = () => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  const services = await everyService();
  const sensitive = (service) => service.kinds.some((kind) => SENSITIVE.includes(kind));
  await names(page);
  const add = async (service) => {
    const result = page.locator('.finder-result', { has: page.getByText(service.name, { exact: true }) });
    await result.getByRole('button', { name: 'Add to my list' }).click();
  };
  const harmless = services.find((service) => !sensitive(service));
  // One of the lines that are first in brief.
  const dangerous = services.find(sensitive);
  assert.equal(dangerous.group, 'always-answers');
  await add(harmless);
  await add(dangerous);
  assert.equal(await stored(), '{}', 'nothing is kept before it is asked');
  await page.getByRole('button', { name: /My list: / }).click();
  await choose(page, 'Keep my list on this phone or computer');
  assert.deepEqual(Object.values(JSON.parse(await stored())), [harmless.id]);
  assert.match(plain(await page.locator('.finder-shortlist').innerText()), /1 service is never kept/);
  await page.getByRole('button', { name: 'Forget everything' }).click();
  assert.equal(await stored(), '{}');
  assert.equal(await page.locator('.finder-field input').inputValue(), '');
  await page.reload();
  await finder(page);
  assert.equal(await page.getByRole('button', { name: /My list: / }).count(), 0);
});

test('no page keeps anything, asks anybody else, or breaks its own policy', async (t) => {
  const { page, context, watched, server, url } = await reader.open(t);
  const pages = languages.flatMap((language) => Object.values(TEMPLATES).map((path) => `${language}/${path}`));
  for (const path of ['', ...pages]) {
    await page.goto(url(path));
    await page.waitForLoadState('networkidle');
    const found = await traces(page);
    assert.deepEqual([found.local, found.session, found.cookies, found.databases, found.caches, found.workers],
      ['{}', '{}', '', '[]', '[]', 0], path);
    assert.deepEqual(watched.complaints, [], path);
  }
  assert.deepEqual(await context.cookies(), []);
  assert.deepEqual(watched.requests.filter((request) => !request.startsWith(server.origin)), []);
  assert.deepEqual(server.log.filter((entry) => entry.headers.referer), []);
});

test('every page carries a policy that allows nothing from elsewhere', () => {
  for (const file of files('.html')) {
    const html = source(file);
    const written = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    const policy = written.replaceAll('&#39;', "'");
    const parts = policy.split(';').map((part) => part.trim());
    for (const part of ["default-src 'none'", "connect-src 'self'", "form-action 'none'", "base-uri 'none'"]) {
      assert.ok(parts.includes(part), `${file}: ${part}`);
    }
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*|data:/, file);
    const runs = / data-finder[ >]/.test(html);
    assert.equal(policy.includes("'wasm-unsafe-eval'"), runs, `${file}: WebAssembly where the finder is, and only there`);
    assert.match(html, /<meta name="referrer" content="no-referrer">/, file);
  }
});
