"""Offices and titles: before a name, after it, or alone."""

import re
from collections.abc import Iterator
from functools import cache

from kgraph.extraction.language import Paragraph
from kgraph.extraction.lexicon import words
from kgraph.extraction.spans import Span

__all__ = ["offices"]


_PLACE_OR_BODY = ("Place", "Facility", "Institution", "Organization", "Court")
_SPOKESPERSON = re.compile(r"spokes", re.IGNORECASE)
_TRAILING = re.compile(r"(?:,| (?:of|for|to|and|the))*\s*$")
_A = re.compile(r"\b[Aa]n? (?:[a-z-]+ ){0,2}$")
_PAST = re.compile(r"\b(?:former|ex|then)[- ]?$", re.IGNORECASE)


@cache
def _pattern() -> re.Pattern[str]:
    heads = "|".join(re.escape(head).replace(r"\ ", " ") for head in sorted(words("title"), key=len, reverse=True))
    fields = "|".join(sorted(words("portfolio"), key=len, reverse=True))
    field = rf"(?:{fields})(?: affairs)?"
    minister = rf"(?:{field}(?:,? and {field}| {field})? )(?:minister|secretary)"
    chambers = (
        "Parliament|parliament|Congress|Council|Assembly|Senate|House of [A-Z][a-z]+|Commons|Duma|Knesset|Bundestag"
    )
    body = rf"(?:[A-Z][\w-]+ ){{1,3}}(?:{chambers})"
    member = rf"[Mm]embers? of (?:the )?(?:{body}|(?!Council)(?:{chambers}))\b|{body} members?"
    lead = r"(?:(?:[A-Z][\w-]*|[A-Z]\.(?:[A-Z]\.)+) ){0,4}"
    word = r"[A-Z][\w-]+"
    more = rf"(?: and| of| of the| for| for the|,(?= {word},? and))? {word}"
    tail = rf"(?: (?:of|for|to) (?:the )?{word}(?:{more}){{0,5}})?"
    return re.compile(
        rf"(?<![\w-])(?:(?P<member>{member})|(?P<lead>{lead})(?P<head>(?i:{minister}|(?:{heads})))s?(?P<tail>{tail}))(?![\w-])"
    )


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{'|'.join(map(re.escape, sorted(words('title'), key=len, reverse=True)))})\b(?=\W|$)")


def offices(paragraph: Paragraph, names: list[Span]) -> Iterator[Span]:
    """Offices in a paragraph: written with a capital, or standing directly before or after a name.

    A title ends where the name of a person begins that stands after it.
    """
    text, at = paragraph.text, paragraph.start
    people = [(s.start - at, s.end - at) for s in names if s.type == "Person"]
    begins = {s.start - at: s for s in names if s.type in _PLACE_OR_BODY}
    for match in _pattern().finditer(text):
        start, end = match.span()
        if match["member"]:
            yield Span(at + start, at + end, "Office", match["member"], origin="rule")
            continue
        head_start, head_end = match.span("head")
        head_end += text[head_end : head_end + 1] == "s"
        # "President James Smith of Texas": the tail belongs to the office only where no name stands between
        for a, b in people:
            if start < b <= head_start:
                start = b + 1 if text[b : b + 1] == " " else head_start
            if head_end <= a < end:
                end = head_end + len(_TRAILING.sub("", text[head_end:a]))
        if other := _titles().search(text, head_end, end):
            end = head_end + len(_TRAILING.sub("", text[head_end : other.start()]))
        while start < head_start and text[start:head_start].split()[0].lower().rstrip(".") in words("no-lead"):
            start += len(text[start:head_start].split()[0]) + 1
        said, capital = text[start:end], match["head"][0].isupper()
        if not said or (_SPOKESPERSON.match(match["head"]) and (not capital or said == match["head"])):
            continue
        if text[end : end + 2] == ". " and any(a == end + 2 for a, _ in people):
            end += 1
            said = text[start:end]
        following = re.match(r" ([A-Z]\w+)", text[end : end + 30])
        if following and match["head"].istitle() and following[1].lower() in {*words("tail"), *words("bodyword")}:
            # "General Court", "Attorney General Office"
            continue
        if match["head"].islower() and text[end : end + 1] == "," and _A.search(text[max(0, start - 25) : start]):
            # "a federal judge, Ann Doe," is anybody of that kind
            continue
        before_name = any(a in (end + 1, end + 2) and text[end:a] in (" ", ", ") for a, _ in people)
        after_name = any(re.fullmatch(r", (?:the |a |an )?(?:(?:US|U\.S\.) )?", text[b:start]) for _, b in people)
        several = text[head_end - 1 : head_end] == "s" and not match["head"].endswith("s")
        if several and not before_name:
            continue
        sentence_start = not start or text[:start].rstrip()[-1:] in (".", "“", '"', ":", "*")
        if not (before_name or after_name or (capital and (len(said.split()) > 1 or not sentence_start))):
            continue
        if _PAST.search(text[max(0, start - 8) : start]) and not (before_name or after_name):
            continue
        # "James Doe, Chief Judge, United States Court of …,": the body is part of the office
        body = begins.get(end + 2) if after_name and capital and text[end : end + 2] == ", " else None
        if body is not None and (body.end == at + len(text) or text[body.end - at] in ",.;"):
            end, said = body.end - at, text[start : body.end - at]
        yield Span(at + start, at + end, "Office", said, origin="rule")
