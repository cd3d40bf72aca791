// Right-to-left languages: the page is mirrored, and numbers are not.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TEMPLATES, browsing, finder, languages, search, smallCity, source } from './helpers.mjs';

const reader = browsing();
const DIRECTIONS = { ar: 'rtl', ckb: 'rtl', fa: 'rtl', ps: 'rtl', ur: 'rtl' };
const MIRRORED = languages.filter((language) => DIRECTIONS[language] === 'rtl');

/**
 * Texts in which a telephone number, a postcode or an amount is drawn in another order than it is read: each as
 * "as written -> as drawn". Positions of glyphs are measured, so that it does not matter how they were isolated.
 */
function turnedAbout(page) {
  return page.evaluate(() => {
    const shapes = [
      /\+?\d{2,5}(?:[ -]\d{2,4}){1,3}/g,                 // 0800 123 4567
      /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/g,            // CV1 5FB
      /[£€$]\s?\d[\d,]*(?:\.\d+)?/g,                     // £49.18
      /\d+[.,]\d+/g,                                     // 0.4
    ];
    const found = { turned: [], measured: 0 };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement.checkVisibility() || node.parentElement.closest('.finder-hidden, .hide')) continue;
      for (const shape of shapes) {
        for (const match of node.data.matchAll(shape)) {
          const glyphs = [...match[0]].map((letter, at) => {
            const range = document.createRange();
            range.setStart(node, match.index + at);
            range.setEnd(node, match.index + at + 1);
            const box = range.getBoundingClientRect();
            return { letter, line: Math.round(box.bottom / 8), left: box.left };
          }).filter((glyph) => glyph.letter.trim());
          const drawn = [...glyphs].sort((a, b) => a.line - b.line || a.left - b.left).map((glyph) => glyph.letter).join('');
          const written = glyphs.map((glyph) => glyph.letter).join('');
          found.measured += 1;
          if (drawn !== written) found.turned.push(`${match[0]} -> ${drawn}, in “${node.data.trim().slice(0, 80)}”`);
        }
      }
    }
    return found;
  });
}

test('every page says its language and direction', () => {
  for (const language of languages) {
    for (const path of Object.values(TEMPLATES)) {
      const html = source(`${language}/${path}index.html`);
      const direction = DIRECTIONS[language] ?? 'ltr';
      assert.match(html, new RegExp(`<html lang="${language}" dir="${direction}">`), `${language}/${path}`);
    }
  }
});

test('a number that is turned about is seen', async (t) => {
  const { page } = await reader.open(t);
  await page.setContent('<p dir="rtl">اتصل 0800 123 4567 الآن</p><p dir="rtl">اتصل <bdi dir="ltr">0800 123 4567</bdi> الآن</p>');
  const { turned, measured } = await turnedAbout(page);
  assert.equal(measured, 2);
  assert.equal(turned.length, 1);
  assert.match(turned[0], /^0800 123 4567 -> 45671230800/);
});

for (const language of MIRRORED) {
  test(`no telephone number, postcode or amount is turned about (${language})`, async (t) => {
    const { page, url } = await reader.open(t, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
    let measured = 0;
    for (const [name, path] of Object.entries(TEMPLATES)) {
      await page.goto(url(`${language}/${path}`));
      const found = await turnedAbout(page);
      assert.deepEqual(found.turned, [], name);
      measured += found.measured;
    }
    assert.ok(measured > 100, `${measured} numbers measured`);
  });

  test(`nor in the finder (${language})`, async (t) => {
    const { page } = await reader.open(t, { at: `${language}/services/#kinds=food` });
    await finder(page);
    await search(page, 'cv1 5fb');
    await page.locator('.finder-around button').click();
    const list = await turnedAbout(page);
    assert.deepEqual(list.turned, []);
    await page.locator('.finder-open').first().click();
    await page.locator('.finder-record').waitFor();
    const record = await turnedAbout(page);
    assert.deepEqual(record.turned, []);
    assert.ok(list.measured + record.measured > 10);
  });

  test(`the layout is mirrored (${language})`, async (t) => {
    const { page, url } = await reader.open(t);
    const measure = async (path) => {
      await page.goto(url(path));
      return page.evaluate(() => {
        const middle = (selector) => {
          const box = document.querySelector(selector).getBoundingClientRect();
          return (box.left + box.right) / 2;
        };
        return { brand: middle('.brand'), language: middle('.lang'), exit: middle('.exit') };
      });
    };
    const straight = await measure('en/rights/housing/');
    assert.ok(straight.brand < straight.language && straight.exit > 640);
    const mirrored = await measure(`${language}/rights/housing/`);
    assert.ok(mirrored.brand > mirrored.language, 'the name stands on the right');
    assert.ok(mirrored.exit < 640, 'the way out on the left');
    const starts = await page.locator('main h1, main section p').evaluateAll((all) =>
      all.filter((one) => one.checkVisibility()).map((one) => getComputedStyle(one)).map(({ textAlign, direction }) => `${textAlign} ${direction}`));
    assert.ok(starts.filter((one) => one === 'start rtl').length > starts.length / 2, 'lines begin on the right');
  });

  test(`text in another language keeps its own direction (${language})`, async (t) => {
    const { page } = await reader.open(t, { at: `${language}/rights/housing/` });
    const foreign = await page.locator('main [lang="en"]').evaluateAll((all) =>
      all.filter((one) => one.checkVisibility()).map((one) => ({
        direction: getComputedStyle(one).direction,
        text: one.textContent.trim().slice(0, 60),
        inline: getComputedStyle(one).display === 'inline',
      })));
    assert.ok(foreign.length > 0, 'there is English in the page');
    // A name or a word is isolated, which is enough; a sentence or more must be set from the left.
    assert.deepEqual(foreign.filter((one) => one.direction !== 'ltr' && !one.inline && one.text.includes(' ')), []);
  });

  test(`the picture around you keeps east on the right (${language})`, async (t) => {
    const { page, url } = await reader.open(t);
    const places = [];
    for (const tag of ['en', language]) {
      await page.goto(url(`${tag}/services/#kinds=food`));
      // The fragment alone would not load the page again.
      await finder(page);
      await search(page, 'cv1 5fb');
      await page.locator('.finder-around button').click();
      places.push(await page.locator('.finder-picture-dot circle').evaluateAll((dots) =>
        dots.map((dot) => [dot.getAttribute('cx'), dot.getAttribute('cy')].join()).sort()));
    }
    assert.ok(places[0].length > 3);
    assert.deepEqual(places[1], places[0]);
  });
}

const NUMBERED = 'اتصل على 0800 123 4567 أو CV1 5FB أو £49.18 الآن';
const small = browsing({
  folder: () => smallCity('2026-11-21', {
    'content/guide/ar.md': () => `+++
title = "${NUMBERED}"
description = "${NUMBERED}"

[translation]
by = "person"
date = 2026-11-20
checked_by = "the browser tests"
checked_on = 2026-11-20
+++

${NUMBERED}

## ${NUMBERED} {#old-law}

- ${NUMBERED}

| ${NUMBERED} | ب |
|---|---|
| ${NUMBERED} | **${NUMBERED}** |

## ثان {#new-law}

> [!CAUTION]
> ${NUMBERED}

## ثالث {#always}

[${NUMBERED}](https://example.org/)
`,
    'content/notices/flood/ar.md': () => `+++\ntitle = "${NUMBERED}"\ndescription = "${NUMBERED}"\n\n[translation]\nby = "person"\ndate = 2026-11-20\nchecked_by = "the browser tests"\nchecked_on = 2026-11-20\n+++\n\n${NUMBERED}\n`,
    'content/services/numbered/service.toml': () => `name = "Help 24/7: 0800 123 4567 (CV1 5FB)"
kinds = ["housing"]
areas = ["coventry"]
cost = "some"
cost_note = "from £49.18, or £5.50 a week"
last_confirmed = 2026-11-01
confirmed_by = "The Help 0800 123 4567 Team"

[[phone]]
number = "0808 801 0503"
label = "line 2, text 07700 900 123"

[[location]]
name = "Unit 0800 123 4567"
address = ["Flat 2, 12-14 CV1 5FB Road", "Room 0.4"]
city = "Coventry"
postcode = "CV1 5FB"
`,
    'content/services/numbered/en.md': () => '+++\ndescription = "Help from £49.18 or 0800 123 4567."\n+++\n',
    'content/services/numbered/ar.md': () => `+++\ndescription = "${NUMBERED}"\n+++\n`,
  }),
});

test('no number is turned about wherever somebody can write one', async (t) => {
  const { page, url } = await small.open(t);
  for (const at of ['ar/', 'ar/guide/', 'ar/services/', 'ar/services/numbered/']) {
    await page.goto(url(at));
    const { turned, measured } = await turnedAbout(page);
    assert.deepEqual(turned, [], at);
    assert.ok(measured > 2, `${measured} at ${at}`);
  }
  await page.goto(url('ar/services/'));
  await finder(page);
  await search(page, 'cv1 5fb');
  await page.locator('.finder-open').filter({ hasText: '24/7' }).waitFor();
  assert.deepEqual((await turnedAbout(page)).turned, [], 'the list of the finder');
  await page.locator('.finder-open').filter({ hasText: '24/7' }).click();
  await page.locator('.finder-record').waitFor();
  assert.deepEqual((await turnedAbout(page)).turned, [], 'a record of the finder');
});
