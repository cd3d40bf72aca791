// Files that are not pages, opened at their own address: nothing runs, nothing is fetched from elsewhere, and a picture that uses what
// an SVG may contain looks as its author saw it.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { browsing, smallCity } from './helpers.mjs';

const RICH = `<?xml version="1.0" encoding="UTF-8"?>
<!-- Drawn by hand -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" version="1.1" viewBox="0 0 400 300" inkscape:version="1.3">
<title>All that a picture may contain</title>
<metadata><inkscape:thing/></metadata>
<style>/* colours */ .sky { fill: url(#sky); } .hill > path { fill: #0f5a4e } @media print { .sky { fill: #fff } }</style>
<defs>
<linearGradient id="sky" gradientTransform="rotate(90)"><stop offset="0" stop-color="#8ed3be"/><stop offset="1" style="stop-color:#fdf8ec"/></linearGradient>
<radialGradient id="sun"><stop stop-color="#e5a52b"/><stop offset="1" stop-color="#d9562f"/></radialGradient>
<pattern id="dots" width="10" height="10" patternUnits="userSpaceOnUse"><circle cx="5" cy="5" r="3" fill="#a2487f"/></pattern>
<clipPath id="round"><circle cx="320" cy="220" r="50"/></clipPath>
<mask id="half"><rect width="200" height="300" fill="#fff"/></mask>
<filter id="soft" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="3"/></filter>
<marker id="tip" viewBox="0 0 10 10" refX="5" refY="5" markerWidth="4" markerHeight="4" orient="auto"><path d="M0 0L10 5L0 10z"/></marker>
<symbol id="tree" viewBox="0 0 20 30"><path d="M10 0l10 24H0z" fill="#4a90b8"/><rect x="8" y="24" width="4" height="6"/></symbol>
<path id="curve" d="M20 280Q120 220 220 280"/>
</defs>
<rect class="sky" width="400" height="300"/>
<circle cx="80" cy="70" r="40" fill="url(#sun)" filter="url('#soft')"/>
<g class="hill" inkscape:label="hills"><path d="M0 300L120 150L260 300z"/></g>
<rect x="180" y="20" width="80" height="60" rx="8" style="fill:url(#dots);stroke:#1d2a2a;stroke-width:2;-inkscape-stroke:none"/>
<use xlink:href="#tree" x="150" y="200" width="40" height="60"/>
<use href="#tree" x="200" y="210" width="30" height="45" opacity=".6"/>
<rect x="270" y="170" width="100" height="100" fill="#8d88d6" clip-path="url(#round)"/>
<ellipse cx="200" cy="130" rx="60" ry="20" fill="#d9562f" mask="url(#half)"/>
<polyline points="280,40 320,90 360,40" fill="none" stroke="#000" stroke-width="3" marker-end="url(#tip)"/>
<polygon points="300,110 340,110 320,140" fill="rgb(15, 90, 78)" transform="rotate(10 320 125)"/>
<text x="20" y="40" font-family="'DejaVu Sans', sans-serif" font-size="16">5 &lt; 6 &amp; <tspan font-weight="bold" fill="#a2487f">42 days</tspan></text>
<text font-size="12"><textPath href="#curve">along a line</textPath></text>
<text x="380" y="120" direction="rtl" xml:lang="ar">مرحبا</text>
</svg>
`;

// Its words are no markup anywhere.
const HOSTILE = '<img src=x onerror=alert(1)></script><script>alert(1)</script>';

let original;
async function city() {
  const folder = await smallCity('2026-11-21', {
    'content/city.toml': (text) => text + '\n[licence]\nname = "CC0-1.0"\n',
    'content/guide/rich.svg': () => RICH,
    'content/guide/en.md': (text) => text + '\n![All that a picture may contain](rich.svg)\n',
    'content/services/law-centre/service.toml': () =>
      `name = "${HOSTILE}"\nkinds = ["housing"]\nurl = "https://example.org/"\nareas = ["coventry"]\nlast_confirmed = 2026-11-01\n`,
    'content/services/law-centre/en.md': () => '+++\ndescription = "Help."\n+++\n',
  });
  original = path.join(path.dirname(folder), 'content/guide/rich.svg');
  return folder;
}

let folder;
const here = browsing({ folder: async () => (folder = await city()) });

/** The headers that the file `_headers` gives to a path, as hosts that read it do. */
function headers(name) {
  const given = {};
  let applies = false;
  for (const line of readFileSync(path.join(folder, '_headers'), 'utf8').split('\n')) {
    if (line.startsWith('/')) {
      const pattern = line.trim().split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*');
      applies = new RegExp(`^${pattern}$`).test(`/${name}`);
    } else if (applies && line.trim()) {
      const at = line.indexOf(':');
      const key = line.slice(0, at).trim().toLowerCase();
      const value = line.slice(at + 1).trim();
      given[key] = given[key] ? `${given[key]}, ${value}` : value;
    }
  }
  return given;
}

function others(below = '') {
  return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? others(`${below}${entry.name}/`) : entry.name.endsWith('.html') ? [] : [below + entry.name]);
}

/** Opens `name` with or without the headers of `_headers`; gives the page and what ran or was asked for. */
async function opened(t, name, withHeaders) {
  const { page, watched, server, url } = await here.open(t, {});
  const before = server.log.length;
  const ran = [];
  page.on('dialog', (dialog) => {
    ran.push(dialog.message());
    return dialog.dismiss();
  });
  if (withHeaders) {
    await page.route('**', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), ...headers(name) } });
    });
  }
  // What a browser cannot show it downloads.
  await page.goto(url(name)).catch((error) => assert.match(String(error), /Download is starting|ERR_ABORTED/, name));
  await page.waitForTimeout(50);
  // A browser tells of a request that it then forbids itself; what it sent to this site is in the server's log.
  const sent = server.log.slice(before).map((entry) => server.origin + entry.url);
  const abroad = watched.requests.filter((request) => !request.startsWith(server.origin));
  const own = [url(name), server.origin + '/favicon.ico'];
  const elsewhere = [...sent, ...abroad].filter((request) => !own.includes(request));
  return { page, ran, elsewhere };
}

test('a picture looks as its author saw it, opened by itself and in a page', async (t) => {
  const name = others('media/').find((file) => file.endsWith('.svg'));
  const written = readFileSync(path.join(folder, name), 'utf8');
  assert.doesNotMatch(written, /inkscape|metadata|xlink|<!--|<\?xml/);
  const { page } = await here.open(t, {});
  await page.goto(pathToFileURL(original).href);
  const seen = await page.screenshot();
  for (const withHeaders of [false, true]) {
    const { page: again, elsewhere } = await opened(t, name, withHeaders);
    assert.ok(seen.equals(await again.screenshot()), `as ${withHeaders ? 'a host with headers' : 'any host'} gives it`);
    assert.deepEqual(elsewhere, []);
  }
  const { page: guide } = await here.open(t, { at: 'en/guide/' });
  const picture = guide.locator('main img[src*="rich"]');
  await picture.scrollIntoViewIfNeeded();
  assert.deepEqual(
    await picture.evaluate((one) => one.decode().then(() => [one.naturalWidth > 0, one.width / one.height])),
    [true, 400 / 300],
  );
});

test('no file that is not a page runs anything or asks for anything', async (t) => {
  const names = others();
  for (const ending of ['.svg', '.png', '.json', '.geojson', '.csv', '.webmanifest', '.txt', '.js', '.css', '.bin']) {
    assert.ok(names.some((name) => name.endsWith(ending)), ending);
  }
  // One icon stands for all: they are read by one rule.
  const icons = names.filter((name) => name.includes('/icon-') && name.endsWith('.svg')).slice(1);
  for (const name of names.filter((one) => !icons.includes(one))) {
    const { ran, elsewhere, page } = await opened(t, name, false);
    assert.deepEqual({ name, ran, elsewhere }, { name, ran: [], elsewhere: [] });
    await page.context().close();
  }
});

test('the headers would stop even a picture that was put there behind our back', async (t) => {
  const name = 'media/hostile.svg';
  writeFileSync(
    path.join(folder, name),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script><image href="/_headers"/></svg>',
  );
  const without = await opened(t, name, false);
  assert.deepEqual(without.ran, ['1'], 'without headers it runs, or this test shows nothing');
  const { ran, elsewhere } = await opened(t, name, true);
  assert.deepEqual({ ran, elsewhere }, { ran: [], elsewhere: [] });
  for (const file of ['assets/icon-0.svg', 'media/a.svg', 'data/services.csv']) {
    assert.match(headers(file)['content-security-policy'], /default-src 'none'.*sandbox/, file);
  }
});

test('the manifest is JSON whatever the city is called', async () => {
  const other = await smallCity('2026-11-21', {
    'content/city.toml': (text) => text.replace('name = "Small City"', 'name = "Small \\"City\\" \\\\ <b>"'),
  });
  const manifest = JSON.parse(readFileSync(path.join(other, 'en/manifest.webmanifest'), 'utf8'));
  assert.equal(manifest.name, 'Small "City" \\ <b>');
});
