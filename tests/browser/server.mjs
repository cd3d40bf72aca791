// A static host as plain as the plainest that the site must live on: folders answer with their index.html, what
// is missing with 404.html. It adds the type, lets files with a hash in their name be kept, and nothing else; it
// writes down every request with its headers.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

const TYPES = {
  '.bin': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.gaz': 'application/octet-stream',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.xml': 'application/xml',
};

/**
 * Serves `folder` below `under` ("/" or "/city/") at a free port of this machine.
 *
 * Gives `origin` ("http://127.0.0.1:1234"), `url(page)` for a path inside the site, the `log` of requests
 * (`{ method, url, headers, status }`, oldest first) and `close()`.
 */
export async function serve(folder, under = '/') {
  const log = [];

  async function answer(request, response) {
    const entry = { method: request.method, url: request.url, headers: request.headers, status: 404 };
    log.push(entry);
    let file = path.join(folder, '404.html');
    const found = await locate(request);
    if (typeof found === 'object') {
      entry.status = 301;
      response.writeHead(301, { location: found.location }).end();
      return;
    }
    if (found) {
      file = found;
      entry.status = 200;
    }
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    const kept = /^(assets|media)\//.test(path.relative(folder, file));
    const caching = kept ? 'public, max-age=31536000, immutable' : 'no-cache';
    response.writeHead(entry.status, { 'content-type': type, 'cache-control': caching });
    createReadStream(file).on('error', () => response.destroy()).pipe(response);
  }

  /** The file for a request, `{ location }` for a folder without its slash, nothing where there is none. */
  async function locate(request) {
    const { pathname } = new URL(request.url, 'http://host');
    const inside = decodeURIComponent(pathname);
    if (request.method !== 'GET' || !inside.startsWith(under)) return undefined;
    let file = path.join(folder, inside.slice(under.length));
    if (file !== folder && !file.startsWith(folder + path.sep)) return undefined;
    try {
      if ((await stat(file)).isDirectory()) {
        if (!inside.endsWith('/')) return { location: pathname + '/' };
        file = path.join(file, 'index.html');
      }
      return (await stat(file)).isFile() ? file : undefined;
    } catch {
      return undefined;
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    log,
    url: (page = '') => origin + under + page,
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
