// The page: what is open, the views, the key, clicks, keys and the address.

document.documentElement.classList.add("live");
const VIEWS = Object.fromEntries(["picture", "map", "table", "doc"].filter((name) => by(`to-${name}`)).map((name) => [name, `to-${name}`]));
let view = "picture";
// what stands in the address: {entity} or {claim}
let opened = null;
// where the focus goes back to when the panel is closed
let before = null;

function say(words) {
  by("live").textContent = words;
}

function refresh() {
  choose();
  dim();
  for (const row of document.querySelectorAll("#table tbody tr")) row.hidden = !listed.has(row.id);
  for (const button of document.querySelectorAll("#speakers button")) button.setAttribute("aria-pressed", String(button.dataset.speaker === speaker));
  by("disputes").setAttribute("aria-pressed", String(onlyDisputes()));
  const taken = filters().map(({ words, clear }) =>
    element("button", { type: "button", class: "filter", "aria-label": `${words}: take off this filter`, onclick: () => { clear(); refresh(); } }, words, element("span", { "aria-hidden": "true" }, " ✕")));
  const total = Object.keys(data.statements).length;
  by("chips").replaceChildren(...(taken.length ? [element("span", {}, `${listed.size} of ${count(total, "claim")}`), ...taken] : []));
  by("nothing").hidden = listed.size > 0 || !total;
  fillDocuments(open);
  fillTimeline(open);
  writeAddress(view, opened);
  network.redraw();
}

// --- the panel ---

function show(parts, next, address) {
  if (panel.hidden) before = document.activeElement;
  [focus, opened] = [next, address];
  for (const row of document.querySelectorAll("tr.open")) row.classList.remove("open");
  panel.replaceChildren(element("button", { type: "button", class: "close", "aria-label": "Close", onclick: close }, "✕"), ...parts);
  panel.hidden = false;
  panel.scrollTop = 0;
  toggleKey(false);
  network.setSize("100%", "100%");
  refresh();
  panel.focus({ preventScroll: true });
}

function close() {
  [focus, opened] = [null, null];
  panel.hidden = true;
  network.setSize("100%", "100%");
  refresh();
  fit();
  if (before?.isConnected) before.focus({ preventScroll: true });
}

const ends = (some) => [...new Set(some.flatMap((line) => [line.from, line.to]))].map((id) => cardOf.get(id));
const open = {
  thing(id) {
    const card = homeOf(id);
    show([thingView(thingOf(id), open)], { card: card.id }, { entity: id });
    const near = lines.filter((line) => line.from === card.id || line.to === card.id);
    fit([...new Set([card, ...ends(near)])]);
  },
  statement(id) {
    const mine = lines.filter((line) => line.statements.includes(id));
    const home = homeOf(statementOf.get(id).cards[0]);
    show([statementView(statementOf.get(id), open)], mine.length || !home ? { lines: mine.map((line) => line.id) } : { card: home.id }, { claim: id });
    by(id)?.classList.add("open");
    fit(mine.length ? ends(mine) : home ? [home] : cards);
  },
  statements(ids, part) {
    if (ids.length === 1) return open.statement(ids[0]);
    const mine = lines.filter((line) => line.statements.some((id) => ids.includes(id)));
    show([severalView(part ? "Claims that rest on these words" : "Claims of this line or day", ids, open)], { lines: mine.map((line) => line.id) }, null);
    return fit(mine.length ? ends(mine) : cards);
  },
  speaker(id) {
    if (thingOf(id)) return open.thing(id);
    const voice = speakerOf.get(id);
    const said = new Set([...voice.affirms, ...voice.denies]);
    const mine = lines.filter((line) => line.statements.some((one) => said.has(one)));
    show([speakerView(voice, open)], { lines: mine.map((line) => line.id) }, null);
    return fit(mine.length ? ends(mine) : cards);
  },
  path(from, to) {
    const steps = pathBetween(homeOf(from).id, homeOf(to).id);
    show([pathView(from, to, steps, open)], { lines: (steps ?? []).map((line) => line.id) }, null);
    fit(steps?.length ? ends(steps) : cards);
  },
  words(words) {
    look("doc");
    if (narrow.matches) close();
    showWords(words);
  },
};

// --- views and the key ---

function look(next) {
  view = next in VIEWS ? next : "picture";
  for (const [name, button] of Object.entries(VIEWS)) {
    by(name === "doc" ? "document" : name).hidden = name !== view;
    by(button).setAttribute("aria-pressed", String(name === view));
  }
  by("tools").hidden = view !== "picture";
  toggleKey(false);
  refresh();
  fit(framed);
}

function toggleKey(on) {
  by("key").classList.toggle("open", on);
  by("to-key").setAttribute("aria-expanded", String(on));
}

const DISPUTED = ["contested", "denied"];
const onlyDisputes = () => boxes("status").every((box) => box.value === "unreviewed" || box.checked === DISPUTED.includes(box.value));
function toggleDisputes() {
  const undo = onlyDisputes();
  for (const box of boxes("status")) if (box.value !== "unreviewed") box.checked = undo ? box.defaultChecked : DISPUTED.includes(box.value);
  refresh();
}

for (const [name, button] of Object.entries(VIEWS)) by(button).addEventListener("click", () => look(name));
by("to-key").addEventListener("click", () => toggleKey(!by("key").classList.contains("open")));
by("key").addEventListener("change", refresh);
by("disputes").addEventListener("click", toggleDisputes);
by("speakers").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  speaker = speaker === button.dataset.speaker ? "" : button.dataset.speaker;
  refresh();
});
by("table").addEventListener("click", (event) => {
  const link = event.target.closest("a[data-statement]");
  if (!link) return;
  event.preventDefault();
  open.statement(link.dataset.statement);
});

const cluster = (event) => data.clusters[event.target.closest("[data-cluster]")?.dataset.cluster];
const openCluster = (one) => show([clusterView(one, open)], null, null);
by("map")?.addEventListener("click", (event) => cluster(event) && openCluster(cluster(event)));
by("map")?.addEventListener("keydown", (event) => {
  if (!cluster(event) || !["Enter", " "].includes(event.key)) return;
  event.preventDefault();
  openCluster(cluster(event));
});

// --- the canvas: clicks and keys ---

network.on("click", ({ nodes: [card], pointer }) => {
  const line = card ? null : lineAt(pointer.canvas);
  if (card) open.thing(thingAt(card, pointer.canvas));
  else if (line) open.statements(line.statements, null);
  else if (focus) close();
});
network.on("hoverNode", () => (canvas.style.cursor = "pointer"));
network.on("blurNode", () => (canvas.style.cursor = ""));

const busiest = () => cards.reduce((best, card) => (card.degree > best.degree ? card : best), cards[0]);
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
by("picture").addEventListener("keydown", (event) => {
  if (event.target !== canvas || event.ctrlKey || event.metaKey || event.altKey || !cards.length) return;
  const way = WAYS[event.key];
  if (way) {
    const card = cursor ? cardTowards(cursor, way) : cardOf.get(focus?.card) ?? busiest();
    if (card) {
      cursor = card.id;
      const { x, y } = boxOf(card.id);
      network.moveTo({ position: { x, y }, scale: Math.max(network.getScale(), 0.7), animation: calm.matches ? false : { duration: 150 } });
      say(spoken(card));
    } else say("nothing in that direction");
  } else if (event.key === "Enter" && cursor) open.thing(cursor);
  else if (event.key === "+") zoom(1.25);
  else if (event.key === "-") zoom(0.8);
  else if (event.key === "0") fit();
  else return;
  event.preventDefault();
  network.redraw();
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !panel.hidden) close();
  else if (event.key === "Escape") toggleKey(false);
  const typing = event.target.closest?.("input:not([type=checkbox]), select, textarea");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    by("search").focus();
  }
});
by("fit").addEventListener("click", () => fit());
by("nearer").addEventListener("click", () => zoom(1.25));
by("farther").addEventListener("click", () => zoom(0.8));

// --- files, theme, print ---

by("to-png").addEventListener("click", () => pngBlob((blob) => save(blob, `${fileName()}.png`)));
by("to-svg").addEventListener("click", () => save(new Blob([svgText()], { type: "image/svg+xml" }), `${fileName()}.svg`));

const night = matchMedia("(prefers-color-scheme: dark)");
const root = document.documentElement;
function theme(name) {
  if (name) root.dataset.theme = name;
  else delete root.dataset.theme;
  const dark = (root.dataset.theme ?? (night.matches ? "dark" : "light")) === "dark";
  by("to-dark").setAttribute("aria-pressed", String(dark));
  colours = readColours();
  drawKey(colours);
  network.redraw();
  return dark;
}
by("to-dark").addEventListener("click", () => theme(by("to-dark").getAttribute("aria-pressed") === "true" ? "light" : "dark"));
night.addEventListener("change", () => theme(root.dataset.theme));
let asSeen = null;
addEventListener("beforeprint", () => {
  asSeen = root.dataset.theme ?? "";
  theme("light");
});
addEventListener("afterprint", () => theme(asSeen));

// --- start: the address is read before anything writes it ---

function follow() {
  const asked = readAddress();
  look(asked.view);
  if (asked.claim) open.statement(asked.claim);
  else if (asked.entity) open.thing(asked.entity);
}

startSearch(({ entity, claim, speaker: who }) => (entity ? open.thing(entity) : claim ? open.statement(claim) : open.speaker(who)));
theme(root.dataset.theme);
follow();
addEventListener("hashchange", follow);
if (narrow.matches && cards.length && !focus) {
  const middle = cardOf.get(data.middle) ?? busiest();
  network.moveTo({ position: { x: middle.x, y: middle.y }, scale: Math.max(network.getScale(), 0.62) });
}

// Where on the screen the label of a line or the middle of a card is: for tests, and for people who embed the page.
window.kgraphPicture = {
  pointOf(id) {
    const spot = lines.find((line) => line.id === id)?.spot ?? network.getPosition(id);
    const { x, y } = network.canvasToDOM(spot);
    const { left, top } = canvas.getBoundingClientRect();
    return { x: left + x, y: top + y };
  },
  svg: svgText,
  scale: () => network.getScale(),
};
