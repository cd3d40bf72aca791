// Opens the finder: fetches the widget, the directory and the gazetteer, all at once and before anything is
// typed, and hands them to the widget. From then on nothing is fetched.
//
// An element to open a finder in:
//
//   <div data-finder data-open="now|tap" data-kinds="housing legal" data-base="../"
//        data-directory="…" data-gazetteer="…" data-glue="…" data-wasm="…">
//     <p data-finder-loading hidden>…</p>   said while it opens
//     <p data-finder-failed hidden>…</p>    said when it cannot
//     … the list that stands there without JavaScript; with data-open="tap" also
//     <a data-finder-open href="…">…</a>    which then opens the finder in its place
//   </div>
//
// Addresses are relative to the page. If anything fails, the list stays, and a sentence says so.
// Written for every browser that knows modules: nothing newer than ES2018, but for import() itself.

const RUNNING = 'finder-running';

// One module and one copy of each file for all finders of the page.
const fetched = {};

function once(key, make) {
  if (!fetched[key]) {
    fetched[key] = make();
    // A second try after a failure asks again.
    fetched[key].catch(function () { delete fetched[key]; });
  }
  return fetched[key];
}

async function get(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error('not there');
  return response;
}

function bytes(url) {
  return once(url, async function () {
    const response = await get(url);
    return new Uint8Array(await response.arrayBuffer());
  });
}

function widget(glue, wasm) {
  return once(glue, async function () {
    const [module, code] = await Promise.all([import(glue), get(wasm)]);
    await module.default({ module_or_path: code });
    return module;
  });
}

function say(host, which) {
  ['loading', 'failed'].forEach(function (name) {
    const sentence = host.querySelector('[data-finder-' + name + ']');
    if (sentence) sentence.hidden = name !== which;
  });
}

function restore(host, root) {
  host.classList.remove(RUNNING);
  root.remove();
  say(host, 'failed');
}

async function open(host) {
  if (typeof WebAssembly !== 'object' || typeof WebAssembly.instantiate !== 'function') {
    throw new Error('no WebAssembly');
  }
  const address = function (name) {
    return new URL(host.getAttribute('data-' + name), document.baseURI).href;
  };
  const gazetteer = host.hasAttribute('data-gazetteer')
    // Without postcodes the finder still finds by location, kind and language; it says so itself.
    ? bytes(address('gazetteer')).catch(function () { return undefined; })
    : Promise.resolve(undefined);
  const [module, directory, places] = await Promise.all([
    widget(address('glue'), address('wasm')),
    bytes(address('directory')),
    gazetteer,
  ]);
  const root = document.createElement('div');
  root.className = 'finder';
  root.setAttribute('data-finder-app', '');
  host.appendChild(root);
  // A mistake in the widget stops it for good: bring the list back.
  const watch = function (error) {
    if (error instanceof WebAssembly.RuntimeError) restore(host, root);
  };
  window.addEventListener('error', function (event) { watch(event.error); });
  window.addEventListener('unhandledrejection', function (event) { watch(event.reason); });
  const addressed = host.getAttribute('data-open') !== 'tap';
  const kinds = host.getAttribute('data-kinds') || '';
  const base = host.getAttribute('data-base') || '';
  try {
    if (!module.mount(root, directory, places, kinds, base, addressed)) throw new Error('unreadable');
  } catch (error) {
    root.remove();
    throw error;
  }
  host.classList.add(RUNNING);
  return root;
}

function start(host) {
  say(host, 'loading');
  return open(host).then(
    function (root) { say(host, ''); return root; },
    function () { say(host, 'failed'); }
  );
}

function wait(host) {
  const opener = host.querySelector('[data-finder-open]');
  if (!opener) return;
  let opening = false;
  opener.addEventListener('click', function (event) {
    // With a modifier the person wants the link itself; after a failure the link is all there is.
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (host.hasAttribute('data-gave-up')) return;
    event.preventDefault();
    if (opening) return;
    opening = true;
    start(host).then(function (root) {
      opening = false;
      if (!root) return host.setAttribute('data-gave-up', '');
      const input = root.querySelector('input');
      if (input) input.focus();
    });
  });
}

Array.prototype.forEach.call(document.querySelectorAll('[data-finder]'), function (host) {
  if (host.getAttribute('data-open') === 'tap') wait(host);
  else start(host);
});
