// The desk: shows what the server tells, and follows the paragraph that was edited.
"use strict";

const said = JSON.parse(document.getElementById("said").textContent);
const $ = (id) => document.getElementById(id);
const web = $("web");
let state = { version: -1 };
let spot = "";

const say = (name, facts) => said[name].replace(/\{(\w+)\}/g, (_, key) => facts[key]);

function made(tag, text = "", name = "") {
  const element = document.createElement(tag);
  element.textContent = text;
  if (name) element.className = name;
  return element;
}

// ---- news

function listen() {
  const news = new EventSource("news");
  news.onmessage = (event) => show(JSON.parse(event.data));
  news.addEventListener("end", away);
  news.onerror = away; // it asks again by itself: a desk that is opened anew at this port is shown
}

function away() {
  $("phase").dataset.phase = "away";
  $("phase").textContent = said.away;
  $("progress").textContent = "";
}

function show(now) {
  const before = state;
  state = now;
  showPhase();
  if (now.troubles) showTroubles();
  if (!now.pages) return;
  document.title = `${now.title} · ${said.desk}`;
  $("title").textContent = now.title;
  showFiles();
  showChanges();
  showTimes();
  if (now.pages.name !== before.pages?.name) showPages();
  showWeb(now.changed || []);
  follow();
}

function showFiles() {
  $("files").replaceChildren(...["pdf", "epub"].map((ending) => {
    const link = made("a", ending.toUpperCase());
    link.href = `edition/${state.name}.${ending}`;
    link.download = `${state.name}.${ending}`;
    return link;
  }));
}

function showPhase() {
  const count = (state.troubles || []).filter((trouble) => trouble.severity === "error").length;
  $("phase").dataset.phase = state.phase;
  $("phase").textContent = say(state.phase, { count });
  $("progress").textContent = state.progress || "";
}

function showTroubles() {
  const warnings = state.troubles.filter((trouble) => trouble.severity !== "error");
  fill("troubles", "none", state.troubles.filter((trouble) => trouble.severity === "error").map(troubleRow));
  $("warnings").hidden = !warnings.length;
  $("warnings").querySelector("summary").textContent = say("warnings", { count: warnings.length });
  $("warnings").querySelector("ol").replaceChildren(...warnings.map(troubleRow));
}

function troubleRow(trouble) {
  const row = made("li", "", trouble.severity);
  row.append(made("span", trouble.place, "place"), made("span", trouble.what, "what"));
  row.append(made("span", say("mend", trouble), "mend"));
  return row;
}

function fill(list, empty, rows) {
  $(list).replaceChildren(...rows);
  $(list).hidden = !rows.length;
  $(empty).hidden = rows.length > 0;
}

function showChanges() {
  const { count, moved, notes, chapters } = state.changes;
  const rows = count[0] === count[1] ? [] : [say("count", { before: count[0], after: count[1] })];
  rows.push(...moved.map((each) => say("moved", each)), ...notes.map((each) => say("note", each)));
  fill("changes", "unchanged", rows.map((text) => made("li", text)));
  $("words").replaceChildren(...chapters.map((each) => {
    const row = made("tr");
    const head = made("th", each.title);
    head.scope = "row";
    const change = each.change ? (each.change > 0 ? `+${each.change}` : `−${-each.change}`) : "";
    row.append(head, made("td", each.words.toLocaleString()), made("td", change, each.change < 0 ? "less" : ""));
    return row;
  }));
}

function showTimes() {
  $("times").replaceChildren(...Object.entries(state.seconds).flatMap(([name, seconds]) =>
    [made("dt", said[name]), made("dd", say("seconds", { seconds: seconds.toFixed(2) }))]));
}

// ---- print pages: only what is seen is asked for

const seen = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    entry.target.seen = entry.isIntersecting;
    if (entry.isIntersecting) draw(entry.target);
  }
}, { root: $("pages"), rootMargin: "300px" });

function showPages() {
  const { labels, size } = state.pages;
  const rows = [...$("pages").children];
  rows.slice(labels.length).forEach((row) => { seen.unobserve(row); row.remove(); });
  labels.forEach((label, number) => {
    const row = rows[number] || newRow(number);
    row.dataset.label = label;
    row.querySelector(".folio").textContent = label;
    if (!row.dataset.shown) shape(row, ...size);
    if (row.seen) draw(row);
  });
}

function shape(row, width, height) {
  row.querySelector(".sheet").style.aspectRatio = `${width} / ${height}`;
}

function newRow(number) {
  const row = made("li");
  row.dataset.number = number;
  row.append(made("div", "", "sheet"), made("span", "", "folio"));
  $("pages").append(row);
  seen.observe(row);
  return row;
}

async function draw(row) {
  const address = `page/${state.pages.name}/${row.dataset.number}.bmp`;
  if (row.dataset.shown === address) return;
  row.dataset.shown = address;
  const picture = new Image();
  picture.alt = say("page", { label: row.dataset.label });
  picture.src = address;
  try {
    await picture.decode();
  } catch {
    if (row.dataset.shown === address) delete row.dataset.shown;
    return;
  }
  if (row.dataset.shown !== address) return;
  shape(row, picture.naturalWidth, picture.naturalHeight);
  row.querySelector(".sheet").replaceChildren(picture);
}

// ---- the web edition: a page that changed is renewed where it is

const edition = (name) => `edition/web/${name}`;
const shownFile = () => web.contentWindow.location.pathname.replace("/edition/", "");

function showWeb(changed) {
  if (web.hidden) {
    web.hidden = false;
    web.src = edition("index.html");
  } else if (changed.some((name) => /\.(css|js)$/.test(name))) {
    web.contentWindow.location.reload();
  } else if (changed.includes(shownFile())) {
    renew();
  }
}

async function renew() {
  const file = shownFile();
  const answer = await fetch(`edition/${file}`);
  if (!answer.ok) { web.src = edition("index.html"); return; }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (file !== shownFile()) return;
  const page = web.contentDocument;
  for (const part of ["main", "template#cards", "nav.side > ol", "nav.turn"]) {
    const [old, now] = [page.querySelector(part), fresh.querySelector(part)];
    if (old && now) old.replaceWith(page.adoptNode(now));
  }
  find();
}

// ---- the paragraph that was edited

function follow() {
  const asked = JSON.stringify(state.spot);
  if (!state.spot || asked === spot || !$("follow").checked) return;
  if (state.phase === "settled") spot = asked;
  const file = `web/${state.spot.part}.html`;
  if (shownFile() !== file) web.src = `edition/${file}`;
  else find();
  for (const row of $("pages").children) row.classList.toggle("here", row.dataset.label === state.spot.page);
  const row = $("pages").querySelector(".here");
  if (row) $("pages").scrollTo({ top: row.offsetTop - $("pages").offsetTop - 24 });
}

const solid = (element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("sup, .anchor").forEach((each) => each.remove());
  return copy.textContent.replace(/\s+/g, "");
};

function find() {
  if (!state.spot || !$("follow").checked || shownFile() !== `web/${state.spot.part}.html`) return;
  const blocks = web.contentDocument.querySelectorAll("main :is(p, li, dd, td, th, figcaption, h1, h2, h3, h4, h5, h6, pre)");
  const words = state.spot.words;
  const found = [...blocks].find((block) => { const text = solid(block); return text && (text.startsWith(words) || text.endsWith(words)); });
  if (!found) return;
  const box = found.getBoundingClientRect();
  const height = web.contentWindow.innerHeight;
  if (box.top < 0 || box.bottom > height) found.scrollIntoView({ block: "center" });
  if (!matchMedia("(prefers-reduced-motion: reduce)").matches) {
    found.animate([{ backgroundColor: "rgb(199 120 60 / 25%)" }, { backgroundColor: "transparent" }], 1600);
  }
}

web.addEventListener("load", find);
$("follow").addEventListener("change", () => { spot = ""; follow(); });
listen();
