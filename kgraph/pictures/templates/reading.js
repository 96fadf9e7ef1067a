// The document view and the timeline: the words in their order, and the days in theirs.

const worst = (statements) => ORDER.find((status) => statements.some((one) => one.status === status)) ?? "accepted";

// What stands before and behind some words, where it may be shown; at most so many characters.
function around(words, most) {
  const parts = data.documents.find((one) => one.source === words.source)?.parts ?? [];
  let [before, after] = ["", ""];
  for (const part of parts) {
    if (part.end <= words.start) before = part.text === null ? "" : before + part.text;
    if (part.start >= words.end) {
      if (part.text === null) break;
      after += part.text;
    }
  }
  return [before.slice(-most), after.slice(0, most)];
}

function partOf(part, open) {
  const over = part.statements.map((id) => data.statements[id]);
  const seen = over.filter((one) => listed.has(one.id));
  if (!over.length) return part.text ?? element("span", { class: "gap" }, " … ");
  const words = part.text ?? `[${part.start}–${part.end}]`;
  const name = part.text === null ? `${words} words withheld, ${count(over.length, "claim")}` : null;
  const classes = ["passage", worst(seen.length ? seen : over), seen.length ? "" : "faded", part.text === null ? "kept-back" : ""];
  if (over.every((one) => one.unreviewed)) classes.push("unreviewed");
  if (opened && part.statements.includes(opened.claim)) classes.push("open");
  return element("a", { class: classes.filter(Boolean).join(" "), href: `#claim=${encodeURIComponent(over[0].id)}`, "aria-label": name, "data-start": part.start, onclick: (event) => { event.preventDefault(); open.statements(part.statements, part); } }, words);
}

function documentView(document_, open) {
  const source = data.sources[document_.source];
  const about = [source.publisher, source.date].filter(Boolean).join(" · ");
  const withheld = document_.parts.some((part) => part.text === null && part.statements.length);
  const partly = document_.parts.some((part) => part.text === null && !part.statements.length);
  return element(
    "article",
    { "data-source": document_.source },
    element("h2", {}, source.label),
    element("p", { class: "muted" }, about, source.links.filter(isWeb).flatMap((address) => [" · ", webLink(address, "open the source")])),
    withheld ? element("p", { class: "withheld" }, `${WITHHELD} Until then, [358–404] stands for the words from character 358 to 404.`) : null,
    partly && !withheld ? element("p", { class: "withheld" }, "Only the words on which a claim rests are at hand; … stands for the others.") : null,
    element("div", { class: "text" }, document_.parts.map((part) => partOf(part, open))),
  );
}

function fillDocuments(open) {
  by("texts").replaceChildren(...data.documents.map((one) => documentView(one, open)));
}

// The part of the text in which a passage begins.
function showWords(words) {
  const article = [...document.querySelectorAll("#texts article")].find((one) => one.dataset.source === words.source);
  const parts = [...(article?.querySelectorAll(".passage") ?? [])];
  const wanted = parts.filter((part) => part.dataset.start >= words.start && part.dataset.start < words.end);
  for (const part of document.querySelectorAll(".passage.open")) part.classList.remove("open");
  for (const part of wanted) part.classList.add("open");
  wanted[0]?.scrollIntoView({ block: "center" });
}

function fillTimeline(open) {
  const row = (occasion) => {
    const over = occasion.statements.map((id) => data.statements[id]);
    const bare = over.every((one) => one.unreviewed) ? " (unreviewed)" : "";
    const mark = occasion.said ? "❝" : { contested: "≠", denied: "✕" }[worst(over)] ?? "●";
    const words = occasion.said ? "said: " : "happened: ";
    return element("li", {}, element("button", { type: "button", class: over.some((one) => listed.has(one.id)) ? "" : "faded", onclick: () => open.statements(occasion.statements, null) },
      element("span", { "aria-hidden": "true" }, `${mark} `), element("span", { class: "unseen" }, words), element("bdi", {}, occasion.label), bare));
  };
  by("moments").replaceChildren(...data.timeline.map((moment) => element("li", {}, element("b", {}, moment.when), element("ul", {}, moment.occasions.map(row)))));
  by("timeline").hidden = !data.timeline.length;
}
