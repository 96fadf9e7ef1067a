"""What wordings fire on in a folder of texts, for a person to judge: `python -m benchmarks.firings FOLDER`.

Each firing is printed with its sentence, to the terminal only, so the texts may be ones that nobody may pass on. What
was read goes into `precision` (the share that was right) and `judged` (how many were read) of the row of the wording in
`ontology/lexicon/frames/`. Right means: relation, both ends, speaker, and how it is put: denied, hedged, over and past.
"""

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from kgraph import ontology, registry
from kgraph.documents import read
from kgraph.extraction import Draft, extract
from kgraph.extraction.frames import THRESHOLD, frames


def firings(draft: Draft, text: str) -> Iterator[tuple[str, str, str]]:
    """Wording, claim in words, and the sentences around it."""
    for found in draft.passed:
        at = f"{found.start}-{found.end}"
        for said in draft.dossier.attributions:
            for claim in said.claims:
                if said.passages[0].at == at and claim.relation == found.frame.relation:
                    how = [str(claim.modality or ""), str(claim.bound or "")]
                    words = " ".join(filter(None, [said.speaker, said.stance, *how, "that:"]))
                    yield (
                        found.frame.id,
                        f"{words} {claim.subject} {claim.relation} {claim.object}",
                        _sentence(text, found.start, found.end),
                    )


def _sentence(text: str, start: int, end: int) -> str:
    """The words with those of their sentence around them, the passage in brackets."""
    before = re.split(r"(?<=[.!?])\s+(?=[A-Z“\"])|\n", text[:start])[-1]
    after = re.split(r"(?<=[.!?])\s+(?=[A-Z“\"])|\n", text[end:])[0]
    return f"{before[-200:]}[{text[start:end]}]{after[:160]}"


def main() -> None:
    """Print a sample of what each wording fires on, rare ones in full."""
    say = argparse.ArgumentParser(description="what wordings fire on, for a person to judge")
    say.add_argument("folder", type=Path, help="with *.txt")
    say.add_argument("--frame", action="append", help="only this wording; again for more")
    say.add_argument("--sample", type=int, default=20, help="firings of a wording, drawn evenly")
    say.add_argument("--texts", type=int, help="read only so many texts, drawn evenly")
    say.add_argument("--publisher", default="body:the-gazette", help="of all texts")
    say.add_argument("--date", default="2016-06-01", help="of all texts whose names have none")
    given = say.parse_args()
    files = sorted(given.folder.glob("*.txt"))
    if given.texts and given.texts < len(files):
        files = sorted(random.Random(1).sample(files, given.texts))
    known, model = registry.load(), ontology.load()
    if known.get(given.publisher) is None:
        name = given.publisher.partition(":")[2]
        known = registry.Registry([*known, registry.Known(given.publisher, name, "Institution")])
    found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for path in files:
        dated = re.search(r"\d{4}-\d\d-\d\d", path.name)
        text = read(str(path), publisher=given.publisher, date=dated[0] if dated else given.date)
        for frame, claim, words in firings(extract(text, known, model), text.text):
            if not given.frame or frame in given.frame:
                found[frame].append((path.stem, claim, words))
    for frame in sorted({f.id for f in frames() if f.precision >= THRESHOLD} | set(found)):
        if given.frame and frame not in given.frame:
            continue
        all_ = found[frame]
        shown = all_ if len(all_) <= given.sample else random.Random(1).sample(all_, given.sample)
        print(f"\n## {frame}: {len(all_)}")
        for stem, claim, words in shown:
            print(f"- {claim}\n    {words}  ({stem[:40]})")


if __name__ == "__main__":
    main()
