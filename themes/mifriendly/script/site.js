// What a page cannot know when it is written: today's date. And a quick way out. Without this script everything can be read.
(() => {
  const now = new Date();
  const two = (n) => String(n).padStart(2, "0");
  const today = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  const all = (selector) => document.querySelectorAll(selector);

  // News, and reminders that a page should have been checked again: shown from the first day to the day before the last.
  for (const e of all("[data-from]:not([data-held]), [data-until]:not([data-held])")) {
    const { from, until } = e.dataset;
    e.hidden = Boolean((from && today < from) || (until && today >= until));
  }

  // Law that starts or ends on a day: folded under its warning outside that time.
  for (const e of all("[data-held]")) {
    const { from, until } = e.dataset;
    const state = from && today < from ? "future" : until && today >= until ? "past" : "valid";
    e.classList.toggle("out", state !== "valid");
    for (const mark of e.querySelectorAll("[data-when]")) mark.hidden = mark.dataset.when !== state;
    for (const fold of e.querySelectorAll(".held")) fold.open = state === "valid";
  }

  // Details of a service that somebody confirmed more than six months ago.
  const old = document.body.dataset.old;
  const limit = new Date(now.getFullYear(), now.getMonth() - 6, now.getDate());
  for (const e of old ? all("[data-confirmed]") : []) {
    if (new Date(e.dataset.confirmed + "T00:00") < limit) {
      const warning = document.createElement("b");
      warning.textContent = " · " + old;
      e.append(warning);
      e.classList.add("not");
    }
  }

  // The finder's style comes when somebody opens the finder.
  for (const e of all("[data-finder-open]")) {
    e.addEventListener("click", () => {
      const style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = document.body.dataset.finderStyle;
      document.head.append(style);
    }, { once: true });
  }

  // An address with an id that the page no longer has leads to its top; the id does not stay in the history. (The finder reads
  // its own.)
  const { hash } = location;
  if (hash && !hash.startsWith("#kinds=") && !document.getElementById(hash.slice(1))) {
    history.replaceState(history.state, "", location.pathname + location.search);
  }

  // How many entries of the history the page itself made, up to this one: by jumps to its own sections, which are counted here,
  // and by the finder. The state of each says it: "entry-N".
  const depth = () => Number(/^entry-(\d+)/.exec(history.state)?.[1] ?? 0);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href*='#']");
    const elsewhere = !link || link.hash === location.hash || link.href !== location.href.replace(/#.*/, "") + link.hash;
    if (elsewhere || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const next = "entry-" + (depth() + 1);
    location.hash = link.hash;
    history.replaceState(next, "");
  });

  // Leave: the page goes blank at once, and the other site takes its place in the history. Entries of the page itself cannot be
  // removed: they get the address of the front page, from the last to the first, which the other site replaces.
  let left = false;
  const leave = (to) => {
    const front = document.querySelector(".brand")?.href;
    const go = () => location.replace(to);
    const clear = () => {
      if (depth() === 0) return go();
      // Told again for each entry: the browser hears only of a change.
      document.title = "";
      document.title = location.host;
      try {
        history.replaceState(history.state, "", front);
      } catch {
        // A page on a memory stick keeps its address.
      }
      history.back();
    };
    left = true;
    document.documentElement.hidden = true;
    addEventListener("popstate", clear);
    // Whatever the history does, the page is left.
    setTimeout(go, 500);
    const entries = window.navigation?.entries() ?? [];
    const ahead = entries.filter((e) => e.sameDocument && e.index > navigation.currentEntry.index).length;
    if (ahead) history.go(ahead);
    else clear();
  };
  for (const e of all("[data-exit]")) {
    e.addEventListener("click", (event) => {
      event.preventDefault();
      leave(e.href);
    });
  }
  // Large letters make the bar of the way out higher: what one jumps to, or has the focus, comes to be below it.
  const bar = document.querySelector(".leave");
  new ResizeObserver(() => {
    const room = getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
    document.documentElement.style.scrollPaddingBlockStart = room + 12 + "px";
  }).observe(bar);
  // A page that was left and is shown again as the browser kept it begins anew.
  addEventListener("pageshow", (event) => {
    if (event.persisted && left) location.reload();
  });

  // Paper shows all that is folded on the screen, which folds again afterwards.
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...all("main details:not([open])")];
    for (const e of unfolded) e.open = true;
  });
  addEventListener("afterprint", () => {
    for (const e of unfolded) e.open = false;
  });
  for (const e of all("[data-print]")) {
    e.hidden = false;
    e.addEventListener("click", () => print());
  }

  // Open lists in the head close when the reader goes elsewhere.
  const lists = all(".top details");
  const close = (except) => lists.forEach((e) => { if (e !== except) e.open = false; });
  document.addEventListener("click", (event) => close(event.target.closest(".top details")));
  document.addEventListener("keydown", (event) => {
    const open = document.querySelector(".top details[open]");
    if (event.key === "Escape" && open) {
      close();
      open.querySelector("summary").focus();
    }
  });
})();
