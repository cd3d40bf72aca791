// A language that has no words of the interface yet: the finder shows English ones, and says that they are English.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browsing, finder, search, smallCity } from './helpers.mjs';

const OWN = ['مسکن', 'زنان', 'کاونتری'];
const reader = browsing({
  folder: () => smallCity('2026-11-21', {
    'content/city.toml': (text) => text.replace('"ar"]', '"ar", "fa"]'),
    'themes/mifriendly/strings/fa/city.ftl': () =>
      `kind-housing = ${OWN[0]}\nkind-women = ${OWN[1]}\narea-coventry = ${OWN[2]}\n`,
    'content/services/near/service.toml': () => `name = "Near help"
kinds = ["housing"]
areas = ["coventry"]
residents_only = true
last_confirmed = 2026-11-21
confirmed_by = "the browser tests"

[[phone]]
number = "0808 801 0503"

[[location]]
address = ["12 High Street"]
city = "Coventry"
latitude = 52.41
longitude = -1.51
`,
    'content/services/near/en.md': () => '+++\ndescription = "Help near by."\n+++\n',
  }),
});

/** Every text of the finder that has letters: itself, and the language and direction of its nearest element that says them. */
function texts(page) {
  return page.locator('.finder-running .finder').evaluate((root) => {
    const found = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!/\p{L}/u.test(node.data)) continue;
      const text = node.data.replace(/[\u2066-\u2069\u200e\u200f]/g, '').trim();
      const parent = node.parentElement;
      found.push({
        text,
        language: parent.closest('[lang]').lang,
        direction: parent.closest('[dir]').dir,
      });
    }
    return found;
  });
}

async function examine(page, expected) {
  const all = await texts(page);
  for (const text of expected) {
    const found = all.filter((one) => one.text === text);
    assert.ok(found.length > 0, `${text} is there: ${all.map((one) => one.text).join(' | ')}`);
    for (const { language, direction } of found) assert.deepEqual({ text, language, direction }, { text, language: 'en', direction: 'ltr' });
  }
  for (const own of OWN) {
    for (const { text, language, direction } of all.filter((one) => one.text === own)) {
      assert.deepEqual({ text, language, direction }, { text, language: 'fa', direction: 'rtl' });
    }
  }
  const marks = await page.evaluate(() => /[\ufdd0-\ufdd2]/.test(document.documentElement.outerHTML));
  assert.equal(marks, false, 'there is no mark in the page');
  return all.map((one) => one.text);
}

test('English words of the finder are elements that say so, and words of the city are not', async (t) => {
  const { page, watched } = await reader.open(t, { at: 'fa/services/', viewport: { width: 360, height: 640 } });
  await finder(page);
  const seen = await examine(page, ['Find help', 'Use my location', 'All services', 'What do you need help with?', '3 services found']);
  assert.ok(seen.includes(OWN[0]));
  await search(page, 'CV1 5FB');
  await page.locator('.finder-count').waitFor();
  await page.locator('.finder-around button').click();
  const found = await examine(page, ['Help near', 'Your council is probably', 'to the west', 'Hide the picture']);
  assert.ok(found.includes(OWN[2]), 'the council has its Persian name');
  const order = await page.locator('.finder-picture-length').first().evaluate((one) => {
    const left = (shape) => one.getExtentOfChar(one.textContent.search(shape)).x;
    return left(/\d/) < left(/[a-z]/);
  });
  assert.ok(order, 'a length in the picture begins with its number');
  await page.locator('.finder-open').first().click();
  await page.locator('.finder-record').waitFor();
  await examine(page, ['Back to the list', 'Contact', 'The next seven days']);
  assert.deepEqual(watched.complaints, []);
});

test('an attribute has the words without marks', async (t) => {
  const { page } = await reader.open(t, { at: 'fa/services/' });
  await finder(page);
  const label = await page.locator('.finder-search').getAttribute('aria-label');
  assert.equal(label, '\u2066Search for help near you\u2069');
});
