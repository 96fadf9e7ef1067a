// Lines: how sure a claim is, as dash, mark and colour; and the labels with the badges of those who speak.

const ORDER = ["contested", "denied", "reported", "accepted", "retracted"];
const DASHES = { reported: [9, 6], denied: [2, 6], retracted: [14, 4] };
const WIDTHS = { contested: 2.6, accepted: 1.7, reported: 1.9, denied: 1.9, retracted: 1.2 };
const FAN = 0.27;

// Sets `line.bend` on each line: lines between the same two cards fan out, the most disputed one in the middle.
function fanOut(lines) {
  const bundles = new Map();
  for (const line of lines) {
    const pair = JSON.stringify([line.from, line.to].sort());
    bundles.set(pair, [...(bundles.get(pair) ?? []), line]);
  }
  for (const bundle of bundles.values()) {
    const fan = [];
    bundle
      .sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status))
      .forEach((line, i) => (i % 2 ? fan.unshift(line) : fan.push(line)));
    const contested = fan.findIndex((line) => line.status === "contested");
    const middle = contested >= 0 ? contested : (fan.length - 1) / 2;
    fan.forEach((line, i) => {
      line.bend = (i - middle) * FAN * (line.from < line.to ? 1 : -1);
    });
  }
}

function curve(line) {
  // vis-network draws no halo behind a straight line, so that a contested one bends a very little
  const bend = line.bend || (line.status === "contested" ? 0.015 : 0);
  if (!bend) return { enabled: false };
  return { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) };
}

function edgeOf(line, colours, { faded, hidden }) {
  const colour = colours[line.status];
  return {
    id: line.id, from: line.from, to: line.to, hidden,
    color: { color: colour, highlight: colour, hover: colour, opacity: faded ? 0.1 : line.unreviewed ? 0.6 : 1 },
    width: WIDTHS[line.status], hoverWidth: 1, selectionWidth: 0,
    dashes: DASHES[line.status] ?? false,
    smooth: curve(line),
    arrows: { to: { enabled: true, scaleFactor: line.unreviewed ? 0.8 : 0.62, type: line.unreviewed ? "vee" : "arrow" } },
    background: { enabled: line.status === "contested" && !faded, color: colours.halo, size: 12 },
  };
}

// The one place that looks inside vis-network: a point on a drawn line, 0 at its start and 1 at its end.
function pointOn(network, line, part) {
  const { x, y } = network.body.edges[line.id].edgeType.getPoint(part);
  return { x, y };
}

const PARTS = [0.5, 0.46, 0.54, 0.42, 0.58, 0.38, 0.62, 0.34, 0.66, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8];

// Sets `line.spot`, the middle of its label: near the middle of the line, off the cards and off other labels.
function placeLabels(network, cards, lines) {
  const taken = cards.map((card) => {
    const { x, y } = network.getPosition(card.id);
    return [x - card.width / 2, y - card.height / 2, x + card.width / 2, y + card.height / 2];
  });
  const overlap = (box) =>
    taken.reduce(
      (sum, other) =>
        sum +
        Math.max(0, Math.min(box[2], other[2]) - Math.max(box[0], other[0])) *
          Math.max(0, Math.min(box[3], other[3]) - Math.max(box[1], other[1])),
      0,
    );
  const order = [...lines].sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  for (const line of order) {
    const { width: w, height: h } = line;
    let best = null;
    for (const part of PARTS) {
      const point = pointOn(network, line, part);
      for (const [dx, dy] of [[0, 0], [0, -h / 2 - 4], [0, h / 2 + 4], [-w / 2 - 5, 0], [w / 2 + 5, 0]]) {
        const x = point.x + dx;
        const y = point.y + dy;
        const box = [x - w / 2 - 2, y - h / 2 - 2, x + w / 2 + 2, y + h / 2 + 2];
        const cost = overlap(box) * 4 + Math.abs(part - 0.5) * 60 + (dx || dy ? 26 : 0);
        if (!best || cost < best.cost) best = { cost, box, x, y };
      }
    }
    taken.push(best.box);
    line.spot = { x: best.x, y: best.y };
  }
}

function drawBadge(context, colours, badge, x, y, colour) {
  context.beginPath();
  context.roundRect(x, y - 8, badge.width, 16, 8);
  // an unreviewed badge stays hollow
  if (!badge.unreviewed) {
    context.fillStyle = badge.affirms ? colours.panel : colours.denied;
    context.fill();
  }
  context.strokeStyle = badge.affirms ? colour : colours.denied;
  context.lineWidth = 1.3;
  context.setLineDash(badge.unreviewed ? [3, 2] : []);
  context.stroke();
  context.setLineDash([]);
  context.font = `700 10.5px ${FONT}`;
  context.fillStyle = badge.affirms ? colours.ink : badge.unreviewed ? colours.denied : colours.panel;
  context.fillText(`${badge.affirms ? "❝" : "✕"} ${badge.text}`, x + badge.width / 2, y + 0.5, badge.width - 8);
}

function drawLabel(context, colours, line) {
  const { x, y } = line.spot;
  const contested = line.status === "contested";
  const letters = contested ? 14 : 11.5;
  const colour = colours[line.status];
  context.save();
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.globalAlpha = 0.86;
  context.fillStyle = colours.page;
  context.fillRect(x - line.width / 2, y - line.height / 2, line.width, line.height);
  context.globalAlpha = 1;
  context.font = `${contested ? 800 : line.status === "accepted" ? 400 : 600} ${letters}px ${FONT}`;
  context.fillStyle = line.status === "accepted" ? colours.muted : colour;
  let at = y - line.height / 2 + letters / 2 + 2;
  for (const row of line.rows) {
    context.fillText(row, x, at, line.width - 4);
    if (line.status === "retracted") context.fillRect(x - line.width / 2 + 4, at, line.width - 8, 1);
    at += letters + 2;
  }
  const mixed = new Set(line.badges.map((badge) => badge.affirms)).size === 2;
  let left = x - (line.badges.reduce((sum, badge) => sum + badge.width + 4, 0) - 4 + (mixed ? 12 : 0)) / 2;
  at += 4;
  line.badges.forEach((badge, i) => {
    if (mixed && !badge.affirms && line.badges[i - 1]?.affirms) {
      context.font = `800 13px ${FONT}`;
      context.fillStyle = colours.contested;
      context.fillText("≠", left + 4, at);
      left += 12;
    }
    drawBadge(context, colours, badge, left, at, colour);
    left += badge.width + 4;
  });
  context.restore();
}
