// Keyboard only: every stop can be seen, menus open and close, and the finder leads from typing to a call.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESK, PHONE, SCRIPTS, TEMPLATES, browsing, finder, plain } from './helpers.mjs';

const reader = browsing();

/** What has the focus, and whether a person can see that it has. */
function stop(page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    // A box in a chip shows its focus around the chip.
    const shows = (element) => {
      const style = getComputedStyle(element);
      const outline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      return outline || (style.boxShadow !== 'none' && element.matches(':focus-visible'));
    };
    const box = at.getBoundingClientRect();
    // Seen: some point of it is in the window and not under something else, such as the bar of the way out.
    const points = [...at.getClientRects()].flatMap((rect) => [0.1, 0.5, 0.9].map((part) => [
      rect.left + rect.width * part, (Math.max(rect.top, 0) + Math.min(rect.bottom, innerHeight)) / 2]));
    const seen = points.some(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return hit && (at.contains(hit) || hit.closest('label')?.contains(at));
    });
    return {
      what: `${at.localName}.${at.className} “${(at.textContent || at.getAttribute('aria-label') || '').trim().slice(0, 40)}”`,
      key: [...document.querySelectorAll('*')].indexOf(at),
      visible: shows(at) || (at.parentElement.matches('.finder-chip') && shows(at.parentElement)),
      seen: seen && box.width > 0 && box.height > 0,
    };
  });
}

/** Presses Tab until the focus is on what `selector` names; fails after `most` stops. */
async function tabTo(page, selector, most = 200) {
  for (let count = 0; count < most; count += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((named) => document.activeElement.matches(named), selector)) return;
  }
  assert.fail(`no stop at ${selector} among ${most}`);
}

test('the first stop is a link that skips to the text', async (t) => {
  for (const language of SCRIPTS) {
    const { page } = await reader.open(t, { at: `${language}/rights/housing/`, viewport: PHONE });
    await page.keyboard.press('Tab');
    const first = await stop(page);
    assert.ok(first.seen && first.visible, 'it shows when it has the focus');
    await page.keyboard.press('Enter');
    assert.ok(await page.evaluate(() => document.activeElement.matches('main')));
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement.closest('main') !== null), 'the next stop is in the text');
  }
});

for (const [name, path] of Object.entries(TEMPLATES)) {
  for (const [screen, viewport] of [['phone', PHONE], ['desk', DESK]]) {
    test(`every stop of a ${name} can be seen (${screen})`, async (t) => {
      const { page } = await reader.open(t, { at: `en/${path}`, viewport, reducedMotion: 'reduce' });
      if (name === 'finder') await finder(page);
      const met = new Set();
      for (;;) {
        await page.keyboard.press('Tab');
        const here = await stop(page);
        if (!here || met.has(here.key)) break;
        met.add(here.key);
        assert.ok(here.visible, `${here.what} does not show that it has the focus`);
        assert.ok(here.seen, `${here.what} is covered or out of sight`);
      }
      const stops = await page.locator('a[href]:visible, button:visible, summary:visible, input:visible, select:visible').count();
      assert.ok(met.size >= stops, `${met.size} of ${stops} links, buttons and fields are stops`);
    });
  }
}

for (const menu of ['menu', 'lang']) {
  test(`the list “${menu}” in the head opens with Enter, closes with Escape, and gives the focus back`, async (t) => {
    const { page } = await reader.open(t, { at: 'en/rights/', viewport: PHONE });
    await tabTo(page, `.${menu} summary`, 10);
    await page.keyboard.press('Enter');
    const link = page.locator(`.${menu} li a`).first();
    assert.ok(await link.isVisible());
    await page.keyboard.press('Tab');
    assert.ok(await link.evaluate((a) => a === document.activeElement));
    await page.keyboard.press('Escape');
    assert.ok(!(await link.isVisible()));
    assert.ok(await page.evaluate((named) => document.activeElement.matches(named), `.${menu} summary`));
  });
}

test('the language is changed with the keyboard', async (t) => {
  const { page, url } = await reader.open(t, { at: 'en/rights/' });
  await tabTo(page, '.lang summary', 20);
  await page.keyboard.press('Enter');
  await tabTo(page, '.lang a[hreflang="ar"]', 10);
  await page.keyboard.press('Enter');
  await page.waitForURL(url('ar/rights/index.html'));
});

test('the finder leads from typing a postcode to a call, and back to the same result', async (t) => {
  const { page } = await reader.open(t, { at: 'en/services/', viewport: PHONE });
  await finder(page);
  await tabTo(page, '.finder-field input', 30);
  await page.keyboard.type('cv1 5fb');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.matches('.finder-heading'));
  assert.match(plain(await page.locator(':focus').textContent()), /^Help near CV1 5/);

  await tabTo(page, '.finder-open');
  await tabTo(page, '.finder-open');
  const name = plain(await page.locator(':focus').textContent());
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.closest('.finder-record'));
  assert.equal(plain(await page.locator(':focus').textContent()), name, 'the focus is on the name of the service');
  await tabTo(page, '.finder-record a[href^="tel:"]', 20);
  const call = await stop(page);
  assert.ok(call.visible && call.seen);

  await page.goBack();
  await page.waitForFunction(() => document.activeElement.matches('.finder-open'));
  assert.equal(plain(await page.locator(':focus').textContent()), name, 'back at the same result');
});

test('choices are made with the keyboard, and the count is said to those who cannot see it', async (t) => {
  const { page } = await reader.open(t, { at: 'en/services/' });
  await finder(page);
  await tabTo(page, '.finder-kinds input', 30);
  await page.keyboard.press('Space');
  assert.ok(await page.locator('.finder-kinds input').first().isChecked());
  assert.ok(await page.evaluate(() => document.activeElement.matches('.finder-kinds input')), 'the focus stays');
  const said = page.locator('.finder [role="status"]');
  assert.match(plain(await said.textContent()), /^\d+ services? found$/);
  await tabTo(page, '.finder-more-choices summary', 40);
  await page.keyboard.press('Enter');
  await tabTo(page, '.finder-language select', 5);
  await page.keyboard.press('ArrowDown');
  assert.notEqual(await page.locator('.finder-language select').inputValue(), '');
});

test('a button that goes away when it is pressed leaves the focus in the finder', async (t) => {
  const { page } = await reader.open(t, { at: 'en/services/#kinds=food' });
  await finder(page);
  await page.getByRole('button', { name: 'Remove all choices' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remove all choices' }).waitFor({ state: 'detached' });
  assert.ok(await page.evaluate(() => document.activeElement.closest('.finder') !== null));
});

test('in a guide the finder opens with Enter and takes the focus', async (t) => {
  const { page } = await reader.open(t, { at: 'en/rights/housing/' });
  await page.locator('.help [data-finder-open]').focus();
  await page.keyboard.press('Enter');
  await finder(page);
  await page.waitForFunction(() => document.activeElement.matches('.help .finder-field input'));
});

test('more services are shown, and the focus goes to the first of them', async (t) => {
  const { page } = await reader.open(t, { at: 'en/services/' });
  await finder(page);
  const shown = await page.locator('.finder-open').count();
  await page.locator('.finder-more').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction((count) => document.querySelectorAll('.finder-open').length > count, shown);
  assert.ok(await page.locator('.finder-open').nth(shown).evaluate((one) => one === document.activeElement));
});
