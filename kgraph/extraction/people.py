"""People: the title before a name is none of it, a title tells a name, and a surname goes on being one."""

import re
from collections.abc import Iterator
from functools import cache

from kgraph.extraction.language import Paragraph
from kgraph.extraction.lexicon import demonyms, words
from kgraph.extraction.spans import Span

__all__ = ["NAME", "namesakes", "speaking", "surnames", "titled", "without_title"]

_CAPITAL = "[A-ZÀ-ÖØ-ÞĀĆČĎĐĒĘĚĞĪİŁŃŇŌŐŘŚŞŠȘŢȚŤŪŮŰŹŻŽ]"
_WORD = rf"(?:{_CAPITAL}\.(?:{_CAPITAL}\.)*|(?:al|el|d|O|Mc|Mac)?[-’']?{_CAPITAL}[\w]*(?:[-’']{_CAPITAL}?[\w]+)*)"
_PARTICLE = "(?:al|bin|bint|da|dal|de|del|della|den|der|di|do|dos|du|e|el|ibn|la|le|ten|ter|van|von|y|zu)"
#: a person's name as it is written: "Ursula von der Leyen", "J. B. Pritzker", "Andrés Manuel López Obrador"
NAME = rf"{_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_WORD}){{0,3}}"


_SPEAKING = re.compile(
    r"(?P<title>(?:(?:CHIEF|ASSOCIATE) )?JUSTICE|(?:SOLICITOR |ATTORNEY )?GENERAL|JUDGE|SENATOR|REPRESENTATIVE"
    r"|PRESIDENT|SECRETARY|MINISTER|LORD|LADY|SIR|MR|MRS|MS|DR)\.? (?P<name>[A-Z][A-Z’'.-]+(?: [A-Z][A-Z’'.-]+){0,2}):"
)
_GOVERNMENT = re.compile(rf"\b(?:the|The) (?P<name>{_CAPITAL}[a-z]\w+) (?:administration|presidency|premiership)\b")


@cache
def _titles() -> re.Pattern[str]:
    """Titles and forms of address as they stand before a name, the longest first."""
    known = sorted({*words("title"), *words("honorific")}, key=lambda w: (-len(w), w))
    return re.compile(rf"(?:(?:{'|'.join(map(re.escape, known))})s?\.? )+", re.IGNORECASE)


@cache
def _before() -> re.Pattern[str]:
    known = [w for w in sorted({*words("title"), *words("honorific")}, key=lambda w: (-len(w), w)) if len(w) > 1]
    forms = "|".join(re.escape(" ".join(part[:1].upper() + part[1:] for part in w.split())) for w in known)
    return re.compile(rf"(?<![\w-])(?:(?P<title>{forms})s?\.? )+(?P<name>{NAME})")


@cache
def _apposed() -> re.Pattern[str]:
    """Two capitalised words and then an office: "Ama Sarpong, the deputy governor"."""
    known = sorted((w for w in words("title") if len(w) > 2), key=lambda w: (-len(w), w))
    heads = "|".join(map(re.escape, known))
    lead = rf"(?:the|a|an|its|their|his|her)? ?(?:(?:{_CAPITAL}|[a-z])[\w’'-]+ ){{0,3}}"
    return re.compile(rf"(?P<name>{_WORD}(?: {_WORD}){{1,2}}), (?={lead}(?i:{heads})\b)")


def without_title(name: str) -> str:
    """A name without what stands before it: "Prime Minister Ada Moss" is "Ada Moss"."""
    match = _titles().match(name)
    return name[match.end() :] if match and name[match.end() :] else name


def titled(paragraph: Paragraph) -> Iterator[Span]:
    """Names beside a title or form of address, whatever the model takes them for: "Justice Mwangi", "Mr Kim"."""
    text, doc = paragraph.text, paragraph.doc
    others = [e for e in doc.ents if e.label_ in ("ORG", "FAC", "LAW", "EVENT", "WORK_OF_ART", "GPE", "LOC")]
    for match in _before().finditer(text):
        name = match["name"]
        start, end = match.span("name")
        # "Mr. Doe's", "Ms. Doe’s"
        name = re.sub(r"[’']s$", "", name)
        end = start + len(name)
        parts = [part.lower().rstrip(".") for part in name.split()]
        if any(part in words("title") or part in words("bodyword") or part in words("tail") for part in parts):
            continue
        following = re.match(r"[’']?s? ?([\w]+)", text[end : end + 30])
        if following and following[1].lower() in {*words("bodyword"), *words("tail")}:
            continue
        address = match["title"].lower() in words("honorific")
        if not address and any(e.start_char <= match.start() and start < e.end_char for e in others):
            continue
        if text[match.start() : end].isupper():
            continue
        yield Span(paragraph.start + start, paragraph.start + end, "Person", name, origin="rule")
    named = [e for e in doc.ents if e.label_ not in ("CARDINAL", "DATE")]
    for match in _apposed().finditer(text):
        start, end = match.span("name")
        parts = [part.lower().rstrip(".") for part in match["name"].split()]
        if not any(e.start_char < end and start < e.end_char for e in named) and not any(
            part in words(kind) for part in parts for kind in ("no-lead", "title", "bodyword", "tail")
        ):
            yield Span(paragraph.start + start, paragraph.start + end, "Person", match["name"])


def speaking(paragraph: Paragraph) -> Iterator[Span]:
    """Who speaks in a transcript, in capitals before a colon: "JUSTICE MARLOWE: …", with the office."""
    if match := _SPEAKING.match(paragraph.text):
        at = paragraph.start
        if match["title"].lower() not in words("honorific") or match["title"].lower() in words("title"):
            yield Span(at + match.start("title"), at + match.end("title"), "Office", match["title"], origin="rule")
        yield Span(at + match.start("name"), at + match.end("name"), "Person", match["name"], origin="rule")


def namesakes(paragraph: Paragraph) -> Iterator[Span]:
    """The person after whom a government is called: "the Aldana administration"."""
    for match in _GOVERNMENT.finditer(paragraph.text):
        if match["name"] not in demonyms() and match["name"].lower() not in words("no-lead"):
            start = paragraph.start + match.start("name")
            yield Span(start, start + len(match["name"]), "Person", match["name"])


def surnames(paragraph: Paragraph, people: set[str], found: list[Span]) -> Iterator[Span]:
    """Last names of people whose full names the document gives, where the model took them for something else."""
    for token in paragraph.doc:
        if token.text not in people or token.pos_ != "PROPN":
            continue
        start = paragraph.start + token.idx
        covered = any(s.start <= start < s.end and (s.type == "Person" or " " in s.text) for s in found)
        # "Joseph" before "P. Kahn" is somebody else's first name
        alone = token.i + 1 == len(paragraph.doc) or paragraph.doc[token.i + 1].pos_ != "PROPN"
        if alone and not covered:
            yield Span(start, start + len(token), "Person", token.text, origin="rule")
