// Nothing that was typed or chosen comes back after a page was left: by Back, by Forward, or out of the browser's cache of
// whole pages, which is on here as it is in every reader's browser.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SENSITIVE, browsing, choose, everyService, finder, plain, search } from './helpers.mjs';

const reader = browsing({ cache: true });
const uncached = browsing();
const POSTCODE = 'cv1 5fb';
const KIND = 'Abuse at home';
/** Says in the page whether it was shown out of the cache. */
const REMEMBER = () => addEventListener('pageshow', (event) => { globalThis.fromCache = event.persisted; });
const isSensitive = (service) => service.kinds.some((kind) => SENSITIVE.includes(kind));

/** A page of the site before the finder, the finder, and a search in it for help against abuse. */
async function searched(t, by = reader) {
  const opened = await by.open(t, { viewport: { width: 360, height: 640 } });
  const { page, context, url } = opened;
  await context.route(/^https:/, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title><p>Rain</p>' }));
  await page.addInitScript(REMEMBER);
  await page.goto(url('en/'));
  await page.goto(url('en/services/'));
  await finder(page);
  // Kept on the device because the reader asked; all else goes.
  const kept = (await everyService()).find((one) => one.kinds.includes('english') && !isSensitive(one));
  await choose(page, 'Learning English');
  await page.locator('.finder-result', { hasText: kept.name }).first().getByRole('button', { name: 'Add to my list' }).click();
  await page.getByRole('button', { name: /^My list: / }).click();
  await choose(page, 'Keep my list on this phone or computer');
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await choose(page, 'Learning English', false);
  await search(page, POSTCODE);
  await choose(page, KIND);
  await choose(page, 'Housing');
  await page.locator('.finder-picture, .finder-around > .finder-button').first().click();
  return opened;
}

async function openRecord(page) {
  const result = page.locator('.finder-result', { has: page.locator('a[href^="http"]') }).first();
  await result.locator('.finder-open').click();
  await page.locator('.finder-record').waitFor();
}

/** “Leave this site now”. */
async function leave(page) {
  await page.locator('a.exit').click();
  await page.waitForURL(/^https:/);
}

/** One step in the history; says whether the page came out of the cache. */
async function step(page, delta) {
  const session = await page.context().newCDPSession(page);
  const at = async () => (await session.send('Page.getNavigationHistory')).currentIndex;
  const from = await at();
  await page.evaluate((by) => { setTimeout(() => history.go(by)); }, delta);
  // A page out of the cache is never “loaded”.
  while (await at() !== from + delta) await page.waitForTimeout(50);
  await page.waitForTimeout(200);
  await page.waitForFunction(() => document.readyState === 'complete');
  return page.evaluate(() => globalThis.fromCache === true);
}

async function back(page) {
  await page.goBack({ waitUntil: 'commit' });
}

/** What the finder shows is what it showed when it was opened, and the kept list. */
async function isNew(page, where) {
  await finder(page);
  assert.match(page.url(), /\/en\/services\/(index\.html)?$/, `${where}: the address`);
  assert.equal(await page.locator('.finder-field input').inputValue(), '', where);
  assert.equal(await page.locator('.finder :checked:not(option)').count(), 0, `${where}: choices`);
  assert.equal(await page.locator('.finder-record, .finder-shortlist, .finder-picture').count(), 0, where);
  assert.equal(plain(await page.locator('.finder-heading').innerText()), 'All services', where);
  const text = await page.locator('main').innerText();
  assert.doesNotMatch(text.replaceAll(/CV1 5[A-Z]{2}/g, ''), /CV1 ?5/i, where);
  assert.equal(plain(await page.locator('.finder [role=status]').textContent()), '', where);
  assert.equal(await page.getByRole('button', { name: /^My list: 1 / }).count(), 1, `${where}: the kept list stays`);
}

for (const [name, link] of [
  ['a link in the head', '.brand'],
  ['the foot', '.foot a >> nth=0'],
]) {
  test(`search, ${name}, leave, Back: the finder is as it was when it opened`, async (t) => {
    const { page } = await searched(t);
    await page.locator(link).click();
    await page.waitForURL((url) => !url.pathname.includes('/services/'));
    await leave(page);
    assert.equal(await step(page, -1), true, 'the browser kept the page');
    await isNew(page, name);
    // And on: the front page, the finder, the other site.
    await step(page, -1);
    await step(page, 1);
    await isNew(page, 'Back twice and Forward');
  });
}

test('search, an opened record, its page, leave, Back', async (t) => {
  const { page } = await searched(t);
  await openRecord(page);
  await page.locator('.finder-page a').click();
  await page.waitForURL((url) => !/\/services\/(index.html)?$/.test(url.pathname));
  await leave(page);
  assert.equal(await step(page, -1), true, 'the browser kept the page');
  await isNew(page, 'Back');
  await step(page, -1);
  await isNew(page, 'Back again');
  await step(page, 1);
  await isNew(page, 'and Forward');
});

test('a page that the browser did not keep is opened anew', async (t) => {
  const { page } = await searched(t, uncached);
  await page.locator('.brand').click();
  await page.waitForURL(/\/en\/index/);
  assert.equal(await step(page, -1), false);
  await isNew(page, 'Back');
  await page.reload();
  await isNew(page, 'loaded again');
});

test('search, an address of another site, Back', async (t) => {
  const { page } = await searched(t);
  await openRecord(page);
  await page.locator('.finder-record .finder-contact a[href^="http"]').first().click();
  await page.waitForURL(/^https:/);
  assert.equal(await step(page, -1), true, 'the browser kept the page');
  await isNew(page, 'Back');
});

test('a position that arrives after the page was left is not taken', async (t) => {
  const { page, context, url } = await reader.open(t);
  await context.grantPermissions(['geolocation']);
  await page.addInitScript(REMEMBER);
  await page.addInitScript(() => {
    navigator.geolocation.getCurrentPosition = (found) => { globalThis.found = found; };
  });
  await page.goto(url('en/services/'));
  await finder(page);
  await page.getByRole('button', { name: 'Use my location' }).click();
  await page.locator('.brand').click();
  await page.waitForURL(/\/en\/index/);
  assert.equal(await step(page, -1), true, 'the browser kept the page');
  await page.evaluate(() => globalThis.found({ coords: { latitude: 52.41, longitude: -1.5, accuracy: 20 } }));
  assert.equal(plain(await page.locator('.finder-heading').innerText()), 'All services');
});

// Entries of the history

/** All addresses of the tab's history, as the browser itself keeps them. */
async function historyOf(page, context) {
  const session = await context.newCDPSession(page);
  const { currentIndex, entries } = await session.send('Page.getNavigationHistory');
  return { at: currentIndex, entries: entries.map(({ url, title }) => `${new URL(url).pathname}${new URL(url).hash} ${title}`) };
}

const kinds = {
  'the list': async () => {},
  'an opened record': openRecord,
  'an opened record, after coming back from the own list': async (page) => {
    await page.getByRole('button', { name: /^My list: / }).click();
    await page.locator('.finder-shortlist .finder-open').click();
    await page.locator('.finder-record').waitFor();
    await back(page);
    await page.locator('.finder-shortlist').waitFor();
  },
  'a record from which one came back': async (page) => {
    await openRecord(page);
    await back(page);
    await page.locator('.finder-results').waitFor();
  },
  'an opened record after loading again': async (page) => {
    await openRecord(page);
    await page.reload();
    await finder(page);
  },
};

for (const [name, act] of Object.entries(kinds)) {
  test(`leaving from ${name} leaves no finder in the history`, async (t) => {
    const { page, context, url } = await searched(t);
    await act(page);
    await leave(page);
    const { entries } = await historyOf(page, context);
    assert.deepEqual(entries.filter((entry) => /services|record|help near/i.test(entry)), [], name);
    await back(page);
    assert.equal(page.url(), url('en/'), 'Back leads to the page before the finder');
  });
}

test('leaving after jumps inside a page leaves nothing of it in the history', async (t) => {
  const { page, context, url } = await reader.open(t, { at: 'en/' });
  await context.route(/^https:/, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' }));
  await page.goto(url('en/rights/safety/'));
  for (const at of [0, 2, 1]) await page.locator('.toc a').nth(at).click();
  await back(page);
  assert.match(page.url(), /safety\/#/);
  await leave(page);
  const { entries } = await historyOf(page, context);
  assert.deepEqual(entries.filter((entry) => /safety/.test(entry)), []);
  await back(page);
  assert.equal(page.url(), url('en/'));
});

test('leaving never waits for the history', async (t) => {
  const { page } = await searched(t);
  await openRecord(page);
  await page.evaluate(() => { History.prototype.back = () => {}; });
  await leave(page);
  assert.equal(await page.title(), 'Elsewhere');
});

test('an id that a page no longer has leads to its top and does not stay in the address', async (t) => {
  const { page, context, url } = await reader.open(t, { viewport: { width: 360, height: 640 } });
  for (const path of ['en/urgent/#abuse', 'ar/urgent/#trafficking', 'en/glossary/#domestic-abuse', 'en/services/#domestic-abuse']) {
    await page.goto(url('en/'));
    await page.goto(url(path));
    await page.waitForFunction(() => location.hash === '');
    assert.equal(await page.evaluate(() => scrollY), 0, path);
    const { entries } = await historyOf(page, context);
    assert.deepEqual(entries.filter((entry) => entry.includes('#')), [], path);
  }
});

test('no service of a sensitive kind has a link to a map, wherever it is shown', async (t) => {
  const { page } = await reader.open(t, { at: 'en/services/' });
  await finder(page);
  const services = (await everyService()).filter(isSensitive);
  const names = new Set(services.map((one) => one.name));
  for (let more = page.locator('.finder-more'); await more.isVisible();) await more.click();
  const found = await page.locator('.finder-result').evaluateAll((all) => all.map((one) => ({
    name: one.querySelector('.finder-open').textContent,
    map: one.querySelector('a[href*="openstreetmap"], a[href*="/maps"], a[href^="geo:"]') !== null,
  })));
  const shown = found.filter(({ name }) => names.has(name));
  assert.ok(shown.length > 50, `${shown.length} services of sensitive kinds`);
  assert.deepEqual(shown.filter(({ map }) => map), []);
  assert.ok(found.some(({ name, map }) => map && !names.has(name)), 'others have one');
  // And in the record.
  const result = page.locator('.finder-result', { hasText: 'Birmingham LGBT', has: page.locator('.finder-address') }).first();
  await result.locator('.finder-open').click();
  await page.locator('.finder-record .finder-address').first().waitFor();
  assert.equal(await page.locator('.finder-record a[href*="openstreetmap"]').count(), 0);
});
