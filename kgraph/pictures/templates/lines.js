// Lines: how sure a claim is, as dash, mark and colour; and the labels with the badges of those who speak.

const ORDER = ["contested", "denied", "reported", "accepted", "retracted"];
const DASHES = { reported: [9, 6], denied: [0.1, 6.5], retracted: [14, 4] };
const WIDTHS = { contested: 2.6, accepted: 1.7, reported: 1.9, denied: 3, retracted: 1.2 };
const HALO = 12;
// as in curves.py: how far lines between the same two cards are apart, and at most as part of their length
const FAN = 40;
const FAN_AT_MOST = 0.16;

// The line as it runs now: `at(part)`, and the parts at which it leaves the one card and reaches the other.
function curveOf(line, from, to) {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const off = 2 * line.bend * Math.min(FAN, length * FAN_AT_MOST);
  const control = {
    x: (from.x + to.x) / 2 - ((to.y - from.y) / length) * off,
    y: (from.y + to.y) / 2 + ((to.x - from.x) / length) * off,
  };
  const at = (part) => {
    const [a, b, c] = [(1 - part) ** 2, 2 * (1 - part) * part, part ** 2];
    return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y };
  };
  const edge = (end, start) => {
    let inside = start;
    let outside = 0.5;
    for (let i = 0; i < 14; i += 1) {
      const half = (inside + outside) / 2;
      const { x, y } = at(half);
      if (Math.abs(x - end.x) <= end.width / 2 && Math.abs(y - end.y) <= end.height / 2) inside = half;
      else outside = half;
    }
    return outside;
  };
  const leaves = edge(from, 0);
  const arrives = edge(to, 1);
  return { at, leaves, arrives, hidden: leaves >= arrives };
}

function trace(context, curve, until = curve.arrives) {
  context.beginPath();
  for (let i = 0; i <= 16; i += 1) {
    const { x, y } = curve.at(curve.leaves + ((until - curve.leaves) * i) / 16);
    if (i) context.lineTo(x, y);
    else context.moveTo(x, y);
  }
}

// A line with its arrow; an unreviewed one is paler and its arrow hollow.
function drawLine(context, colours, line, curve, faded) {
  if (curve.hidden) return;
  const colour = colours[line.status];
  const tip = curve.at(curve.arrives);
  // where the arrow begins, about 11 pixels before the card
  let neck = curve.arrives;
  while (neck > curve.leaves && Math.hypot(curve.at(neck).x - tip.x, curve.at(neck).y - tip.y) < 11) neck -= 0.005;
  const back = curve.at(neck);
  context.save();
  context.globalAlpha = faded ? 0.1 : 1;
  context.lineCap = "butt";
  if (line.status === "contested" && !faded) {
    context.strokeStyle = colours.halo;
    context.lineWidth = HALO;
    trace(context, curve, neck);
    context.stroke();
  }
  if (line.unreviewed && !faded) context.globalAlpha = 0.6;
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = WIDTHS[line.status];
  context.setLineDash(DASHES[line.status] ?? []);
  if (line.status === "denied") context.lineCap = "round";
  trace(context, curve, neck);
  context.stroke();
  context.setLineDash([]);
  const length = Math.hypot(tip.x - back.x, tip.y - back.y) || 1;
  const [dx, dy] = [((tip.x - back.x) / length) * 4.5, ((tip.y - back.y) / length) * 4.5];
  context.lineWidth = 1.4;
  context.lineCap = "butt";
  polygonPath(context, [[tip.x, tip.y], [back.x - dy, back.y + dx], [back.x + dy, back.y - dx]]);
  if (line.unreviewed) context.stroke();
  else context.fill();
  context.restore();
}

function polygonPath(context, points) {
  context.beginPath();
  polygon(context, points);
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
