/* Steps from change to change with j and k, or with two buttons; past the last one of a page it goes on to the next page. Every change can be reached from the list at the head without it. */
(() => {
  "use strict";
  const FIRST = "#first-change";
  const LAST = "#last-change";

  const keysAreOff = () => { try { return localStorage.getItem("kanben-keys") === "off"; } catch { return false; } }; // a browser may forbid it

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  const neighbour = (way) => document.querySelector(`.turn a[rel="${way}"]`);

  document.addEventListener("DOMContentLoaded", () => {
    const part = document.querySelector("#main .part");
    if (!part) return;
    const marks = [...part.querySelectorAll("[id^='change-']")];
    let at = -1;

    const say = make("output", {});
    const tell = () => { say.textContent = marks.length ? `第 ${at + 1} 处，共 ${marks.length} 处` : "此篇没有改动"; };

    /* On a page without changes a step goes on in its way; nothing lies before the first page and behind the last. */
    const leave = (way) => {
      const link = neighbour(way > 0 ? "next" : "prev");
      if (link && !link.href.endsWith("index.html")) location.href = link.href + (way > 0 ? FIRST : LAST);
    };

    const go = (number) => {
      at = number;
      const mark = marks[at];
      mark.tabIndex = -1;
      mark.focus({ preventScroll: true });
      mark.scrollIntoView({ block: "center" });
      tell();
    };

    /* Whoever has scrolled or clicked goes on from there. */
    const here = () => {
      const focused = marks.indexOf(document.activeElement);
      if (focused >= 0) return focused;
      return at;
    };

    const step = (way) => {
      const next = here() + way;
      if (next >= 0 && next < marks.length) go(next);
      else leave(way);
    };

    const before = make("button", { type: "button", textContent: "上一处", title: "快捷键 k" });
    const after = make("button", { type: "button", textContent: "下一处", title: "快捷键 j" });
    before.addEventListener("click", () => step(-1));
    after.addEventListener("click", () => step(1));
    const bar = make("nav", { className: "steps", ariaLabel: "逐处查看改动" }, before, say, after);
    document.body.append(bar);
    if (part.classList.contains("changes")) say.textContent = "逐处查看";
    else if (marks.length) say.textContent = `共 ${marks.length} 处`;
    else tell();

    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing || keysAreOff()) return;
      if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
      if (event.key === "j") step(1);
      else if (event.key === "k") step(-1);
      else return;
      event.preventDefault();
    });

    const arrive = () => {
      const way = location.hash === FIRST ? 1 : location.hash === LAST ? -1 : 0;
      if (!way) {
        const asked = marks.findIndex((mark) => `#${mark.id}` === location.hash);
        if (asked >= 0) go(asked);
      } else if (marks.length) {
        go(way > 0 ? 0 : marks.length - 1);
      } else {
        const link = neighbour(way > 0 ? "next" : "prev");
        if (link && !link.href.endsWith("index.html")) location.replace(link.href + location.hash);
      }
    };
    addEventListener("hashchange", arrive);
    arrive();
  });
})();
