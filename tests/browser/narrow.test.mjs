// Narrow screens: no page of the site, in any language, needs sideways scrolling at 320 px, which is also what
// somebody sees who makes a desk's page four times as large.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SCRIPTS, TEMPLATES, browsing, finder, languages, pages, search } from './helpers.mjs';

const reader = browsing();
const NARROW = { width: 320, height: 640 };
/** 1280 by 1024 at 400 %. */
const ENLARGED = { width: 320, height: 256 };

/** How many pixels the page is wider than the screen, and what is to blame. */
function overhang(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    const hides = [root, document.body].some((one) => getComputedStyle(one).overflowX !== 'visible');
    const wide = root.scrollWidth - root.clientWidth;
    if (wide <= 0 && !hides) return undefined;
    const widest = [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1 || one.getBoundingClientRect().left < -1)
      .map((one) => `${one.localName}.${one.className}`);
    return `${wide} px too wide${hides ? ', hidden by overflow-x' : ''}: ${widest.slice(0, 5).join(' ')}`;
  });
}

for (const language of ['', ...languages]) {
  test(`no page is wider than 320 px (${language || 'the front'})`, async (t) => {
    const { page, url } = await reader.open(t, { viewport: NARROW });
    const paths = language ? pages('index.html', `${language}/`) : ['index.html', '404.html'];
    const wide = [];
    for (const path of paths) {
      await page.goto(url(path));
      const found = await overhang(page);
      if (found) wide.push(`${path}: ${found}`);
    }
    assert.deepEqual(wide, []);
    assert.ok(paths.length >= (language ? 100 : 2), `${paths.length} pages`);
  });
}

for (const language of SCRIPTS) {
  test(`the finder is no wider than 320 px in any of its states (${language})`, async (t) => {
    const { page } = await reader.open(t, { at: `${language}/services/#kinds=food`, viewport: NARROW });
    await finder(page);
    assert.equal(await overhang(page), undefined, 'opened');
    await page.locator('.finder-more-choices summary').click();
    await search(page, 'cv1 5fb');
    await page.locator('.finder-around button').click();
    assert.equal(await overhang(page), undefined, 'a search');
    await page.locator('.finder-open').first().click();
    await page.locator('.finder-record').waitFor();
    assert.equal(await overhang(page), undefined, 'a result');
  });

  test(`a desk's page at four times its size can be read and used (${language})`, async (t) => {
    const { page, url } = await reader.open(t, { viewport: ENLARGED });
    for (const [name, path] of Object.entries(TEMPLATES)) {
      await page.goto(url(`${language}/${path}`));
      assert.equal(await overhang(page), undefined, name);
      const covering = await page.evaluate(() => [...document.querySelectorAll('body *')]
        .filter((one) => ['fixed', 'sticky'].includes(getComputedStyle(one).position) && one.checkVisibility())
        .map((one) => `${one.localName}.${one.className}`));
      assert.deepEqual(covering, [], `${name}: nothing stands in front of so small a window`);
    }
  });
}
