"""A name that the text gives once is the same name wherever it stands; and an acronym in brackets is one too."""

import re
from collections import Counter
from collections.abc import Iterator

from kgraph.extraction.language import Paragraph
from kgraph.extraction.names import class_of_body
from kgraph.extraction.spans import Span

__all__ = ["defined", "repeats"]

_TYPES = {"Person", "Place", "Facility", "Institution", "Organization", "Court", "Statute", "Agreement", "Event"}
_ACRONYM = re.compile(r" \((?:the |also known as |hereinafter |“|\")*(?P<short>[A-Z][A-Za-z.&-]{1,9})[”\",)]")
_IN_BRACKETS = re.compile(r" \((?:the )?[“\"]?(?P<short>[A-Z]{2,8})[”\"]?\)")
_WORD = re.compile(r"[\w’'-]+")
_RUN = re.compile(r"(?P<name>[A-Z][\w’'-]+(?: (?:(?:of|the|and|for|on|in|to) ){0,2}[A-Z][\w’'-]+){1,9})$")
_SMALL = {"of", "the", "and", "for", "on", "in", "to", "against", "de", "du", "des", "la", "y"}
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
            if " " in span.text or span.origin != "registry" or span.text.isupper():
                votes.setdefault(span.text, Counter())[span.type] += _STRENGTH[span.origin]
            if " " in span.text and (acronym := _ACRONYM.match(paragraph.text, span.end - paragraph.start)):
                # the brackets say it: more than any number of guesses
                votes.setdefault(acronym["short"].rstrip("."), Counter())[span.type] += 1_000
    for paragraph in paragraphs:
        for name, short in defined(paragraph.text):
            known = votes.get(name)
            type_ = min((-n, t) for t, n in known.items())[1] if known else class_of_body(name, "Organization")
            votes.setdefault(name, Counter())[type_] += 1
            votes.setdefault(short, Counter())[type_] += 1_000
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


def defined(text: str) -> Iterator[tuple[str, str]]:
    """Names that an acronym in brackets stands for, by their first letters, with the acronym.

    The letters must be those of the capitalised words before the bracket: "Economic Union of the Isles (EUI)".
    """
    for match in _IN_BRACKETS.finditer(text):
        letters = [letter.lower() for letter in match["short"] if letter.isalpha()]
        words = list(_WORD.finditer(text, max(0, match.start() - 120), match.start()))
        start, left = None, list(letters)
        for word in reversed(words):
            if not left:
                break
            if word[0][0].isupper():
                # each part of "Co-operation" may give a letter, and need not; the first must
                for part in reversed(word[0].split("-")):
                    if part and left and part[0].lower() == left[-1]:
                        left.pop()
                        start = word.start()
            elif word[0] not in _SMALL:
                break
        if not left and start is not None and len(letters) > 1:
            yield text[start : match.start()].strip(), match["short"]
        elif (run := _RUN.search(text[: match.start()])) and run["name"][0] == match["short"][0]:
            # letters of another language: "Community of Portuguese-speaking Countries (CPLP)"
            yield run["name"], match["short"]
