// The panel: what was clicked, in words. All text goes in as text, never as markup.

function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

const isWeb = (address) => /^https?:\/\//i.test(address);

function webLink(address, words) {
  return element("a", { href: address, rel: "noreferrer noopener", target: "_blank" }, words);
}

function chips(statement) {
  return [
    element("span", { class: `chip ${statement.status}` }, statement.status),
    statement.unreviewed ? " " : null,
    statement.unreviewed ? element("span", { class: "chip unreviewed" }, "unreviewed") : null,
  ];
}

function passage(words, data) {
  const source = data.sources[words.source];
  const about = [source.publisher, source.label, source.date, words.place].filter(Boolean).join(" · ");
  const pages = source.links.filter(isWeb).flatMap((address) => [" · ", webLink(address, "open the source")]);
  const place = element("p", { class: "muted" }, about, pages);
  if (words.text !== null) return [element("blockquote", {}, element("mark", {}, words.text)), place];
  const why = "The words may not be passed on. With the document at hand they come back, checked: kgraph build --documents FOLDER";
  return [element("p", { class: "withheld" }, why), place];
}

function voiceOf(voice, data) {
  const about = [voice.stance, voice.context, voice.unreviewed ? "unreviewed" : ""].filter(Boolean).join(" · ");
  return element(
    "div",
    { class: voice.affirms ? "voice" : "voice no" },
    element("p", {}, element("span", { class: voice.affirms ? "badge" : "badge no" }, voice.badge), " ", voice.sentence, "."),
    element("p", { class: "muted" }, about),
    voice.words.map((words) => passage(words, data)),
  );
}

function side(heading, voices, data) {
  return [element("h3", {}, heading), voices.length ? voices.map((voice) => voiceOf(voice, data)) : element("p", { class: "muted" }, "nobody here")];
}

// One statement with both sides. `cards` are those that are drawn, by id; `open` opens one of them or another statement.
function statementView(statement, data, cards, open) {
  const end = (label, id) =>
    cards.has(id) ? element("button", { type: "button", class: "link", onclick: () => open.card(id) }, label) : element("span", {}, label);
  const [first, last = first] = statement.cards;
  const clashes = statement.contradicts.filter((id) => data.statements[id]);
  return element(
    "article",
    {},
    chips(statement),
    element("h2", {}, statement.text),
    element("div", { class: "path" }, end(statement.subject, first), element("span", { class: "muted" }, `→ ${statement.verb} →`), end(statement.object, statement.cards.length > 1 ? last : null)),
    statement.reasons.map((reason) => element("p", { class: "muted" }, reason)),
    side("Says so", statement.voices.filter((voice) => voice.affirms), data),
    side("Says it is not so", statement.voices.filter((voice) => !voice.affirms), data),
    clashes.length ? element("h3", {}, "Contradicts") : null,
    clashes.map((id) => statementRow(data.statements[id], open)),
  );
}

function statementRow(statement, open) {
  const told = new Map(statement.voices.map((voice) => [`${voice.affirms}${voice.badge}`, voice]));
  return element(
    "button",
    { type: "button", class: "row", onclick: () => open.statement(statement.id) },
    element("span", {}, statement.text, statement.unreviewed ? " (unreviewed)" : ""),
    element("span", {}, [...told.values()].flatMap((voice) => [" ", element("span", { class: voice.affirms ? "badge" : "badge no" }, voice.badge)])),
  );
}

// One card: what is claimed about it, and what it says itself.
function cardView(card, data, open) {
  const told = card.statements.map((id) => data.statements[id]);
  const groups = ORDER.flatMap((status) => {
    const some = told.filter((statement) => statement.status === status);
    return some.length ? [element("h3", {}, element("span", { class: `chip ${status}` }, status), ` ${data.meanings[status]}`), some.map((one) => statementRow(one, open))] : [];
  });
  const speaker = Object.values(data.speakers).find((one) => one.id === card.id);
  const said = speaker ? [...speaker.affirms, ...speaker.denies].map((id) => data.statements[id]) : [];
  return element(
    "article",
    {},
    element("p", { class: "muted" }, [card.kind, card.subtitle].filter(Boolean).join(" · ")),
    element("h2", {}, card.label),
    card.links.filter(isWeb).map((address) => element("p", {}, webLink(address, new URL(address).hostname))),
    groups,
    said.length ? element("h3", {}, `What ${card.label} says (${said.length})`) : null,
    said.map((one) => statementRow(one, open)),
  );
}
