/* What makes reading easier where scripts run; every page works without it.
   Cards: a note, a term or a cited work opens beside its call. The contents follow the place. The paper, the size of the type and the place are remembered. A selected passage is copied with its source. */
(() => {
  "use strict";
  const root = document.documentElement;
  const PAPERS = [["", "自动"], ["light", "白"], ["sepia", "米"], ["dark", "夜"]];
  const SIZES = [["small", "小"], ["", "中"], ["large", "大"], ["huge", "特大"]];
  const KEYS = [["←", "上一篇"], ["→", "下一篇"], ["t", "目录"], ["/", "搜索"], ["s", "字号"], ["p", "纸色"], ["c", "复制选文和出处"], ["?", "快捷键一览"]];

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  /* ---- the paper and the size of the type: chosen before anything is drawn ---- */
  const storage = (act) => { try { return act(localStorage); } catch { return null; } }; // a browser may forbid it
  const recall = (name) => storage((store) => store.getItem(`kanben-${name}`)) || "";
  const remember = (name, value) => storage((store) => store.setItem(`kanben-${name}`, value));
  const choose = (name, value) => {
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
  };
  choose("theme", recall("paper"));
  choose("size", recall("size"));

  const offerChoices = (side, title, name, data, choices) => {
    const inputs = choices.map(([value]) => make("input", { type: "radio", name, value, checked: value === recall(name) }));
    const labels = choices.map(([, word], at) => make("label", {}, inputs[at], word));
    const set = make("fieldset", { className: `themes ${name}` }, make("legend", { textContent: title }), ...labels);
    set.addEventListener("change", (event) => {
      choose(data, event.target.value);
      remember(name, event.target.value);
    });
    side.append(set);
    return () => inputs[(inputs.findIndex((input) => input.checked) + 1) % inputs.length].click(); // the next one
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
      const range = selection.rangeCount ? selection.getRangeAt(0) : null;
      const field = make("textarea", { value: words, className: "unseen" });
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      selection.removeAllRanges();
      if (range) selection.addRange(range);
      return done;
    }
  };

  const offerCode = (main, say) => main.querySelectorAll("pre.code").forEach((code) => {
    const button = make("button", { type: "button", className: "copy", textContent: "复制", ariaLabel: "复制代码" });
    const frame = make("div", { className: "copied" });
    button.addEventListener("click", async () => say(await copy(code.textContent) ? "已复制代码" : "浏览器不许复制"));
    code.replaceWith(frame);
    frame.append(code, button);
  });

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
    copied.querySelectorAll(".call, .cite sup, .anchor, .copy, rt, rp, annotation").forEach((element) => element.remove());
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

  /* ---- keys: never within a field, never with another key; a reader may turn them off (WCAG 2.1.4) ---- */
  const keys = (acts) => document.addEventListener("keydown", (event) => {
    const modified = event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && !"?/".includes(event.key));
    if (modified || event.isComposing || event.defaultPrevented || recall("keys") === "off") return;
    if (event.target.closest?.("input, textarea, select, [contenteditable], .scroll")) return;
    const act = Object.hasOwn(acts, event.key) && acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  const helpCard = (side) => {
    const rows = KEYS.map(([key, what]) => make("div", {}, make("dt", {}, make("kbd", { textContent: key })), make("dd", { textContent: what })));
    const works = make("input", { type: "checkbox", checked: recall("keys") !== "off" });
    works.addEventListener("change", () => remember("keys", works.checked ? "" : "off"));
    const close = make("button", { type: "button", className: "dismiss", textContent: "×", ariaLabel: "关闭" });
    const box = make("div", { className: "help", popover: "auto", tabIndex: -1, role: "dialog", ariaLabel: "快捷键" },
      make("dl", {}, ...rows), make("label", {}, works, "启用快捷键"), close);
    document.body.append(box);
    const toggle = () => box.togglePopover() && box.focus();
    close.addEventListener("click", () => box.hidePopover());
    const button = make("button", { type: "button", className: "keys", textContent: "快捷键" });
    button.addEventListener("click", toggle);
    side.append(button);
    return toggle;
  };

  const openContents = (side) => {
    if (side.matches(":popover-open")) return side.hidePopover();
    if (!side.getClientRects().length) side.showPopover();
    (side.querySelector("[aria-current]") || side.querySelector("a")).focus();
  };

  /* ---- the place: the last page that was read, and how far; offered on the start page ---- */
  const FOLDER = location.href.replace(/[^/]*$/, "").split("?")[0].split("#")[0];
  const PLACE = `place ${FOLDER}`;
  const placeKept = () => storage((store) => JSON.parse(store.getItem(`kanben-${PLACE}`))) || {};
  const linesOf = (main) => [...main.querySelectorAll("p, li, dt, figure, h1, h2, h3, h4")];

  const rememberPlace = (main, side) => {
    const file = location.pathname.split("/").pop();
    let timer = 0;
    const save = () => {
      const line = linesOf(main).findIndex((element) => element.getBoundingClientRect().bottom > 60);
      const here = [...side.querySelectorAll("[aria-current]")].map((link) => link.textContent.replace(/\s+/g, " ").trim());
      remember(PLACE, JSON.stringify({ file, line, words: here.join(" · ") || document.title }));
    };
    const place = location.hash === "#resume" ? placeKept() : {};
    if (place.file === file) addEventListener("load", () => linesOf(main)[place.line]?.scrollIntoView()); // style and pictures are there
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(save, 300);
    };
    addEventListener("scroll", later, { passive: true });
    later();
  };

  const offerPlace = (begin) => {
    const place = placeKept();
    if (!place.file) return;
    begin.after(make("p", { className: "resume" }, make("a", { href: `${place.file}#resume`, textContent: `继续读到：${place.words}` })));
  };

  /* ---- a table that has no room is moved sideways: only then it is a stop of the keyboard, and says so ---- */
  const watchTables = (main) => {
    const watch = new ResizeObserver((boxes) => boxes.forEach(({ target }) => {
      const over = target.scrollWidth > target.clientWidth + 1;
      target.classList.toggle("over", over);
      if (over) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }));
    main.querySelectorAll(".scroll").forEach((box) => watch.observe(box));
  };

  /* ---- search: its script is loaded behind the page, lest it miss the first keys; without it the link leads to its page ---- */
  let searching = null;
  const search = () => searching ??= new Promise((done, fail) => {
    document.head.append(make("script", { src: "search.js", onload: () => done(kanbenSearch), onerror: fail }));
  });

  const offerSearch = (main) => {
    const open = () => search().then((found) => found.open()).catch(() => { location.href = "search.html"; });
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.("a.find");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
    addEventListener("load", () => setTimeout(() => search().catch(() => {}), 0));
    const place = document.getElementById("search");
    const query = new URLSearchParams(location.search).get("q");
    if (place) search().then((found) => found.fill(place));
    else if (query) search().then((found) => found.mark(main, query));
    return open;
  };

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
    if (!headings.length) return;
    const later = () => requestAnimationFrame(follow);
    addEventListener("scroll", later, { passive: true });
    addEventListener("resize", later);
    follow();
  };

  document.addEventListener("DOMContentLoaded", () => {
    const side = document.getElementById("side");
    const main = document.getElementById("main");
    const say = speaker(main);
    const nextPaper = offerChoices(side, "纸色", "paper", "theme", PAPERS);
    const nextSize = offerChoices(side, "字号", "size", "size", SIZES);
    const turn = (way) => () => {
      const link = document.querySelector(`link[rel="${way}"], .turn a[rel="${way}"]`);
      if (link) location.href = link.href;
    };
    const acts = { ArrowLeft: turn("prev"), ArrowRight: turn("next"), s: nextSize, p: nextPaper, c: citing(main, say), "/": offerSearch(main) };
    if (HTMLElement.prototype.showPopover) {
      card();
      followPlace(side);
      Object.assign(acts, { t: () => openContents(side), "?": helpCard(side) });
    }
    keys(acts);
    watchTables(main);
    offerCode(main, say);
    const begin = main.querySelector(".begin");
    if (begin) offerPlace(begin);
    else if (main.querySelector(".part")) rememberPlace(main, side);
    const show = () => side.querySelector('[aria-current="page"]')?.scrollIntoView({ block: "nearest" });
    side.addEventListener("toggle", show);
    show();
  });
})();
