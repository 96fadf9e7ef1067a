"""A name that the text gives once is the same name wherever it stands; and an acronym in brackets is one too."""

import re
from collections import Counter
from collections.abc import Iterator

from kgraph.extraction.language import Paragraph
from kgraph.extraction.spans import Span

__all__ = ["repeats"]

_TYPES = {"Person", "Place", "Facility", "Institution", "Organization", "Court", "Statute", "Agreement", "Event"}
_ACRONYM = re.compile(r" \((?:the |also known as |hereinafter |“|\")*(?P<short>[A-Z][A-Za-z.&-]{1,9})[”\",)]")
_STRENGTH = {"registry": 4, "rule": 2, "model": 1}


def repeats(paragraphs: list[Paragraph], found: list[list[Span]]) -> Iterator[tuple[int, Span]]:
    """The other places of each name, with the number of the paragraph.

    What a name is, all its places decide together; where the text gives an acronym, it is what its full name is.

    Args:
        paragraphs: the document.
        found: the mentions of each paragraph.
    """
    votes: dict[str, Counter[str]] = {}
    for paragraph, spans in zip(paragraphs, found, strict=True):
        for span in spans:
            if span.form != "name" or span.type not in _TYPES or not span.text[:1].isupper():
                continue
            if " " in span.text or span.origin != "model" or span.text.isupper():
                votes.setdefault(span.text, Counter())[span.type] += _STRENGTH[span.origin]
            if " " in span.text and (acronym := _ACRONYM.match(paragraph.text, span.end - paragraph.start)):
                # the brackets say it: more than any number of guesses
                votes.setdefault(acronym["short"].rstrip("."), Counter())[span.type] += 1_000
    if not votes:
        return
    alternatives = "|".join(re.escape(name) for name in sorted(votes, key=lambda n: (-len(n), n)))
    pattern = re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])")
    best = {name: min((-number, type_) for type_, number in count.items())[1] for name, count in votes.items()}
    for number, (paragraph, spans) in enumerate(zip(paragraphs, found, strict=True)):
        taken = {(span.start, span.end, span.type) for span in spans}
        for match in pattern.finditer(paragraph.text):
            start, end = paragraph.start + match.start(), paragraph.start + match.end()
            if (start, end, best[match[0]]) not in taken:
                yield number, Span(start, end, best[match[0]], match[0], origin="rule")
