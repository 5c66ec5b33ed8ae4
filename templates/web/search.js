/* Search. Pagefind's index says which pages have the words; this script finds each place of them, names it and leads there.
   In the index each Chinese character is a word, so a run of them is asked as a phrase, and whatever is printed is found. */
(() => {
  "use strict";
  const HAN = "\\u3005\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const WORD = new RegExp(`[${HAN}]|(?:(?![${HAN}])[\\p{L}\\p{N}\\p{M}_])+`, "gu");
  const ENDS_IN_HAN = new RegExp(`[${HAN}]$`, "u");
  const SHOWN = 5; // places of a page, until more are asked for
  const PAGES = 10;
  const UNSEARCHED = "svg, .call, .cite sup, .anchor, .notes .mark, .again, .works .label, .uses, rt, rp, annotation, .quote, .said";
  const BLOCK = "p, h1, h2, h3, h4, h5, h6, li, dt, dd, td, th, figcaption, pre";

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const once = (act) => {
    let done = null;
    return () => done ??= act();
  };

  /* ---- what is looked for ---- */
  const wordsOf = (term) => term.match(WORD) || [];
  const termsOf = (query) => [...query.normalize("NFKC").matchAll(/["“”「『]([^"“”」』]+)["“”」』]?|[^\s"“”「」『』]+/gu)]
    .map((found) => (found[1] ?? found[0]).trim()).filter((term) => wordsOf(term).length);

  /* As it was typed, in the book's characters, and in the book's words: 軟體, 软体, 软件. */
  const waysOf = (term, variants) => {
    const meant = new Map([...variants.typed].map((char, at) => [char, [...variants.meant][at]]));
    const inBook = (text) => [...text].map((char) => meant.get(char) ?? char).join("");
    const worded = Object.keys(variants.words).sort((one, other) => other.length - one.length)
      .reduce((text, word) => text.replaceAll(word, variants.words[word]), term);
    return [...new Set([term, inBook(term), inBook(worded)])];
  };

  /* A space may stand between Chinese and Latin; where the reader typed marks, any marks will do. */
  const patternOf = (way) => {
    const found = [...way.matchAll(WORD)];
    return found.map((word, at) => {
      const gap = at ? way.slice(found[at - 1].index + found[at - 1][0].length, word.index) : "";
      return (!at ? "" : gap ? "[^\\p{L}\\p{N}\\n]*" : " ?") + word[0];
    }).join("");
  };
  const patternFor = (ways) => new RegExp(ways.map(patternOf).sort((one, other) => other.length - one.length).join("|"), "giu");

  const split = (text, pattern) => {
    const pieces = [];
    let end = 0;
    for (const found of text.matchAll(pattern)) {
      pieces.push(text.slice(end, found.index), make("mark", { textContent: found[0] }));
      end = found.index + found[0].length;
    }
    return [...pieces, text.slice(end)];
  };

  /* ---- the index, asked for when it is first needed ---- */
  const engine = once(async () => {
    const [pagefind, answer] = await Promise.all([import("./search/pagefind.js"), fetch("search/variants.json")]);
    await pagefind.options({ noWorker: true });
    await pagefind.init();
    return { pagefind, variants: await answer.json() };
  });

  const ask = async (pagefind, way) => {
    const words = wordsOf(way);
    const whole = words.length > 1 && ENDS_IN_HAN.test(way); // Latin at the end may be the beginning of a word
    return (await pagefind.search(whole ? `"${words.join(" ")}"` : words.join(" "))).results;
  };

  const pagesWith = async (pagefind, ways) => {
    const pages = new Map();
    for (const way of ways) {
      for (const result of await ask(pagefind, way)) {
        const known = pages.get(result.id);
        pages.set(result.id, { result, score: Math.max(result.score, known?.score ?? 0) });
      }
    }
    return pages;
  };

  /* The pages that have all terms, the best first. */
  const candidates = async (pagefind, terms) => {
    const found = await Promise.all(terms.map((ways) => pagesWith(pagefind, ways)));
    const scoreOf = (id) => found.reduce((sum, pages) => sum + pages.get(id).score, 0);
    return [...found[0]].filter(([id]) => found.every((pages) => pages.has(id)))
      .sort(([one], [other]) => scoreOf(other) - scoreOf(one)).map(([, { result }]) => result);
  };

  /* ---- the places on a page ---- */
  const printed = (words) => words.replaceAll(" ", "").replaceAll("␠", " ").replaceAll("␞", "\n");

  const read = async (result) => {
    const { content, anchors, raw_url: file } = await result.data();
    const starts = [];
    let at = 0;
    for (const word of content.split(" ")) {
      starts.push(at);
      at += word.length;
    }
    const marks = anchors.map(({ element, id, text, location }) => ({ element, id, words: printed(text).trim(), at: starts[location] ?? at }));
    return { file, text: printed(content), marks };
  };

  const isHeading = (mark) => /^h[1-6]$/.test(mark.element);
  const isTarget = (mark) => isHeading(mark) || ["li", "dt", "figure"].includes(mark.element);
  const isPage = (mark) => mark.element === "span" && !mark.words && mark.id.startsWith("p");

  const placeOf = (page, at) => {
    const before = page.marks.filter((mark) => mark.at <= at);
    const target = before.findLast(isTarget);
    const section = before.findLast((mark) => isHeading(mark) && mark.element !== "h1");
    const call = page.marks.find((mark) => mark.id === `${target?.id}-call`); // a note is printed where it is called
    const folio = (call ? page.marks.filter((mark) => mark.at <= call.at) : before).findLast(isPage);
    return { target, section: target?.element === "dt" ? target : section, folio: folio?.id.slice(1), hits: [] };
  };

  const excerptOf = (page, place) => {
    const { text } = page;
    const hit = place.hits[0];
    const heading = place.target && isHeading(place.target) && !text.slice(place.target.at, hit).includes("\n");
    const after = text.indexOf("\n", hit);
    const from = heading && after > 0 && text.indexOf("\n", after + 1) > 0 ? after + 1 : text.lastIndexOf("\n", hit) + 1;
    const end = text.indexOf("\n", from) < 0 ? text.length : text.indexOf("\n", from);
    const start = Math.max(from, hit > from + 24 ? hit - 18 : from);
    const stop = Math.min(end, start + 80);
    const words = text.slice(start, stop).trim();
    return `${start > from ? `…${words.replace(/^[，。、；：！？）”’》…—]+/u, "")}` : words}${stop < end ? "…" : ""}`;
  };

  const placesOn = (page, patterns) => {
    const places = new Map();
    patterns.forEach((pattern, term) => {
      for (const { index } of page.text.matchAll(pattern)) {
        const place = placeOf(page, index);
        const kept = places.get(place.target?.id) ?? { ...place, terms: new Set() };
        kept.hits.push(index);
        kept.terms.add(term);
        places.set(place.target?.id, kept);
      }
    });
    const found = [...places.values()].sort((one, other) => one.hits[0] - other.hits[0]);
    const whole = found.filter((place) => place.terms.size === patterns.length);
    return whole.length ? whole : found;
  };

  const search = async (query) => {
    const { pagefind, variants } = await engine();
    const terms = termsOf(query).map((term) => waysOf(term, variants));
    const patterns = terms.map(patternFor);
    const results = terms.length ? await candidates(pagefind, terms) : [];
    const pages = (await Promise.all(results.map(read))).map((page) => ({ ...page, places: placesOn(page, patterns) }));
    return {
      pages: pages.filter((page) => patterns.every((pattern) => page.text.search(pattern) >= 0)),
      pattern: patterns.length ? new RegExp(patterns.map((pattern) => pattern.source).join("|"), "giu") : null,
      ways: terms.flat(),
    };
  };

  /* ---- what the reader sees ---- */
  const hrefOf = (page, place, ways) => {
    const said = ways.filter((way) => page.text.search(patternFor([way])) >= 0).map((way) => /\s/.test(way) ? `"${way}"` : way);
    return `${page.file}?q=${encodeURIComponent(said.join(" "))}${place.target ? `#${place.target.id}` : ""}`;
  };

  const placeLine = (page, place, { pattern, ways }) => {
    const where = [
      place.section && make("span", { className: "section" }, ...split(place.section.words, pattern)),
      place.folio && make("span", { className: "folio", textContent: `第 ${place.folio} 页` }),
    ].filter(Boolean);
    const head = where.length ? [make("span", { className: "where" }, ...where.flatMap((piece, at) => at ? [" ", piece] : [piece]))] : [];
    const excerpt = make("span", { className: "excerpt" }, ...split(excerptOf(page, place), pattern));
    return make("li", {}, make("a", { href: hrefOf(page, place, ways) }, ...head, " ", excerpt));
  };

  /* Some of the lines, and a button that shows the others and leads to the first of them. */
  const withMore = (list, lines, shown, words) => {
    list.append(...lines.slice(0, shown));
    const rest = lines.slice(shown);
    if (!rest.length) return list;
    const more = make("button", { type: "button", className: "more", textContent: words(rest.length) });
    const line = make("li", { className: "rest" }, more);
    more.addEventListener("click", () => {
      line.replaceWith(...rest);
      rest[0].querySelector("a").focus();
    });
    list.append(line);
    return list;
  };

  const pageGroup = (page, found) => {
    const title = page.marks.find(isHeading)?.words ?? page.file;
    const lines = page.places.map((place) => placeLine(page, place, found));
    const places = withMore(make("ol", {}), lines, SHOWN, (count) => `本篇另有 ${count} 处`);
    return make("li", {}, make("p", { className: "page-title" }, ...split(title, found.pattern)), places);
  };

  const told = (query, pages) => {
    if (!query.trim()) return "";
    if (!termsOf(query).length) return "请键入文字、字母或数字";
    if (!pages.length) return `没有找到“${query.trim()}”。可试试短一些的词，或用空格隔开几个词。`;
    const count = pages.flatMap((page) => page.places).flatMap((place) => place.hits).length;
    return `找到 ${count} 处，在 ${pages.length} 篇中`;
  };

  const fromDisk = () => make("p", { className: "sorry", role: "status" },
    "这一页是从磁盘直接打开的，浏览器不许它读取搜索的索引，所以不能搜索。请把整个文件夹放到网站上；或者在这个文件夹里打开终端，键入 ",
    make("code", { textContent: "python3 -m http.server" }), "，再用浏览器打开 ", make("code", { textContent: "http://localhost:8000/" }), "。");
  const NOT_LOADED = "搜索没有装载成功。请重新载入本页；若仍不行，请检查网站上的 search 文件夹是否完整。";

  const form = (kept = () => {}) => {
    const field = make("input", { type: "search", name: "q", id: "query", autocomplete: "off", enterKeyHint: "search", placeholder: "词语，或加引号的短语" });
    const label = make("label", { htmlFor: "query", className: "unseen", textContent: "在书中搜索" });
    const status = make("p", { className: "count", role: "status" });
    const list = make("ol", { className: "found" });
    const box = make("form", { className: "asking" }, label, field);
    box.setAttribute("role", "search");
    let latest = 0;
    let timer = 0;

    const run = async () => {
      clearTimeout(timer);
      const turn = ++latest;
      const query = field.value;
      kept(query);
      try {
        const found = await search(query);
        if (turn !== latest) return; // the reader has typed on
        const groups = found.pages.map((page) => pageGroup(page, found));
        list.replaceChildren();
        withMore(list, groups, PAGES, (count) => `再看其余 ${count} 篇`);
        status.textContent = told(query, found.pages);
      } catch (fault) {
        console.error(fault);
        status.textContent = NOT_LOADED;
      }
      whole.ariaBusy = "false";
    };
    const later = (event) => {
      clearTimeout(timer);
      whole.ariaBusy = "true";
      if (!event.isComposing) timer = setTimeout(run, 150);
    };
    field.addEventListener("input", later);
    field.addEventListener("compositionend", later);
    box.addEventListener("submit", async (event) => {
      event.preventDefault();
      await run();
      list.querySelector("a")?.focus();
    });

    const step = (event) => {
      const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!way || event.isComposing) return;
      const stops = [field, ...list.querySelectorAll("a, button")];
      const next = stops[stops.indexOf(document.activeElement) + way];
      if (!next || !stops.includes(document.activeElement)) return;
      event.preventDefault();
      next.focus();
    };
    const whole = make("div", { className: "search" });
    whole.addEventListener("keydown", step);
    if (location.protocol === "file:") whole.append(fromDisk());
    else whole.append(box, status, list);
    return { whole, field, run };
  };

  /* ---- over a page, and on the page of its own ---- */
  const panel = once(() => {
    const { whole, field } = form();
    const close = make("button", { type: "button", className: "dismiss", textContent: "×", ariaLabel: "关闭搜索" });
    const dialog = make("dialog", { className: "search-panel", ariaLabel: "搜索" }, whole, close);
    document.body.append(dialog);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("a")) dialog.close(); // beside it, or on to a place of this page
    });
    return { dialog, field };
  });

  const open = () => {
    const own = document.getElementById("query");
    if (own && !own.closest("dialog")) return own.focus();
    const { dialog, field } = panel();
    if (!dialog.open) dialog.showModal();
    field.focus();
    field.select();
  };

  const fill = (place) => {
    const address = (query) => query ? `?q=${encodeURIComponent(query)}` : location.pathname;
    const { whole, field, run } = form((query) => history.replaceState(null, "", address(query)));
    place.append(whole);
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    if (!field.isConnected) return;
    field.focus();
    if (field.value) run();
  };

  /* ---- where a result leads: the words are marked on the page ---- */
  const textNodes = function* (root) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement.closest(UNSEARCHED)) yield node;
    }
  };

  const rangesOf = (root, pattern) => {
    const nodes = [];
    let text = "";
    let block = null;
    for (const node of textNodes(root)) {
      const own = node.parentElement.closest(BLOCK);
      if (own !== block) text += "\n";
      block = own;
      nodes.push({ node, at: text.length });
      text += node.data;
    }
    const spot = (at) => nodes.findLast((entry) => entry.at <= at);
    return [...text.matchAll(pattern)].map(({ index, 0: words }) => {
      const first = spot(index);
      const last = spot(index + words.length - 1);
      const range = document.createRange();
      range.setStart(first.node, index - first.at);
      range.setEnd(last.node, index + words.length - last.at);
      return range;
    });
  };

  const mark = (root, query) => {
    const terms = termsOf(query);
    if (!terms.length || !CSS.highlights) return;
    const ranges = rangesOf(root, patternFor(terms));
    CSS.highlights.set("found", new Highlight(...ranges));
    const target = document.getElementById(location.hash.slice(1));
    const first = ranges.find((range) => !target || target.contains(range.startContainer) || range.comparePoint(target, 0) < 0);
    first?.startContainer.parentElement.scrollIntoView({ block: "center" });
  };

  globalThis.kanbenSearch = { open, fill, mark };
})();
