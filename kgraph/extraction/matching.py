"""Finding the rows of a table whose word a token is, and what the words of a paragraph stand for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from kgraph.extraction.language import Paragraph
from kgraph.extraction.pronouns import may_be
from kgraph.extraction.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Context", "Heads", "Index", "heads_of"]

Row = TypeVar("Row")

_KINDS = {"VERB": ("verb",), "AUX": ("verb",), "NOUN": ("noun",), "PROPN": ("noun",), "ADJ": ("adjective", "verb")}


class Index(Generic[Row]):
    """Rows by the word that they begin to look at, so that a token is compared with those alone that it may be."""

    def __init__(self, rows: Iterable[tuple[str, str, Row]]) -> None:
        """Kind (`verb`, `noun`, `adjective`), its lemma or words, and the row."""
        self._rows: dict[tuple[str, str], list[tuple[list[str], Row]]] = {}
        for kind, words, row in rows:
            first, *rest = words.split()
            if kind == "noun" and rest:
                *rest, first = words.split()
            self._rows.setdefault((kind, first), []).append((rest, row))

    def at(self, token: "Token") -> Iterator[Row]:
        """The rows whose word a token is, particles and words before it included."""
        kinds = _KINDS.get(token.pos_, ())
        for kind in kinds:
            for lemma in _lemmas(token, kind):
                for rest, row in self._rows.get((kind, lemma), ()):
                    if _before(token, rest) if kind == "noun" else _particle(token, rest):
                        yield row


def _lemmas(token: "Token", kind: str) -> tuple[str, ...]:
    """The lemma; of a participle that was taken for an adjective ("detained"), what it may be the participle of."""
    low = token.lower_
    if low.startswith("re-"):
        # "re-elected": whatever it ends in, it is done again
        return tuple(low[3 : len(low) - end] for end in range(4))
    if kind == "noun":
        return (low,) if token.lemma_.lower() == low else (low, token.lemma_.lower())
    if kind != "verb" or token.pos_ != "ADJ":
        return (token.lemma_.lower(),)
    if token.tag_ == "VBN":
        return (token.lemma_,)
    return (low[:-1], low[:-2], low[:-3]) if low.endswith("ed") and token.dep_ == "amod" else ()


def _before(token: "Token", rest: list[str]) -> bool:
    start = token.i - len(rest)
    return start >= 0 and [t.lower_ for t in token.doc[start : token.i]] == rest


def _particle(token: "Token", rest: list[str]) -> bool:
    """Whether a verb has these particles; with one that the row does not name it is another verb."""
    if not rest:
        return not any(c.dep_ == "prt" for c in token.children)
    beside = {c.lower_ for c in token.children if c.dep_ in _BESIDE}
    return set(rest) <= beside


_BESIDE = {"prt", "advmod", "prep", "acomp", "oprd", "dobj", "nsubjpass", "ccomp"}


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a document when one of its lines is read."""

    #: a country or state to the body that acts for it
    government: Callable[[str], str | None] = lambda _: None
    #: who is quoted, between quotation marks, at a code point of the document
    voice: Callable[[int], str | None] = lambda _: None
    #: the bill, where the document is one: what it says to be done, it does
    bill: Span | None = None
    #: the body whose resolution it is: what has no subject there, it does
    author: Span | None = None
    #: the 16 digits of its name, for what only it knows
    document: str = ""
    #: people whose orders bind
    judges: frozenset[str] = frozenset()
    #: the one decision of a class that the document names as somebody's ("the judge's order")
    decisions: Mapping[tuple[str, str], str] = field(default_factory=dict)


_ALONE = Context()
_HE = {"he", "she", "him", "her", "his", "hers"}
_I = {"i", "me", "my", "mine"}
_WE = {"we", "us", "our", "ours"}


@dataclass(frozen=True, slots=True)
class Heads:
    """What the words of a paragraph stand for."""

    #: index of a token to the mention that it heads
    spans: Mapping[int, Span]
    paragraph: Paragraph
    context: Context

    def get(self, index: int) -> Span | None:
        """The mention that a token heads."""
        return self.spans.get(index)

    def ending(self, token: "Token") -> Span | None:
        """The longest mention that ends with a token: "the Bank of England, an agency" parses as England's."""
        end = self.paragraph.start + token.idx + len(token)
        ends = [s for s in self.spans.values() if s.end == end]
        return min(ends, key=lambda s: s.start, default=None)

    def meant(self, token: "Token") -> Span | None:
        """Whom a pronoun means: "he" the one person before it in the paragraph, "I" who is quoted."""
        low, at = token.lower_, self.paragraph.start + token.idx
        if token.pos_ != "PRON":
            return None
        entity = None
        if low in _I | _WE:
            entity = self.context.voice(at)
            if entity is not None and entity.startswith("person:") != (low in _I):
                return None
        elif low in ("it", "its") and self.context.author is not None:
            entity = self.context.author.entity
        elif low in _HE:
            people = {s.entity for s in self.spans.values() if s.type == "Person" and s.end <= at}
            people = {p for p in people if p is None or may_be(low, p, {})}
            entity = next(iter(people)) if len(people) == 1 else None
        if entity is None:
            return None
        type_ = "Person" if entity.startswith("person:") else "Institution"
        return Span(at, at + len(token), type_, token.text, form="pronoun", entity=entity)

    def acting(self, span: Span) -> Span | None:
        """The body that is meant where a country or state acts (MODEL section 4)."""
        body = self.context.government(span.entity) if span.type == "Place" and span.entity else None
        return span.linked(body, "Institution") if body else None


def heads_of(paragraph: Paragraph, spans: Iterable[Span], context: Context = _ALONE) -> Heads:
    """What each word of a paragraph heads; of two mentions the longer.

    Args:
        paragraph: a line, parsed.
        spans: the mentions in it.
        context: what the document says beyond it.
    """
    found: dict[int, Span] = {}
    for span in sorted(spans, key=lambda s: (s.end - s.start, s.start)):
        piece = paragraph.doc.char_span(
            span.start - paragraph.start, span.end - paragraph.start, alignment_mode="expand"
        )
        if piece is not None:
            found[piece.root.i] = span
    return Heads(found, paragraph, context)
