// The way out of the site has a bar of its own at the top of the window, from edge to edge. However a page is scrolled, in
// every template, the button is never in front of a word, a number or a control, and is always there to be tapped.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SCRIPTS, TEMPLATES, browsing, finder, search } from './helpers.mjs';

const reader = browsing();
const SMALL = { width: 360, height: 640 };
/** How far a page is scrolled between two looks at it, in pixels. */
const STEP = 250;

/**
 * Scrolls the page from its top to its end and says what is wrong with the way out, at most a few complaints.
 *
 * Of each line of text and each control in the window, points along its length are asked for what is in front. A line that
 * passes under the bar is hidden as a whole, as at any edge of a window; one that is hidden in part is covered.
 */
function walk(page) {
  return page.evaluate(async (step) => {
    const complaints = new Set();
    const bar = document.querySelector('.leave');
    const exit = bar.querySelector('.exit');
    const lines = () => {
      const found = [];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        if (!text.data.trim() || !text.parentElement.checkVisibility() || bar.contains(text)) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const box of range.getClientRects()) found.push([box, text.data.trim()]);
      }
      for (const one of document.querySelectorAll('a, button, input, select, summary')) {
        if (one.checkVisibility() && one !== exit) found.push([one.getBoundingClientRect(), one.outerHTML.slice(0, 60)]);
      }
      return found;
    };
    const inFront = (x, y) => bar.contains(document.elementFromPoint(x, y));
    const root = document.documentElement;
    const width = root.clientWidth;
    for (let y = 0; ; y += step) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise((drawn) => { requestAnimationFrame(drawn); });
      const edge = bar.getBoundingClientRect();
      const button = exit.getBoundingClientRect();
      if (edge.top !== 0 || edge.left > 0 || edge.right < width) complaints.add(`the bar is not at the edges at ${scrollY}`);
      if (getComputedStyle(bar).backgroundColor.includes('rgba')) complaints.add('the bar can be seen through');
      if (edge.bottom > innerHeight / 4) complaints.add(`the bar takes ${edge.bottom} px`);
      if (button.left < 0 || button.right > width || button.height < 44) complaints.add('the button is cut or small');
      if (document.elementFromPoint((button.left + button.right) / 2, (button.top + button.bottom) / 2) !== exit) {
        complaints.add(`something is in front of the button at ${scrollY}`);
      }
      for (const [box, what] of lines()) {
        const middle = (box.top + box.bottom) / 2;
        if (box.width < 3 || box.right < 3 || box.left > width - 3 || middle < 0 || middle >= innerHeight) continue;
        // At the top of the page nothing at all is behind the bar.
        if (scrollY === 0 && box.top < edge.bottom - 1) complaints.add(`behind the bar: ${what}`);
        const from = Math.max(box.left, 0) + 1;
        const to = Math.min(box.right, width) - 1;
        const hidden = [0, 0.25, 0.5, 0.75, 1].map((part) => inFront(from + (to - from) * part, middle));
        if (hidden.some((one) => one !== hidden[0])) complaints.add(`covered in part at ${scrollY}: ${what}`);
      }
      if (scrollY + innerHeight >= root.scrollHeight - 1 || complaints.size > 5) break;
    }
    // Whoever comes with the keyboard, or by a link to a section, sees where they are.
    for (const one of document.querySelectorAll('main a, main button, main input, main select, main summary, footer a')) {
      one.focus();
      if (document.activeElement === one && one.getBoundingClientRect().top < bar.getBoundingClientRect().bottom) {
        complaints.add(`behind the bar in the focus: ${one.outerHTML.slice(0, 60)}`);
      }
    }
    for (const one of document.querySelectorAll('main section[id]')) {
      one.scrollIntoView();
      if (one.getBoundingClientRect().top < bar.getBoundingClientRect().bottom - 1) complaints.add(`behind the bar: #${one.id}`);
    }
    return [...complaints].slice(0, 6);
  }, STEP);
}

for (const language of SCRIPTS) {
  test(`the way out never covers a word, a number or a control (${language})`, async (t) => {
    const { page, url } = await reader.open(t, { viewport: SMALL });
    const pages = { ...TEMPLATES, chooser: undefined, 'not found': undefined };
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(url({ chooser: '', 'not found': 'nowhere' }[name] ?? `${language}/${path}`));
      assert.deepEqual(await walk(page), [], name);
    }
  });

  test(`nor in the finder's answer, nor in text of twice the size (${language})`, async (t) => {
    const { page, url } = await reader.open(t, { viewport: SMALL, at: `${language}/services/` });
    await finder(page);
    await search(page, 'cv1 5fb');
    assert.deepEqual(await walk(page), [], 'the answer');
    await page.locator('.finder-open').first().click();
    await page.locator('.finder-record').waitFor();
    assert.deepEqual(await walk(page), [], 'a record');
    for (const [name, path] of Object.entries({ urgent: TEMPLATES.urgent, guide: TEMPLATES['sensitive guide'], home: '' })) {
      await page.goto(url(`${language}/${path}`));
      await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
      assert.deepEqual(await walk(page), [], `${name}, twice as large`);
    }
  });

  test(`the way out stays in sight while a menu is open and the skip link has the focus (${language})`, async (t) => {
    const { page } = await reader.open(t, { viewport: SMALL, at: `${language}/rights/safety/` });
    await page.keyboard.press('Tab');
    const skip = await page.evaluate(() => {
      const [a, b] = [document.activeElement, document.querySelector('.exit')].map((one) => one.getBoundingClientRect());
      return { className: document.activeElement.className, apart: a.top >= b.bottom };
    });
    assert.deepEqual(skip, { className: 'skip', apart: true });
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'exit', 'the next key leads out');
    await page.locator('.menu summary').click();
    await page.mouse.wheel(0, 300);
    const front = await page.evaluate(() => {
      const { left, right, top, bottom } = document.querySelector('.exit').getBoundingClientRect();
      return document.elementFromPoint((left + right) / 2, (top + bottom) / 2).className;
    });
    assert.equal(front, 'exit');
  });
}
