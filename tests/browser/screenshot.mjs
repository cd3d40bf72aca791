// Draws the pictures of docs/ into a folder: screenshot.png (the README's: the home page on a desk, a guide in Arabic and
// the finder on phones) and finder.jpg (ten searches).

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { browserOptions } from './chromium.mjs';
import { DESK, NOON, PHONE, choose, finder, search, site } from './helpers.mjs';
import { serve } from './server.mjs';

const [, , folder] = process.argv;
const server = await serve(site);
const browser = await chromium.launch(browserOptions());

async function shot(at, viewport, prepare = async () => {}) {
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  await page.clock.setFixedTime(NOON);
  await page.goto(server.url(at), { waitUntil: 'networkidle' });
  await prepare(page);
  // Icons come when they are about to be seen.
  await page.waitForFunction(() => [...document.images].every((image) => image.complete || image.getBoundingClientRect().top > innerHeight));
  const picture = await page.screenshot();
  await page.close();
  return `data:image/png;base64,${picture.toString('base64')}`;
}

/** Draws a page of pictures. */
async function sheet(name, viewport, html) {
  const page = await browser.newPage({ viewport });
  await page.setContent(`<!doctype html><style>
    body { margin: 0; display: flex; flex-wrap: wrap; align-items: center; justify-content: center; gap: 28px; min-height: ${viewport.height}px; background: #e9e3d6 }
    img { display: block; border: 6px solid #21242b; border-radius: 14px; box-shadow: 0 10px 30px #0004 }
    figure { margin: 0 } figcaption { margin-top: 8px; font: 600 17px system-ui, sans-serif; text-align: center; color: #21242b }
  </style>${html}`);
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  const type = name.endsWith('.jpg') ? { type: 'jpeg', quality: 70 } : {};
  writeFileSync(path.join(folder, name), await page.screenshot(type));
  await page.close();
}

/** The finder on a phone after `typed` was searched for, its answer (or what `top` selects) at the top. */
function searched(at, typed, then = async () => {}, top = '.finder-notice, .finder-heading') {
  return shot(at, PHONE, async (page) => {
    await finder(page);
    await search(page, typed);
    await then(page);
    await page.evaluate((top) => {
      document.querySelector(top).scrollIntoView();
      document.activeElement.blur();
    }, top);
  });
}

const desk = await shot('en/', DESK);
const guide = await shot('ar/rights/housing/', PHONE);
const food = await searched('en/services/#kinds=food', 'CV1 5FB');
await sheet('screenshot.png', { width: 1440, height: 640 },
  `<img src="${desk}" height="470"><img src="${guide}" height="540"><img src="${food}" height="540">`);

const picture = (page) => page.locator('.finder-around > .finder-button').click();
const first = (page) => page.locator('.finder-result:not(.finder-brief) .finder-open').first().click();
const searches = [
  ['a postcode', await searched('en/services/', 'CV1 5FB')],
  ['… and a kind of help', food],
  ['a misspelt name', await searched('en/services/#kinds=housing', 'foleshil')],
  ['several of one name', await searched('en/services/', 'Stoke')],
  ['a postcode of elsewhere', await searched('en/services/', 'SW1A 1AA')],
  ['the picture around you', await searched('en/services/#kinds=food', 'WV1', picture, '.finder-around')],
  ['the nearest first', await searched('en/services/#kinds=english', 'B11', (page) => choose(page, 'Nearest first, open or not'))],
  ['a whole record', await searched('en/services/#kinds=legal', 'B11', first)],
  ['in Arabic', await searched('ar/services/#kinds=housing', 'B11 1AA')],
  ['the picture in Arabic', await searched('ar/services/#kinds=food', 'CV1 5FB', picture, '.finder-around')],
];
await sheet('finder.jpg', { width: 1400, height: 1160 },
  searches.map(([what, image]) => `<figure><img src="${image}" height="500"><figcaption>${what}</figcaption></figure>`).join(''));
await browser.close();
await server.close();
