// Where Chromium is, and how it is started: for tests, pictures and benchmarks.

import { existsSync } from 'node:fs';

/** How to start the browser: CHROMIUM, or Debian's or Google's where they install it. */
export function browserOptions() {
  const known = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
  ];
  const executablePath = known.find((file) => file && existsSync(file));
  if (!executablePath) throw new Error('no Chromium: install the package `chromium`, or set CHROMIUM to its path');
  return { executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] };
}
