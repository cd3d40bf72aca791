// Finding help near a place: what is typed, what is answered, and that it is what the command answers.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PHONE, browsing, choose, everyService, find, finder, names, plain, sameList, search } from './helpers.mjs';

const reader = browsing();

/** A page with its finder running, at noon on a working day. */
async function opened(t, at = 'en/services/', options = {}) {
  const view = await reader.open(t, options);
  await view.page.goto(view.url(at));
  return { ...view, widget: await finder(view.page) };
}

const heading = async (page) => plain(await page.locator('.finder-heading').textContent());

// The list

test('the services can be had as open data, with the finder and without it', async (t) => {
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await reader.open(t, { at: 'en/services/', javaScriptEnabled });
    if (javaScriptEnabled) await finder(page);
    const links = page.locator('a[download]');
    assert.deepEqual(await links.allInnerTexts(), ['Open Referral UK (JSON)', 'GeoJSON', 'CSV']);
    for (const link of await links.all()) assert.ok(await link.isVisible());
    const answer = await page.request.get(await links.first().evaluate((one) => one.href));
    assert.equal((await answer.json()).contents.length, (await everyService()).length);
  }
});

test('the finder opens with every service, and the plain list makes room for it', async (t) => {
  const { page } = await opened(t);
  const all = (await everyService()).length;
  assert.equal((await names(page)).length, all);
  assert.equal(await page.locator('.directory .card').first().isVisible(), false);
  assert.equal(await page.locator('[data-finder-loading]').isVisible(), false);
});

for (const text of ['cv1 5fb', 'CV1 5', 'CV1', 'Foleshill']) {
  test(`“${text}” gives in the browser what it gives in a terminal`, async (t) => {
    const { page } = await opened(t);
    await search(page, text);
    const answer = await find(text);
    assert.ok(answer.position, `the command finds ${text}`);
    assert.equal(await heading(page), `Help near ${answer.position.label}`);
    sameList((await names(page)).map(plain), answer.services.map((service) => service.name));
  });
}

const SPELLINGS = ['CV15FB', 'cv1 5fb', ' cv15 fb ', 'CV1-5FB', 'ＣＶ１　５ＦＢ', 'cv1.5fb', 'СV1 5FB', 'CVI 5FB', 'CV١ ٥FB'];

test('a postcode is understood however it is typed', async (t) => {
  const { page } = await opened(t);
  await search(page, 'CV1 5FB');
  const expected = await heading(page);
  assert.match(expected, /CV1 5/);
  for (const text of SPELLINGS) {
    await search(page, 'nowhere at all');
    await search(page, text);
    assert.equal(await heading(page), expected, text);
  }
});

test('each service says how far away it is', async (t) => {
  const { page } = await opened(t);
  const { services } = await find('CV1 5FB');
  await search(page, 'CV1 5FB');
  await names(page);
  const near = services.filter((service) => service.distance_m !== null);
  assert.ok(near.length > 10);
  for (const service of near) {
    const result = page.locator('.finder-result', { has: page.getByText(service.name, { exact: true }) });
    const said = plain(await result.locator('.finder-where').first().innerText());
    const miles = Number(/^([\d.]+) miles?/.exec(said)?.[1] ?? 0);
    assert.ok(Math.abs(miles * 1609.344 - service.distance_m) < 810, `${service.name}: ${said}, ${service.distance_m} m`);
  }
});

test('the answer says how exact it is and which council that probably is', async (t) => {
  const { page } = await opened(t);
  const { position } = await find('CV1 5');
  assert.equal(position.precision, 'sector');
  await search(page, 'CV1 5');
  const notes = plain(await page.locator('.finder-answer').innerText());
  assert.match(notes, /We measure from the middle of CV1 5, not from your home/);
  assert.match(notes, /Your council is probably Coventry/);
});

test('a place that is misspelt is found, and said', async (t) => {
  const { page } = await opened(t);
  await search(page, 'foleshil');
  assert.match(plain(await page.locator('.finder-answer').innerText()), /Foleshill/);
});

test('where several places have a name, one is chosen with a tap', async (t) => {
  const { page } = await opened(t);
  const { position, alternatives } = await find('Stoke');
  assert.equal(position, null);
  assert.ok(alternatives.length > 1, 'the command offers several');
  await search(page, 'Stoke');
  const offers = page.locator('.finder-alternatives button');
  assert.equal(await offers.count(), alternatives.length);
  const offer = plain(await offers.first().innerText());
  await offers.first().click();
  assert.ok((await heading(page)).startsWith('Help near '), 'it is near one of them now');
  assert.ok(offer.includes((await heading(page)).slice('Help near '.length)));
});

test('a postcode of another region, half a postcode and nonsense each get their own answer, and every service', async (t) => {
  const { page } = await opened(t);
  const all = (await everyService()).length;
  for (const [text, said] of [
    ['SW1A 1AA', 'outside the area of this site'],
    ['C', 'only the start of a postcode'],
    ['qqqq zzzz', 'We do not know this postcode or place'],
  ]) {
    await search(page, text);
    assert.match(await page.locator('.finder-notice').innerText(), new RegExp(said), text);
    assert.equal((await names(page)).length, all, text);
    assert.match(await page.locator('.finder [role="status"]').textContent(), new RegExp(said), text);
  }
});

// Choices

test('a kind of help leaves only services of that kind', async (t) => {
  const { page, url } = await opened(t);
  await search(page, 'cv1 5fb');
  await choose(page, 'Housing');
  const answer = await find('cv1 5fb', '--kind', 'housing');
  sameList((await names(page)).map(plain), answer.services.map((service) => service.name));
  assert.equal(page.url(), url('en/services/#kinds=housing'), 'a harmless kind may stand in the address');
  await page.getByRole('button', { name: 'Remove all choices' }).click();
  assert.equal((await names(page)).length, (await everyService()).length);
});

test('the nearest can be asked for first, open or not', async (t) => {
  const { page } = await opened(t);
  await search(page, 'CV1 5FB');
  await choose(page, 'Nearest first, open or not');
  const { services } = await find('CV1 5FB', '--nearest');
  const usual = await find('CV1 5FB');
  const order = (all) => all.map((service) => service.id).join();
  assert.notEqual(order(services), order(usual.services));
  assert.equal(services.length, usual.services.length);
  sameList((await names(page)).map(plain), services.map((service) => service.name));
  await choose(page, 'Nearest first, open or not', false);
  sameList((await names(page)).map(plain), usual.services.map((service) => service.name));
});

test('an address with a kind opens the finder with that kind', async (t) => {
  const { page } = await opened(t, 'en/services/#kinds=food');
  assert.deepEqual(await checked(page), ['Food']);
  const { services } = await find('CV1', '--kind', 'food');
  assert.equal((await names(page)).length, services.length);
});

test('a link to the finder in a guide opens it with the kind that it names', async (t) => {
  const { page, url } = await reader.open(t, { at: 'en/rights/housing/' });
  const target = await page.locator('.find a[href*="services/"]').first().getAttribute('href');
  const { hash } = new URL(target, url('en/rights/housing/'));
  await page.goto(url(`en/services/${hash}`));
  await finder(page);
  assert.deepEqual(await checked(page), ['Housing']);
});

// A result

test('a result opens to its whole record, and back to the same place in the list', async (t) => {
  const { page, url } = await opened(t, 'en/services/', { viewport: PHONE });
  await search(page, 'cv1 5fb');
  const name = page.locator('.finder-open').nth(4);
  const opening = plain(await name.innerText());
  await name.click();
  assert.equal(await heading(page), opening);
  assert.ok(await page.locator('.finder-record .finder-contact').isVisible());
  await page.goBack();
  await page.locator('.finder-results').waitFor();
  assert.equal(plain(await page.evaluate(() => document.activeElement.textContent)), opening);
  assert.equal(await page.locator('.finder-field input').inputValue(), 'cv1 5fb');
  await page.goForward();
  assert.equal(await heading(page), opening);
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await page.locator('.finder-results').waitFor();
  await page.locator('.finder-open').nth(4).click();
  await page.locator('.finder-page a').click();
  assert.match(page.url(), new RegExp(`^${url('en/services/')}[^/]+/`));
  assert.equal(await page.locator('h1').innerText(), opening);
});

test('the picture around you numbers the services as the list does', async (t) => {
  const { page } = await opened(t, 'en/services/');
  await choose(page, 'Food');
  await search(page, 'cv1 5fb');
  await page.getByRole('button', { name: 'Show a picture of what is around me' }).click();
  const dots = await page.locator('.finder-picture-dot text').allTextContents();
  const listed = await page.locator('.finder-number').allTextContents();
  assert.ok(dots.length > 3);
  assert.deepEqual(dots.filter((number) => !listed.includes(number)), []);
  assert.match(await page.locator('.finder-picture').getAttribute('aria-label'), /The list gives each distance/);
});

// In a guide

test('in a guide the finder opens on a tap, set to what the guide is about', async (t) => {
  const { page, watched, url } = await reader.open(t, { at: 'en/rights/housing/' });
  const box = page.locator('.help [data-finder]');
  const kinds = (await box.getAttribute('data-kinds')).split(' ');
  assert.ok(await box.locator('.briefs').isVisible(), 'a short list stands there before');
  assert.ok(!watched.requests.some((request) => request.endsWith('.wasm')), 'nothing is fetched before the tap');
  await box.locator('[data-finder-open]').click();
  await finder(page);
  assert.equal(page.url(), url('en/rights/housing/'), 'the reader stays in the guide');
  assert.ok(await page.locator('.help .finder-field input').evaluate((input) => input === document.activeElement));
  assert.equal((await checked(page)).length, kinds.length);
  await search(page, 'CV1');
  const words = kinds.flatMap((kind) => ['--kind', kind]);
  assert.equal((await names(page)).length, (await find('CV1', ...words)).services.length);
  assert.notEqual(await page.locator('.finder-search').evaluate((form) => getComputedStyle(form).borderTopWidth), '0px', 'its style came too');
});


async function checked(page) {
  const chips = page.locator('.finder-kinds .finder-chip:has(:checked)');
  return (await chips.allInnerTexts()).map((text) => text.trim());
}

// When something is missing

async function without(t, at) {
  const view = await reader.open(t);
  await view.page.addInitScript(() => { delete globalThis.WebAssembly; });
  await view.page.goto(view.url(at));
  return view;
}

test('a browser without WebAssembly keeps the list, and says so', async (t) => {
  const { page } = await without(t, 'en/services/');
  await page.locator('[data-finder-failed]').waitFor();
  assert.match(await page.locator('[data-finder-failed]').innerText(), /The list on this page still works/);
  assert.ok(await page.locator('.directory .card').first().isVisible());
  assert.equal(await page.locator('.finder').count(), 0);
});

test('a guide in a browser without WebAssembly keeps its short list and leads to the whole one', async (t) => {
  const { page, url } = await without(t, 'en/rights/housing/');
  const box = page.locator('.help [data-finder]');
  await box.locator('[data-finder-open]').click();
  await box.locator('[data-finder-failed]').waitFor();
  assert.ok(await box.locator('.briefs').isVisible());
  await box.locator('[data-finder-open]').click();
  await page.waitForURL(url('en/services/index.html') + '**');
});

test('a widget that does not arrive leaves the list', async (t) => {
  const { page, url } = await reader.open(t);
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto(url('en/services/'));
  await page.locator('[data-finder-failed]').waitFor();
  assert.ok(await page.locator('.directory .card').first().isVisible());
});

test('without the file of places the finder still lists and filters, and says what it cannot do', async (t) => {
  const { page, url } = await reader.open(t);
  await page.route('**/*.gaz', (route) => route.abort());
  await page.goto(url('en/services/'));
  await finder(page);
  assert.match(await page.locator('.finder-notice').innerText(), /We cannot look up whole postcodes and places just now/);
  await choose(page, 'Food');
  assert.equal((await names(page)).length, (await find('CV1', '--kind', 'food')).services.length);
});

test('once open, the finder works with the network cut', async (t) => {
  const { page, context } = await opened(t);
  await context.setOffline(true);
  await search(page, 'WV1');
  const { services, position } = await find('WV1');
  assert.equal(await heading(page), `Help near ${position.label}`);
  sameList((await names(page)).map(plain), services.map((service) => service.name));
  await page.locator('.finder-open').first().click();
  assert.equal(await heading(page), services[0].name);
  await page.goBack();
  assert.equal(await heading(page), `Help near ${position.label}`);
});

test('the device’s position is used only after a tap, and gives distances', async (t) => {
  const at = { latitude: 52.4123, longitude: -1.4982, accuracy: 30 };
  const { page } = await opened(t, 'en/services/', { geolocation: at, permissions: ['geolocation'] });
  assert.equal(await heading(page), 'All services');
  await page.getByRole('button', { name: 'Use my location' }).click();
  await page.locator('.finder-heading', { hasText: 'Help near you' }).waitFor();
  await names(page);
  const said = (await page.locator('.finder-where').allInnerTexts()).map(plain);
  assert.ok(said.some((text) => /^\d.* (miles?|yards?) to the /.test(text)), said.join(' | '));
});
