// The picture as a file: drawn once more by the same functions, with its title and what a line means above it.

const SVG = "http://www.w3.org/2000/svg";
const MARGIN = 28;
// height of the title, and of each row below it
const HEAD = 46;
const ROW = 18;
// what a canvas may have on a side, in pixels
const LARGEST = 8000;

// A stand-in for a canvas context that writes down what is drawn, as SVG elements.
class Recorder {
  constructor(width, height) {
    this.root = document.createElementNS(SVG, "svg");
    for (const [name, value] of Object.entries({ xmlns: SVG, viewBox: `0 0 ${width} ${height}`, width, height, "font-family": FONT })) this.root.setAttribute(name, value);
    this.measure = document.createElement("canvas").getContext("2d");
    this.state = { globalAlpha: 1, lineWidth: 1, lineCap: "butt", textAlign: "start", font: "10px sans-serif", fillStyle: "#000", strokeStyle: "#000", dash: [], move: [0, 0], grow: 1 };
    this.saved = [];
    for (const name of ["globalAlpha", "lineWidth", "lineCap", "textAlign", "textBaseline", "font", "fillStyle", "strokeStyle"]) {
      Object.defineProperty(this, name, { get: () => this.state[name], set: (value) => (this.state[name] = value) });
    }
  }

  save() { this.saved.push({ ...this.state }); }
  restore() { this.state = this.saved.pop() ?? this.state; }
  translate(x, y) { this.state.move = [this.state.move[0] + x, this.state.move[1] + y]; }
  scale(by_) { this.state.grow *= by_; }
  setLineDash(dash) { this.state.dash = dash; }
  beginPath() { this.path = []; }
  spot(x, y) { return `${+(x + this.state.move[0]).toFixed(1)} ${+(y + this.state.move[1]).toFixed(1)}`; }
  moveTo(x, y) { this.path.push(`M${this.spot(x, y)}`); }
  lineTo(x, y) { this.path.push(`L${this.spot(x, y)}`); }
  closePath() { this.path.push("Z"); }
  rect(x, y, w, h) { this.path.push(`M${this.spot(x, y)}h${w}v${h}h${-w}Z`); }

  roundRect(x, y, w, h, radii) {
    const [a, b, c, d] = (Array.isArray(radii) ? radii : [radii, radii, radii, radii]).map((r) => Math.min(r, w / 2, h / 2));
    this.path.push(`M${this.spot(x + a, y)}h${w - a - b}a${b} ${b} 0 0 1 ${b} ${b}v${h - b - c}a${c} ${c} 0 0 1 ${-c} ${c}h${c + d - w}a${d} ${d} 0 0 1 ${-d} ${-d}v${a + d - h}a${a} ${a} 0 0 1 ${a} ${-a}Z`);
  }

  put(tag, attributes, text) {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== undefined && value !== "") made.setAttribute(name, value);
    if (this.state.globalAlpha < 1) made.setAttribute("opacity", this.state.globalAlpha);
    if (text !== undefined) made.textContent = text;
    this.root.append(made);
  }

  fill() { this.put("path", { d: this.path.join(""), fill: this.fillStyle }); }
  stroke() {
    const { lineWidth, lineCap, dash } = this.state;
    this.put("path", { d: this.path.join(""), fill: "none", stroke: this.strokeStyle, "stroke-width": lineWidth, "stroke-linecap": lineCap, "stroke-dasharray": dash.join(" ") });
  }

  icon(path) {
    const [x, y] = this.state.move;
    this.put("path", { d: path, fill: this.fillStyle, "fill-rule": "evenodd", transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${this.state.grow})` });
  }

  fillRect(x, y, w, h) {
    const [left, top] = this.spot(x, y).split(" ");
    this.put("rect", { x: left, y: top, width: w, height: h, fill: this.fillStyle });
  }

  fillText(text, x, y, most) {
    const [left, top] = this.spot(x, y).split(" ");
    const [, weight, size] = /^(?:(\d+) )?([\d.]+)px/.exec(this.font);
    this.measure.font = this.font;
    const squeezed = most && this.measure.measureText(text).width > most ? { textLength: most, lengthAdjust: "spacingAndGlyphs" } : {};
    this.put("text", { x: left, y: top, "font-size": size, "font-weight": weight, fill: this.fillStyle, "text-anchor": { center: "middle" }[this.textAlign], "dominant-baseline": "central", ...squeezed }, text);
  }
}

// What stands below the title: what a line means, what must be known of the graph, and which filters are in use.
function aboutRows() {
  const meaning = "A line is a claim, not a proof. Solid: a source says so itself. ❝ says it is so, ✕ says it is not so, ? unreviewed.";
  const chosen = filters().map((one) => one.words).join(" · ");
  const notes = [...document.querySelectorAll("header .note")].map((note) => note.textContent.trim());
  return [meaning, ...notes, ...(chosen ? [`Filters: ${chosen}. ${listed.size} of ${count(Object.keys(data.statements).length, "claim")}.`] : [])];
}

// Draws all that the filters leave in, with a heading, on a context of this size.
function drawAll(context, { left, top }, width, height) {
  context.fillStyle = colours.page;
  context.fillRect(0, 0, width, height);
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.fillStyle = colours.ink;
  context.font = `700 20px ${FONT}`;
  context.fillText(document.querySelector("h1").textContent, MARGIN, 30, width - 2 * MARGIN);
  context.fillStyle = colours.muted;
  context.font = `13px ${FONT}`;
  const rows = aboutRows();
  rows.forEach((row, i) => context.fillText(row, MARGIN, HEAD + 8 + i * ROW, width - 2 * MARGIN));
  context.save();
  context.translate(MARGIN - left, HEAD + rows.length * ROW + MARGIN / 2 - top);
  drawLines(context);
  for (const card of cards) drawCard(context, colours, card, boxOf(card.id).x, boxOf(card.id).y, { faded: dimmed.has(card.id), chosen: false });
  drawLabels(context, 1);
  context.restore();
}

function sizeOf() {
  const reach = cards.length ? extent(cards) : { left: 0, right: 300, top: 0, bottom: 60 };
  return [reach, Math.max(640, Math.ceil(reach.right - reach.left + 2 * MARGIN)), Math.ceil(reach.bottom - reach.top + HEAD + aboutRows().length * ROW + 1.5 * MARGIN)];
}

function svgText() {
  const [reach, width, height] = sizeOf();
  const recorder = new Recorder(width, height);
  drawAll(recorder, reach, width, height);
  return new XMLSerializer().serializeToString(recorder.root);
}

function pngBlob(done) {
  const [reach, width, height] = sizeOf();
  const sharp = Math.min(2, LARGEST / width, LARGEST / height);
  const sheet = document.createElement("canvas");
  sheet.width = Math.round(width * sharp);
  sheet.height = Math.round(height * sharp);
  const context = sheet.getContext("2d");
  context.scale(sharp, sharp);
  drawAll(context, reach, width, height);
  sheet.toBlob(done, "image/png");
}

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = element("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const fileName = () => plain(document.title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "picture";
