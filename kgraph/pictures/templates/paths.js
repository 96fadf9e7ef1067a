// How two things are connected, over the lines that are shown. A path is not a link: read each step.

const FAR = { accepted: 1, reported: 1.6, contested: 1.8, denied: 3 };

// The lines from one card to another, the shortest way (Dijkstra); null if there is none. Never through a topic or a
// list card: two who both promise "a safe country" have nothing to do with each other.
function pathBetween(from, to) {
  const passable = (id) => id === from || (!["Topic", "Other"].includes(cardOf.get(id).kind) && !cardOf.get(id).items.length);
  const far = new Map([[from, 0]]);
  const came = new Map();
  const done = new Set();
  for (;;) {
    const [next] = [...far].filter(([id]) => !done.has(id)).sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
    if (!next) return null;
    const [here, way] = next;
    if (here === to) break;
    done.add(here);
    if (!passable(here)) continue;
    for (const line of lines) {
      if (!shown(line) || !(line.status in FAR) || (line.from !== here && line.to !== here)) continue;
      const there = line.from === here ? line.to : line.from;
      const length = way + FAR[line.status];
      if (!done.has(there) && length < (far.get(there) ?? Infinity)) {
        far.set(there, length);
        came.set(there, line);
      }
    }
  }
  const steps = [];
  for (let at = to; at !== from; at = steps[0].from === at ? steps[0].to : steps[0].from) steps.unshift(came.get(at));
  return steps;
}

function pathView(from, to, steps, open) {
  const names = [thingOf(from).label, thingOf(to).label];
  const step = (line) => {
    const seen = line.statements.filter((id) => listed.has(id));
    return element("li", {}, chips(data.statements[seen[0]]), seen.map((id) => statementRow(data.statements[id], open)));
  };
  return element(
    "article",
    {},
    element("p", { class: "muted" }, "How are they connected?"),
    element("h2", {}, names.join(" and ")),
    steps ? element("p", {}, element("strong", {}, "A path is not a link: read each step.")) : null,
    steps ? element("ol", { class: "steps" }, steps.map(step)) : element("p", {}, "No line that is shown here connects them. A path never leads through a topic or a list."),
    element("p", { class: "muted" }, "Only over lines that the key leaves in."),
  );
}
