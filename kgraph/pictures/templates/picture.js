// The page: the network as pyvis gives it, what is in focus, the key, the two views, clicks and keys.

const { nodes: cards, edges: lines, options, page: data } = JSON.parse(document.getElementById("data").textContent);
const by = (id) => document.getElementById(id);
const cardOf = new Map(cards.map((card) => [card.id, card]));
const narrow = matchMedia("(max-width: 760px)");
const canvas = by("canvas");
const panel = by("panel");
// what is in focus: {card}, {lines} or {speaker}; null for all
let focus = null;
let colours = readColours();

document.documentElement.classList.add("live");

const ticked = (value) => document.querySelector(`#key input[value="${value}"]`)?.checked ?? true;

// Whether the key leaves a line or statement in.
const shown = (one) => ticked(one.status) && (!one.unreviewed || ticked("unreviewed"));
const speaks = (statement, badge) => statement.voices.some((voice) => voice.badge.split("‹").includes(badge));
const listed = (statement) => shown(statement) && (!focus?.speaker || speaks(statement, focus.speaker));

function inFocus(line) {
  if (!focus) return true;
  if (focus.card) return line.from === focus.card || line.to === focus.card;
  if (focus.lines) return focus.lines.includes(line.id);
  return line.statements.some((id) => speaks(data.statements[id], focus.speaker));
}

// the card that is asked for: itself, or as a speaker
const chosen = () => focus?.card ?? data.speakers[focus?.speaker]?.id;

// the cards without a line that is shown and in focus
let dimmed = new Set();
function dim() {
  const lit = new Set([chosen()]);
  for (const line of lines.filter((one) => shown(one) && inFocus(one))) lit.add(line.from).add(line.to);
  const joined = new Set(lines.flatMap((line) => [line.from, line.to]));
  dimmed = new Set(cards.map((card) => card.id).filter((id) => !lit.has(id) && (focus || joined.has(id))));
}

const nodes = new vis.DataSet(
  cards.map((card) => ({
    id: card.id, x: card.x, y: card.y, shape: "custom",
    ctxRenderer: ({ ctx, x, y }) => ({
      drawNode: () => drawCard(ctx, colours, card, x, y, { faded: dimmed.has(card.id), chosen: chosen() === card.id }),
      nodeDimensions: { width: card.width, height: card.height },
    }),
  })),
);
// the lines are drawn here and not by vis-network, so that every way of drawing shows the same curve
const network = new vis.Network(canvas, { nodes, edges: [] }, JSON.parse(options));
const boxOf = (id) => ({ ...network.getPosition(id), width: cardOf.get(id).width, height: cardOf.get(id).height });
function bend() {
  for (const line of lines) {
    line.curve = curveOf(line, boxOf(line.from), boxOf(line.to));
    const { x, y } = line.curve.at(line.part);
    line.spot = { x: x + line.across, y: y + line.down };
  }
}
bend();

function refresh() {
  dim();
  for (const row of document.querySelectorAll("#table tbody tr")) row.hidden = !listed(data.statements[row.id]);
  network.redraw();
}

// Lines are drawn first and labels last, the disputes on top.
network.on("beforeDrawing", (context) => {
  for (const line of upwards.filter(shown)) drawLine(context, colours, line, line.curve, !inFocus(line));
});
network.on("afterDrawing", (context) => {
  const far = network.getScale() < 0.55;
  const visible = upwards.filter((line) => shown(line) && inFocus(line) && !(far && line.status === "accepted" && !focus));
  for (const line of visible) drawLabel(context, colours, line);
});
network.on("dragging", ({ nodes: moved }) => moved.length && bend());
const upwards = [...lines].sort((a, b) => ORDER.indexOf(b.status) - ORDER.indexOf(a.status));

// Show these cards, or all, as large as they fit beside or above the panel; at once, or when the picture is seen again.
let framed = cards;
function fit(some = cards) {
  framed = some;
  if (!some.length || by("picture").hidden) return;
  const spots = some.map((card) => ({ card, ...network.getPosition(card.id) }));
  const left = Math.min(...spots.map(({ card, x }) => x - card.width / 2));
  const right = Math.max(...spots.map(({ card, x }) => x + card.width / 2));
  const top = Math.min(...spots.map(({ card, y }) => y - card.height / 2));
  const bottom = Math.max(...spots.map(({ card, y }) => y + card.height / 2));
  const below = narrow.matches && !panel.hidden ? panel.offsetHeight : 0;
  const room = Math.min((canvas.clientWidth - 40) / (right - left), (canvas.clientHeight - below - 40) / (bottom - top));
  const scale = Math.max(0.05, Math.min(room, 1.1));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, offset: { x: 0, y: -below / 2 } });
}

// --- the panel ---

function show(view, next) {
  focus = next;
  for (const row of document.querySelectorAll("tr.open")) row.classList.remove("open");
  panel.replaceChildren(element("button", { type: "button", class: "close", "aria-label": "Close", onclick: close }, "✕"), ...view);
  panel.hidden = false;
  panel.scrollTop = 0;
  network.setSize("100%", "100%");
  refresh();
  panel.focus({ preventScroll: true });
}

function address(id) {
  try {
    history.replaceState(null, "", `#${encodeURIComponent(id)}`);
  } catch {
    // a page inside another may have no address of its own
  }
}

const open = {
  card(id) {
    show([cardView(cardOf.get(id), data, open)], { card: id });
    const near = lines.filter((line) => line.from === id || line.to === id).flatMap((line) => [line.from, line.to]);
    fit([...new Set([id, ...near])].map((one) => cardOf.get(one)));
  },
  statement(id) {
    const mine = lines.filter((line) => line.statements.includes(id));
    const statement = data.statements[id];
    const ends = mine.length ? mine.flatMap((line) => [line.from, line.to]) : statement.cards;
    show([statementView(statement, data, cardOf, open)], mine.length ? { lines: mine.map((line) => line.id) } : { card: ends[0] });
    by(id)?.classList.add("open");
    address(id);
    fit(ends.map((one) => cardOf.get(one)));
  },
  line(line) {
    if (line.statements.length === 1) return open.statement(line.statements[0]);
    show(line.statements.map((id) => statementView(data.statements[id], data, cardOf, open)), { lines: [line.id] });
    return fit([cardOf.get(line.from), cardOf.get(line.to)]);
  },
};

function close() {
  focus = null;
  panel.hidden = true;
  for (const button of document.querySelectorAll("#speakers button")) button.setAttribute("aria-pressed", "false");
  address("");
  refresh();
  fit();
}

// --- clicks, keys, key, views ---

function lineAt({ x, y }) {
  const hit = (line) => shown(line) && Math.abs(x - line.spot.x) < line.width / 2 && Math.abs(y - line.spot.y) < line.height / 2;
  const near = (line) => {
    if (!shown(line)) return false;
    for (let i = 0; i <= 40; i += 1) {
      const point = line.curve.at(line.curve.leaves + ((line.curve.arrives - line.curve.leaves) * i) / 40);
      if (Math.hypot(point.x - x, point.y - y) < 9) return true;
    }
    return false;
  };
  const first = lines.filter((line) => inFocus(line));
  return first.find(hit) ?? lines.find(hit) ?? first.find(near) ?? lines.find(near);
}

network.on("click", ({ nodes: [card], pointer }) => {
  const line = card ? null : lineAt(pointer.canvas);
  if (card) open.card(card);
  else if (line) open.line(line);
  else if (focus) close();
});
network.on("hoverNode", () => (canvas.style.cursor = "pointer"));
network.on("blurNode", () => (canvas.style.cursor = ""));

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && focus) close();
});
by("key").addEventListener("change", refresh);
by("speakers").addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const again = focus?.speaker === button.dataset.speaker;
  close();
  if (again) return;
  focus = { speaker: button.dataset.speaker };
  button.setAttribute("aria-pressed", "true");
  by("key").classList.remove("open");
  refresh();
});
by("table").addEventListener("click", (event) => {
  const link = event.target.closest("a[data-statement]");
  if (!link) return;
  event.preventDefault();
  open.statement(link.dataset.statement);
});

function look(picture) {
  by("picture").hidden = !picture;
  by("table").hidden = picture;
  by("tools").hidden = !picture;
  by("to-picture").setAttribute("aria-pressed", String(picture));
  by("to-table").setAttribute("aria-pressed", String(!picture));
  toggleKey(false);
  refresh();
  fit(framed);
}

function toggleKey(on) {
  by("key").classList.toggle("open", on);
  by("to-key").setAttribute("aria-expanded", String(on));
}

by("to-picture").addEventListener("click", () => look(true));
by("to-table").addEventListener("click", () => look(false));
by("to-key").addEventListener("click", () => toggleKey(!by("key").classList.contains("open")));
by("fit").addEventListener("click", () => fit());
by("nearer").addEventListener("click", () => network.moveTo({ scale: network.getScale() * 1.25 }));
by("farther").addEventListener("click", () => network.moveTo({ scale: network.getScale() / 1.25 }));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  colours = readColours();
  drawKey(colours);
  refresh();
});

// --- start ---

drawKey(colours);
look(true);
if (narrow.matches && cards.length) {
  const busiest = cards.reduce((best, card) => (card.degree > best.degree ? card : best));
  network.moveTo({ position: { x: busiest.x, y: busiest.y }, scale: Math.max(network.getScale(), 0.62) });
}
const wanted = Object.keys(data.statements).find((id) => `#${encodeURIComponent(id)}` === location.hash);
if (wanted) open.statement(wanted);

// Where on the screen the label of a line or the middle of a card is: for tests, and for people who embed the page.
window.kgraphPicture = {
  pointOf(id) {
    const spot = lines.find((line) => line.id === id)?.spot ?? network.getPosition(id);
    const { x, y } = network.canvasToDOM(spot);
    const { left, top } = canvas.getBoundingClientRect();
    return { x: left + x, y: top + y };
  },
};
