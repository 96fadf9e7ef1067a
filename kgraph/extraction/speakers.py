"""Who speaks where a word is the source of a quotation: which mention it is; whom pronouns and documents speak for."""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kgraph.dossier import Entity
from kgraph.extraction.constructions import own_words
from kgraph.extraction.language import Paragraph
from kgraph.extraction.lexicon import speech
from kgraph.extraction.pronouns import may_be
from kgraph.extraction.spans import Span
from kgraph.terms import slug

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Speakers"]

_ACTORS = ("Person", "Group", "Institution", "Organization", "Court")
#: pronoun to the kinds of what it may stand for
_PRONOUNS = {"he": ("person",), "she": ("person",), "it": ("body",), "they": ("group", "body")}
#: characters back to which a pronoun looks
_BACK = 600


@dataclass(slots=True)
class Speakers:
    """Called with a token, gives the entity that speaks; who spoke last is told to it."""

    #: the mentions, in order; an unnamed speaker's gets its entity here
    spans: list[Span]
    government: Callable[[str], str | None]
    #: the 16 digits of the document's name, and the entities that it alone knows
    document: str = ""
    minted: dict[str, Entity] = field(default_factory=dict)
    #: how the document addresses people: person to `he` or `she`
    addressed: dict[str, str] = field(default_factory=dict)
    #: who spoke last, and where
    last: tuple[str, int] | None = None
    #: noun for a document to whom it speaks for
    issuers: dict[str, str] = field(default_factory=dict)
    #: noun for a person to the last unnamed one who was called so
    unnamed: dict[str, str] = field(default_factory=dict)

    def __call__(self, token: "Token", paragraph: Paragraph) -> str | None:
        """The entity that a token stands for as a speaker; None where that is not known."""
        at = paragraph.start + token.idx
        if token.tag_ in ("WP", "WDT"):
            clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
            return self(clause.head, paragraph) if clause is not None and clause.head.i < token.i else None
        whose = next(
            (t for t in token.subtree if t.tag_ == "WP" and t.dep_ == "pobj" and t.head.head.i == token.i), None
        )
        if whose is not None:
            # "many of whom say"
            return self(whose, paragraph)
        if token.lower_ in _PRONOUNS:
            return self._pronoun(token, paragraph)
        if _is_document(token):
            return self._issuer(token, paragraph)
        if (shouted := self._in_capitals(token)) is not None:
            return shouted
        here = [s for s in self._around(at) if s.form != "pronoun"]
        best = max(here, key=lambda s: (s.type in _ACTORS, s.end - s.start), default=None)
        named = next((c for c in token.children if c.dep_ == "appos" and c.ent_type_ == "PERSON"), None)
        if named is not None and (best is None or best.form == "nominal" or best.type not in _ACTORS):
            return self(named, paragraph)
        if best is None:
            new = Span(at, at + len(token), "Person", token.text, "nominal")
            return self._named(token, paragraph) or self._unnamed(token, paragraph, new) or self._alike(token)
        if best.type in _ACTORS:
            return best.entity or self._same(best) or self._unnamed(token, paragraph, best)
        if best.type == "Place" and best.entity:
            return self.government(best.entity)
        if best.type == "Office":
            return self._holder(best, token, paragraph) or self._named(token, paragraph)
        return None

    def may_speak(self, token: "Token", paragraph: Paragraph) -> bool:
        """Whether a noun is somebody, or a document: no move, loss or smile."""
        return (
            _is_document(token) or self(token, paragraph) is not None or bool(self._around(paragraph.start + token.idx))
        )

    def _same(self, span: Span) -> str | None:
        """What the same words stand for elsewhere in the document, if they are clear there."""
        found = {s.entity for s in self.spans if s.text == span.text and s.type == span.type and s.entity}
        return found.pop() if len(found) == 1 and span.form == "nominal" and span.type != "Person" else None

    def _alike(self, token: "Token") -> str | None:
        """The only court or body of the document that is called by this noun: a headline has no articles."""
        ends = (f" {token.lower_}", token.lower_)
        found = {
            s.entity
            for s in self.spans
            if s.form == "nominal" and s.type in _ACTORS[2:] and s.text.lower().endswith(ends) and s.entity
        }
        return found.pop() if len(found) == 1 and token.pos_ == "NOUN" else None

    def _unnamed(self, token: "Token", paragraph: Paragraph, span: Span) -> str | None:
        """A new person for one who is not named: "a spokesman for the ministry"; "the spokesman" goes back to them."""
        head = token.lemma_.lower()
        if span.type != "Person" or span.form != "nominal" or token.pos_ != "NOUN":
            return None
        article = next((c.lower_ for c in token.children if c.dep_ in ("det", "nummod")), "")
        if article in ("the", "this", "that"):
            return self.unnamed.get(head)
        owned = any(c.dep_ == "poss" and c.pos_ != "PRON" for c in token.children)
        if not owned and article not in ("a", "an", "one", "another"):
            return None
        if span not in self.spans and head not in speech("unnamed"):
            return None
        first, last = own_words(token)
        label = re.sub(r"(?i)^(?:an?|the|one|another) ", "", paragraph.text[first:last]).strip(" ,")
        name = f"person:unnamed-{slug(label)}-{self.document}"
        if name not in self.minted:
            self.minted[name] = Entity.model_validate(
                {"id": name, "label": label, "class": "Person", "anonymous": True}
            )
        self.unnamed[head] = name
        if span in self.spans:
            self.spans[self.spans.index(span)] = span.linked(name)
        else:
            insort(self.spans, span.linked(name))
        return name

    def relayer(self, token: "Token", paragraph: Paragraph) -> str | None:
        """Who shows a document that speaks: "a letter seen by X"."""
        return self._by(token, paragraph, "shown")

    def _around(self, at: int) -> list[Span]:
        """The mentions that hold a character."""
        last = bisect_right(self.spans, at, key=lambda s: s.start)
        return [s for s in self.spans[max(0, last - 8) : last] if s.end > at]

    def _before(self, start: int, end: int) -> list[Span]:
        """The mentions that begin and end in a range."""
        first, last = (bisect_left(self.spans, i, key=lambda s: s.start) for i in (start, end))
        return [s for s in self.spans[first:last] if s.end <= end and s.form != "pronoun"]

    def _holder(self, office: Span, token: "Token", paragraph: Paragraph) -> str | None:
        """The person named right after a title, or right before it, within the words of the source."""
        first, last = own_words(token)
        end = max(paragraph.start + last, office.end + 40)
        for span in self._before(office.end, end):
            if span.type == "Person" and span.entity:
                between = paragraph.text[office.end - paragraph.start : span.start - paragraph.start]
                within = span.end <= paragraph.start + last and paragraph.start + first <= office.start
                if within or not between.strip(" ,"):
                    return span.entity
        return None

    def _named(self, token: "Token", paragraph: Paragraph) -> str | None:
        """The person whose name closes the words of a title ("head of the commission Ada Moss")."""
        first, last = (paragraph.start + i for i in own_words(token))
        for span in self._before(first, last):
            before = paragraph.text[: span.start - paragraph.start].rstrip().rpartition(" ")[2]
            if span.type == "Person" and span.end == last and span.start > first and not before.islower():
                return span.entity
        return None

    def _in_capitals(self, token: "Token") -> str | None:
        """The one person whose surname is written in capitals, as in a transcript."""
        if not token.text.isupper() or len(token) < 3:
            return None
        found = {s.entity for s in self.spans if s.type == "Person" and s.text.upper().split()[-1:] == [token.text]}
        return found.pop() if len(found) == 1 else None

    def _pronoun(self, token: "Token", paragraph: Paragraph) -> str | None:
        """The only one named before in the line, or its subject; else who spoke last."""
        at, kinds = paragraph.start + token.idx, _PRONOUNS[token.lower_]
        spoke = self.last if self.last and self.last[1] >= paragraph.start - _BACK else None
        fits = spoke is not None and spoke[0].partition(":")[0] in kinds and self._may_be(token, spoke[0])
        if token.lower_ in ("it", "they"):
            before = self._subject(token, paragraph)
            if before is not None:
                return before.entity if before.entity and before.entity.partition(":")[0] in kinds else None
            return spoke[0] if spoke is not None and fits else None
        named = [s.entity for s in self._before(paragraph.start, at) if s.type == "Person"]
        if people := self._could_be(token, named):
            if len(people) == 1:
                return people.pop()
            if spoke is not None and fits and spoke[0] in people:
                return spoke[0]
            subject = self._subject(token, paragraph)
            return subject.entity if subject is not None and subject.entity in people else None
        if spoke is not None and fits:
            return spoke[0]
        back = self._before(max(0, paragraph.start - _BACK), at)
        people = self._could_be(token, [s.entity for s in back if s.type == "Person"])
        return people.pop() if len(people) == 1 else None

    def _could_be(self, token: "Token", people: list[str | None]) -> set[str | None]:
        """Those whom a pronoun may mean; if one alone is known to be of its kind, that one."""
        found: set[str | None] = {p for p in people if p is None or self._may_be(token, p)}
        other = "he" if token.lower_ == "she" else "she"
        sure: set[str | None] = {p for p in found if p is not None and not may_be(other, p, self.addressed)}
        return sure if len(sure) == 1 else found

    def _may_be(self, token: "Token", entity: str) -> bool:
        return may_be(token.lower_, entity, self.addressed)

    def _subject(self, token: "Token", paragraph: Paragraph) -> Span | None:
        """The mention that is the subject of the sentence before, or of the same one before the word."""
        for sentence in reversed([x for x in paragraph.doc.sents if x.start < token.i]):
            for subject in sentence:
                if subject.i < token.i and subject.dep_ in ("nsubj", "nsubjpass") and subject.head.dep_ == "ROOT":
                    found = [s for s in self._around(paragraph.start + subject.idx) if s.form != "pronoun"]
                    actor = next((s for s in found if s.type in _ACTORS), None)
                    if actor is not None:
                        return actor
        return None

    def _issuer(self, token: "Token", paragraph: Paragraph) -> str | None:
        """Whom a document speaks for: its owner, who made it, or whoever it was said to be of before."""
        noun = token.lemma_.lower()
        found = None
        for child in token.children:
            if child.dep_ in ("poss", "compound", "nmod", "amod"):
                found = found or self._actor(child, paragraph)
            elif child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
                found = found or next((self._actor(c, paragraph) for c in child.children if c.dep_ == "pobj"), None)
        found = found or self._by(token, paragraph, "made")
        if found:
            self.issuers[noun] = found
        if not found and noun == "report" and token.tag_ == "NNS" and not list(token.lefts):
            # "reports say": who reports is not said
            return self._media()
        return found or self.issuers.get(noun)

    def _media(self) -> str:
        """The unnamed media: those that the document speaks of, or new ones."""
        known = next(
            (s.entity for s in self.spans if s.type == "Group" and s.text.lower() == "media" and s.entity), None
        )
        name = known or f"group:unnamed-media-{self.document}"
        if known is None and name not in self.minted:
            data = {"id": name, "label": "unnamed media", "class": "Group", "anonymous": True}
            self.minted[name] = Entity.model_validate(data)
        return name

    def _actor(self, token: "Token", paragraph: Paragraph) -> str | None:
        return None if _is_document(token) else self(token, paragraph)

    def _by(self, token: "Token", paragraph: Paragraph, how: str) -> str | None:
        for child in token.subtree:
            if child.dep_ == "acl" and speech("documented").get(child.lemma_) == how:
                for agent in child.children:
                    if agent.dep_ in ("agent", "prep") and agent.lower_ == "by":
                        return next((self._actor(c, paragraph) for c in agent.children if c.dep_ == "pobj"), None)
        return None


def _is_document(token: "Token") -> bool:
    """Whether a word is a noun for something written or recorded; "Post" may be a name."""
    return token.pos_ == "NOUN" and token.lemma_.lower() in speech("document")
