// On paper: the text, where it comes from, and nothing to tap.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { SCRIPTS, TEMPLATES, browsing, finder, plain, search, smallCity } from './helpers.mjs';

const reader = browsing();
/** A city with law that has ended and law that will begin: on screens both are folded. */
const later = browsing({ folder: () => smallCity('2026-11-21') });
/** What is only for screens. */
const CHROME = '.skip, .leave, .top details, .crumbs, .toc, .neighbours, .foot nav, .button, button, [data-print]';

function hasPdfReader() {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

for (const language of SCRIPTS) {
  test(`a printed guide shows its text and nothing to tap (${language})`, async (t) => {
    const { page } = await reader.open(t, { at: `${language}/rights/housing/` });
    await page.emulateMedia({ media: 'print' });
    const shown = await page.locator(CHROME).evaluateAll((all) =>
      all.filter((one) => one.checkVisibility()).map((one) => `${one.localName}.${one.className}`));
    assert.deepEqual(shown, []);
    for (const part of ['h1', '.intro', 'main section[id] h2', '.provenance', '.urgent', '.foot']) {
      assert.ok(await page.locator(part).first().isVisible(), part);
    }
    const ink = await page.locator('main p').first().evaluate((one) => getComputedStyle(one).color);
    assert.equal(ink, 'rgb(0, 0, 0)', 'black on white, also where the screen is dark');
  });
}

test('a guide printed from a dark screen is black on white', async (t) => {
  const { page } = await reader.open(t, { at: 'en/rights/housing/', colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const colours = await page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.querySelector('main p')).color]);
  assert.deepEqual(colours, ['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
});

test('the guide as a PDF has its text, its sources and their addresses', { skip: !hasPdfReader() && 'no pdftotext here' }, async (t) => {
  const { page } = await reader.open(t, { at: 'en/rights/housing/' });
  const title = await page.locator('h1').innerText();
  const headings = await page.locator('main section[id] > h2').allInnerTexts();
  const pdf = await page.pdf({ format: 'A4' });
  const text = execFileSync('pdftotext', ['-', '-'], { input: pdf, maxBuffer: 1 << 24 }).toString();
  const flat = text.replace(/\s+/g, ' ');
  for (const words of [title, ...headings]) assert.ok(flat.includes(words.replace(/\s+/g, ' ')), words);
  assert.match(flat, /https:\/\/www\.gov\.uk\//, 'where the facts come from');
  for (const words of ['Skip to the text', 'On this page', 'Print this page']) assert.ok(!flat.includes(words), words);
});

test('a printed answer of the finder does not say where somebody searched', async (t) => {
  const { page } = await reader.open(t, { at: 'en/services/' });
  await finder(page);
  await search(page, 'cv1 5fb');
  await page.emulateMedia({ media: 'print' });
  const paper = await page.locator('body').innerText();
  // A service's own postcode may be of the same sector.
  const others = paper.replace(/CV1 5[A-Z]{2}/g, (code) => (code === 'CV1 5FB' ? code : ''));
  assert.doesNotMatch(others, /CV1\s?5/);
  const buttons = await page.locator('.finder button').evaluateAll((all) =>
    all.filter((one) => one.checkVisibility()).map((one) => one.className));
  assert.deepEqual([...new Set(buttons)], ['finder-open'], 'names of services, and nothing to tap');
  assert.equal(buttons.length, await page.locator('.finder-result').count());
  assert.match(paper, /0808 801 0503/);
  assert.doesNotMatch(paper, /leaves this site|open now|closed now/);
});

test('the own list on paper says for each service how to reach it, and the hours of the days to come', async (t) => {
  const { page } = await reader.open(t, { at: 'en/services/#kinds=food' });
  await finder(page);
  await search(page, 'cv1 5fb');
  const first = page.locator('.finder-result').first();
  const name = await first.locator('.finder-open').innerText();
  await first.getByRole('button', { name: 'Add to my list' }).click();
  await page.getByRole('button', { name: /^My list: / }).click();
  await page.emulateMedia({ media: 'print' });
  const paper = plain(await page.locator('.finder-shortlist').innerText());
  for (const said of [name, /0\d{3} \d{3} \d{4}/, /Tuesday.*\d:\d\d to \d+:\d\d.*Monday/]) {
    assert.ok(typeof said === 'string' ? paper.includes(said) : said.test(paper), `${said} in ${paper}`);
  }
});

/** What a page prints, as one line of text. */
async function paper(page) {
  const pdf = await page.pdf({ format: 'A4' });
  return execFileSync('pdftotext', ['-', '-'], { input: pdf, maxBuffer: 1 << 24 }).toString().replace(/\s+/g, ' ');
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? '' : ', without JavaScript';
  test(`law out of its time is on paper, under its warning${how}`, { skip: !hasPdfReader() && 'no pdftotext here' }, async (t) => {
    const { page, url } = await later.open(t, { javaScriptEnabled });
    await page.clock.setFixedTime('2027-06-01T12:00:00Z');
    await page.goto(url('en/guide/'));
    const flat = await paper(page);
    for (const words of ['These are the old words of the law.', 'These are the new words of the law.', 'GOV.UK', 'https://www.gov.uk/']) {
      assert.ok(flat.includes(words), words);
    }
    if (javaScriptEnabled) assert.match(flat, /This stopped being the law on 1 April 2027/);
    assert.ok(!flat.includes('Show this part'), 'a control that only a screen can use');
    const folded = await page.locator('details[open]').count();
    assert.equal(folded, await page.locator('.held[open]').count(), 'what was unfolded to be printed is folded again');
  });
}

test('nothing that the text of a page holds is folded on paper', async (t) => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, url } = await reader.open(t, { javaScriptEnabled });
    await page.emulateMedia({ media: 'print' });
    for (const [name, path] of Object.entries(TEMPLATES)) {
      await page.goto(url(`en/${path}`));
      const folded = await page.locator('main details:not(.toc *):not(.finder *)').evaluateAll((all) => all
        .flatMap((one) => [...one.children].slice(1))
        .filter((one) => !one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }))
        .map((one) => one.outerHTML.slice(0, 80)));
      assert.deepEqual(folded, [], name);
    }
  }
});

test('the button to print is there only where it can work', async (t) => {
  const without = await reader.open(t, { at: 'en/rights/housing/', javaScriptEnabled: false });
  assert.equal(await without.page.locator('[data-print]').isVisible(), false);
  const { page } = await reader.open(t);
  await page.addInitScript(() => { window.print = () => { window.printed = true; }; });
  await page.goto(without.page.url());
  await page.locator('[data-print]').click();
  assert.ok(await page.evaluate(() => window.printed));
});
