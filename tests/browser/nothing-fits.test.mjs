// Choices that leave nothing: in a city so small that they can.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browsing, choose, finder, names, smallCity } from './helpers.mjs';

const reader = browsing({ folder: smallCity });

test('where nothing fits, that is said, and how to go on', async (t) => {
  const { page } = await reader.open(t, { at: 'en/services/' });
  await finder(page);
  await choose(page, 'Women');
  assert.deepEqual(await names(page), ['A place for women']);
  await choose(page, 'Not only for women');
  assert.deepEqual(await names(page), []);
  assert.match(await page.locator('.finder-answer').innerText(), /No service fits these choices/);
  await page.getByRole('button', { name: 'Remove all choices' }).click();
  assert.equal((await names(page)).length, 2);
});
