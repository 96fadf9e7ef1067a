"""Quotations: words between quotation marks, found on characters, and reported clauses, found in the parse.

Each has its speaker, cue and stance where the text gives them. Strict by design: attitudes and intentions are none.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgraph.extraction.language import Paragraph
from kgraph.extraction.lexicon import Cue, cues
from kgraph.extraction.marks import marked

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Quote", "Speaks", "quotations"]

#: who a token speaks as: an entity, or None; the reader's way from a pronoun or noun to what came before
Speaks = Callable[["Token", Paragraph], str | None]

#: how sure a verb must be to report a clause on its own; beside quotation marks less will do
_CLAUSE = 0.5
_BESIDE_MARKS = 0.25
_LONG = 6
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that somebody is said to have said, and how."""

    start: int
    end: int
    #: direct, indirect, mixed, partial
    kind: str
    speaker: str | None
    cue: str | None
    stance: str
    #: whether it stands between quotation marks
    marks: bool
    #: who relays the speaker
    via: str | None = None
    #: where the words that name the speaker, and the reporting words, stand
    speaker_span: tuple[int, int] | None = None
    cue_span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Report:
    """A clause that a cue governs, in the paragraph's characters."""

    start: int
    end: int
    cue: "Token"
    source: "Token | None"
    known: Cue
    #: "according to X": what X says or passes on
    relays: bool = False


def quotations(paragraphs: Iterable[Paragraph], speaks: Speaks) -> list[Quote]:
    """All quotations of a document, in order.

    Args:
        paragraphs: its lines, parsed.
        speaks: what a token stands for as a speaker.
    """
    found: list[Quote] = []
    last: Quote | None = None
    for paragraph in paragraphs:
        here = sorted(set(_paragraph(paragraph, speaks, last)), key=lambda q: (q.start, q.end, q.kind, q.speaker or ""))
        found += here
        direct = [q for q in here if q.kind == "direct" and q.speaker]
        last = direct[-1] if direct else None
    return found


def _paragraph(paragraph: Paragraph, speaks: Speaks, last: Quote | None) -> Iterable[Quote]:
    text, at = paragraph.text, paragraph.start
    ranges = marked(text)

    def inside(index: int) -> bool:
        return any(a <= index < b for a, b in ranges)

    def who(token: "Token | None") -> str | None:
        return speaks(token, paragraph) if token is not None else None

    def quote(start: int, end: int, kind: str, report: _Report, via: str | None) -> Quote:
        start, end = _trim(text, start, end)
        known, cue = report.known, report.cue
        marks, source = kind in ("direct", "partial"), report.source
        named = None
        if source is not None:
            own = [t for t in source.subtree if abs(t.i - source.i) < 12 and t.dep_ not in ("relcl", "appos")]
            named = (at + own[0].idx, at + own[-1].idx + len(own[-1]))
        cue_span = (at + cue.idx, at + cue.idx + len(cue))
        return Quote(at + start, at + end, kind, who(source), cue.text, known.stance, marks, via, named, cue_span)

    reports = [r for r in _reports(paragraph) if not inside(r.cue.idx)]
    used: set[tuple[int, int]] = set()
    for report in reports:
        start, end = _trim(text, report.start, report.end)
        # "X said p, according to Y" is X's, by way of Y; what is reported inside a report is that report's own
        others = [r for r in reports if r is not report]
        if report.relays and any(start <= r.cue.idx < end for r in others):
            continue
        around = [r for r in others if r.start <= report.cue.idx < r.end]
        via = next((who(r.source) for r in around if r.relays), None)
        touching = [(a, b) for a, b in ranges if a < end and start < b]
        whole = [r for r in touching if _words(text, *r) >= _LONG and r not in used]
        if whole and sum(min(b, end) - max(a, start) for a, b in whole) >= 0.6 * (end - start):
            used.update(whole)
            yield from (quote(a, b, "direct", report, via) for a, b in whole)
            continue
        if report.known.precision < _CLAUSE or _unsaid(report.cue) or end - start < 10:
            continue
        if any(not r.relays for r in around):
            continue
        end = max([end, *(b for _, b in touching)])
        yield quote(start, end, "mixed" if touching else "indirect", report, via)
        used.update(touching)
        yield from (quote(a, b, "partial", report, via) for a, b in touching)
    for a, b in ranges:
        if (a, b) in used or _words(text, a, b) < _SHORT:
            continue
        cue = _near_cue(paragraph, a, b, inside)
        long = _words(text, a, b) >= _LONG
        if cue is not None:
            report = _Report(a, b, cue, _subject(cue), cues()[cue.lemma_])
            yield quote(a, b, "direct" if long else "partial", report, None)
            continue
        a, b = _trim(text, a, b)
        if long and re.fullmatch(r"\W*", text[:a]) and re.fullmatch(r"\W*", text[b:]):
            yield Quote(at + a, at + b, "direct", last.speaker if last else None, None, "states", True)


def _near_cue(paragraph: Paragraph, start: int, end: int, inside: Callable[[int], bool]) -> "Token | None":
    """The reporting verb nearest to a quotation, outside the marks and not more than 80 characters away."""
    best: tuple[int, Token] | None = None
    for token in paragraph.doc:
        if token.pos_ != "VERB" or inside(token.idx) or cues().get(token.lemma_, Cue("", 0)).precision < _BESIDE_MARKS:
            continue
        gap = token.idx - end if token.idx >= end else start - token.idx
        if gap <= 80 and _subject(token) is not None and (best is None or gap < best[0]):
            best = (gap, token)
    return best[1] if best else None


def _subject(token: "Token") -> "Token | None":
    """The subject of a verb, or of the verb it is coordinated with or hangs on."""
    seen = 0
    while True:
        for child in token.children:
            if child.dep_ == "nsubj":
                return _source(child, token)
        if token.dep_ not in ("conj", "advcl", "xcomp") or token.head is token or seen > 4:
            return None
        token, seen = token.head, seen + 1


def _source(subject: "Token", verb: "Token") -> "Token":
    """The noun that the pronoun of "who said" stands for."""
    return verb.head if subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl" else subject


def _reports(paragraph: Paragraph) -> Iterable[_Report]:
    doc = paragraph.doc
    for token in doc:
        known = cues().get(token.lemma_)
        if token.pos_ == "VERB" and known is not None and known.precision >= _BESIDE_MARKS:
            for child in token.children:
                if child.dep_ == "ccomp" and child.pos_ in ("VERB", "AUX", "NOUN", "ADJ", "PROPN", "ADV"):
                    start, end = _clause(child, token)
                    if end > start and (source := _subject(token)) is not None:
                        yield _Report(start, end, token, source, known)
                        break
            else:
                yield from _before(token, known)
        if token.lower_ == "according" and token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "to":
            objects = [t for t in doc[token.i + 1].children if t.dep_ == "pobj"]
            if objects:
                start, end = _rest(token, objects[0])
                yield _Report(start, end, token, objects[0], Cue("states", 0.8), relays=True)


def _unsaid(cue: "Token") -> bool:
    """Whether nothing was said: "did not say", "has yet to say", "to say"."""
    infinitive = cue.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in cue.children)
    return infinitive or any(c.dep_ == "neg" for c in cue.children)


def _before(cue: "Token", known: Cue) -> Iterable[_Report]:
    """What NAME said in "P, NAME said on Monday", where the parse lost the clause: the words before the comma."""
    sentence = cue.sent
    tail = [t for t in sentence if t.i > cue.i and not t.is_punct]
    commas = [t.i for t in sentence if t.i < cue.i and t.text == ","]
    if not commas or len(tail) > 6 or cue.tag_ not in ("VBD", "VBZ", "VBP") or known.precision < _CLAUSE:
        return
    name = cue.doc[commas[-1] + 1 : cue.i]
    said = cue.doc[sentence.start : commas[-1]]
    is_name = 0 < len(name) <= 8 and name[-1].pos_ in ("PROPN", "NOUN", "PRON")
    if is_name and len(said) >= 4 and not any(_verbal(t) for t in name) and any(_verbal(t) for t in said):
        yield _Report(said.start_char, said.end_char, cue, name[-1], known)


def _verbal(token: "Token") -> bool:
    return token.pos_ in ("VERB", "AUX")


def _clause(child: "Token", cue: "Token") -> tuple[int, int]:
    """The characters of a reported clause: its words on one side of the cue, without the mark "that"."""
    tokens = [t for t in child.subtree if (t.i < cue.i) == (child.i < cue.i)]
    while tokens and (
        (tokens[0].lower_ == "that" and tokens[0].dep_ == "mark") or tokens[0].is_punct or tokens[0].is_space
    ):
        tokens.pop(0)
    if not tokens:
        return 0, 0
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


def _rest(according: "Token", source: "Token") -> tuple[int, int]:
    """The sentence without "according to X": what stands before it, or after it where it comes first."""
    sentence = according.sent
    last = max(t.i for t in source.subtree)
    if according.i - sentence.start > 3:
        return sentence.start_char, according.idx
    after = according.doc[min(last + 1, sentence.end - 1)]
    return after.idx, sentence.end_char


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Without white space, a comma or a full stop at the ends, and without the marks of a quotation all around."""
    while start < end and text[start] in ' ,;:—–\xa0“"”':
        start += 1
    while end > start and text[end - 1] in ' ,;:—–\xa0“"':
        end -= 1
    return start, end


def _words(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())
