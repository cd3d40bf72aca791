// Known mistakes that axe-core can find: every template and every state of the finder, in three scripts and both
// directions, light and dark, on a phone and on a desk.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { DESK, PHONE, SCRIPTS, TEMPLATES, browsing, finder, layout, pages, search } from './helpers.mjs';

const reader = browsing();
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const LOOKS = [
  ['light', PHONE], ['dark', PHONE], ['light', DESK], ['dark', DESK],
];

/** What axe-core finds on the page as it is, in light and dark and at both widths. */
async function examine(page, what, looks = LOOKS) {
  await page.evaluate(AXE);
  for (const [colorScheme, size] of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    const { violations, passes } = await page.evaluate(() => globalThis.axe.run(document, {
      resultTypes: ['violations'],
    }));
    assert.ok(passes.length > 10, 'axe-core looked at the page');
    const found = violations.map(({ id, help, nodes }) =>
      `${id}: ${help}\n    ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join('\n    ')}`);
    assert.deepEqual(found, [], `${what}, ${colorScheme}, ${size.width} px`);
  }
}

test('every template of the site is among those that are looked at', () => {
  const known = new Set(Object.values(TEMPLATES).map((path) => layout(`en/${path}index.html`)));
  const used = new Set(pages('index.html', 'en/').map(layout).filter(Boolean));
  assert.deepEqual([...used].filter((one) => !known.has(one)), []);
});

test('the front door and the page for addresses that do not exist', async (t) => {
  const { page, url } = await reader.open(t);
  for (const path of ['', 'no/such/page']) {
    await page.goto(url(path));
    await examine(page, path || 'front door');
  }
});

for (const language of SCRIPTS) {
  for (const [name, path] of Object.entries(TEMPLATES)) {
    test(`${name} (${language})`, async (t) => {
      const { page } = await reader.open(t, { at: `${language}/${path}` });
      if (name === 'finder') await finder(page);
      await examine(page, name);
    });
  }

  test(`the list of all services without JavaScript (${language})`, async (t) => {
    const { page } = await reader.open(t, { at: `${language}/services/` });
    await finder(page);
    // As it is where the widget does not start; axe-core itself needs JavaScript.
    await page.evaluate(() => {
      document.querySelector('.finder-running')?.classList.remove('finder-running');
      document.querySelector('[data-finder-app]')?.remove();
    });
    // The longest page of the site: each width and each colour once.
    await examine(page, 'all services', [['light', PHONE], ['dark', DESK]]);
  });

  test(`the finder in every state (${language})`, async (t) => {
    const { page, url } = await reader.open(t);
    await page.goto(url(`${language}/services/#kinds=food`));
    await finder(page);
    await page.locator('.finder-more-choices summary').click();
    await search(page, 'cv1 5fb');
    await page.locator('.finder-around button').click();
    await page.locator('.finder-picture').waitFor();
    await examine(page, 'a search, with choices and the picture');
    await page.locator('.finder-open').first().click();
    await page.locator('.finder-record').waitFor();
    await examine(page, 'a result');
    await page.locator('.finder-record .finder-actions button').first().click();
    await page.locator('.finder-bar .finder-primary').click();
    await page.locator('.finder-shortlist').waitFor();
    await examine(page, 'the own list');
    await search(page, 'qqqq zzzz');
    await examine(page, 'nothing understood');
  });

  test(`a guide with its lists and its finder open (${language})`, async (t) => {
    const { page } = await reader.open(t, { at: `${language}/rights/housing/` });
    await page.locator('.help [data-finder-open]').click();
    await finder(page);
    await page.locator('.lang summary').click();
    await examine(page, 'a guide');
  });
}
