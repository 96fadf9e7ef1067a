// Search: a combobox over all things and claims, things first.

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const findable = [
  ...cards.filter((card) => !card.items.length).map((card) => ({ words: card.label, note: [card.kind, card.subtitle].filter(Boolean).join(" · "), open: { entity: card.id } })),
  ...[...itemOf.values()].map((item) => ({ words: item.label, note: item.kind, open: { entity: item.id } })),
  ...data.speakers.filter((one) => !thingOf(one.id)).map((one) => ({ words: one.name, note: "speaks here", open: { speaker: one.id } })),
  ...Object.values(data.statements).map((one) => ({ words: one.text, note: one.unreviewed ? `${one.status}, unreviewed` : one.status, open: { claim: one.id } })),
].map((one) => ({ ...one, plain: plain(one.words) }));
const MOST_FOUND = 12;

function search(text) {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const starts = (one) => new RegExp(`(^|[^\\p{L}\\p{N}])${words[0].replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`, "u").test(one.plain);
  const fits = findable.filter((one) => words.every((word) => one.plain.includes(word)));
  const rank = (one) => (one.open.claim ? 2 : 0) + (starts(one) ? 0 : 1);
  return fits.map((one, i) => ({ one, i })).sort((a, b) => rank(a.one) - rank(b.one) || a.i - b.i).slice(0, MOST_FOUND).map(({ one }) => one);
}

// Makes the search field work; `open` is given what was chosen: {entity}, {speaker} or {claim}.
function startSearch(open) {
  const field = by("search");
  const list = by("found");
  let found = [];
  let at = -1;
  const mark = (next) => {
    at = next;
    [...list.children].forEach((row, i) => row.setAttribute("aria-selected", String(i === at)));
    if (at >= 0) field.setAttribute("aria-activedescendant", `found${at}`);
    else field.removeAttribute("aria-activedescendant");
    list.children[at]?.scrollIntoView({ block: "nearest" });
  };
  const show = () => {
    found = search(field.value);
    const rows = found.map((one, i) => element("li", { id: `found${i}`, role: "option", "aria-selected": "false" }, element("bdi", {}, one.words), element("small", {}, one.note)));
    list.replaceChildren(...rows);
    list.hidden = !found.length;
    field.setAttribute("aria-expanded", String(!!found.length));
    mark(found.length ? 0 : -1);
    if (field.value.trim()) say(found.length ? `${count(found.length, "result")}` : "nothing is called that here");
  };
  const hide = () => {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const take = (one) => {
    if (!one) return;
    hide();
    field.value = "";
    field.blur();
    open(one.open);
  };
  field.addEventListener("input", show);
  field.addEventListener("focus", () => field.value && show());
  field.addEventListener("blur", hide);
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) {
      event.preventDefault();
      mark((at + step + found.length) % found.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      take(found[at]);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      hide();
      field.value = "";
      field.blur();
    }
  });
  // before the field loses the focus, which would take the list away
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    take(found[[...list.children].indexOf(event.target.closest("li"))]);
  });
}
