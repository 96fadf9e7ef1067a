"""Attributions in the wide sense: all that a text lays at somebody's door, attitudes and intentions too.

Every cue in every construction is weighed (`odds`); the likely ones stay, one for each cue and for the same words.
Wider than `quotations`: not all of it was said.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from kgraph.extraction.constructions import Report, own_words, reports, subject
from kgraph.extraction.language import Paragraph
from kgraph.extraction.lexicon import cues
from kgraph.extraction.marks import inside, marked, word_count
from kgraph.extraction.odds import Case, chances

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Attitude", "attitudes", "cases", "ending"]

#: a case this likely is taken; near half of the F1 that can be had, as theory has it
LIKELY = 0.3
_LONG = 6
#: characters between two pieces of one quotation, and between a quotation and its cue
_APART, _NEAR = 150, 100
_TRIM = " \t\xa0.,;:!?–—-“”\"'‘’"
_NAME_LINE = re.compile(r"(?:[A-Z][\w.’'-]*,? ){0,4}[A-Z][\w.’'-]*(?: \([^)]*\))?:\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Attitude:
    """What somebody is made to say or think, in the document's characters."""

    start: int
    end: int
    #: how likely it is that the text attributes this
    chance: float
    #: how cue and content are joined
    construction: str
    #: the reporting word, if one does
    cue: "Token | None"
    cue_span: tuple[int, int] | None
    #: the word that names who says or thinks so, its line, and where all words of that name stand
    source: "Token | None"
    paragraph: Paragraph
    source_span: tuple[int, int] | None


def attitudes(paragraphs: Iterable[Paragraph]) -> list[Attitude]:
    """The attributions of a document, in order."""
    found: list[Attitude] = []
    before: Attitude | None = None
    previous = ""
    for number, paragraph in enumerate(paragraphs):
        here = list(_chosen(paragraph, cases(paragraph, first=number == 0, previous=previous), before))
        found += here
        before = max((a for a in here if a.source is not None), key=lambda a: a.start, default=before)
        previous = ending(paragraph.text)
    return sorted(found, key=lambda a: (a.start, a.end, a.construction))


def ending(text: str) -> str:
    """How a line ends, for what the next may be: with a colon, a quotation, or otherwise."""
    if text.rstrip().endswith(":"):
        return "colon"
    if not marked(text):
        return "0"
    return "quote" if text.rstrip()[-1:] in "”\"'’" else "quoted"


def _chosen(paragraph: Paragraph, found: list[Case], before: Attitude | None) -> Iterator[Attitude]:
    text, at = paragraph.text, paragraph.start
    kept: list[tuple[int, int, Case]] = []
    weighed = sorted(
        zip(chances(found), found, strict=True), key=lambda x: (-x[0], x[1].start, x[1].end, x[1].construction)
    )
    for chance, case in weighed:
        if chance < LIKELY:
            break
        start, end = _core(text, case.start, case.end)
        if start >= end or any(_rivals(case, start, end, other) for other in kept):
            continue
        kept.append((start, end, case))
        cue = case.cue
        cue_span = (at + cue.idx, at + cue.idx + len(cue)) if cue is not None else None
        source, home, span = case.source, paragraph, None
        if source is not None:
            first, last = own_words(source)
            span = (at + first, at + last)
        elif cue is None and before is not None:
            # a quotation alone goes on with whoever spoke before
            source, home, span = before.source, before.paragraph, before.source_span
        yield Attitude(at + start, at + end, round(chance, 3), case.construction, cue, cue_span, source, home, span)


def _rivals(case: Case, start: int, end: int, other: tuple[int, int, Case]) -> bool:
    """Whether the two cannot both be: one cue reports once, and the same words are reported once."""
    a, b, taken = other
    if case.cue is not None and taken.cue is not None and taken.cue.i == case.cue.i:
        return True
    shared = min(b, end) - max(a, start)
    if shared <= 0:
        return False
    quoted = case.construction.startswith("quote")
    return (
        2 * shared >= max(b, end) - min(a, start)
        or (quoted and shared == end - start)
        or (quoted and taken.construction.startswith("quote"))
    )


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return start, end


def cases(paragraph: Paragraph, *, first: bool, previous: str) -> list[Case]:
    """All that might be attributed in a line: clauses and objects of cues, quotations, what a name and a colon open.

    Args:
        paragraph: the line.
        first: whether it is the document's first, its headline.
        previous: how the line before ends.
    """
    return list(_Line(paragraph, first, previous).cases())


class _Line:
    """One line and its quotations."""

    def __init__(self, paragraph: Paragraph, first: bool, previous: str) -> None:
        self.doc, self.text = paragraph.doc, paragraph.text
        self.first, self.previous = first, previous
        self.ranges = marked(self.text)
        self.speaking = [
            t
            for t in self.doc
            if t.pos_ == "VERB" and (cue := cues().get(t.lemma_)) and cue.speaks and not inside(self.ranges, t.idx)
        ]

    def cases(self) -> Iterator[Case]:
        for report in reports(self.doc):
            yield from self._reported(report)
        for number, span in enumerate(self.ranges):
            yield from self._quoted(number, span)
        name = _NAME_LINE.match(self.text)
        if name and len(self.text) - name.end() > 5:
            last = [t for t in self.doc if t.idx < name.end() and t.text != ":" and not t.is_space][-1]
            kind = "name:headline" if self.first else "name:line"
            yield self._case(name.end(), len(self.text), None, kind, last)
        if self.previous == "colon":
            yield self._case(0, len(self.text), None, "after-colon", None)

    def _reported(self, report: Report) -> Iterator[Case]:
        cue, start, end = report.cue, report.start, report.end
        if inside(self.ranges, cue.idx):
            # what is reported within a quotation is the speaker's own report
            return
        touching = [r for r in self.ranges if r[0] < end and start < r[1]]
        long = [r for r in touching if word_count(self.text, r) >= _LONG]

        def case(a: int, b: int, variant: str, rest: str) -> Case:
            return self._case(
                a, b, cue, report.construction, report.source, head=report.head, family=report.family, variant=variant,
                rest=rest, marks=bool(touching),
            )  # fmt: skip

        if long and report.construction.startswith(("ccomp", "pccomp", "inserted", "according", "as:")):
            # the parse hangs a cue on the last sentence of a quotation only: take all of it, and what goes on behind
            start, end = min(start, long[0][0]), max(end, long[-1][1])
            low = min(start, cue.idx)
            for a, b in reversed(self.ranges):
                if b <= low and word_count(self.text, (a, b)) >= _LONG and low - b < 5:
                    start = low = a
            yield case(start, end, "quote", "")
            further = self._further(max(end, cue.idx + len(cue)), cue)
            if further:
                yield case(start, further, "quotes", "")
            return
        for variant, a, b, rest in _variants(report, self.text):
            yield case(a, b, variant, rest)

    def _quoted(self, number: int, span: tuple[int, int]) -> Iterator[Case]:
        (start, end), text = span, self.text
        count = word_count(text, span)
        size = "long" if count >= _LONG else "short" if count >= 3 else "tiny"
        near = [(t.idx - end if t.idx >= end else start - t.idx, t) for t in self.speaking]
        gap, cue = min(((g, t) for g, t in near if g <= _NEAR), key=lambda x: x[0], default=(0, None))
        before, after = text[:start].rstrip(_TRIM.replace(":", "")), text[end : end + 12].strip("”\"'’ ")
        rest = (
            re.sub("[a-z]", "a", re.sub("[A-Z]", "A", after[:1])) + ("A" if text[start].isupper() else "a")
            + ("." if text[end - 1] in ".,?!" else "-")
        )  # fmt: skip
        if cue is not None:
            side = "post" if cue.idx < start else "pre"
            if side == "post" and start - cue.idx - len(cue) < 30 and before.endswith(":"):
                side = "colon"
            rest, source = f"{rest}{min(3, gap // 15)}", subject(cue)
        else:
            side = "whole" if not re.sub(r"\W", "", text[:start] + text[end:]) else "in"
            side = side if side == "whole" else "colon" if before.endswith(":") else "in" if before else "start"
            rest, source = rest + self.previous, self._talker(start) if side in ("in", "colon") else None
        further = self._further(max(end, cue.idx + len(cue)) if cue is not None and side == "pre" else end, cue)
        for variant, last in (("0", end), ("quotes", further)):
            if last and (variant == "0" or size != "tiny" or cue is None):
                yield self._case(
                    start, last, cue, f"quote:{size}:{side}", source, variant=variant, rest=rest, marks=True
                )

    def _talker(self, start: int) -> "Token | None":
        """The subject of the sentence that stands before a quotation, or holds it."""
        before = [t for t in self.doc if t.idx < start - 1 and not inside(self.ranges, t.idx) and not t.is_punct]
        root = next((t for t in before[-1].sent if t.dep_ == "ROOT"), None) if before else None
        found = subject(root) if root is not None else None
        return found if found is not None and found.idx < start else None

    def _further(self, end: int, cue: "Token | None") -> int:
        """Where the quotations end that go on behind one, no other verb of speaking between; 0 if none does."""
        last, got = end, 0
        for a, b in self.ranges:
            if a < last:
                continue
            if a - last >= _APART or any(last <= t.idx < a and (cue is None or t.i != cue.i) for t in self.speaking):
                break
            last = got = b
        return got

    def _case(
        self, start: int, end: int, cue: "Token | None", construction: str, source: "Token | None", *,
        head: "Token | None" = None, family: str = "", variant: str = "0", rest: str = "", marks: bool = False,
    ) -> Case:  # fmt: skip
        closing = end >= len(self.text) - 2
        return Case(
            start, end, cue, construction, family or construction, source, head, variant, rest, marks,
            self.first, closing,
        )  # fmt: skip


def _variants(report: Report, text: str) -> list[tuple[str, int, int, str]]:
    """The words as the parse has them, and without what was added at their end: name, start, end, what comes next."""
    doc, start, end = report.cue.doc, report.start, report.end
    after = next((t for t in doc[report.last.i + 1 : report.last.i + 3] if not t.is_space), None)
    rest = "$" if after is None else after.lower_ if after.is_punct or after.dep_ in ("cc", "mark") else after.dep_
    if after is not None and after.text in ",:;–—-" and after.i + 1 < len(doc):
        rest += f"|{_word_kind(doc[after.i + 1])}"
    found = [("0", start, end, rest)]
    if not report.construction.startswith(_CUTTABLE) or (
        report.cue.idx > start and not report.construction.startswith("ccomp")
    ):
        return found
    for token in reversed(list(doc[report.first.i : report.last.i])):
        if token.text in _COMMAS and token.idx > start + 8:
            following = doc[token.i + 1]
            begin = takewhile(lambda t: t.left_edge.i == following.i, chain((following,), following.ancestors))  # noqa: B023
            added = [t for t in begin if _ends(t, end)]
            if added:
                found.append(("cut", start, token.idx, f"{added[-1].dep_}|{_word_kind(following)}"))
                break
    return found


_CUTTABLE = ("ccomp", "pccomp", "xcomp", "pxcomp", "dobj", "prep", "n-", "a-", "pass-subj+", "advcl", "oprd")
_COMMAS = (",", "–", "—", "-", "--", ";")


def _ends(token: "Token", end: int) -> bool:
    last = token.right_edge
    return last.idx + len(last) >= end - 2


def _word_kind(token: "Token") -> str:
    return str(token.lower_ if token.pos_ in ("CCONJ", "SCONJ", "PRON", "DET", "ADV") else token.tag_)
