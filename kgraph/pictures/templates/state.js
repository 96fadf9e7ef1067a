// What the page knows, and what the reader has chosen to see. One set of claims feeds all views. The first of the parts
// of one module; page.py names them in their order.

const { nodes: cards, edges: lines, options, page: data } = JSON.parse(document.getElementById("data").textContent);
const by = (id) => document.getElementById(id);
const cardOf = new Map(cards.map((card) => [card.id, card]));
const itemOf = new Map(cards.flatMap((card) => card.items.map((item) => [item.id, { ...item, kind: card.kind, subtitle: "", home: card.id }])));
// a thing by its id, as a card or as a row of a list card; and the card on which it is drawn
const thingOf = (id) => cardOf.get(id) ?? itemOf.get(id);
const homeOf = (id) => cardOf.get(itemOf.get(id)?.home ?? id);
const statementOf = new Map(Object.entries(data.statements));
const speakerOf = new Map(data.speakers.map((speaker) => [speaker.id, speaker]));

// what is looked at: {card}, {lines} or neither; and who alone is listened to, by id
let focus = null;
let speaker = "";

const boxes = (name) => [...document.querySelectorAll(`#key input[name="${name}"]`)];
const off = (name) => boxes(name).filter((box) => !box.checked).map((box) => box.value);
const relation = () => by("relation").value;
const kindOf = (id) => homeOf(id)?.kind;
const count = (number, what) => `${number} ${what}${number === 1 ? "" : "s"}`;

function speaks(statement) {
  const who = speakerOf.get(speaker);
  return !who || statement.voices.some((voice) => voice.badge.split("‹").includes(who.badge));
}

// The statements that the filters leave in, kept until a filter changes.
let listed = new Set();
function choose() {
  const [statuses, kinds] = [off("status"), off("kind")];
  const wanted = relation();
  listed = new Set(
    Object.values(data.statements)
      .filter((one) => !statuses.includes(one.status) && !(one.unreviewed && statuses.includes("unreviewed")))
      .filter((one) => !wanted || one.relation === wanted)
      .filter((one) => !one.cards.some((id) => kinds.includes(kindOf(id))))
      .filter(speaks)
      .map((one) => one.id),
  );
}
const shown = (line) => line.statements.some((id) => listed.has(id));

// The filters that leave something out, in words, each with how to take it off.
function filters() {
  const found = [];
  const usual = boxes("status").filter((box) => box.checked !== box.defaultChecked);
  const add = (words, clear) => found.push({ words, clear });
  if (usual.length) {
    const on = boxes("status").filter((box) => box.checked && box.value !== "unreviewed").map((box) => box.value);
    const bare = boxes("status").some((box) => box.value === "unreviewed" && !box.checked);
    add([on.join(" + ") || "no status", bare ? "reviewed only" : ""].filter(Boolean).join(", "), () => usual.forEach((box) => (box.checked = box.defaultChecked)));
  }
  const kinds = boxes("kind").filter((box) => !box.checked);
  if (kinds.length) add(`without ${kinds.map((box) => box.value).join(", ")}`, () => kinds.forEach((box) => (box.checked = true)));
  if (speaker) add(`only ${speakerOf.get(speaker).name}`, () => (speaker = ""));
  if (relation()) add(`only “${relation()}”`, () => (by("relation").value = ""));
  return found;
}

function inFocus(line) {
  if (!focus) return true;
  if (focus.card) return line.from === focus.card || line.to === focus.card;
  return focus.lines.includes(line.id);
}

// --- the address: #entity=…&view=table&status=contested+denied&speaker=… ---

const names = (text) => text.split(/[\s+]+/).filter(Boolean);

// What the address asks for; what it names and is not here is left out.
function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1).replace(/\+/g, "%20"));
  // the address of a row of the table, as it is without scripts
  const row = (() => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  })();
  const statuses = names(asked.get("status") ?? "").filter((value) => boxes("status").some((box) => box.value === value));
  if (statuses.length) for (const box of boxes("status")) box.checked = statuses.includes(box.value);
  const without = names(asked.get("without") ?? "");
  for (const box of boxes("kind")) box.checked = !without.includes(box.value);
  if (speakerOf.has(asked.get("speaker"))) speaker = asked.get("speaker");
  by("relation").value = asked.get("relation") ?? "";
  if (by("relation").selectedIndex < 0) by("relation").value = "";
  const claim = [asked.get("claim"), row].find((id) => statementOf.has(id));
  const entity = thingOf(asked.get("entity")) ? asked.get("entity") : null;
  const view = ["map", "table", "doc"].find((name) => name === asked.get("view")) ?? "picture";
  return { claim, entity, view };
}

function writeAddress(view, open) {
  const parts = Object.entries(open ?? {}).map(([key, id]) => `${key}=${encodeURIComponent(id)}`);
  if (view !== "picture") parts.push(`view=${view}`);
  if (boxes("status").some((box) => box.checked !== box.defaultChecked)) {
    parts.push(`status=${boxes("status").filter((box) => box.checked).map((box) => box.value).join("+")}`);
  }
  if (off("kind").length) parts.push(`without=${off("kind").join("+")}`);
  if (speaker) parts.push(`speaker=${encodeURIComponent(speaker)}`);
  if (relation()) parts.push(`relation=${encodeURIComponent(relation())}`);
  try {
    history.replaceState(null, "", parts.length ? `#${parts.join("&")}` : location.pathname + location.search);
  } catch {
    // a page inside another may have no address of its own
  }
}
