"""The documents behind a picture, cut wherever a passage begins or ends: overlapping ones can all be reached."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from kgraph.claims import Claim, Passage
from kgraph.pictures.model import Document, Part
from kgraph.terms import Term, name

__all__ = ["documents"]


def documents(told: Iterable[Claim], texts: Mapping[str, str]) -> tuple[Document, ...]:
    """Each document in which words of these claims stand, sorted by name.

    Args:
        texts: the whole text of documents that may be shown whole, by name (`doc:…`).
    """
    passages: dict[Term, dict[Passage, dict[str, None]]] = {}
    for claim in told:
        for said in claim.said:
            for passage in said.passages:
                found = passages.setdefault(passage.source.term, {}).setdefault(passage, {})
                found[name(claim.term)] = None
    return tuple(
        Document(source=name(term), parts=tuple(_parts(found, texts.get(name(term)))))
        for term, found in sorted(passages.items())
    )


def _parts(passages: Mapping[Passage, Iterable[str]], text: str | None) -> Iterable[Part]:
    cuts = {0} | {end for passage in passages for end in (passage.start, passage.end)}
    if text is not None:
        # a range may lie behind the end of a text that was read in another way
        cuts.add(max(len(text), *cuts))
    for start, end in pairwise(sorted(cuts)):
        over = [passage for passage in passages if passage.start <= start and end <= passage.end]
        words = text[start:end] if text is not None else next(filter(None, (_cut(p, start, end) for p in over)), None)
        statements = dict.fromkeys(statement for passage in over for statement in passages[passage])
        yield Part(start, end, words, tuple(statements))


def _cut(passage: Passage, start: int, end: int) -> str | None:
    """What a passage has between two places; None where its words are withheld or are not as long as its range."""
    words = passage.words
    if words is None or len(words) != passage.end - passage.start:
        return None
    return words[start - passage.start : end - passage.start]
