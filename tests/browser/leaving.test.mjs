// Leaving quickly, telling nothing, and finding urgent help: what protects a reader on a shared phone.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SCRIPTS, SENSITIVE, TEMPLATES, browsing, everyService, finder, isNeutral, languages, pages, search, services, source } from './helpers.mjs';

const reader = browsing();

/** Stands in for the other site: nothing leaves this machine. */
async function otherSite(context) {
  await context.route(/^https:/, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }));
}

for (const language of SCRIPTS) {
  test(`without JavaScript “leave this site” is a plain link (${language})`, async (t) => {
    const { page, context } = await reader.open(t, { at: `${language}/rights/safety/`, javaScriptEnabled: false });
    await otherSite(context);
    const exit = page.locator('a.exit');
    assert.ok(await exit.isVisible());
    assert.match(await exit.getAttribute('rel'), /noreferrer/);
    await exit.click();
    assert.equal(await page.title(), 'Weather');
    assert.match(page.url(), /^https:\/\//);
  });
}

test('with JavaScript the other site takes the place of the page in the history', async (t) => {
  const { page, context, url } = await reader.open(t, { at: 'en/' });
  await otherSite(context);
  await page.goto(url('en/rights/safety/'));
  const before = await page.evaluate(() => history.length);
  await page.locator('a.exit').click();
  await page.waitForURL(/^https:/);
  assert.equal(await page.evaluate(() => history.length), before);
  await page.goBack();
  assert.equal(page.url(), url('en/'), 'back does not lead to the page that was left');
});

test('leaving works from an opened result too', async (t) => {
  const { page, context } = await reader.open(t, { at: 'en/services/' });
  await otherSite(context);
  await finder(page);
  await search(page, 'cv1 5fb');
  await page.locator('.finder-open').first().click();
  await page.locator('.finder-record').waitFor();
  await page.locator('a.exit').click();
  await page.waitForURL(/^https:/);
});

test('the way out is on every page, and in sight', async (t) => {
  for (const file of pages()) {
    assert.match(source(file), /<a class="exit" href="https:\/\/[^"]+" rel="noreferrer"/, file);
  }
  const { page, url } = await reader.open(t, { viewport: { width: 360, height: 740 } });
  for (const path of Object.values(TEMPLATES)) {
    await page.goto(url(`en/${path}`));
    const seen = await page.evaluate(() => {
      scrollTo(0, document.documentElement.scrollHeight / 2);
      const { left, right, top, bottom } = document.querySelector('.exit').getBoundingClientRect();
      return document.elementFromPoint((left + right) / 2, (top + bottom) / 2)?.className;
    });
    assert.equal(seen, 'exit', path);
  }
});

// What a history, a tab or a shared link tells

/** Pages that tell something by being known: guides marked so, and services for sensitive kinds of help. */
async function sensitivePages() {
  const helping = (await everyService()).filter((service) => service.kinds.some((kind) => SENSITIVE.includes(kind)));
  const pages = helping.map((service) => service.url.replace(/^[^/]+\//, '').replace('index.html', ''));
  assert.ok(pages.length > 20);
  return [TEMPLATES['sensitive guide'], TEMPLATES.urgent, 'rights/status/', ...pages];
}

test('a service for a sensitive kind of help has an address that tells nothing', async () => {
  const telling = (await everyService()).filter((service) => service.kinds.some((kind) => SENSITIVE.includes(kind)));
  assert.ok(telling.length > 20);
  assert.deepEqual(telling.map((service) => service.url.replace('index.html', '')).filter((url) => !isNeutral(url)), []);
});

for (const language of languages) {
  test(`a sensitive page has a title and a preview that tell nothing (${language})`, async () => {
    const titles = new Set();
    for (const path of await sensitivePages()) {
      const html = source(`${language}/${path}index.html`);
      const head = html.slice(0, html.indexOf('<body'));
      const heading = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)[1];
      const title = /<title>(.*?)<\/title>/s.exec(head)[1];
      titles.add(title);
      assert.ok(!head.includes(heading), `${path}: the head names “${heading}”`);
      assert.equal(/property="og:[^>]*|name="twitter:[^>]*|application\/ld\+json/.exec(head)?.[0], undefined, path);
      assert.equal(/abuse|asylum|traffick|refuge|lgbt|mental/i.exec(head)?.[0], undefined, path);
    }
    assert.equal(titles.size, 1, `one title for all: ${[...titles].join(' | ')}`);
  });
}

test('a secret address stands nowhere: no postcode, no way there, no distance', async (t) => {
  const secret = services().filter((path) => source(`en/${path}index.html`).includes('The address is secret'));
  assert.ok(secret.length > 0);
  for (const path of secret) {
    const html = source(`en/${path}index.html`);
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    assert.doesNotMatch(main, /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/, path);
    assert.doesNotMatch(main, /Directions|openstreetmap|google\.[a-z.]+\/maps|<dt>Address/, path);
  }
  const { page, url } = await reader.open(t);
  await page.goto(url('en/services/'));
  await finder(page);
  await search(page, 'cv1 5fb');
  for (let more = page.locator('.finder-more'); await more.isVisible();) await more.click();
  const heading = (path) => /<h1[^>]*>(.*?)<\/h1>/s.exec(source(`en/${path}index.html`))[1];
  const names = new Set(await page.evaluate((all) => all.map((html) =>
    new DOMParser().parseFromString(html, 'text/html').body.textContent), secret.map(heading)));
  let seen = 0;
  for (const result of await page.locator('.finder-result').all()) {
    const name = await result.locator('.finder-open').textContent();
    if (!names.has(name)) continue;
    seen += 1;
    assert.doesNotMatch(await result.innerText(), /\bmiles?\b|\byards?\b|on foot|Directions/, name);
  }
  assert.equal(seen, secret.length, 'every one of them is in the list');
});

// Urgent help

test('urgent help is at the foot of every page, with numbers to call', async (t) => {
  for (const file of pages().filter((name) => name !== 'index.html')) {
    const html = source(file);
    if (html.includes('http-equiv="refresh"')) continue;
    // The page of urgent help has it all in its text.
    const block = file.endsWith(`/${TEMPLATES.urgent}index.html`)
      ? html.slice(html.indexOf('<main'), html.indexOf('</main>'))
      : /<\/main>\s*<aside class="urgent"[^>]*>(.*?)<\/aside>\s*<footer/s.exec(html)?.[1] ?? '';
    for (const number of ['999', '+448082000247', '+448000121700', '+448001111', '116123']) {
      assert.ok(block.includes(`href="tel:${number}"`), `${file}: ${number}`);
    }
  }
  for (const language of SCRIPTS) {
    const { page } = await reader.open(t, { at: `${language}/glossary/`, javaScriptEnabled: false });
    assert.ok(await page.locator('.urgent a[href="tel:999"]').first().isVisible());
    await page.locator('.urgent a.more').click();
    assert.match(page.url(), /\/urgent\//);
  }
});

test('every foot says who runs the site, that it is no office, and what leaving cannot hide', () => {
  for (const file of pages('index.html', 'en/')) {
    const html = source(file);
    const foot = html.slice(html.indexOf('<footer'));
    for (const words of ['runs this site', 'not a council website', 'not the website of the original project', 'It cannot hide everything']) {
      assert.ok(foot.includes(words), `${file}: ${words}`);
    }
  }
});
