"""Mention spans on corpora that others annotated: GUM's news and court documents, and CrossNER politics.

Their guidelines are not ours, so a figure is a lower bound, and good for comparing two versions of the reader. Only
names count, of people, places (facilities too), bodies (institutions, organizations, courts) and, in CrossNER, events.

GUM marks every noun phrase; a name is one whose head is a proper noun. It is found by a mention of its kind that lies
inside the phrase and covers a word of its head. Pronouns and common nouns are left out, and so is what we find there.
CrossNER marks names alone: a mention is right if it overlaps one of its kind by half. What it calls `misc` is left out.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kgraph import ontology, registry
from kgraph.documents import from_bytes
from kgraph.extraction import extract
from kgraph.extraction.lexicon import demonyms

__all__ = ["CORPORA", "measure"]

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"

_OURS = {
    "Person": "person",
    "Place": "place",
    "Facility": "place",
    "Institution": "body",
    "Organization": "body",
    "Court": "body",
    "Event": "event",
}
_GUM = {"person": "person", "place": "place", "organization": "body"}
_CROSSNER = {
    "person": "person",
    "politician": "person",
    "country": "place",
    "location": "place",
    "organisation": "body",
    "politicalparty": "body",
    "event": "event",
    "election": "event",
    "misc": "",
}
_TIGHT_BEFORE, _TIGHT_AFTER = set(".,;:!?)'’") | {"'s", "’s", "n't"}, set("(")


@dataclass(frozen=True, slots=True)
class Named:
    """A name that the corpus marks."""

    start: int
    end: int
    #: person, place, body, event; empty counts neither way
    kind: str
    #: characters of the words that are the head; None where the whole is the name
    head: tuple[int, int] | None = None


def gum() -> Iterator[tuple[str, str, list[Named]]]:
    """Name, text and names of the news and court documents of GUM dev and test."""
    for part in ("dev", "test"):
        for document in (CORPORA / "gum" / f"{part}.conllu").read_text("utf-8").split("# newdoc id = ")[1:]:
            name = document.split(maxsplit=1)[0]
            if name.startswith(("GUM_news_", "GUM_court_")):
                yield name, *_gum_document(document)


def _gum_document(document: str) -> tuple[str, list[Named]]:
    text, tokens, found = "", [], []
    open_: dict[str, list[tuple[int, str, str]]] = {}
    for line in document.splitlines():
        if line.startswith("# newpar") and text:
            text = text.rstrip() + "\n"
        cells = line.split("\t")
        if len(cells) != 10 or not cells[0].isdigit():
            continue
        tokens.append((len(text), len(text) + len(cells[1]), cells[3]))
        text += cells[1] + ("" if "SpaceAfter=No" in cells[9] else " ")
        marks = re.search(r"Entity=([^|]+)", cells[9])
        for mark in re.findall(r"\([^()]+\)?|[\w.\[\]/]+\)", marks[1] if marks else ""):
            if mark.startswith("("):
                parts = mark.strip("()").split("-")
                minspan = next((p for p in parts[4:] if re.fullmatch(r"\d+(?:,\d+)*", p)), "1")
                open_.setdefault(parts[0], []).append((len(tokens) - 1, parts[1], minspan))
            if mark.endswith(")"):
                group = mark.strip("()").split("-")[0]
                if open_.get(group):
                    first, type_, minspan = open_[group].pop()
                    numbers = [int(n) for n in minspan.split(",")]
                    head = tokens[first + numbers[0] - 1 : first + numbers[-1]]
                    kind = _GUM.get(type_, "")
                    if head and any(t[2] == "PROPN" for t in head) and kind:
                        found.append(Named(tokens[first][0], tokens[-1][1], kind, (head[0][0], head[-1][1])))
                    elif head:
                        found.append(Named(tokens[first][0], tokens[-1][1], "", (head[0][0], head[-1][1])))
    return text, found


def crossner() -> Iterator[tuple[str, str, list[Named]]]:
    """Number, text and names of the sentences of CrossNER politics, test."""
    blocks = (CORPORA / "ner" / "politics-test.txt").read_text("utf-8").strip().split("\n\n")
    for number, block in enumerate(blocks):
        text, found, begun = "", [], None
        for line in [*block.splitlines(), "\tO"]:
            word, _, tag = line.partition("\t")
            if begun is not None and not tag.startswith("I-"):
                found.append(Named(begun[0], len(text), _CROSSNER[begun[1]]))
                begun = None
            if text and word not in _TIGHT_BEFORE and text[-1] not in _TIGHT_AFTER:
                text += " "
            if tag.startswith("B-"):
                begun = (len(text), tag[2:])
            text += word
        yield str(number), text, found


def _fits(kind: str, start: int, end: int, gold: Named) -> bool:
    if gold.head is not None:
        inside = gold.start <= start and end <= gold.end
        return kind == gold.kind and inside and start < gold.head[1] and gold.head[0] < end
    shared = min(end, gold.end) - max(start, gold.start)
    return kind == gold.kind and 2 * shared >= max(end - start, gold.end - gold.start)


def _silent(start: int, end: int, gold: Named) -> bool:
    """Whether what is found there counts neither way: another kind of phrase, or a name within a name."""
    if gold.head is not None:
        return not gold.kind and start < gold.head[1] and gold.head[0] < end
    inside = gold.start <= start and end <= gold.end and end - start < gold.end - gold.start
    return inside if gold.kind else start < gold.end and gold.start < end


def measure(documents: Iterable[tuple[str, str, list[Named]]]) -> dict[str, tuple[float, float, float, int, int]]:
    """By kind, and of all: precision, recall, F1, number in the corpus, number predicted."""
    known, relations = registry.load(), ontology.load()
    counts: dict[str, list[int]] = {}
    for _, text, gold in documents:
        document = from_bytes(text.encode("utf-8"), name="a.txt", publisher="The Gazette", date="2020-01-01")
        found = []
        for mention in extract(document, known, relations).dossier.mentions:
            start, end = map(int, mention.at.split("-"))
            # CrossNER has no adjectives of place
            if mention.type in _OURS and text[start:end] not in demonyms():
                found.append((start, end, _OURS[mention.type], mention.form == "name"))
        free = [g for g in gold if g.kind]
        for start, end, kind, is_name in sorted(found):
            hit = next((g for g in free if _fits(kind, start, end, g)), None)
            # "the Court" is a name to GUM and a bare noun to us
            silent = not is_name or any(_silent(start, end, g) for g in gold)
            if hit is not None:
                free.remove(hit)
            for row in (kind, "all"):
                count = counts.setdefault(row, [0, 0, 0])
                count[1] += hit is not None or not silent
                count[2] += hit is not None
        for name in gold:
            if name.kind:
                for row in (name.kind, "all"):
                    counts.setdefault(row, [0, 0, 0])[0] += 1
    rows = {}
    for row, (in_gold, predicted, right) in sorted(counts.items(), key=lambda item: (item[0] == "all", item[0])):
        p, r = right / predicted if predicted else 0.0, right / in_gold if in_gold else 0.0
        rows[row] = (p, r, 2 * p * r / (p + r) if p + r else 0.0, in_gold, predicted)
    return rows


def main() -> None:
    """Print both tables."""
    if not CORPORA.is_dir():
        print("needs the folder ../shared/corpora, which is not here")
        return
    print(
        "\n| names | " + " | ".join(("kind", "P / R / F1", "in the corpus", "found")) + " |\n|---|---|---:|---:|---:|"
    )
    for corpus, documents in (("GUM dev+test, news and court", gum()), ("CrossNER politics, test", crossner())):
        for kind, (p, r, f1, in_gold, predicted) in measure(documents).items():
            print(f"| {corpus} | {kind} | {p:.2f} / {r:.2f} / {f1:.2f} | {in_gold} | {predicted} |")


if __name__ == "__main__":
    main()
