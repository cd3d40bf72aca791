// What readers set on their devices: forced colours, less motion, dark screens, larger letters, thick fingers.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESK, PHONE, SCRIPTS, TEMPLATES, browsing, finder, search } from './helpers.mjs';

const reader = browsing();
const STOPS = 'a[href], button, summary, input, select';

async function opened(t, language, path, options) {
  const view = await reader.open(t, { at: `${language}/${path}`, ...options });
  if (path === TEMPLATES.finder) await finder(view.page);
  return view;
}

for (const [name, path] of Object.entries(TEMPLATES)) {
  test(`with forced colours the focus is seen and buttons have edges: ${name}`, async (t) => {
    const { page } = await opened(t, 'en', path, { forcedColors: 'active', viewport: PHONE });
    const blind = await page.locator(STOPS).evaluateAll((all) => all.filter((one) => one.checkVisibility()).filter((one) => {
      one.focus({ focusVisible: true });
      const outlined = (element) => {
        const style = getComputedStyle(element);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      };
      return !outlined(one) && !(one.closest('.finder-chip') && outlined(one.closest('.finder-chip')));
    }).map((one) => one.outerHTML.slice(0, 120)));
    assert.deepEqual(blind, []);
    const edgeless = await page.locator('.button, .exit, .finder-button').evaluateAll((all) => all
      .filter((one) => one.checkVisibility() && !(parseFloat(getComputedStyle(one).borderTopWidth) >= 1))
      .map((one) => one.outerHTML.slice(0, 120)));
    assert.deepEqual(edgeless, []);
  });

  test(`nothing moves where less motion is wanted: ${name}`, async (t) => {
    const { page } = await opened(t, 'en', path, { reducedMotion: 'reduce' });
    const moving = await page.evaluate(() => [...document.querySelectorAll('*')].filter((one) => {
      const styles = [getComputedStyle(one), getComputedStyle(one, '::before'), getComputedStyle(one, '::after')];
      const lasts = (times) => times.split(',').some((time) => parseFloat(time) > 0.001);
      return styles.some((style) => (style.animationName !== 'none' && lasts(style.animationDuration))
        || lasts(style.transitionDuration)) || styles[0].scrollBehavior === 'smooth';
    }).map((one) => one.outerHTML.slice(0, 100)));
    assert.deepEqual(moving, []);
  });
}

/**
 * Links of menus, lists and cards, buttons and fields that a thumb may miss: less than 44 px high, or buttons and
 * fields less than 44 px wide. Links in what an editor wrote, in sentences and in lists of sources are as high as
 * their line, which the guidelines allow. What counts is where a tap lands: a link may be larger than its words.
 */
function missed(page) {
  return page.evaluate((stops) => {
    const small = [];
    for (const one of document.querySelectorAll(stops)) {
      if (!one.checkVisibility() || one.closest('.skip, .finder-hidden, .hide')) continue;
      const target = one.closest('label') ?? one;
      if (target.localName === 'a' && (isText(target) || inSentence(target))) continue;
      target.scrollIntoView({ block: 'center' });
      const box = target.getBoundingClientRect();
      const x = (box.left + box.right) / 2;
      const y = (box.top + box.bottom) / 2;
      const lands = (dx, dy) => {
        const hit = document.elementFromPoint(x + dx, y + dy);
        return hit !== null && (target.contains(hit) || hit.closest('label') === target);
      };
      const tall = box.height >= 43.5 || (lands(0, -21.5) && lands(0, 21.5));
      const wide = target.localName === 'a' || box.width >= 43.5 || (lands(-21.5, 0) && lands(21.5, 0));
      if (!tall || !wide) {
        small.push(`${Math.round(box.width)} × ${Math.round(box.height)}: ${one.outerHTML.slice(0, 110)}`);
      }
    }
    return small;

    /** Whether the link is in what an editor wrote (whose parts have ids without `_`) or in a list of sources. */
    function isText(link) {
      if (link.closest('.sources, .notices, .urgent > div')) return true;
      const part = link.closest('section, .finder, nav');
      return Boolean(part?.matches('section[id]')) && !link.matches('.button, .find a, [data-finder-open]');
    }

    /** Whether words are beside the link in its line. */
    function inSentence(link) {
      let block = link.parentElement;
      while (getComputedStyle(block).display === 'inline') block = block.parentElement;
      if (['flex', 'grid', 'inline-flex'].includes(getComputedStyle(block).display)) return false;
      let beside = block.textContent;
      for (const other of block.querySelectorAll('a, button, small')) beside = beside.replace(other.textContent, '');
      return /[\p{L}\p{N}]/u.test(beside);
    }
  }, STOPS);
}

for (const language of SCRIPTS) {
  for (const [name, path] of Object.entries(TEMPLATES)) {
    test(`what can be tapped is large enough: ${name} (${language})`, async (t) => {
      const { page } = await opened(t, language, path, { viewport: PHONE });
      for (const summary of await page.locator('summary:visible').all()) {
        await summary.click();
        assert.deepEqual(await missed(page), []);
        await summary.click();
      }
      assert.deepEqual(await missed(page), []);
      await page.setViewportSize(DESK);
      assert.deepEqual(await missed(page), []);
    });
  }

  test(`what can be tapped in a result is large enough (${language})`, async (t) => {
    const { page, url } = await reader.open(t, { viewport: PHONE });
    await page.goto(url(`${language}/services/`));
    await finder(page);
    await search(page, 'cv1 5fb');
    await page.locator('.finder-open').first().click();
    await page.locator('.finder-record').waitFor();
    assert.deepEqual(await missed(page), []);
  });
}

test('letters follow the size that the reader set, and nothing is cut off', async (t) => {
  const { page } = await reader.open(t, { at: 'en/rights/housing/', viewport: PHONE });
  const size = () => page.locator('main p').last().evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
  const usual = await size();
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  assert.ok(Math.abs((await size()) / usual - 2) < 0.01);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});

test('a dark screen gets a dark page', async (t) => {
  const { page } = await reader.open(t, { at: 'en/rights/housing/', colorScheme: 'dark' });
  const [paper, ink] = await page.evaluate(() => {
    const style = getComputedStyle(document.body);
    return [style.backgroundColor, style.color].map((colour) => colour.match(/\d+/g).slice(0, 3).reduce((sum, one) => sum + Number(one), 0));
  });
  assert.ok(paper < 150 && ink > 600, `${paper} ${ink}`);
});
