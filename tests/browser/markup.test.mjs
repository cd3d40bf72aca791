// Valid HTML: a page of every template in every language, by the rules of the standard.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { TEMPLATES, files, languages, source } from './helpers.mjs';

// The rules of the standard alone, not of a taste in writing it.
const validator = new HtmlValidate(new FileSystemConfigLoader({ root: true, extends: ['html-validate:standard'] }));

function mistakes(file) {
  const report = validator.validateStringSync(source(file), file);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${file}:${line}:${column} ${ruleId}: ${message}`));
}

test('the validator finds mistakes', () => {
  const report = validator.validateStringSync('<!doctype html><html lang="en"><title>x</title><p id="a"><div id="a"></p>');
  assert.ok(!report.valid);
});

for (const language of languages) {
  for (const [name, path] of Object.entries(TEMPLATES)) {
    test(`${name} (${language})`, () => {
      assert.deepEqual(mistakes(`${language}/${path}index.html`), []);
    });
  }
}

test('the front door and the page for addresses that do not exist', () => {
  assert.deepEqual(['index.html', '404.html'].flatMap(mistakes), []);
});

test('every page names its language, has one heading of the first level, and each id once', () => {
  for (const file of files('.html')) {
    const html = source(file);
    assert.match(html, /<html lang="[a-zA-Z-]+" dir="(ltr|rtl)">/, file);
    assert.equal(html.match(/<h1[ >]/g)?.length, 1, `${file}: headings of the first level`);
    const ids = [...html.matchAll(/<[^>]* id="([^"]*)"/g)].map((match) => match[1]);
    assert.equal(new Set(ids).size, ids.length, `${file}: ${ids.filter((id, at) => ids.indexOf(id) !== at)}`);
  }
});
