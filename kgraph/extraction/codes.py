"""Codes in the text: the label of a code, or a wording of `codes.csv`."""

import re
from functools import cache

from kgraph.extraction.lexicon import rows
from kgraph.ontology import Ontology
from kgraph.terms import name

__all__ = ["codes_in"]


def codes_in(words: str, scheme: str, ontology: Ontology) -> list[tuple[str, tuple[int, int]]]:
    """The codes of a scheme whose label stands in the words, and where; of two on the same characters the longer."""
    codes = tuple(sorted((name(term), code.label) for term, code in ontology.scheme(scheme).items()))
    if not codes:
        return []
    by_label, pattern = _labels(codes)
    return [(by_label[match[0].lower()], match.span()) for match in pattern.finditer(words)]


@cache
def _labels(codes: tuple[tuple[str, str], ...]) -> tuple[dict[str, str], re.Pattern[str]]:
    known = {code for code, _ in codes}
    said = {row["wording"].lower(): row["code"] for row in rows("codes") if row["code"] in known}
    said |= {label.lower(): code for code, label in codes}
    longest = sorted(said, key=lambda label: (-len(label), label))
    return said, re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, longest))})\b")
