"""How well the reader reads: the scorer's rows on the development texts. `make evaluate`.

Needs the folder ../shared (gold, sources, scorer). Every text is read with the date and publisher of its gold; nothing
else of the gold is used. The first article is read a second time, *blind*: without the entities of the registry that
only it teaches (those with an origin). `--quick` leaves out the corpora of others.
"""

import importlib.util
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from types import ModuleType

from benchmarks import mentions, polnear
from kgraph import ontology, registry
from kgraph.claims import compile_dossiers
from kgraph.documents import read
from kgraph.exports import trig
from kgraph.extraction import Draft, extract, to_json

SHARED = Path(__file__).resolve().parents[2] / "shared"
ROWS = (
    "mentions exact",
    "mentions overlap",
    "mentions linked",
    "quotations",
    "quotations with speaker",
    "claims",
    "claims attributed",
)


def scorer() -> ModuleType:
    """The script ../shared/score/score.py."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "score" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SHARED / "score" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts() -> list[Path]:
    """The golds, the first article first."""
    return sorted((SHARED / "gold").glob("*.mentions.json"), key=lambda p: (not p.name.startswith("homan"), p.name))


def blinded(known: registry.Registry) -> registry.Registry:
    """A registry without what a gold text taught it."""
    taught = {entity.id for entity in known if entity.origin}
    entities = [entity for entity in known if entity.id not in taught]
    return registry.Registry(entities, (h for e in entities for h in known.offices_of(e.id) if h.office not in taught))


def one(gold_path: Path, model: str | None = None, *, blind: bool = False) -> tuple[Draft, dict[str, dict[str, float]]]:
    """A text's draft and its rows."""
    score = scorer()
    gold = json.loads(gold_path.read_text("utf-8"))
    publisher, known = gold["publisher"], blinded(registry.load()) if blind else registry.load()
    if known.get(publisher) is None:
        # given as a person would give one that the registry does not have
        publisher = f"{publisher}={publisher.partition(':')[2]}"
    text = read(str(SHARED / "sources" / gold["document"]), publisher=publisher, date=gold["date"])
    draft = extract(text, known, ontology.load(), model=model)
    predicted = json.loads(to_json(draft))
    rows = score.score_mentions(gold, predicted)
    quads = compile_dossiers([draft.dossier], known, ontology.load(), {text.id: text.text})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "predicted.trig"
        path.write_bytes(trig(quads))
        gold_trig = gold_path.with_name(gold_path.name.replace(".mentions.json", ".trig"))
        rows |= score.score_claims(gold_trig, path, gold, predicted)
    return draft, rows


def pooled(tables: list[dict[str, dict[str, float]]]) -> dict[str, tuple[float, float, float, float, float]]:
    """Precision, recall, F1, gold, predicted of several texts, from counts."""
    found = {}
    for row in ROWS:
        gold = sum(t[row]["gold"] for t in tables)
        predicted = sum(t[row]["predicted"] for t in tables)
        right = sum(t[row]["precision"] * t[row]["predicted"] for t in tables)
        hit = sum(t[row]["recall"] * t[row]["gold"] for t in tables)
        p, r = right / predicted if predicted else 0.0, hit / gold if gold else 0.0
        found[row] = (p, r, 2 * p * r / (p + r) if p + r else 0.0, gold, predicted)
    return found


def main(arguments: list[str]) -> None:
    """Print the table, of the texts whose names hold one of the arguments, or of all."""
    if not SHARED.is_dir():
        print("needs the folder ../shared (gold, sources, scorer), which is not here")
        return
    quick = "--quick" in arguments
    arguments = [a for a in arguments if a != "--quick"]
    chosen = [p for p in texts() if not arguments or any(a in p.name for a in arguments)]
    tables, drops = {}, Counter()
    print("Precision / recall / F1 (number predicted); the number in the gold is the same for every reader.\n")
    print("| text | " + " | ".join(ROWS) + " |\n|---" + "|---:" * len(ROWS) + "|")
    for path in chosen:
        draft, rows = one(path)
        name = path.name.removesuffix(".mentions.json")
        tables[name] = rows
        drops.update(drop.reason for drop in draft.drops)
        print(line(name, shown(rows)))
        if name.startswith("homan"):
            print(line(f"{name}, blind", shown(one(path, blind=True)[1])), flush=True)
    groups = {"**all**": list(tables), "**all but the first**": [n for n in tables if not n.startswith("homan")]}
    for label, names in groups.items():
        if len(names) > 1:
            total = pooled([tables[n] for n in names])
            print(line(label, [(p, r, f, n) for p, r, f, _, n in total.values()]))
    fallen = ", ".join(f"{reason} {number}" for reason, number in sorted(drops.items())) or "none"
    print(f"\nCandidates that fell at the gate: {fallen}.")
    if not (quick or arguments) and polnear.DEV.is_dir():
        print(f"\nAttributions in PolNeAR's development part:\n{polnear.rows(polnear.DEV)}", end="")
    if not (quick or arguments) and mentions.CORPORA.is_dir():
        print("\nNames in other corpora:", flush=True)
        mentions.main()


def shown(rows: dict[str, dict[str, float]]) -> list[tuple[float, float, float, float]]:
    """What is printed of each row of a text."""
    return [(r["precision"], r["recall"], r["f1"], r["predicted"]) for r in (rows[row] for row in ROWS)]


def line(name: str, figures: list[tuple[float, float, float, float]]) -> str:
    """A row of the table."""
    cells = [f"{p:.2f} / {r:.2f} / {f:.2f} ({n:.0f})" for p, r, f, n in figures]
    return f"| {name} | " + " | ".join(cells) + " |"


if __name__ == "__main__":
    main(sys.argv[1:])
