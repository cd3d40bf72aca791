// What the finder says in states that the real city does not show every day: closing soon, bank holidays, closed for some
// time, only for residents; and what is first on the screen.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOON, PHONE, browsing, choose, finder, plain, search, smallCity } from './helpers.mjs';

const record = (name, more, confirmed = '2026-11-20') => `name = "${name}"
kinds = ["housing"]
url = "https://www.gov.uk/"
last_confirmed = ${confirmed}
confirmed_by = "the browser tests"
confirmed_how = "telephone"
${more}
[[source]]
name = "GOV.UK"
url = "https://www.gov.uk/"
checked = 2026-11-20
`;
const HERE = '[[location]]\ncity = "Coventry"\nlatitude = 52.4123\nlongitude = -1.4982\n';
const hours = (kind, text) => `[[schedule]]\nkind = "${kind}"\nopening_hours = "${text}"\n`;
const line = (number, text) => `[[phone]]\nnumber = "${number}"\nopening_hours = "${text}"\n`;

/** Tuesday 24 November 2026 at noon is when they are looked at; Wednesday is a holiday in this city. */
const SERVICES = {
  'closes-soon': record('Closes soon', `areas = ["coventry"]\n${HERE}${hours('drop_in', 'Mo-Fr 09:00-12:20; PH off')}`),
  'a-building': record('A building', `areas = ["coventry"]\n${HERE}${hours('building', 'Mo-Fr 09:00-12:20; PH off')}`),
  'not-looked-at': record('Not looked at for long', `areas = ["coventry"]\n${HERE}${hours('drop_in', 'Mo-Fr 09:00-17:00; PH off')}`, '2026-05-01'),
  'says-nothing': record('Says nothing of holidays', `areas = ["coventry"]\n${HERE}${hours('drop_in', 'Mo-Fr 09:00-17:00')}`),
  paused: record('Paused', `areas = ["coventry"]\nstatus = "temporarily_closed"\nstatus_until = 2026-12-31\n${HERE}${hours('drop_in', 'Mo-Fr 09:00-17:00; PH off')}`),
  residents: record('For residents', `areas = ["coventry"]\nresidents_only = true\n${HERE}`),
  'night-line': record('Night line', `areas = ["country"]\n${line('0800 123 4567', '24/7')}`),
  'day-line': record('Day line', `areas = ["country"]\n${line('0800 765 4321', 'Mo-Fr 13:00-17:00; PH off')}`),
};

const files = { 'content/city.toml': (text) => text.replace('gazetteer =', 'public_holidays = [2026-12-02]\ngazetteer =') };
for (const [folder, text] of Object.entries(SERVICES)) {
  files[`content/services/${folder}/service.toml`] = () => text;
  files[`content/services/${folder}/en.md`] = () => '+++\ndescription = "Help for the tests."\n+++\n';
}

const small = browsing({ folder: () => smallCity(NOON.slice(0, 10), files) });
const real = browsing();

async function opened(t, where = 'CV1 5', options = {}) {
  const view = await small.open(t, { at: 'en/services/', ...options });
  await finder(view.page);
  if (where) await search(view.page, where);
  return view;
}

/** What the list says of a service. */
async function said(page, name) {
  const result = page.locator('.finder-result', { has: page.getByText(name, { exact: true }) });
  return plain(await result.innerText());
}

test('what closes soon says in how many minutes, and what is not sure does not say “open now”', async (t) => {
  const { page } = await opened(t);
  assert.match(await said(page, 'Closes soon'), /Without an appointment: open now, closes in 20 minutes/);
  assert.match(await said(page, 'A building'), /Building: usually open now, closes in 20 minutes\. Contact them first/);
  const old = await said(page, 'Not looked at for long');
  assert.match(old, /usually open now, until 17:00\. Contact them first/);
  assert.match(old, /Last checked on 1 May 2026\. That is more than six months ago/);
  assert.match(await said(page, 'Day line'), /Phone: usually closed now, opens today at 13:00|Phone: closed now, opens today at 13:00/);
  assert.match(await said(page, 'A place that nobody checked'), /Opening times not known/);
});

test('what it says moves on with the city’s clock, whatever zone the phone is in', async (t) => {
  const { page } = await opened(t, 'CV1 5', { timezoneId: 'Asia/Kabul' });
  assert.match(await said(page, 'Closes soon'), /closes in 20 minutes/);
  await page.clock.setFixedTime('2026-12-01T12:30:00Z');
  await search(page, 'CV1 5');
  // Wednesday is a holiday.
  assert.match(await said(page, 'Closes soon'), /closed now, opens on Thursday at 9:00/);
});

test('a bank holiday is not as usual, and unknown where the source says nothing of holidays', async (t) => {
  const { page } = await opened(t);
  const week = async (name) => {
    await page.getByRole('button', { name, exact: true }).click();
    const text = plain(await page.locator('.finder-week').innerText());
    await page.goBack();
    await page.locator('.finder-results').waitFor();
    return text;
  };
  const known = await week('Closes soon');
  assert.match(known, /Tuesday 9:00 to 12:20 Wednesday closed, not as usual Thursday 9:00 to 12:20 .*Saturday closed/);
  assert.match(await week('Says nothing of holidays'), /Wednesday not known/);
});

test('what is closed for some time says until when, and stands last', async (t) => {
  const { page } = await opened(t);
  assert.match(await said(page, 'Paused'), /Closed for some time, up to and including 31 December 2026/);
  const names = await page.locator('.finder-results .finder-open').allTextContents();
  assert.equal(names.at(-1), 'Paused');
});

test('what is only for residents says whether the reader is one, as far as that is known', async (t) => {
  const { page } = await opened(t);
  assert.match(await said(page, 'For residents'), /Only for people who live in Coventry\. You may live there: check first/);
  await search(page, 'WV1 1');
  assert.match(await said(page, 'For residents'), /You seem to live somewhere else/);
  await search(page, '');
  assert.match(await said(page, 'For residents'), /Only for people who live in Coventry\./);
});

test('a line that answers day and night stands first: in brief where nobody asked for its kind, else whole', async (t) => {
  const { page } = await opened(t);
  const first = page.locator('.finder-result').first();
  assert.match(plain(await first.innerText()), /^1 Night line Answers day and night We last checked this on 20 November 2026\. 0800 123 4567 \(/);
  assert.equal(await first.locator('a[href="tel:+448001234567"]').count(), 1);
  await choose(page, 'Housing');
  assert.match(plain(await first.innerText()), /Night line By phone or online Answers day and night Help for the tests\./);
});

for (const language of ['en', 'ar']) {
  test(`on a phone an answer begins at the top, and what is near on the first screen (${language})`, async (t) => {
    const { page } = await real.open(t, { at: `${language}/services/`, viewport: PHONE });
    await finder(page);
    await search(page, 'CV1 5FB');
    const top = async (selector) => (await page.locator(selector).first().boundingBox()).y;
    await page.waitForFunction(() => scrollY > 100);
    // Right below the bar of the way out.
    const bar = (await page.locator('.leave').boundingBox()).height;
    const isFirst = (at) => at >= bar && at < bar + 40;
    assert.ok(isFirst(await top('.finder-heading')));
    assert.equal(await page.locator('.finder-brief').count(), 2);
    const near = await top('.finder-result:not(.finder-brief) .finder-name');
    assert.ok(near < PHONE.height - 24, `the first near service begins at ${near}`);
    // Where something went wrong, that is at the top instead.
    await search(page, 'SW1A 1AA');
    const notice = await top('.finder-notice');
    assert.ok(isFirst(notice), `the notice stands at ${notice}`);
  });
}

test('“Remove all choices” takes every choice back, also the language, as often as it is pressed', async (t) => {
  const { page } = await real.open(t, { at: 'en/services/' });
  await finder(page);
  const language = page.locator('.finder-language select');
  for (let again = 0; again < 2; again += 1) {
    const more = page.locator('.finder-more-choices');
    if ((await more.getAttribute('open')) === null) await more.locator('summary').click();
    await language.selectOption({ index: 1 });
    await choose(page, 'Free');
    await page.getByRole('button', { name: 'Remove all choices' }).click();
    assert.equal(await language.inputValue(), '');
    assert.equal(await page.locator('.finder :checked:not(option)').count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement.className), 'finder-heading');
    // By hand, back to any language, and once more.
    await language.selectOption({ index: 1 });
    await language.selectOption('');
  }
});

// The file of places

for (const [what, damage] of [
  ['truncated', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['altered', (bytes) => { bytes[bytes.length >> 1] ^= 1; return bytes; }],
  ['something else', () => Buffer.from('<!doctype html>')],
]) {
  test(`where the file of places is ${what}, that is said, and districts still work`, async (t) => {
    const { page, url } = await real.open(t);
    await page.route('**/*.gaz', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: damage(await answer.body()), headers: {} });
    });
    await page.goto(url('en/services/'));
    await finder(page);
    assert.match(await page.locator('.finder-notice').innerText(), /We cannot look up whole postcodes and places just now/);
    await search(page, 'CV1 5FB');
    assert.equal(plain(await page.locator('.finder-heading').innerText()), 'Help near CV1');
    assert.match(plain(await page.locator('.finder-answer').innerText()), /We do not know the exact place of CV1 5FB\. We measure from the middle of CV1/);
    await search(page, 'Foleshill');
    assert.match(await page.locator('.finder-notice').innerText(), /We cannot look up whole postcodes and places just now/);
  });
}

test('without its own file of services the finder leaves the list, and says so', async (t) => {
  const { page, url } = await real.open(t);
  await page.route('**/directory-*.bin', (route) => route.fulfill({ body: 'not this' }));
  await page.goto(url('en/services/'));
  await page.locator('[data-finder-failed]').waitFor();
  assert.ok(await page.locator('.directory .card').first().isVisible());
});

// Taking a result along

test('a shared result says how to reach the service, and nothing of the search', async (t) => {
  const { page } = await real.open(t);
  await page.addInitScript(() => {
    globalThis.shared = [];
    navigator.share = async (what) => globalThis.shared.push(what);
    globalThis.print = () => globalThis.shared.push('printed');
  });
  await page.goto(real.server.url('en/services/#kinds=food'));
  await finder(page);
  await search(page, 'CV6 5AB');
  const name = plain(await page.locator('.finder-open').first().innerText());
  await page.locator('.finder-open').first().click();
  const record = page.locator('.finder-record');
  await record.getByRole('button', { name: 'Share' }).click();
  await record.getByRole('button', { name: 'Print' }).click();
  const [shared, printed] = await page.evaluate(() => globalThis.shared);
  assert.deepEqual(Object.keys(shared), ['text']);
  assert.ok(plain(shared.text).startsWith(name));
  assert.match(shared.text, /http:\/\/127\.0\.0\.1:\d+\/en\/services\/[^/]+\/index\.html$/);
  assert.doesNotMatch(shared.text, /CV6|5AB|miles/);
  assert.equal(printed, 'printed');
});

/** The text of a QR code, from its modules (row by row, dark or not): without correcting anything. */
function readCode(grid) {
  const side = grid.length;
  const version = (side - 17) / 4;
  const at = (x, y) => (grid[y][x] ? 1 : 0);
  const format = [...'01234578'].map((y) => at(8, Number(y))).reduce((sum, bit, place) => sum | bit << place, 0)
    | [7, 5, 4, 3, 2, 1, 0].map((x) => at(x, 8)).reduce((sum, bit, place) => sum | bit << (place + 8), 0);
  const mask = ((format ^ 0x5412) >> 10) & 7;
  assert.equal((format ^ 0x5412) >> 13, 0, 'level M');
  const masks = [
    (x, y) => (x + y) % 2, (x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3, (x, y) => ((x / 3 | 0) + (y / 2 | 0)) % 2,
    (x, y) => (x * y) % 2 + (x * y) % 3, (x, y) => ((x * y) % 2 + (x * y) % 3) % 2, (x, y) => ((x + y) % 2 + (x * y) % 3) % 2,
  ];
  // One alignment pattern up to version 6, near the corner without a finder.
  const fixed = (x, y) => x === 6 || y === 6 || (x < 9 && (y < 9 || y > side - 9)) || (x > side - 9 && y < 9)
    || (version > 1 && Math.abs(x - side + 7) < 3 && Math.abs(y - side + 7) < 3);
  const bits = [];
  for (let right = side - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let step = 0; step < side; step += 1) {
      const y = up ? side - 1 - step : step;
      for (const x of [right, right - 1]) if (!fixed(x, y)) bits.push(at(x, y) ^ (masks[mask](x, y) === 0 ? 1 : 0));
    }
  }
  const words = Array.from({ length: bits.length >> 3 }, (_, word) => Number.parseInt(bits.slice(word * 8, word * 8 + 8).join(''), 2));
  const [blocks, length] = [[1, 16], [1, 28], [1, 44], [2, 32], [2, 43], [4, 27]][version - 1];
  const data = Array.from({ length: blocks * length }, (_, place) => words[(place % length) * blocks + Math.floor(place / length)]);
  const halves = data.flatMap((byte) => [byte >> 4, byte & 15]);
  assert.equal(halves[0], 4, 'bytes');
  const bytes = Array.from({ length: halves[1] << 4 | halves[2] }, (_, place) => halves[3 + place * 2] << 4 | halves[4 + place * 2]);
  return Buffer.from(bytes).toString();
}

test('another phone reads the address of the service’s page from the screen', async (t) => {
  const { page, watched } = await small.open(t, { at: 'en/services/' });
  await finder(page);
  await page.getByRole('button', { name: 'Night line', exact: true }).click();
  const asked = watched.requests.length;
  const opener = page.getByRole('button', { name: 'Show a code for another phone' });
  await opener.click();
  assert.equal(await opener.getAttribute('aria-expanded'), 'true');
  const code = page.locator('svg.finder-code');
  assert.match(await code.getAttribute('aria-label'), /camera of another phone/);
  const side = Number((await code.getAttribute('viewBox')).split(' ')[2]);
  const grid = Array.from({ length: side - 8 }, () => new Array(side - 8).fill(false));
  for (const [, x, y] of (await code.locator('path').getAttribute('d')).matchAll(/M(\d+) (\d+)h1v1h-1z/g)) grid[y - 4][x - 4] = true;
  assert.equal(readCode(grid), small.server.url('en/services/night-line/index.html'));
  assert.equal(watched.requests.length, asked, 'nothing was fetched for it');
  await opener.click();
  assert.equal(await code.count(), 0);
});
