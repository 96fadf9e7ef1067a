"""Claims out of a store: by claim, by the thing they are about, by who speaks.

Reads by pattern, so that one entity of a large graph costs what its own claims cost. Needs the vocabulary for labels of
codes and for which stances affirm.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Protocol

from kgraph.claims.model import Claim, Named, Passage, Said
from kgraph.claims.status import ORDER
from kgraph.errors import Unknown
from kgraph.ontology import Ontology
from kgraph.terms import Quad, Term, iri, name, shorten, value

__all__ = ["Claims", "Readable"]

_RDF = {part: iri(f"rdf:{part}") for part in ("type", "subject", "predicate", "object")}
_LABEL = iri("rdfs:label")
_CLAIM = iri("kg:claim")


class Readable(Protocol):
    """What can be asked for statements by pattern."""

    def quads(
        self,
        subject: Term | None = None,
        predicate: Term | None = None,
        object: Term | None = None,  # noqa: A002
        graph: Term | None = None,
    ) -> Iterator[Quad]:
        """The statements that fit; None fits anything."""
        ...


class Claims:
    """The claims of one store. Each claim, thing and passage is read once and kept."""

    def __init__(self, store: Readable, ontology: Ontology) -> None:
        self.store = store
        self.ontology = ontology
        self._claims: dict[Term, Claim] = {}
        self._named: dict[Term, Named] = {}
        self._said: dict[Term, Said] = {}
        self._passages: dict[Term, Passage] = {}

    def __iter__(self) -> Iterator[Claim]:
        """All claims: what is disputed first, then by who is most spoken of, then by address."""
        yield from self.sorted(self.claim(term) for term in self._all)

    def __len__(self) -> int:
        return len(self._all)

    @cached_property
    def _all(self) -> list[Term]:
        return sorted({quad.subject for quad in self.store.quads(None, _RDF["type"], iri("kg:Claim"))})

    @cached_property
    def entities(self) -> list[Named]:
        """Every person, body, place, law, event … that the graph names, sorted by label."""
        found: set[Term] = set()
        for class_ in ("Actor", "Office", "Place", "LegalAuthority", "Event", "Topic"):
            found |= {quad.subject for quad in self.store.quads(None, _RDF["type"], iri(f"kg:{class_}"))}
        return sorted(map(self.named, found), key=lambda n: (n.label.casefold(), n.term))

    @cached_property
    def notes(self) -> list[str]:
        """How this graph was made, where its statuses and facts follow another rule than the usual one."""
        return sorted(value(q.object) for q in self.store.quads(iri("graph:facts"), iri("dcterms:description")))

    @staticmethod
    def sorted(claims: Iterable[Claim]) -> list[Claim]:
        """Claims in the order of every list: status, then more speakers first, then place in the text."""

        def key(claim: Claim) -> tuple[int, int, tuple[str, int], Term]:
            place = min(((p.source.term, p.start) for s in claim.said for p in s.passages), default=("", 0))
            return ORDER.index(claim.status), -len({s.speaker.term for s in claim.said}), place, claim.term

        return sorted(claims, key=key)

    def about(self, entity: Term) -> list[Claim]:
        """The claims that have the entity as their subject or object."""
        found = {q.subject for p in ("subject", "object") for q in self.store.quads(None, _RDF[p], entity)}
        return self.sorted(self.claim(term) for term in found)

    def by(self, speaker: Term) -> list[Claim]:
        """The claims on which the entity speaks, or which it relays."""
        said = {q.subject for p in ("kg:speaker", "kg:accordingTo") for q in self.store.quads(None, iri(p), speaker)}
        found = {q.object for term in said for q in self.store.quads(term, _CLAIM)}
        return self.sorted(self.claim(term) for term in found)

    def between(self, subject: Term, relation: Term | None, object_: Term) -> list[Claim]:
        """The claims with this subject and object, and this relation if one is named."""
        found = {q.subject for q in self.store.quads(None, _RDF["subject"], subject)}
        claims = [self.claim(t) for t in found if any(True for _ in self.store.quads(t, _RDF["object"], object_))]
        return self.sorted(c for c in claims if relation is None or c.relation.term == relation)

    def claim(self, term: Term) -> Claim:
        """The claim with this IRI.

        Raises:
            Unknown: there is none.
        """
        if term not in self._claims:
            self._claims[term] = self._read_claim(term)
        return self._claims[term]

    def named(self, term: Term) -> Named:
        """A thing, code, source or value with its label and classes."""
        if term not in self._named:
            self._named[term] = self._read_named(term)
        return self._named[term]

    def _facts(self, term: Term) -> dict[Term, list[Term]]:
        found: dict[Term, list[Term]] = {}
        for quad in self.store.quads(term):
            found.setdefault(quad.predicate, []).append(quad.object)
        return {predicate: sorted(set(objects)) for predicate, objects in found.items()}

    def _read_named(self, term: Term) -> Named:
        if term.startswith('"'):
            return Named(term, value(term))
        if (label := self.ontology.labels.get(term)) is not None:
            return Named(term, label)
        facts = self._facts(term)
        labels = facts.get(_LABEL)
        return Named(term, value(labels[0]) if labels else name(term), frozenset(facts.get(_RDF["type"], ())))

    def _read_claim(self, term: Term) -> Claim:
        facts = self._facts(term)
        try:
            subject, relation, object_ = (facts[_RDF[p]][0] for p in ("subject", "predicate", "object"))
            status = shorten(facts[iri("kg:status")][0]).removeprefix("kgc:")
        except KeyError:
            raise Unknown(f"there is no claim {name(term)} here") from None
        said = [self._attribution(q.subject) for q in self.store.quads(None, _CLAIM, term)]

        hedged = iri("kg:modality") in facts or iri("kg:bound") in facts

        def optional(predicate: str) -> Named | None:
            return self.named(facts[iri(predicate)][0]) if iri(predicate) in facts else None

        return Claim(
            term=term,
            subject=self.named(subject),
            relation=self.named(relation),
            object=self.named(object_),
            label=value(facts[_LABEL][0]) if _LABEL in facts else name(term),
            status=status if status in ORDER else "reported",
            said=tuple(
                sorted(set(said), key=lambda s: (not s.affirms, s.passages[0].start if s.passages else 0, s.term))
            ),
            modality=optional("kg:modality"),
            bound=optional("kg:bound"),
            contradicts=tuple(facts.get(iri("kg:contradicts"), ())),
            fact=not hedged and any(True for _ in self.store.quads(subject, relation, object_)),
        )

    def _attribution(self, term: Term) -> Said:
        if term in self._said:
            return self._said[term]
        facts = self._facts(term)

        def one(predicate: str) -> Term | None:
            return next(iter(facts.get(iri(predicate), ())), None)

        def thing(predicate: str) -> Named | None:
            return self.named(found) if (found := one(predicate)) else None

        def text(predicate: str) -> str | None:
            return value(found) if (found := one(predicate)) else None

        stance = one("kg:stance") or iri("kgc:states")
        passages = sorted(
            map(self._passage, facts.get(iri("kg:evidence"), ())), key=lambda p: (p.source.term, p.start, p.end)
        )
        self._said[term] = Said(
            term=term,
            speaker=thing("kg:speaker") or Named(term, "nobody named"),
            stance=self.named(stance),
            affirms=stance in self.ontology.codes and self.ontology.affirms(stance),
            passages=tuple(passages),
            via=thing("kg:accordingTo"),
            said_in=thing("kg:saidIn"),
            said_on=text("kg:saidOn"),
            addressee=thing("kg:addressee"),
            condition=text("kg:condition"),
            valid_from=text("kg:validFrom"),
            valid_to=text("kg:validTo"),
            as_of=text("kg:asOf"),
            confidence=text("kg:confidence") or "1",
            proposed=iri("kg:reviewState") in facts,
        )
        return self._said[term]

    def _passage(self, term: Term) -> Passage:
        if term in self._passages:
            return self._passages[term]
        facts = self._facts(term)

        def text(predicate: str) -> str | None:
            return value(facts[iri(predicate)][0]) if iri(predicate) in facts else None

        source = facts.get(iri("oa:hasSource"), [term])[0]
        source_facts = self._facts(source)
        publisher = source_facts.get(iri("dcterms:publisher"))
        date = source_facts.get(iri("dcterms:date"))
        self._passages[term] = Passage(
            source=self.named(source),
            start=_number(text("oa:start")),
            end=_number(text("oa:end")),
            words=text("oa:exact"),
            digest=text("kg:digest"),
            publisher=self.named(publisher[0]) if publisher else None,
            date=value(date[0]) if date else None,
        )
        return self._passages[term]


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
