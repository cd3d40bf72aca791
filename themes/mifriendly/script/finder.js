// Opens the finder: fetches the widget, the directory and the gazetteer, all at once and before anything is
// typed, and hands them to the widget. From then on nothing is fetched.
//
// An element to open a finder in:
//
//   <div data-finder data-open="now|tap" data-kinds="housing legal" data-base="../"
//        data-directory="…" data-gazetteer="…" data-glue="…" data-wasm="…">
//     <p data-finder-loading hidden>…</p>   said while it opens
//     <p data-finder-failed hidden>…</p>    said when it cannot
//     … the list that is there without JavaScript; with data-open="tap" also
//     <a data-finder-open href="…">…</a>    which then opens the finder in its place
//   </div>
//
// finder.qr.js is joined to the end of this file when the site is built.
//
// Addresses are relative to the page; data-base leads to the folder of its language. If anything fails, the list
// stays, and a sentence says so. Written for every browser that knows modules: nothing newer than ES2018, but
// for import() itself.

const RUNNING = 'finder-running';
// The one thing that is ever kept on the device, and only when asked: ids of services.
const STORE = 'finder-list';
const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other'];
// How long the device may take to find itself, and how old its answer may be, in milliseconds.
const LOCATING = { timeout: 30000, maximumAge: 120000 };

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

// Storage may be forbidden; then asking for it is itself an error.
function storage(use) {
  try {
    return use(window.localStorage);
  } catch (error) {
    return undefined;
  }
}

// An entry of the history that a finder made has the state "entry-N-INSTANCE-DEPTH"; N counts the entries that the page
// itself made, up to this one (site.js reads and counts it too).
function entryBefore() {
  return Number((/^entry-(\d+)/.exec(history.state) || [])[1] || 0);
}

// What the widget asks of the browser, beside drawing: `Browser` in finder-wasm/src/browser.rs. No request is
// among it, and nothing here tells anybody what was typed.
function browserOf(root, base, instance, addressed) {
  // Numbers for what happens: 0 time passed, 1 history (depth), 2 position (degrees, degrees, metres),
  // 3 no position, 4 copied, 5 not shared, 6 the page was left.
  let tell = function () {};
  // Counts how often the page was left: a position that was asked for before is not taken afterwards.
  let visit = 0;
  let away = false;
  const rules = {};
  const left = function () {
    visit += 1;
    tell(6, 0, 0, 0);
  };
  const input = function () { return root.querySelector('.finder-field input'); };
  return {
    now: function () { return Date.now() / 60000; },
    plural: function (language, n) {
      if (!rules[language]) {
        // A language that the browser does not know would get the rules of another.
        const known = Intl.PluralRules.supportedLocalesOf(language).length > 0;
        rules[language] = known ? new Intl.PluralRules(language)
          : { select: function (n) { return n === 1 ? 'one' : 'other'; } };
      }
      return PLURALS.indexOf(rules[language].select(n));
    },
    listen: function (to) {
      tell = to;
      window.addEventListener('popstate', function (event) {
        const parts = String(event.state).split('-');
        tell(1, parts[2] === String(instance) ? Number(parts[3]) : 0, 0, 0);
      });
      // The browser may keep a page that was left and show it again as it was: nothing typed or chosen may come back.
      window.addEventListener('pagehide', function () {
        away = true;
        left();
      });
      window.addEventListener('pageshow', function (event) {
        away = false;
        if (event.persisted) left();
      });
      setInterval(function () { tell(0, 0, 0, 0); }, 60000);
    },
    locate: function () {
      const asked = visit;
      const failed = function () { if (asked === visit) tell(3, 0, 0, 0); };
      if (!navigator.geolocation) return setTimeout(failed);
      navigator.geolocation.getCurrentPosition(function (answer) {
        const at = answer.coords;
        if (asked === visit) tell(2, at.latitude, at.longitude, at.accuracy);
      }, failed, LOCATING);
    },
    push: function (depth) {
      history.pushState(['entry', entryBefore() + 1, instance, depth].join('-'), '');
    },
    back: function () { history.back(); },
    fragment: function () {
      // An entry that has a state was here before: what was chosen then does not come back.
      if (history.state !== null) this.address('');
      return addressed ? location.hash : '';
    },
    address: function (fragment) {
      // A page that changes its address while it is left is not kept by browsers.
      if (!addressed || away) return;
      history.replaceState(history.state || 'entry-0', '', fragment || location.pathname + location.search);
    },
    kept: function () {
      return storage(function (store) { return store.getItem(STORE); });
    },
    keep: function (text) {
      return storage(function (store) { store.setItem(STORE, text); return true; }) === true;
    },
    forget: function () {
      storage(function (store) { store.removeItem(STORE); });
    },
    print: function () { window.print(); },
    share: function (text) {
      const no = function () { tell(5, 0, 0, 0); };
      if (navigator.share) {
        // Closing the dialogue again counts as an error: nothing to speak of.
        navigator.share({ text: text }).catch(function (error) { if (error.name !== 'AbortError') no(); });
      } else if (navigator.clipboard) {
        navigator.clipboard.writeText(text).then(function () { tell(4, 0, 0, 0); }, no);
      } else {
        setTimeout(no);
      }
    },
    page: function (path, whole) {
      return whole ? new URL(base + path, document.baseURI).href : base + path;
    },
    code: function (address) { return /^https?:/.test(address) ? qr(address) : ''; },
    typed: function () { return input().value; },
    write: function (text) { input().value = text; },
    focus: function (selector) {
      const element = root.querySelector(selector);
      if (!element) return;
      element.focus();
      // An answer is read from its beginning: a heading that takes the focus is at the top, or what is said before it.
      if (element.tabIndex < 0) (root.querySelector('.finder-notice') || element).scrollIntoView();
    },
  };
}

function say(host, which) {
  ['loading', 'failed'].forEach(function (name) {
    const sentence = host.querySelector('[data-finder-' + name + ']');
    if (sentence) sentence.hidden = name !== which;
  });
}

let instances = 0;

async function start(host) {
  if (typeof WebAssembly !== 'object' || typeof Intl.PluralRules !== 'function') throw new Error('too old');
  const attribute = function (name) { return host.getAttribute('data-' + name) || ''; };
  const address = function (name) { return new URL(attribute(name), document.baseURI).href; };
  const [module, directory, gazetteer] = await Promise.all([
    widget(address('glue'), address('wasm')),
    bytes(address('directory')),
    // Without postcodes the finder still finds by location, kind and language; it says so itself.
    bytes(address('gazetteer')).catch(function () { return undefined; }),
  ]);
  const root = document.createElement('div');
  root.className = 'finder';
  host.appendChild(root);
  const instance = instances++;
  const browser = browserOf(root, attribute('base'), instance, attribute('open') !== 'tap');
  const close = function () {
    host.classList.remove(RUNNING);
    root.remove();
    say(host, 'failed');
  };
  // A mistake in the widget stops it for good: bring the list back.
  const watch = function (error) {
    if (error instanceof WebAssembly.RuntimeError) close();
  };
  window.addEventListener('error', function (event) { watch(event.error); });
  window.addEventListener('unhandledrejection', function (event) { watch(event.reason); });
  host.classList.add(RUNNING);
  try {
    if (!module.mount(root, browser, instance, directory, gazetteer, attribute('kinds'))) throw new Error('unreadable');
  } catch (error) {
    close();
    throw error;
  }
  return root;
}

function open(host) {
  say(host, 'loading');
  return start(host).then(
    function (root) { say(host, ''); return root; },
    function () { say(host, 'failed'); }
  );
}

function openOnTap(host) {
  const opener = host.querySelector('[data-finder-open]');
  if (!opener) return;
  let tried = false;
  opener.addEventListener('click', function (event) {
    // With a modifier the person wants the link itself; after a failure the link is all there is.
    if (tried || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    tried = true;
    open(host).then(function (root) {
      const input = root && root.querySelector('input');
      if (input) input.focus();
    });
  });
}

Array.prototype.forEach.call(document.querySelectorAll('[data-finder]'), function (host) {
  if (host.getAttribute('data-open') === 'tap') openOnTap(host);
  else open(host);
});
