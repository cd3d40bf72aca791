// Later: a page was written on one day and is read on another. News ends, law begins and ends, details grow old.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browsing, smallCity } from './helpers.mjs';

// Built on 21 November 2026, in two languages; the days are in its files.
const reader = browsing({ folder: () => smallCity('2026-11-21') });

/** A page as it is read at noon of `day`. */
async function on(t, day, at, options = {}) {
  const { page, url } = await reader.open(t, { timezoneId: 'Europe/London', ...options });
  await page.clock.setFixedTime(new Date(`${day}T12:00:00Z`));
  await page.goto(url(at));
  return page;
}

for (const language of ['en', 'ar']) {
  test(`news is shown from its first day to the day before its last (${language})`, async (t) => {
    for (const [day, shown] of [
      ['2026-11-21', false], ['2027-01-03', false], ['2027-01-04', true], ['2027-01-10', true], ['2027-01-11', false], ['2027-06-01', false],
    ]) {
      for (const path of ['', 'guide/', 'services/unchecked/']) {
        const page = await on(t, day, `${language}/${path}`);
        assert.equal(await page.locator('.notices > div').isVisible(), shown, `${day} ${path}`);
        await page.context().close();
      }
    }
  });
}

test('without JavaScript news of the day of the build is shown, and no other', async (t) => {
  const { page, url } = await reader.open(t, { javaScriptEnabled: false });
  await page.goto(url('en/'));
  assert.equal(await page.locator('.notices > div').isVisible(), false);
});

test('law that has begun is shown, law that has ended is folded under a warning', async (t) => {
  const old = 'These are the old words of the law.';
  const fresh = 'These are the new words of the law.';
  for (const [day, first, second] of [['2027-03-31', true, false], ['2027-04-01', false, true]]) {
    const page = await on(t, day, 'en/guide/');
    assert.equal(await page.getByText(old).isVisible(), first, `${day}: old`);
    assert.equal(await page.getByText(fresh).isVisible(), second, `${day}: new`);
    assert.equal(await page.getByText('This stopped being the law on 1 April 2027').isVisible(), !first, `${day}: it ended`);
    assert.equal(await page.getByText('This law starts on 1 April 2027').isVisible(), !second, `${day}: it will begin`);
    assert.ok(await page.getByText('These words hold on every day.').isVisible());
  }
  const page = await on(t, '2027-04-01', 'en/guide/');
  await page.locator('#old-law summary').click();
  assert.ok(await page.getByText(old).isVisible(), 'it can still be read');
});

test('a page that should have been checked again says so', async (t) => {
  for (const [day, late] of [['2027-04-30', false], ['2027-05-01', true]]) {
    const page = await on(t, day, 'en/guide/');
    assert.equal(await page.getByText('It may be out of date').isVisible(), late, day);
  }
});

test('details that were confirmed more than six months ago say so', async (t) => {
  for (const [day, old] of [['2027-05-20', false], ['2027-05-23', true]]) {
    const page = await on(t, day, 'en/services/women-only/');
    const said = await page.locator('.confirmed').innerText();
    assert.match(said, /21 November 2026/);
    assert.equal(said.includes('more than six months ago'), old, day);
  }
  const page = await on(t, '2026-11-22', 'en/services/unchecked/');
  assert.match(await page.locator('.confirmed').innerText(), /Not yet confirmed/);
});

test('the finder says how old its details are', async (t) => {
  for (const [day, said] of [['2026-11-22', 'We last checked this on 21 November 2026'], ['2027-06-01', 'more than six months ago']]) {
    const page = await on(t, day, 'en/services/');
    const result = page.locator('.finder-result', { hasText: 'A place for women' });
    assert.ok((await result.innerText()).replace(/[\u2066-\u2069]/g, '').includes(said), day);
  }
});
