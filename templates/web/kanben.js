/* What makes reading easier where scripts run; every page works without it.
   Cards: a note, a term or a cited work opens beside its call. The contents follow the place. The paper is remembered. A selected passage is copied with its source. */
(() => {
  "use strict";
  const root = document.documentElement;
  const PAPERS = [["", "自动"], ["light", "白"], ["sepia", "米"], ["dark", "夜"]];

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  /* ---- the paper: chosen before anything is drawn ---- */
  const storage = (act) => { try { return act(localStorage); } catch { return null; } }; // a browser may forbid it
  const paper = storage((store) => store.getItem("kanben-paper")) || "";
  const choosePaper = (name) => {
    if (name) root.dataset.theme = name;
    else delete root.dataset.theme;
  };
  choosePaper(paper);

  const offerPapers = (side) => {
    const choices = PAPERS.map(([value, word]) =>
      make("label", {}, make("input", { type: "radio", name: "paper", value, checked: value === paper }), word));
    const set = make("fieldset", { className: "themes" }, make("legend", { textContent: "纸色" }), ...choices);
    set.addEventListener("change", (event) => {
      choosePaper(event.target.value);
      storage((store) => store.setItem("kanben-paper", event.target.value));
    });
    side.append(set);
  };

  /* ---- cards ---- */
  const card = () => {
    const body = make("div", {});
    const close = make("button", { type: "button", className: "dismiss", textContent: "×", ariaLabel: "关闭" });
    const box = make("div", { className: "card", popover: "auto", tabIndex: -1, role: "dialog" }, body, close);
    let call = null; // the link whose card is open
    let timer = 0;
    document.body.append(box);

    const contents = (link) => link.dataset.cards.split(" ").flatMap((id) => {
      const kept = document.getElementById("cards")?.content.querySelector(`[data-card="${id}"]`);
      const found = kept || document.getElementById(id)?.querySelector(".words, dd") || document.getElementById(id)?.nextElementSibling;
      return found ? [...found.cloneNode(true).children] : [];
    });

    const place = (link) => {
      const at = [...link.getClientRects()].pop();
      const left = Math.max(16, Math.min(at.left - 24, root.clientWidth - box.offsetWidth - 16));
      const below = at.bottom + box.offsetHeight + 16 < innerHeight || at.top < box.offsetHeight + 16;
      const top = scrollY + (below ? at.bottom + 8 : at.top - box.offsetHeight - 8);
      box.style.setProperty("--left", `${left + scrollX}px`);
      box.style.setProperty("--top", `${top}px`);
    };

    const open = (link) => {
      const found = contents(link);
      if (!found.length) return false;
      body.replaceChildren(...found);
      body.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id")); // an id stands once
      box.ariaLabel = link.ariaLabel || link.textContent;
      call = link;
      if (!box.matches(":popover-open")) box.showPopover();
      place(link);
      return true;
    };

    close.addEventListener("click", () => box.hidePopover());
    box.addEventListener("beforetoggle", (event) => {
      if (event.newState === "closed" && box.contains(document.activeElement)) call.focus({ preventScroll: true });
    });

    const linkOf = (event) => event.target.closest?.("a[data-cards]");
    document.addEventListener("click", (event) => {
      const link = linkOf(event);
      if (!link || box.contains(link) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      clearTimeout(timer);
      if (open(link)) {
        event.preventDefault();
        box.focus({ preventScroll: true });
      }
    });

    /* A mouse that rests on a call opens the card, and may wander into it. */
    document.addEventListener("pointerover", (event) => {
      if (event.pointerType !== "mouse") return;
      clearTimeout(timer);
      const link = linkOf(event);
      const shown = box.matches(":popover-open");
      if (link && !box.contains(link)) timer = setTimeout(() => open(link), 350);
      else if (shown && !box.contains(event.target) && !box.contains(document.activeElement)) {
        timer = setTimeout(() => box.hidePopover(), 300);
      }
    });
  };

  /* ---- a passage copied with its source: “选文”（某某：《题名》，第 45 页） ---- */
  const speaker = (main) => {
    const line = make("p", { className: "said", role: "status" });
    let timer = 0;
    main.append(line);
    return (words) => {
      clearTimeout(timer);
      line.textContent = words;
      timer = setTimeout(() => { line.textContent = ""; }, 4000);
    };
  };

  const copy = async (words) => {
    try {
      return await navigator.clipboard.writeText(words) ?? true;
    } catch { // a browser may forbid it, above all on a page from a disk
      const selection = getSelection();
      const range = selection.getRangeAt(0);
      const field = make("textarea", { value: words, className: "unseen" });
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      selection.removeAllRanges();
      selection.addRange(range);
      return done;
    }
  };

  /* A mark is passed where no words stand between it and the selection's first. */
  const passed = (marks, range) => marks.filter((mark) => {
    const side = range.comparePoint(mark, 0);
    if (side) return side < 0;
    const between = range.cloneRange();
    between.setEndBefore(mark);
    return !between.toString().trim();
  }).pop();

  const wordsOf = (range) => {
    const copied = make("div", {}, range.cloneContents());
    copied.querySelectorAll(".call, .cite sup, .anchor, rt, rp, annotation").forEach((element) => element.remove());
    const words = copied.textContent.replace(/\s*\n\s*/g, "\n").trim();
    const inner = { "“": "‘", "”": "’", "‘": "“", "’": "”" };
    return words.includes("“") ? words.replace(/[“”‘]|’(?![a-z])/g, (mark) => inner[mark]) : words;
  };

  const spotOf = (main, range) => {
    const note = range.startContainer.parentElement?.closest(".notes li"); // a note stands on its call's page
    const call = note && document.getElementById(`${note.id}-call`);
    if (call) {
      range = document.createRange();
      range.selectNode(call);
    }
    const page = passed([...main.querySelectorAll(".page")], range)?.dataset.page;
    if (page) return `第 ${page} 页`;
    const heading = passed([...main.querySelectorAll(":is(h1, h2, h3, h4)[id]")], range) || main.querySelector("h1");
    const label = heading.querySelector(".label")?.textContent;
    if (!label) return `“${heading.textContent.replace("§", "").trim()}”`;
    return /^[\d.]+$/.test(label) ? `第 ${label} 节` : label;
  };

  const citing = (main, say) => {
    const part = main.querySelector(".part");
    const button = make("button", { type: "button", className: "quote", textContent: "引用", title: "复制选文和出处", hidden: true });
    main.append(button);

    const selected = () => {
      const selection = getSelection();
      const range = selection.rangeCount ? selection.getRangeAt(0) : null;
      return range && part?.contains(range.commonAncestorContainer) && range.toString().trim() ? range : null;
    };

    const offer = () => {
      const range = selected();
      button.hidden = !range;
      if (!range) return;
      const at = [...range.getClientRects()].pop() || range.getBoundingClientRect();
      const left = Math.max(8, Math.min(at.right + 4, root.clientWidth - button.offsetWidth - 8));
      button.style.setProperty("--left", `${left + scrollX}px`);
      button.style.setProperty("--top", `${at.bottom + scrollY + 8}px`);
    };

    const cite = async () => {
      const range = selected();
      if (!range) return;
      const spot = spotOf(main, range);
      const done = await copy(`“${wordsOf(range)}”（${main.dataset.source}，${spot}）`);
      say(done ? `已复制选文和出处（${spot}）` : "浏览器不许复制");
    };

    document.addEventListener("selectionchange", () => requestAnimationFrame(offer));
    button.addEventListener("pointerdown", (event) => event.preventDefault()); // else the selection is lost
    button.addEventListener("click", cite);
    return cite;
  };

  /* ---- keys: never within a field, never with another key ---- */
  const keys = (acts) => document.addEventListener("keydown", (event) => {
    const modified = event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && event.key !== "?");
    if (modified || event.isComposing || event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    const act = acts[event.key];
    if (act && act() !== false) event.preventDefault();
  });

  /* ---- the contents: close the drawer, follow the place ---- */
  const followPlace = (side) => {
    side.addEventListener("click", (event) => {
      if (event.target.closest("a") && side.matches(":popover-open")) side.hidePopover();
    });
    const links = new Map([...side.querySelectorAll("li li a")].map((link) => [link.hash.slice(1), link]));
    const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
    let marked = null;
    const follow = () => {
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3).pop();
      const link = passed && links.get(passed.id);
      if (link === marked) return;
      marked?.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "location");
      marked = link;
    };
    if (headings.length) addEventListener("scroll", () => requestAnimationFrame(follow), { passive: true });
    follow();
  };

  document.addEventListener("DOMContentLoaded", () => {
    const side = document.getElementById("side");
    const main = document.getElementById("main");
    const say = speaker(main);
    offerPapers(side);
    keys({ c: citing(main, say) });
    if (HTMLElement.prototype.showPopover) {
      card();
      followPlace(side);
    }
    const show = () => side.querySelector('[aria-current="page"]')?.scrollIntoView({ block: "nearest" });
    side.addEventListener("toggle", show);
    show();
  });
})();
