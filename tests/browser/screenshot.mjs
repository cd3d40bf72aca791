// Draws the README's picture: the home page on a desk, a guide in Arabic and the finder on phones, side by side.

import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { browserOptions } from './chromium.mjs';
import { DESK, NOON, PHONE, finder, search, site } from './helpers.mjs';
import { serve } from './server.mjs';

const [, , out] = process.argv;
const server = await serve(site);
const browser = await chromium.launch(browserOptions());

async function shot(at, viewport, prepare = async () => {}) {
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  await page.clock.setFixedTime(NOON);
  await page.goto(server.url(at));
  await prepare(page);
  const picture = await page.screenshot();
  await page.close();
  return `data:image/png;base64,${picture.toString('base64')}`;
}

const desk = await shot('en/', DESK);
const guide = await shot('ar/rights/housing/', PHONE);
const found = await shot('en/services/#kinds=food', PHONE, async (page) => {
  await finder(page);
  await search(page, 'CV1 5FB');
  await page.locator('.finder-result').first().scrollIntoViewIfNeeded();
  await page.evaluate(() => document.querySelector('.finder-heading').scrollIntoView());
});

const page = await browser.newPage({ viewport: { width: 1440, height: 640 } });
await page.setContent(`<!doctype html><style>
  body { margin: 0; display: flex; align-items: center; justify-content: center; gap: 28px; height: 640px; background: #e9e3d6 }
  img { display: block; border: 6px solid #21242b; border-radius: 14px; box-shadow: 0 10px 30px #0004 }
</style><img src="${desk}" height="470"><img src="${guide}" height="540"><img src="${found}" height="540">`);
await page.waitForFunction(() => [...document.images].every((image) => image.complete));
writeFileSync(out, await page.screenshot());
await browser.close();
await server.close();
