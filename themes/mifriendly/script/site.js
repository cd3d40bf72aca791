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

  // Leave: the page goes blank at once, and the other site takes its place in the history.
  for (const e of all("[data-exit]")) {
    e.addEventListener("click", (event) => {
      event.preventDefault();
      document.documentElement.hidden = true;
      location.replace(e.href);
    });
  }

  // Paper shows the sources, which are folded on the screen.
  addEventListener("beforeprint", () => {
    for (const e of all(".provenance details")) e.open = true;
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
