"""Quotations: words between quotation marks, found on characters, and reported clauses, found in the parse.

Each has its speaker, cue and stance where the text gives them. Strict: attitudes and intentions are none (`attitudes`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kgraph.extraction import lost
from kgraph.extraction.attitudes import Attitude
from kgraph.extraction.constructions import Report, own_words, reports, subject
from kgraph.extraction.language import Paragraph
from kgraph.extraction.lexicon import Cue, cues, speech
from kgraph.extraction.lost import CLAUSE, FINITE, RELAYS, Found
from kgraph.extraction.marks import inside, marked, trimmed, word_count
from kgraph.extraction.speakers import Speakers

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Quote", "quotations"]

#: how sure a verb must be to report what stands beside it in quotation marks, or what is passed on
_BESIDE_MARKS, _PASSED_ON = 0.25, 0.2
#: words that make a quotation long, and short
_LONG, _SHORT = 6, 3
#: characters between a quotation and its cue
_NEAR = 80
_CALLS = Cue("requests", 0.6)
#: how likely an attribution must be for the words in marks within it to be its source's
_LIKELY = 0.5
_NOBODY = ("nobody", "none", "neither")


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


_SENTENCE_BEFORE = re.compile(r"[.!?][”\"’')]*\s*[“\"‘']+$")


def quotations(paragraphs: Iterable[Paragraph], speaks: Speakers, wide: Sequence[Attitude] = ()) -> list[Quote]:
    """All quotations of a document, in order.

    Args:
        paragraphs: its lines, parsed.
        speaks: what a token stands for as a speaker; it is told who spoke last.
        wide: the attributions in the wide sense: words in quotation marks within them are their source's.
    """
    found: list[Quote] = []
    last: Quote | None = None
    wide = sorted((a for a in wide if a.chance >= _LIKELY), key=lambda a: a.start)
    for number, paragraph in enumerate(paragraphs):
        here_from, here_to = (bisect_left(wide, at, key=lambda a: a.start) for at in (paragraph.start, paragraph.end))
        around = wide[here_from:here_to]
        line = _Line(paragraph, speaks, last, around)
        here = sorted(set(line.quotes(headline=number == 0)), key=lambda q: (q.start, q.end, q.kind, q.speaker or ""))
        found += here
        direct = [q for q in here if q.kind == "direct" and q.speaker]
        last = direct[-1] if direct else None
    return found


class _Line:
    """One line of the document, with its quotation marks and what is reported in it."""

    def __init__(self, paragraph: Paragraph, speaks: Speakers, last: Quote | None, around: list[Attitude]) -> None:
        self.paragraph, self.text, self.at = paragraph, paragraph.text, paragraph.start
        self.speaks, self.last, self.around = speaks, last, around
        self.ranges = marked(self.text)
        self.reports = list(reports(paragraph.doc))
        self.cues = [
            token
            for token in paragraph.doc
            if (known := cues().get(token.lemma_)) and known.precision >= CLAUSE and not inside(self.ranges, token.idx)
        ]
        self.used: set[tuple[int, int]] = set()
        self.made: list[Quote] = []

    def quotes(self, *, headline: bool) -> Iterator[Quote]:
        """The quotations of the line, as they are found."""
        found = [self._cut(f) for f in self._found(headline) if f.cue is None or not inside(self.ranges, f.cue.idx)]
        for one in found:
            self.made += self._reported(one, [f for f in found if f is not one])
        for span in self.ranges:
            if span not in self.used:
                self.made += self._alone(span) if word_count(self.text, span) >= _SHORT else self._piece(span)
        yield from self.made
        yield from self._appeals()

    def _found(self, headline: bool) -> Iterator[Found]:
        taken = set()
        doc = self.paragraph.doc
        for report in self.reports:
            known, kind = _strict(report)
            if known is not None and report.source is not None and report.cue.i not in taken:
                if kind != "according-to":
                    taken.add(report.cue.i)
                yield Found(report.start, report.end, report.cue, report.source, known, kind == "according-to")
        for token in doc:
            if token.pos_ == "VERB" and token.i not in taken and (known := cues().get(token.lemma_)):
                yield from lost.before_name(token, known)
        if headline and not taken:
            yield from lost.headline(self.paragraph)
        yield from lost.named_line(self.paragraph)

    def _reported(self, one: Found, others: list[Found]) -> Iterator[Quote]:
        start, end = trimmed(self.text, one.start, one.end)
        start += len((re.match(r"that\b,?\s+", self.text[start:end]) or [""])[0])
        # "X said p, according to Y" is X's, by way of Y; what is reported inside a report is that report's own
        if one.relays and any(start <= f.cue.idx < end and _sure(f, _PASSED_ON) for f in others if f.cue is not None):
            return
        around = [f for f in others if one.cue is not None and f.start <= one.cue.idx < f.end]
        relayer = next((f for f in around if f.relays), None)
        via = self._who(relayer.source) if relayer is not None else None
        touching = [r for r in self.ranges if r[0] < end and start < r[1]]
        whole = [r for r in touching if word_count(self.text, r) >= _LONG and r not in self.used]
        covered = sum(min(b, end) - max(a, start) for a, b in whole) >= 0.6 * (end - start)
        if (
            len(touching) == 1
            and touching[0] not in self.used
            and touching[0][0] <= start + 1
            and touching[0][1] >= end - 1
        ):
            # few words, but all of it
            whole, covered = touching, True
        if whole and one.relays and whole[0][0] <= start + 1:
            # the quotation is what was said; the rest is the narrator's
            whole, covered = whole[:1], True
        if whole and covered:
            self.used.update(whole)
            for a, b in whole:
                yield self._quote(a, b, "direct", one, via)
            return
        if not _sure(one, _PASSED_ON if relayer is not None else CLAUSE) or _unsaid(one) or end - start < 10:
            return
        if (
            any(not f.relays for f in around)
            or self._impersonal(one.source)
            or not (touching or one.known.stance == "denies" or self._told(start, end))
        ):
            return
        end = max([end, *(b for _, b in touching)])
        yield self._quote(start, end, "mixed" if touching else "indirect", one, via)
        self.used.update(touching)
        for a, b in touching:
            yield self._quote(a, b, "partial", one, via)

    def _impersonal(self, source: "Token | None") -> bool:
        """Whether nobody in particular speaks: "estimates suggest", "the move underscored"."""
        if source is None or source.pos_ != "NOUN":
            return False
        return source.lemma_.lower() in speech("impersonal") or not self.speaks.may_speak(source, self.paragraph)

    def _told(self, start: int, end: int) -> bool:
        """Whether the words hold a finite verb, as what is reported does."""
        first = self.paragraph.doc.char_span(start, end, alignment_mode="expand")
        return any(t.tag_ in (*FINITE, "VB") for t in first or ())

    def _cut(self, one: Found) -> Found:
        """A reported clause ends before a colon that opens a quotation, a dash, and another report that is added."""
        start, end = trimmed(self.text, one.start, one.end)
        if one.cue is None or one.cue.idx > start or one.relays:
            return one
        stops = [m.start() for m in re.finditer(r":\s*[\"“‘']|\s+[—–-]{1,2}\s", self.text[start:end])]
        dashes = [stop for stop in stops if self.text[start + stop] != ":"]
        if len(dashes) == 2:
            # two dashes are a bracket
            stops = [stop for stop in stops if stop not in dashes]
        found = [start + s for s in stops if s > 8 and not inside(self.ranges, start + s + 1)]
        for token in self.cues:
            if not start + 8 < token.idx < end:
                continue
            if token.tag_ == "VBG":
                comma = self.text.rfind(",", start + 8, token.idx)
                closing = any(comma == b - 1 for _, b in self.ranges)
                if comma > 0 and token.idx - comma < 30 and (closing or not inside(self.ranges, comma)):
                    found.append(comma)
            elif (
                token.dep_ == "conj"
                and token.tag_ == one.cue.tag_
                and not any(c.dep_ == "nsubj" for c in token.children)
            ):
                # "said he was ill and vowed to return": the second is the speaker's too, not of what was said
                link = next((c for c in token.head.children if c.dep_ == "cc" and c.i < token.i), None)
                if link is not None and link.idx > start + 8:
                    found.append(link.idx)
        return replace(one, end=trimmed(self.text, start, min([end, *found]))[1])

    def _alone(self, span: tuple[int, int]) -> Iterator[Quote]:
        """A quotation that no clause holds: of the nearest cue, or of who spoke in the line before."""
        (start, end), text = span, self.text
        long = word_count(text, span) >= _LONG
        cue = self._near(start, end)
        before = self._goes_on(start, end, cue) if long else None
        if before is not None:
            start, end = trimmed(text, start, end)
            yield Quote(self.at + start, self.at + end, "direct", before.speaker, None, "states", True, before.via)
        elif cue is not None:
            one = Found(start, end, cue, subject(cue), cues()[cue.lemma_])
            yield self._quote(start, end, "direct" if long else "partial", one, None)
        elif long and not re.sub(r"\W", "", text[:start] + text[end:]):
            start, end = trimmed(text, start, end)
            speaker, via = (self.last.speaker, self.last.via) if self.last else (None, None)
            yield Quote(self.at + start, self.at + end, "direct", speaker, None, "states", True, via)

    def _goes_on(self, start: int, end: int, cue: "Token | None") -> Quote | None:
        """What a sentence of its own goes on with: “A,” she said, and left. “B.” is hers, whatever stands between."""
        alone = _SENTENCE_BEFORE.search(self.text[:start]) and self.text[end - 1] in ".!?"
        asked = self.text[end - 1] != "." and cue is not None and cue.idx > end
        spoken = [q for q in self.made if q.end < self.at + start and q.kind == "direct" and q.marks and q.speaker]
        return spoken[-1] if alone and not asked and spoken else None

    def _piece(self, span: tuple[int, int]) -> Iterator[Quote]:
        """A word or two in quotation marks within what is attributed: "called the fine “a joke”"."""
        start, end = self.at + span[0], self.at + span[1]
        holds = [
            a for a in self.around if a.start <= start and end <= a.end and a.cue is not None and a.source is not None
        ]
        inner = min(holds, key=lambda a: a.end - a.start, default=None)
        if inner is not None and inner.cue is not None:
            known = cues().get(inner.cue.lemma_, RELAYS)
            yield self._quote(*span, "partial", Found(*span, inner.cue, inner.source, known), None)

    def _near(self, start: int, end: int) -> "Token | None":
        """The reporting verb nearest to a quotation, outside the marks."""
        best: tuple[int, Token] | None = None
        for token in self.paragraph.doc:
            known = cues().get(token.lemma_) if token.pos_ == "VERB" else None
            if known is None or inside(self.ranges, token.idx) or max(known.precision, known.speaks) < _BESIDE_MARKS:
                continue
            gap = token.idx - end if token.idx >= end else start - token.idx
            if gap <= _NEAR and subject(token) is not None and (best is None or gap < best[0]):
                best = (gap, token)
        return best[1] if best else None

    def _appeals(self) -> Iterator[Quote]:
        """An appeal to an authority ("as the court has made clear, p"): p is the court's, by way of who says so."""
        for report in self.reports:
            if report.construction != "as:pre" or report.source is None or not cues().get(report.cue.lemma_):
                continue
            quoted = inside(self.ranges, report.cue.idx)
            start, end = trimmed(self.text, report.start, report.end)
            inner = next((r for r in self.ranges if r[0] <= report.cue.idx < r[1]), None)
            one = Found(
                start, min(end, inner[1]) if inner else end, report.cue, report.source, cues()[report.cue.lemma_]
            )
            speaker = self.speaks.last[0] if quoted and self.speaks.last else None
            yield self._quote(one.start, one.end, "nested" if quoted else "indirect", one, speaker)

    def _who(self, token: "Token | None") -> str | None:
        return self.speaks(token, self.paragraph) if token is not None else None

    def _quote(self, start: int, end: int, kind: str, one: Found, via: str | None) -> Quote:
        start, end = trimmed(self.text, start, end)
        source, cue, at = one.source, one.cue, self.at
        named = cue_span = None
        if source is not None:
            first, last = own_words(source)
            named = (at + first, at + last)
            via = via or self.speaks.relayer(source, self.paragraph)
        if cue is not None:
            cue_span = (at + cue.idx, at + cue.idx + len(cue))
        speaker = self._who(source)
        if speaker and kind != "nested" and named:
            self.speaks.last = (speaker, named[0])
        words_ = cue.text if cue is not None else None
        marks = kind in ("direct", "partial")
        return Quote(at + start, at + end, kind, speaker, words_, one.known.stance, marks, via, named, cue_span)


def _strict(report: Report) -> tuple[Cue | None, str]:
    """How a cue reports, if it reports what was said; and the kind of construction."""
    kind = report.construction.partition(":")[0]
    if kind == "according-to":
        return (RELAYS, kind) if report.construction[13:] in ("pre", "post", "within") else (None, kind)
    calls = report.cue.lemma_ == "call" and report.construction == "prep+to:on"
    known = _CALLS if calls else cues().get(report.cue.lemma_)
    if known is None or report.cue.pos_ != "VERB":
        return None, kind
    if report.cue.tag_ == "VB" and report.construction.startswith(("ccomp:wh", "ccomp:if", "ccomp:whether")):
        # "will determine which party wins"
        return None, kind
    if kind == "dobj" and known.stance == "denies":
        return known, kind
    if kind in ("ccomp", "inserted") or (kind == "pccomp" and report.source is not None):
        return (known, kind) if known.precision >= _PASSED_ON else (None, kind)
    if known.stance == "requests" and report.construction in ("xcomp:to", "prep+to:on"):
        return known._replace(precision=CLAUSE), kind
    return None, kind


def _sure(one: Found, least: float) -> bool:
    return one.known.precision >= least


def _unsaid(one: Found) -> bool:
    """Whether nothing was said: "did not say", "has yet to say", "without saying", "did they", "nobody said"."""
    cue = one.cue
    if cue is None:
        return False
    to = cue.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in cue.children)
    without = cue.dep_ == "pcomp" and cue.head.lower_ in ("without", "from", "of")
    asked = cue.tag_ == "VB" and any(
        c.dep_ == "aux" and c.lemma_ == "do" and c.i < (one.source or cue).i for c in cue.children
    )
    to = to or (
        cue.tag_ == "VBN" and cue.dep_ in ("advcl", "acl", "relcl") and not any(c.dep_ == "aux" for c in cue.children)
    )
    nobody = one.source is not None and (
        one.source.lower_ in _NOBODY or any(c.lower_ == "no" for c in one.source.children)
    )
    return to or without or asked or nobody or any(c.dep_ == "neg" for c in cue.children)
