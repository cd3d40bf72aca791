// Reading without JavaScript: from the front door to a guide by links alone, in three scripts.

import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { test } from 'node:test';
import { SCRIPTS, browsing, everyService, follow, languages, site, source } from './helpers.mjs';

const reader = browsing();
const PLAIN = { javaScriptEnabled: false };
const GUIDE = 'rights/housing/';

for (const language of SCRIPTS) {
  test(`a guide is found from the front door by links alone (${language})`, async (t) => {
    const { page, url } = await reader.open(t, { at: '', ...PLAIN });
    for (const step of ['', 'rights/', GUIDE]) {
      await follow(page, url(`${language}/${step}index.html`));
      assert.equal(await page.locator('html').getAttribute('lang'), language);
    }
    const paragraphs = await page.locator('main section p').allInnerTexts();
    assert.ok(paragraphs.join(' ').length > 2000, 'the text of the guide can be seen');
    assert.ok(await page.locator('.help .briefs a[href^="tel:"]').first().isVisible(), 'so can a number to call');
  });
}

test('the language can be changed in the middle of a page, and every part keeps its name', async (t) => {
  const { page, url } = await reader.open(t, { at: `en/${GUIDE}`, ...PLAIN });
  const ids = () => page.locator('main section[id]').evaluateAll((all) => all.map((one) => one.id));
  const named = (await ids()).filter((id) => id !== 'help_');
  assert.ok(named.length > 3);
  for (const language of languages.filter((tag) => tag !== 'en')) {
    await follow(page, url(`${language}/${GUIDE}index.html`));
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    const here = await ids();
    assert.deepEqual(named.filter((id) => !here.includes(id)), [], `parts without a name in ${language}`);
    await follow(page, url(`en/${GUIDE}index.html`));
  }
});

test('the contents of a page lead to its parts', async (t) => {
  const { page } = await reader.open(t, { at: `en/${GUIDE}`, viewport: { width: 360, height: 740 }, ...PLAIN });
  await page.locator('.toc summary').click();
  const link = page.locator('.toc a').last();
  const id = (await link.getAttribute('href')).slice(1);
  await link.click();
  await page.waitForFunction((name) => {
    const { top } = document.getElementById(name).getBoundingClientRect();
    return top >= 0 && top < innerHeight;
  }, id);
});

for (const language of languages) {
  test(`every service can be read (${language})`, async (t) => {
    const services = await everyService('--language', language);
    assert.ok(services.length > 10);
    const { page, url } = await reader.open(t, { at: `${language}/services/`, ...PLAIN });
    const listed = new Set(await page.locator('.directory .card :is(h4, h5) a')
      .evaluateAll((links) => links.filter((a) => a.offsetParent).map((a) => a.href)));
    for (const service of services) {
      assert.ok(listed.has(url(service.url)), `${service.name} is not in the list that can be seen`);
      const record = source(service.url);
      for (const number of service.phones) {
        assert.ok(record.includes(number), `${service.url} does not give ${number}`);
      }
    }
    assert.equal(listed.size, services.length, 'services in the list');
  });
}

test('a service is opened from the list and shows how to reach it', async (t) => {
  const { page } = await reader.open(t, { at: 'en/services/', ...PLAIN });
  const card = page.locator('.directory .card', { has: page.locator('a.call') }).first();
  const name = await card.locator('bdi').first().innerText();
  await card.locator('a').first().click();
  assert.equal(await page.locator('h1').innerText(), name);
  assert.ok(await page.locator('main a.call').first().isVisible());
});

test('an address that does not exist says so and leads home from any depth', async (t) => {
  const { page, url } = await reader.open(t, PLAIN);
  for (const language of SCRIPTS) {
    const response = await page.goto(url('en/rights/no/such/page/'));
    assert.equal(response.status(), 404);
    assert.equal(await page.locator('h1').innerText(), 'We cannot find this page');
    assert.notEqual(await background(page), 'rgba(0, 0, 0, 0)', 'the style is there');
    await page.locator(`main .choose a[hreflang="${language}"]`).click();
    assert.equal(page.url(), url(`${language}/index.html`));
  }
});

test('the site can be read from a folder on the phone', async (t) => {
  const { page } = await reader.open(t);
  const at = (file) => pathToFileURL(path.join(site, file)).href;
  await page.goto(at('index.html'));
  for (const file of ['ar/index.html', 'ar/rights/index.html', `ar/${GUIDE}index.html`]) {
    await follow(page, at(file));
    assert.equal(page.url(), at(file));
    assert.notEqual(await background(page), 'rgba(0, 0, 0, 0)', `${file} has its style`);
  }
  await page.goto(at('en/services/index.html'));
  assert.ok(await page.locator('.directory .card').first().isVisible(), 'the list of services is there');
});

/** The colour of the page's paper: none where its style did not come. */
function background(page) {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

const lodger = browsing({ under: '/a/city/' });

test('the site works in a sub-folder', async (t) => {
  const { page, server, url } = await lodger.open(t, { at: '' });
  await follow(page, url('en/index.html'));
  await follow(page, url('en/services/index.html'));
  await page.locator('.finder-running').waitFor();
  await page.goto(url(`ti/${GUIDE}`));
  await page.locator('.urgent a.more').click();
  assert.equal(page.url(), url('ti/urgent/index.html'));
  // A request that is still under way has no status yet.
  await page.waitForLoadState('networkidle');
  assert.deepEqual(server.log.filter((entry) => entry.status !== 200 && entry.url !== '/favicon.ico'), []);
});
