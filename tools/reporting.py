"""Counts when a text attributes: `ontology/lexicon/reporting.csv` and `shifts.csv`.

A maintainer's tool, never run by kgraph.

    python -m tools.reporting ../shared/corpora/polnear/train

The folder holds texts with attributions in brat's standoff (`NAME.txt`, `NAME.ann`: events with Source, Cue, Content).
What is kept of them are counts of single words and of constructions.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kgraph.extraction.attitudes import cases, ending
from kgraph.extraction.language import Paragraph, load_model, parse
from kgraph.extraction.odds import SHIFTS, Case, Counts, base, circumstances, keys, logit, rivals, sigmoid

LEXICON = Path(__file__).resolve().parents[1] / "ontology" / "lexicon"
#: a row must have been seen this often, or have reported this often
_LEAST, _LEAST_REPORTED = 20, 2
#: a shift must have been seen this often, and move the log odds this much; a few observations count as expected
_SEEN, _MOVE, _SHRINK = 20, 0.15, 20


@dataclass(slots=True)
class Counted:
    """A case, the line it stands in, and whether the annotators say so: in this cut, and in any."""

    case: Case
    line: int
    reported: bool
    reported_somehow: bool = False
    odds: float = 0.0


def gold(path: Path) -> list[tuple[set[int], set[int]]]:
    """The attributions of a file, each as the characters of its content and of its cue."""
    marks: dict[str, set[int]] = {}
    found = []
    for line in path.read_text("utf-8").splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            pieces = rest.split("\t")[0].split(" ", 1)[1].split(";")
            marks[name] = {i for piece in pieces for i in range(*map(int, piece.split()))}
        elif name.startswith("E"):
            content, cue = set[int](), set[int]()
            for slot in rest.split():
                role, _, mark = slot.partition(":")
                (content if role.startswith("Content") else cue if role.startswith("Cue") else set()).update(
                    marks[mark]
                )
            if content:
                found.append((content, cue))
    return found


def counted(
    paragraphs: Iterable[Paragraph], attributions: Sequence[tuple[set[int], set[int]]], line: int
) -> list[Counted]:
    """The cases of a text, compared with what its annotators marked."""
    found: list[Counted] = []
    previous, lows = "", [(min(content), max(content)) for content, _ in attributions]
    for number, paragraph in enumerate(paragraphs):
        for case in cases(paragraph, first=number == 0, previous=previous):
            start, end, right = paragraph.start + case.start, paragraph.start + case.end, False
            for (low, high), (content, cue) in zip(lows, attributions, strict=True):
                if low < end and high >= start and not right:
                    words = {i for i in range(start, end) if paragraph.text[i - paragraph.start] not in '"“” .,'}
                    theirs = {i for i in content if not _blank(i, paragraph)}
                    near = case.cue is None or not cue or paragraph.start + case.cue.idx in cue
                    right = near and 2 * len(words & theirs) >= len(words | theirs)
            found.append(Counted(case, line + number, right))
        previous = ending(paragraph.text)
    return found


def _blank(index: int, paragraph: Paragraph) -> bool:
    at = index - paragraph.start
    return 0 <= at < len(paragraph.text) and paragraph.text[at] in '"“” .,'


def count(found: list[Counted]) -> Counts:
    """How often each lemma and construction stood, and reported; the cuts of one content are one."""
    groups: dict[tuple[int, int, str], list[Counted]] = defaultdict(list)
    for one in found:
        at = one.case.cue.i if one.case.cue is not None else -one.case.start - 1
        groups[one.line, at, one.case.construction].append(one)
    counts: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0])
    for group in groups.values():
        somehow = any(one.reported for one in group)
        for one in group:
            one.reported_somehow = somehow
        for key in set(keys(group[0].case)):
            counts[key][0] += 1
            counts[key][1] += somehow
    return {key: (stood, reported) for key, (stood, reported) in counts.items()}


def shifts(found: list[Counted], counts: Counts) -> list[dict[str, str]]:
    """Each circumstance's share of attributions, beside the share that was expected before it was looked at."""
    by_line: dict[int, list[Counted]] = defaultdict(list)
    for one in found:
        one.odds = logit(base(counts, one.case, without=int(one.reported_somehow)))
        by_line[one.line].append(one)
    seen: dict[int, dict[str, str]] = {}
    for line in by_line.values():
        for one, rival in zip(line, rivals([o.case for o in line], [o.odds for o in line]), strict=True):
            seen[id(one)] = circumstances(one.case, rival)
    rows = []
    for shift in SHIFTS:
        cells: dict[tuple[str, str], list[Counted]] = defaultdict(list)
        for one in found:
            cells[one.case.family, seen[id(one)][shift]].append(one)
        for (family, value), ones in sorted(cells.items()):
            expected = sum(sigmoid(o.odds) for o in ones) / len(ones)
            share = (sum(o.reported for o in ones) + _SHRINK * expected) / (len(ones) + _SHRINK)
            move = logit(share) - logit(expected)
            if len(ones) < _SEEN or abs(move) < _MOVE:
                continue
            share, expected = round(share, 4), round(expected, 4)
            for one in ones:
                one.odds += logit(share) - logit(expected)
            rows.append(
                {
                    "shift": shift,
                    "family": family,
                    "value": value,
                    "count": str(len(ones)),
                    "share": f"{share}",
                    "expected": f"{expected}",
                }
            )
    return rows


def write(found: list[Counted], folder: Path) -> None:
    """Write both tables, sorted."""
    counts = {k: v for k, v in count(found).items() if not k[0] or v[0] >= _LEAST or v[1] >= _LEAST_REPORTED}
    with (folder / "reporting.csv").open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream, lineterminator="\n")
        table.writerow(("lemma", "pos", "construction", "count", "reported"))
        table.writerows((*key, *value) for key, value in sorted(counts.items()))
    rows = shifts(found, counts)
    with (folder / "shifts.csv").open("w", encoding="utf-8", newline="") as stream:
        lines = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        lines.writeheader()
        lines.writerows(rows)


def main(folder: str) -> None:
    """Count what stands in a folder."""
    model, found, line = load_model(), list[Counted](), 0
    for path in sorted(Path(folder).glob("*.txt")):
        paragraphs = list(parse(path.read_bytes().decode("utf-8"), model))
        found += counted(paragraphs, gold(path.with_suffix(".ann")), line)
        line += len(paragraphs)
    write(found, LEXICON)


if __name__ == "__main__":
    main(sys.argv[1])
