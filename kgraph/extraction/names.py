"""Names in a paragraph: those of the registry, those that patterns know, and those of the model."""

import re
from collections.abc import Iterator

from kgraph.extraction import dates, quantities
from kgraph.extraction.language import Paragraph
from kgraph.extraction.lexicon import demonyms, patterns, words
from kgraph.extraction.spans import Span
from kgraph.registry import Registry

__all__ = ["by_model", "by_pattern", "by_registry", "surnames"]

#: tokens of the longest name that is looked up
_LONGEST = 9
_MODEL_TYPES = {
    "PERSON": "Person",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Facility",
    "ORG": "Institution",
    "LAW": "Statute",
}
_ARTICLE = re.compile(r"(?:a|an|the)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s?$")


def by_pattern(paragraph: Paragraph) -> Iterator[Span]:
    """Laws, courts, bodies, dates and quantities that have a fixed form."""
    text = paragraph.text

    def span(start: int, end: int, type_: str) -> Span:
        return Span(paragraph.start + start, paragraph.start + end, type_, text[start:end], origin="rule")

    taken: list[tuple[int, int]] = []
    for type_, pattern in patterns():
        for match in pattern.finditer(text):
            start = match.start() + len((_ARTICLE.match(match[0]) or [""])[0])
            if type_ == "Statute" and text[start : match.end()].split()[0] in (
                "In",
                "Under",
                "This",
                "That",
                "If",
                "When",
                "But",
            ):
                start += len(text[start : match.end()].split()[0]) + 1
            if text[start : match.end()].count(" ") == 0 and type_ == "Statute":
                continue
            taken.append((start, match.end()))
            yield span(start, match.end(), type_)
    for match in dates.PATTERN.finditer(text):
        if not any(a < match.end() and match.start() < b for a, b in taken):
            taken.append(match.span())
            yield span(*match.span(), "Date")
    for match in quantities.PATTERN.finditer(text):
        before = text[: match.start()].rstrip().rsplit(maxsplit=1)
        if any(a < match.end() and match.start() < b for a, b in taken):
            continue
        if before and re.fullmatch(
            r"(?i)[(\[]?(?:section|sections|article|no\.?|chapter|title|part|paragraph|page|act|§|\d+)", before[-1]
        ):
            continue
        number = (match["number"] or "").lower()
        if number in ("one",) or re.fullmatch(r"\W*\(?\d{0,2}\)?\W*", text):
            continue
        yield span(*match.span(), "Quantity")


def by_registry(paragraph: Paragraph, registry: Registry) -> Iterator[Span]:
    """The longest names of the registry, left to right; what several are called is left to the others.

    A name of one word must be written as the registry writes it: "post" is no newspaper.
    """
    tokens = list(paragraph.doc)
    text = paragraph.text
    index = 0
    while index < len(tokens):
        found = None
        if tokens[index].text[:1].isupper() or tokens[index].text[:1].isdigit():
            for length in range(min(_LONGEST, len(tokens) - index), 0, -1):
                start, last = tokens[index].idx, tokens[index + length - 1]
                end = last.idx + len(last)
                known = registry.called(text[start:end])
                if len(known) == 1 and (length > 1 or _single(text[start:end], known[0].names)):
                    found = Span(
                        paragraph.start + start,
                        paragraph.start + end,
                        known[0].class_,
                        text[start:end],
                        entity=known[0].id,
                        origin="registry",
                    )
                    yield found
                    index += length
                    break
        if found is None:
            index += 1


def _single(word: str, names: tuple[str, ...]) -> bool:
    return word in names and word.casefold() not in words("stop")


def by_model(paragraph: Paragraph) -> Iterator[Span]:
    """The names of the model, without article and possessive; nationalities as places."""
    text = paragraph.text
    tails = words("tail")
    for entity in paragraph.doc.ents:
        start, end = entity.start_char, entity.end_char
        start += len((_ARTICLE.match(text[start:end]) or [""])[0])
        end -= len((_POSSESSIVE.search(text[start:end]) or [""])[0])
        while entity.label_ == "PERSON" and (first := text[start:end].split(" ")[0]).lower() in words("title"):
            start += len(first) + 1
        said = text[start:end].strip("“”\"‘’' ,.;:-–—(") if end > start else ""
        if not said:
            continue
        start = text.index(said, start)
        end = start + len(said)
        if more := re.match(r"-[a-z]+\b", text[end:]):
            end += more.end()
        if prefix := re.match(r"(?:[Pp]ro|[Aa]nti|[Pp]an|[Nn]on)-?[\w-]+ (?=[A-Z])", text[start:end]):
            start += prefix.end()
        said = text[start:end]
        type_ = _MODEL_TYPES.get(entity.label_)
        if entity.label_ == "NORP":
            type_ = "Place" if said in demonyms() else "Group" if said.rstrip("s") in demonyms() else None
        if type_ in ("Institution", "Statute", "Facility"):
            type_ = tails.get(said.split()[-1].lower().rstrip("."), "Institution" if type_ == "Statute" else type_)
            if entity.label_ == "LAW" and type_ != "Statute":
                continue
        if (
            type_ is None
            or not said
            or not said[0].isupper()
            or re.match(r"(?i)(?:pro|anti|pan|non)-", said)
            or re.search(r"\d{3}|[“”\"@#/]", said)
        ):
            continue
        if type_ == "Person" and re.fullmatch(r"[A-Z]{2,6}", said):
            type_ = "Institution"
        if type_ == "Person" and (said.lower() in words("title") or len(said) < 3):
            continue
        yield Span(paragraph.start + start, paragraph.start + end, type_, said)
    for token in paragraph.doc:
        hyphen = token.i and paragraph.doc[token.i - 1].text == "-"
        if token.text in demonyms() and token.text[0].isupper() and not hyphen:
            yield Span(
                paragraph.start + token.idx,
                paragraph.start + token.idx + len(token),
                "Place",
                token.text,
                origin="rule",
            )


def surnames(paragraph: Paragraph, people: set[str], found: list[Span]) -> Iterator[Span]:
    """Last names of people whose full names the document gives, where the model took them for something else."""
    for token in paragraph.doc:
        start = paragraph.start + token.idx
        covered = any(s.start <= start < s.end and (s.type == "Person" or " " in s.text) for s in found)
        # "Joseph" before "P. Kahn" is somebody else's first name
        alone = token.i + 1 == len(paragraph.doc) or paragraph.doc[token.i + 1].pos_ != "PROPN"
        if token.text in people and token.pos_ == "PROPN" and alone and not covered:
            yield Span(start, start + len(token), "Person", token.text, origin="rule")
