"""Whom "he" and "she" may mean: told by given names that only men or only women bear, and by "Mr." and "Ms."."""

import re
from collections.abc import Iterable

from kgraph.extraction.lexicon import given_names
from kgraph.extraction.spans import Span

__all__ = ["addressed", "may_be"]

_SHE = ("she", "her", "hers")
_HE = ("he", "him", "his")
_ADDRESS = re.compile(r"(?:\b(Mr|Sir|Lord)|\b(Mrs|Ms|Miss|Dame|Lady))\.? $")


def may_be(pronoun: str, entity: str, known: dict[str, str]) -> bool:
    """Whether a pronoun may stand for a person; only one that is known to be of the other kind may not.

    Args:
        pronoun: any form of he or she; others may be anybody.
        entity: the person's name, `person:given-family`.
        known: how the document itself addresses people (`addressed`).
    """
    kind = known.get(entity) or given_names().get(entity.partition(":")[2].partition("-")[0])
    if kind is None:
        return True
    return pronoun not in (_HE if kind == "she" else _SHE)


def addressed(spans: Iterable[Span], text: str) -> dict[str, str]:
    """Person to `he` or `she`, where "Mr." or "Ms." stands before the name."""
    found: dict[str, str] = {}
    for span in spans:
        if span.type == "Person" and span.entity and span.form == "name":
            match = _ADDRESS.search(text[max(0, span.start - 6) : span.start])
            if match is None:
                match = re.match(r"(?:(Mr|Sir|Lord)|(Mrs|Ms|Miss|Dame|Lady))\.? ", span.text)
            if match is not None:
                found.setdefault(span.entity, "he" if match[1] else "she")
    return found
