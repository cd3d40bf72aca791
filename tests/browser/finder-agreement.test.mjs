// One answer everywhere: the finder in the browser, `mifriendly find` in a terminal and the page without JavaScript show
// the same services with the same details, for every sector of the region and for a thousand whole postcodes.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { NOON, browsing, everyService, finder, mifriendly, plain } from './helpers.mjs';

const top = fileURLToPath(new URL('../..', import.meta.url));
const root = process.env.MIFRIENDLY_ROOT ?? top;
/** Open postcode data beside the project's folder; without it the sectors alone are compared. */
const DATA = process.env.MIFRIENDLY_POSTCODES ?? path.join(top, '../shared/postcodes/codepo_wm.zip');
const POSTCODES = 1000;
/** One in so many answers is compared to its end, the others as far as the first page of results. */
const WHOLE = 15;

// The city with whole postcodes, where there is data for them, else the city as it is.
let city = root;
const reader = browsing({
  folder: async () => {
    if (!existsSync(DATA)) return process.env.MIFRIENDLY_SITE;
    city = mkdtempSync(path.join(tmpdir(), 'agreeing-city-'));
    process.once('exit', () => rmSync(city, { recursive: true }));
    cpSync(path.join(root, 'content'), path.join(city, 'content'), { recursive: true });
    await mifriendly(city, 'postcodes', 'import', DATA);
    const out = path.join(city, 'public');
    await mifriendly(city, '--now', NOON.slice(0, 10), 'build', '--out', out);
    return out;
  },
});

/** What `find` answers to each of these texts, in order. */
async function* terminal(texts) {
  const words = ['--root', city, '--now', NOON, 'find', '--lines'];
  const run = spawn(process.env.MIFRIENDLY, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  run.stdin.end(texts.join('\n') + '\n');
  for await (const line of createInterface({ input: run.stdout })) yield JSON.parse(line);
}

/** What the finder on a page shows for each of these texts: typed, sent and read as a person would, without their pauses. */
function shown(page, texts, whole) {
  return page.evaluate(async ([texts, whole]) => {
    const widget = document.querySelector('.finder');
    const text = (element) => (element ? element.textContent : null);
    const all = (within, selector, read) => [...within.querySelectorAll(selector)].map(read);
    const drawn = () => new Promise((done) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done();
      channel.port2.postMessage(0);
    });
    const read = (result) => ({
      brief: result.matches('.finder-brief'),
      name: text(result.querySelector('.finder-open')),
      where: text(result.querySelector('.finder-where')),
      state: text(result.querySelector('.finder-state')),
      known: all(result, '.finder-known li', text),
      remarks: all(result, '.finder-main .finder-note, .finder-main .finder-caution', text),
      phones: all(result, '.finder-phone-number', text),
      emails: all(result, '.finder-contact a[href^="mailto:"]', text),
      websites: all(result, '.finder-contact li > a[href^="http"]', (link) => link.getAttribute('href')),
      address: text(result.querySelector('address')),
    });
    const answers = [];
    for (const typed of texts) {
      widget.querySelector('.finder-field input').value = typed;
      widget.querySelector('.finder-search').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
      await drawn();
      for (let more; whole && (more = widget.querySelector('.finder-more > button, button.finder-more'));) {
        more.click();
        await drawn();
      }
      answers.push({
        heading: text(widget.querySelector('.finder-heading')),
        count: Number.parseInt(text(widget.querySelector('.finder-count')), 10),
        notes: all(widget, '.finder-answer .finder-note', text),
        results: all(widget, '.finder-result', read),
      });
    }
    return answers;
  }, [texts, whole]);
}

// What a field is called where people read it

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const COSTS = { free: 'Free', some: 'Some things cost money', paid: 'You have to pay' };
const GROUPS = {
  'always-answers': /^Answers day and night$/,
  open: /open now|opens today|^Answers day and night$/,
  unknown: /not known/,
  closed: /closed/i,
};
const RESIDENTS = { yours: 'You live there', perhaps: 'You may live there', elsewhere: 'You seem to live somewhere else', 'not-known': 'Only for people who live in' };

function date(iso) {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** A length as a city of miles tells it. */
function length(metres) {
  if (metres < 402) return `${Math.round(metres * 1000 / 9144) * 10} yards`;
  const tenths = Math.round(metres * 10_000 / 1_609_344);
  return `${tenths / 10} ${tenths === 10 ? 'mile' : 'miles'}`;
}

/** The names of kinds of help, by id. */
function kinds() {
  const file = readFileSync(path.join(top, 'themes/mifriendly/strings/en/kinds.ftl'), 'utf8');
  return new Map([...file.matchAll(/^kind-([a-z-]+) = (.+)$/gm)].map((match) => [match[1], match[2]]));
}
const KINDS = kinds();

function compareService(found, said, where) {
  assert.equal(plain(said.name), found.name, where);
  const about = `${where}, ${found.name}`;
  // A line that is first, unasked, shows its name and number alone.
  assert.equal(said.brief, found.group === 'always-answers', about);
  assert.deepEqual(said.phones.map(plain), said.brief ? found.phones.slice(0, 1) : found.phones, about);
  assert.match(plain(said.state), GROUPS[found.group], about);
  const remarks = plain(said.remarks.join(' '));
  assert.ok(remarks.includes(found.last_confirmed ? date(found.last_confirmed) : 'Nobody has checked this yet'), `${about}: ${remarks}`);
  if (found.residents_only) assert.ok(remarks.includes(RESIDENTS[found.residents_only]), `${about}: ${remarks}`);
  else assert.doesNotMatch(remarks, /Only for people who live in/, about);
  if (said.brief) return;
  if (found.distance_m === null) {
    assert.doesNotMatch(said.where ?? '', /\d/, about);
  } else if (found.distance_m >= 50) {
    assert.ok(plain(said.where).startsWith(`${length(found.distance_m)} to the `), `${about}: ${said.where}, ${found.distance_m} m`);
    const walk = /about (\d+) minutes? on foot/.exec(plain(said.where));
    assert.equal(Number(walk?.[1] ?? 0), found.walking_minutes > 60 ? 0 : found.walking_minutes, about);
  } else {
    assert.equal(plain(said.where), 'very near', about);
  }
  const known = said.known.map(plain);
  assert.deepEqual(known.slice(0, found.kinds.length), found.kinds.map((kind) => KINDS.get(kind)), about);
  assert.equal(known.find((one) => Object.values(COSTS).includes(one)), COSTS[found.cost ?? ''], about);
  const languages = known.find((one) => one.startsWith('Staff speak: '));
  assert.equal(languages?.split(', ').length ?? 0, found.languages?.length ?? 0, about);
  assert.deepEqual(said.emails.map(plain), found.emails, about);
  assert.deepEqual(said.websites, found.website ? [found.website] : [], about);
  if (found.address) assert.ok(plain(said.address).endsWith(plain(found.address)), `${about}: ${said.address}`);
  else assert.equal(said.address, null, about);
}

function compare(found, said, whole) {
  const where = found.query;
  assert.ok(found.position, `${where} is found`);
  assert.equal(plain(said.heading), `Help near ${found.position.label}`);
  assert.equal(said.count, found.services.length, where);
  const { council } = found.position;
  const notes = plain(said.notes.join(' '));
  if (council?.certain) assert.ok(notes.includes(`Your council is ${council.name}.`), `${where}: ${notes}`);
  else if (council) assert.ok(notes.includes(`Your council is probably ${council.name}.`), `${where}: ${notes}`);
  if (council?.or.length) assert.ok(notes.includes(`It could also be ${council.or.join(', ')}.`), `${where}: ${notes}`);
  const expected = whole ? found.services : found.services.slice(0, said.results.length);
  assert.equal(said.results.length, expected.length, `${where}: so many are shown`);
  expected.forEach((service, at) => compareService(service, said.results[at], `${where}, number ${at + 1}`));
  return expected.length;
}

const count = { answers: 0, whole: 0, services: 0 };

/** Compares the answers to all these texts, in pieces that a page can hold. */
async function agree(t, texts) {
  const { page, url } = await reader.open(t);
  await page.goto(url('en/services/'));
  await finder(page);
  const said = new Map();
  for (const whole of [true, false]) {
    const these = texts.filter((_, at) => (at % WHOLE === 0) === whole);
    for (let from = 0; from < these.length; from += 50) {
      const piece = these.slice(from, from + 50);
      const answers = await shown(page, piece, whole);
      piece.forEach((text, at) => said.set(text, { whole, answer: answers[at] }));
    }
  }
  for await (const found of terminal(texts)) {
    const { whole, answer } = said.get(found.query);
    count.services += compare(found, answer, whole);
    count.answers += 1;
    count.whole += whole ? 1 : 0;
    said.delete(found.query);
  }
  assert.equal(said.size, 0, 'the command answered every text');
}

async function listed(level) {
  return (await mifriendly(city, 'postcodes', 'list', '--level', level)).split('\n').filter(Boolean);
}

test('browser and terminal agree in every sector of the region', async (t) => {
  const sectors = await listed('sector');
  assert.ok(sectors.length > 500, `${sectors.length} sectors`);
  await agree(t, sectors);
  t.diagnostic(`${count.answers} sectors, ${count.whole} of them to the end of the list: ${count.services} services compared`);
});

test('browser and terminal agree at a thousand postcodes', { skip: !existsSync(DATA) && `no postcode data at ${DATA}` }, async (t) => {
  const units = await listed('unit');
  const some = units.filter((_, at) => Math.floor((at * POSTCODES) / units.length) !== Math.floor(((at - 1) * POSTCODES) / units.length));
  assert.equal(some.length, POSTCODES);
  Object.assign(count, { answers: 0, whole: 0, services: 0 });
  await agree(t, some);
  t.diagnostic(`${count.answers} of ${units.length} postcodes, ${count.whole} of them to the end of the list: ${count.services} services compared`);
});

test('the page without JavaScript has the same services with the same details', async (t) => {
  const { page, url } = await reader.open(t, { javaScriptEnabled: false });
  await page.goto(url('en/services/'));
  const cards = new Map(await page.locator('.directory .card').evaluateAll((all) =>
    all.map((card) => [new URL(card.querySelector('a').href).pathname.slice(1), card.innerText])));
  const services = await everyService();
  assert.deepEqual([...cards.keys()].sort(), services.map((service) => service.url).sort());
  for (const service of services) {
    const card = plain(cards.get(service.url));
    const has = (text) => assert.ok(card.includes(plain(text)), `${service.name}: “${text}” in ${card}`);
    has(service.name);
    service.phones.forEach(has);
    service.emails.forEach(has);
    if (service.website) has(new URL(service.website).hostname);
    for (const line of service.address?.split(', ') ?? []) has(line);
    has(service.last_confirmed ? date(service.last_confirmed) : 'Not yet confirmed');
  }
  t.diagnostic(`${services.length} services`);
});
