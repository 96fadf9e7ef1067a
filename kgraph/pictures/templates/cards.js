// Cards: their shapes, colours and icons, for the canvas and for the key.

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';
// which family of colours a kind has, and its icon: 16 × 16, filled by the even-odd rule
const { families: FAMILY, icons: ICONS } = data.look;
const COLOURS = [
  "page", "panel", "ink", "muted", "focus", "halo", "accepted", "reported", "contested", "denied", "retracted",
  ...["actor", "office", "body", "law", "event", "place", "topic"].flatMap((family) => [family, `${family}-edge`]),
];
const SHAPES = Object.fromEntries(Object.entries(ICONS).map(([kind, path]) => [kind, new Path2D(path)]));

// The colours of the present theme, by the names of their style properties; read again when the theme changes.
function readColours() {
  const probe = document.createElement("i");
  document.body.append(probe);
  const known = {};
  const read = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  for (const name of COLOURS) known[name] = read(name);
  probe.remove();
  return known;
}

function polygon(context, points) {
  points.forEach(([x, y], i) => (i ? context.lineTo(x, y) : context.moveTo(x, y)));
  context.closePath();
}

function outline(context, kind, x, y, w, h) {
  context.beginPath();
  if (kind === "Person" || kind === "Group") context.roundRect(x, y, w, h, Math.min(h / 2, 24));
  else if (kind === "Law") polygon(context, [[x, y], [x + w - 11, y], [x + w, y + 11], [x + w, y + h], [x, y + h]]);
  else if (kind === "Event") {
    polygon(context, [[x + 11, y], [x + w - 11, y], [x + w, y + h / 2], [x + w - 11, y + h], [x + 11, y + h], [x, y + h / 2]]);
  } else if (kind === "Court") polygon(context, [[x, y + 7], [x + w / 2, y - 2], [x + w, y + 7], [x + w, y + h], [x, y + h]]);
  else if (kind === "Place") context.roundRect(x, y, w, h, [2, 2, 16, 16]);
  else if (kind === "Office") context.roundRect(x, y, w, h, [8, 8, 2, 2]);
  else if (kind === "Institution") context.rect(x, y, w, h);
  else context.roundRect(x, y, w, h, 8);
}

// The bare shape with its icon, its left middle at (x, y).
function drawShape(context, colours, kind, x, y, w, h, heavy) {
  const family = FAMILY[kind];
  const top = y - h / 2;
  context.strokeStyle = colours[`${family}-edge`];
  context.fillStyle = colours[family];
  context.lineWidth = 1.2;
  if (kind === "Group") {
    outline(context, kind, x + 4, top + 4, w, h);
    context.fill();
    context.stroke();
  }
  outline(context, kind, x, top, w, h);
  context.fill();
  context.lineWidth = heavy ? 2.4 : 1.4;
  context.setLineDash(kind === "Topic" || kind === "Other" ? [4, 3] : []);
  context.stroke();
  context.setLineDash([]);
  if (kind === "Law") {
    context.beginPath();
    context.moveTo(x + w - 11, top);
    context.lineTo(x + w - 11, top + 11);
    context.lineTo(x + w, top + 11);
    context.stroke();
  }
  if (SHAPES[kind]) {
    context.save();
    context.translate(x + Math.min(12, (w - 17) / 2), y - 8.5);
    context.scale(1.06, 1.06);
    context.fillStyle = colours[`${family}-edge`];
    // what records a drawing takes the path as it is written
    if (context.icon) context.icon(ICONS[kind]);
    else context.fill(SHAPES[kind], "evenodd");
    context.restore();
  }
}

// height of a row of a list card
const ITEM = 14;

// The thing of a list card whose row is at this height, if any.
function itemAt(card, fromTop) {
  let at = (card.height - card.items.reduce((sum, item) => sum + item.rows.length * ITEM, 0) - (card.subtitle ? 13 : 0)) / 2;
  at += (card.rows.length * (card.letters + 3)) / 2;
  return card.items.find((item) => {
    at += item.rows.length * ITEM;
    return item.rows.length && fromTop < at && fromTop >= at - item.rows.length * ITEM;
  });
}

function drawCard(context, colours, card, x, y, { faded, chosen }) {
  const left = x - card.width / 2;
  context.save();
  context.globalAlpha = faded ? 0.16 : 1;
  if (chosen) {
    outline(context, card.kind, left - 5, y - card.height / 2 - 5, card.width + 10, card.height + 10);
    context.strokeStyle = colours.focus;
    context.lineWidth = 3;
    context.stroke();
  }
  drawShape(context, colours, card.kind, left, y, card.width, card.height, card.degree >= 5);
  const step = card.letters + 3;
  const room = card.width - 44;
  const inner = card.items.flatMap((item) => item.rows.map((row, i) => (i ? `   ${row}` : `• ${row}`)));
  let at = y - (card.rows.length * step + inner.length * ITEM + (card.subtitle ? 13 : 0)) / 2 + step / 2;
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.fillStyle = colours.ink;
  context.font = `${card.degree >= 5 ? 700 : 600} ${card.letters}px ${FONT}`;
  for (const row of card.rows) {
    context.fillText(row, left + 36, at, room);
    at += step;
  }
  context.font = `11.5px ${FONT}`;
  for (const row of inner) {
    context.fillText(row, left + 36, at - 1, room);
    at += ITEM;
  }
  if (card.subtitle) {
    context.fillStyle = colours.muted;
    context.font = `11px ${FONT}`;
    context.fillText(card.subtitle, left + 36, at - 1, room);
  }
  if (card.more) {
    // what hangs on it and is not drawn
    const words = `+${card.more} more`;
    context.font = `600 10.5px ${FONT}`;
    const width = 12 + words.length * 6.4;
    const [x0, y0] = [x + card.width / 2 - width - 4, y + card.height / 2 - 4];
    context.beginPath();
    context.roundRect(x0, y0, width, 15, 7);
    context.fillStyle = colours.panel;
    context.fill();
    context.strokeStyle = colours.muted;
    context.lineWidth = 1;
    context.stroke();
    context.fillStyle = colours.muted;
    context.textAlign = "center";
    context.fillText(words, x0 + width / 2, y0 + 8, width - 6);
  }
  context.restore();
}

function drawKey(colours) {
  for (const canvas of document.querySelectorAll("#key canvas")) {
    const sharp = window.devicePixelRatio || 1;
    canvas.width = 38 * sharp;
    canvas.height = 24 * sharp;
    const context = canvas.getContext("2d");
    context.scale(sharp, sharp);
    drawShape(context, colours, canvas.dataset.kind, 2, 12, canvas.dataset.kind === "Group" ? 29 : 33, 17, false);
  }
}
