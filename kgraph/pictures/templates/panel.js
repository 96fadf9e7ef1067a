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

// Who speaks: filled where it is denied, hollow and with a question mark where nobody has checked the reading.
function badgeOf(voice) {
  const classes = `badge${voice.affirms ? "" : " no"}${voice.unreviewed ? " unreviewed" : ""}`;
  return element("span", { class: classes }, `${voice.badge}${voice.unreviewed ? "?" : ""}`);
}

function chips(statement) {
  return [
    element("span", { class: `chip ${statement.status}` }, statement.status),
    statement.unreviewed ? " " : null,
    statement.unreviewed ? element("span", { class: "chip unreviewed" }, "unreviewed") : null,
  ];
}

const WITHHELD = "The words may not be passed on. With the document at hand they come back, checked: kgraph build --documents FOLDER";

function passage(words, open) {
  const source = data.sources[words.source];
  const about = [source.publisher, source.label, source.date].filter(Boolean).join(" · ");
  const pages = source.links.filter(isWeb).flatMap((address) => [" · ", webLink(address, "open the source")]);
  const show = element("button", { type: "button", class: "link", onclick: () => open.words(words) }, `Show in the document · ${words.place}`);
  const place = element("p", { class: "muted" }, about, pages, element("br"), show);
  if (words.text !== null) {
    const [before, after] = around(words, 150);
    return [element("blockquote", {}, before && `…${before}`, element("mark", {}, words.text), after && `${after}…`), place];
  }
  return [element("p", { class: "withheld" }, WITHHELD), place];
}

function voiceOf(voice, open) {
  const sure = voice.confidence && `reading confidence ${voice.confidence}`;
  const about = [voice.stance, voice.context, voice.unreviewed ? "unreviewed: no person has checked this yet" : "", sure].filter(Boolean).join(" · ");
  return element(
    "div",
    { class: `voice${voice.affirms ? "" : " no"}${voice.unreviewed ? " unreviewed" : ""}` },
    element("p", {}, badgeOf(voice), " ", voice.sentence, "."),
    element("p", { class: "muted" }, about),
    voice.words.map((words) => passage(words, open)),
  );
}

function side(heading, voices, open) {
  return [element("h3", {}, heading), voices.length ? voices.map((voice) => voiceOf(voice, open)) : element("p", { class: "muted" }, "nobody here")];
}

// One statement with both sides; `open` opens things, statements and words.
function statementView(statement, open) {
  const [first, last] = statement.cards.length > 1 ? statement.cards : [...statement.cards, null];
  const end = (label, id) =>
    id && thingOf(id) ? element("button", { type: "button", class: "link", onclick: () => open.thing(id) }, label) : element("span", {}, label);
  const clashes = statement.contradicts.filter((id) => data.statements[id]);
  return element(
    "article",
    {},
    chips(statement),
    element("h2", {}, statement.text),
    element("div", { class: "path" }, end(statement.subject, first), element("span", { class: "muted" }, `→ ${statement.verb} →`), end(statement.object, last)),
    statement.reasons.map((reason) => element("p", { class: "muted" }, reason)),
    side("Says so", statement.voices.filter((voice) => voice.affirms), open),
    side("Says it is not so", statement.voices.filter((voice) => !voice.affirms), open),
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
    element("span", {}, [...told.values()].flatMap((voice) => [" ", badgeOf(voice)])),
  );
}

// Statements by status, the disputed first.
function groups(statements, open) {
  return ORDER.flatMap((status) => {
    const some = statements.filter((statement) => statement.status === status);
    return some.length ? [element("h3", {}, element("span", { class: `chip ${status}` }, status), ` ${data.meanings[status]}`), some.map((one) => statementRow(one, open))] : [];
  });
}

// Several statements: those of one line, or those that rest on the same words.
function severalView(heading, ids, open) {
  return element("article", {}, element("p", { class: "muted" }, count(ids.length, "claim")), element("h2", {}, heading), groups(ids.map((id) => data.statements[id]), open));
}

// One thing: what is claimed about it, what it says itself, and how it is connected to others.
function thingView(thing, open) {
  const told = thing.statements.map((id) => data.statements[id]);
  const voice = speakerOf.get(thing.id);
  const said = voice ? [...voice.affirms, ...voice.denies].map((id) => data.statements[id]) : [];
  const rows = thing.items ?? [];
  return element(
    "article",
    {},
    element("p", { class: "muted" }, [rows.length ? `List of ${rows.length}` : thing.kind, thing.subtitle].filter(Boolean).join(" · ")),
    element("h2", {}, thing.label),
    thing.links.filter(isWeb).map((address) => element("p", {}, webLink(address, new URL(address).hostname))),
    rows.map((item) => element("button", { type: "button", class: "row", onclick: () => open.thing(item.id) }, item.label)),
    thing.more ? element("p", { class: "withheld" }, `${count(thing.more, "more line")} of it are not on this page. Draw them with: kgraph draw --about ${thing.id}`) : null,
    connections(thing, open),
    groups(told, open),
    said.length ? element("h3", {}, `What ${thing.label} says (${said.length})`) : null,
    said.map((one) => statementRow(one, open)),
  );
}

// Somebody who speaks here and about whom nothing is claimed.
function speakerView(voice, open) {
  const said = [...new Set([...voice.affirms, ...voice.denies])];
  return element("article", {}, element("p", { class: "muted" }, "speaks here; nothing is claimed about them"), element("h2", {}, voice.name), element("h3", {}, `What ${voice.name} says (${said.length})`), groups(said.map((id) => data.statements[id]), open));
}

function connections(thing, open) {
  const others = [...cards.filter((card) => !card.items.length), ...itemOf.values()].filter((one) => one.id !== thing.id && homeOf(one.id).id !== homeOf(thing.id).id);
  if (!others.length) return null;
  const options = others.sort((a, b) => a.label.localeCompare(b.label, "en")).map((one) => element("option", { value: one.id }, one.label));
  const choice = element("select", { onchange: (event) => event.target.value && open.path(thing.id, event.target.value) }, element("option", { value: "" }, "choose …"), options);
  return element("label", { class: "connect" }, "How is it connected to ", choice);
}

// A community of the map: its busiest members, of which some are drawn here.
function clusterView(one, open) {
  const row = ([id, label]) =>
    thingOf(id) ? element("button", { type: "button", class: "row", onclick: () => { look("picture"); open.thing(id); } }, label) : element("li", {}, element("bdi", {}, label), element("small", {}, ` kgraph draw --about ${id}`));
  const bridges = data.bridges.filter((bridge) => bridge.one === one.id || bridge.other === one.id).sort((a, b) => b.claims - a.claims);
  const to = (bridge) => data.clusters[bridge.one === one.id ? bridge.other : bridge.one].rows.join(" · ");
  const bridged = bridges.map((bridge) => element("li", {}, `${count(bridge.claims, "claim")}${bridge.disputed ? `, ${bridge.disputed} disputed` : ""}: `, element("bdi", {}, to(bridge))));
  return element("article", {}, element("p", { class: "muted" }, one.subtitle), element("h2", {}, one.rows.join(" · ")), element("p", {}, "Its busiest members; those not drawn on this page come with the command that draws them."), element("ul", { class: "members" }, one.members.map((member) => (thingOf(member[0]) ? element("li", {}, row(member)) : row(member)))), bridged.length ? element("h3", {}, `Claims between it and other groups (${bridges.length})`) : null, element("ul", { class: "members" }, bridged));
}
