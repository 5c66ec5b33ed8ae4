/* What makes reading easier where scripts run; every page works without it.
   Cards: a note, a term or a cited work opens beside its call. The contents follow the place. The paper is remembered. */
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
    offerPapers(side);
    if (HTMLElement.prototype.showPopover) {
      card();
      followPlace(side);
    }
    const show = () => side.querySelector('[aria-current="page"]')?.scrollIntoView({ block: "nearest" });
    side.addEventListener("toggle", show);
    show();
  });
})();
