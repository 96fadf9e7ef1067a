// The canvas: vis-network holds the cards, their places and the zoom; what is drawn is drawn here.

const canvas = by("canvas");
const panel = by("panel");
const narrow = matchMedia("(max-width: 760px)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
let colours = readColours();
// the card that the arrow keys have come to
let cursor = null;

// the cards that are asked for: looked at, or whose words are listened to
const ringed = (id) => id === focus?.card || id === cursor || (speaker && id === homeOf(speaker)?.id);

// the cards that the filters leave without a line, or that are not looked at
let dimmed = new Set();
function dim() {
  const lit = new Set([focus?.card, homeOf(speaker)?.id]);
  for (const line of lines.filter((one) => shown(one) && inFocus(one))) lit.add(line.from).add(line.to);
  const joined = new Set(lines.flatMap((line) => [line.from, line.to]));
  const kinds = off("kind");
  const alone = (card) => !joined.has(card.id) && !focus && !kinds.includes(card.kind);
  dimmed = new Set(cards.filter((card) => !lit.has(card.id) && !alone(card)).map((card) => card.id));
}

const nodes = new vis.DataSet(
  cards.map((card) => ({
    id: card.id, x: card.x, y: card.y, shape: "custom",
    ctxRenderer: ({ ctx, x, y }) => ({
      drawNode: () => drawCard(ctx, colours, card, x, y, { faded: dimmed.has(card.id), chosen: ringed(card.id) }),
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

// Lines are drawn first and labels last, the disputes on top.
const upwards = [...lines].sort((a, b) => ORDER.indexOf(b.status) - ORDER.indexOf(a.status));
const drawLines = (context) => {
  for (const line of upwards.filter(shown)) drawLine(context, colours, line, line.curve, !inFocus(line));
};
const drawLabels = (context, scale) => {
  const words = (line) => focus || scale >= 0.45 || line.status !== "accepted";
  for (const line of upwards.filter((one) => shown(one) && inFocus(one) && words(one))) drawLabel(context, colours, line);
};
network.on("beforeDrawing", drawLines);
network.on("afterDrawing", (context) => drawLabels(context, network.getScale()));
network.on("dragging", ({ nodes: moved }) => moved.length && bend());

const extent = (some) => {
  const spots = some.map((card) => boxOf(card.id));
  return {
    left: Math.min(...spots.map((box) => box.x - box.width / 2)),
    right: Math.max(...spots.map((box) => box.x + box.width / 2)),
    top: Math.min(...spots.map((box) => box.y - box.height / 2)),
    bottom: Math.max(...spots.map((box) => box.y + box.height / 2)),
  };
};

// Show these cards, or all, as large as they fit beside or above the panel; at once, or when the picture is seen again.
let framed = cards;
function fit(some = cards) {
  framed = some;
  if (!some.length || by("picture").hidden) return;
  const { left, right, top, bottom } = extent(some);
  const below = narrow.matches && !panel.hidden ? panel.offsetHeight : 0;
  const room = Math.min((canvas.clientWidth - 40) / (right - left), (canvas.clientHeight - below - 40) / (bottom - top));
  const scale = Math.max(0.05, Math.min(room, 1.1));
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, offset: { x: 0, y: -below / 2 } });
}

function zoom(by_) {
  network.moveTo({ scale: Math.max(0.05, Math.min(4, network.getScale() * by_)) });
}

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

// What was clicked: a row of a list card, a card, a line, or nothing.
function thingAt(card, { x, y }) {
  const box = boxOf(card);
  return itemAt(cardOf.get(card), y - (box.y - box.height / 2))?.id ?? card;
}

// The next card in a direction: near, and not far off to the side.
function cardTowards(from, [dx, dy]) {
  const here = boxOf(from);
  let best = null;
  for (const card of cards) {
    const there = boxOf(card.id);
    const along = (there.x - here.x) * dx + (there.y - here.y) * dy;
    const aside = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
    if (card.id === from || dimmed.has(card.id) || along <= 0 || aside > along * 2) continue;
    if (!best || along + 2 * aside < best.cost) best = { card, cost: along + 2 * aside };
  }
  return best?.card ?? null;
}

// A card in words, for the live region.
function spoken(card) {
  const mine = lines.filter((line) => shown(line) && (line.from === card.id || line.to === card.id));
  const statuses = ORDER.map((status) => [status, mine.filter((line) => line.status === status)]).filter(([, some]) => some.length);
  const told = statuses.map(([status, some]) => `${some.length} ${status}${some.every((one) => one.unreviewed) ? " unreviewed" : ""}`);
  return `${card.label}, ${[card.kind, card.subtitle].filter(Boolean).join(", ")}. Lines: ${told.join(", ") || "none"}.`;
}
