"""What the things of a graph are called, and which documents they come from, for reports."""

import re
from collections.abc import Iterable, Iterator

from kgraph.checks.report import Document
from kgraph.terms import Term, iri, name, value

__all__ = ["Names", "written"]

Triple = tuple[Term, Term, Term]

_LABEL = iri("rdfs:label")
_CLAIM = iri("kg:claim")
_EVIDENCE = iri("kg:evidence")
_SOURCE = iri("oa:hasSource")
_SPEAKER = iri("kg:speaker")
_STANCE = iri("kg:stance")
#: what ties a thing to the claims, attributions and sources that name it
_NAMES_IT = tuple(
    iri(p)
    for p in (
        *("rdf:subject", "rdf:object", "kg:speaker", "kg:accordingTo", "kg:addressee", "kg:saidIn"),
        *("dcterms:publisher", "dcterms:creator", "prov:wasGeneratedBy"),
    )
)
_PASSAGE = re.compile(r"<(.+)#char=([0-9]+),([0-9]+)>")


def written(term: Term) -> str:
    """A term as people write it: `kg:confidence`, `doc:b30b049ccede3f5f#char=1,12`, or a literal's text."""
    if term.startswith('"'):
        return value(term)
    if term.startswith("_:"):
        # each engine labels blank nodes anew, so that the label would say nothing
        return "a thing without an address"
    if match := _PASSAGE.fullmatch(term):
        return f"{name(f'<{match[1]}>')}#char={match[2]},{match[3]}"
    return name(term)


class Names:
    """Labels and documents of the things in a graph."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        #: predicate to subject to objects, of the predicates that are needed
        self._of: dict[Term, dict[Term, list[Term]]] = {p: {} for p in (_LABEL, _EVIDENCE, _SOURCE, _SPEAKER, _STANCE)}
        #: claim to its attributions
        self._said: dict[Term, list[Term]] = {}
        #: thing to the claims, attributions and sources that name it
        self._naming: dict[Term, list[Term]] = {}
        for subject, predicate, object_ in sorted(triples):
            if (found := self._of.get(predicate)) is not None:
                found.setdefault(subject, []).append(object_)
            if predicate == _CLAIM:
                self._said.setdefault(object_, []).append(subject)
            elif predicate in _NAMES_IT:
                self._naming.setdefault(object_, []).append(subject)
        #: the sources that passages stand in
        self._quoted = {source for sources in self._of[_SOURCE].values() for source in sources}

    def _all(self, predicate: Term, subject: Term) -> list[Term]:
        return self._of[predicate].get(subject, [])

    def label(self, term: Term) -> str:
        """What a thing is called; of an attribution who says it and how, of a passage where it stands; or empty."""
        if found := self._all(_LABEL, term):
            return value(found[0])
        if stance := self._all(_STANCE, term):
            speaker = self._all(_SPEAKER, term)
            return f"{self.words(speaker[0]) if speaker else 'nobody named'}: {self.words(stance[0])}"
        if match := _PASSAGE.fullmatch(term):
            return f"characters {match[2]}–{match[3]}"
        return ""

    def words(self, term: Term) -> str:
        """The label, or where there is none the name or text."""
        return self.label(term) or written(term)

    def documents(self, term: Term) -> tuple[Document, ...]:
        """The sources of the passages that a thing rests on; of a person or thing, of all that is said with it."""
        sources = set(self._sources(term)) or {
            source for naming in self._naming.get(term, ()) for source in self._sources(naming)
        }
        return tuple(sorted(Document(written(source), self.label(source)) for source in sources))

    def _sources(self, term: Term) -> Iterator[Term]:
        """Of a source itself, of a passage its source, of an attribution and a claim those of its passages."""
        if term in self._quoted:
            yield term
        yield from self._all(_SOURCE, term)
        for said in (term, *self._said.get(term, ())):
            for passage in self._all(_EVIDENCE, said):
                yield from self._all(_SOURCE, passage)
