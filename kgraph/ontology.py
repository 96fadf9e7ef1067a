"""The vocabulary as Python sees it, read from `ontology/kgraph.ttl`: classes, relations, codes and their wordings.

In comes the Turtle file, out comes one frozen `Ontology`. Nothing about a relation or a code is written in code: a
lawyer who adds one adds it there, with domain, range, label, comment and phrase.
"""

from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

import pyoxigraph

from kgraph.errors import BadInput
from kgraph.resources import ONTOLOGY
from kgraph.terms import Term, iri, name, parts, value

__all__ = ["Code", "Ontology", "Relation", "load"]

_A = iri("rdf:type")
_LABEL = iri("rdfs:label")
_COMMENT = iri("rdfs:comment")
_SUBCLASS = iri("rdfs:subClassOf")
_DOMAIN = iri("schema:domainIncludes")
_RANGE = iri("schema:rangeIncludes")
_PHRASE = iri("kg:phrase")
_SINGLE = iri("kg:singleValued")
_SCHEME = iri("skos:inScheme")
_BROADER = iri("skos:broader")
_CONCEPT = iri("skos:Concept")

#: Classes of standard vocabularies that are written out beside ours, so that no reasoner is needed (DECISIONS).
_WRITTEN_OUT = {
    iri("kg:Event"): iri("sem:Event"),
    iri("kg:Office"): iri("org:Post"),
    iri("kg:Run"): iri("prov:Activity"),
}

#: Kind of an IRI to the class that everything of that kind belongs to.
_CLASS_OF_KIND = {
    "body": "kg:Organization",
    "doc": "kg:Source",
    "event": "kg:Event",
    "group": "kg:Group",
    "law": "kg:LegalAuthority",
    "office": "kg:Office",
    "person": "kg:Person",
    "place": "kg:Place",
    "topic": "kg:Topic",
}


@dataclass(frozen=True)
class Relation:
    """A property whose triples may be claimed."""

    #: the IRI, as a term
    term: Term
    label: str
    #: a clause with {subject} and {object} that reads after "that"
    phrase: str
    comment: str
    #: classes a subject may have; empty means any
    domain: frozenset[Term]
    #: classes an object may have; empty means that the object is a value
    range: frozenset[Term]
    #: datatypes that a value may have, where the object is a value
    value_types: frozenset[Term]
    #: the scheme of codes that its object is in, where it is a code
    code_scheme: Term | None
    #: whether it has one value per subject at one time
    single_valued: bool


@dataclass(frozen=True)
class Code:
    """A SKOS concept of one of kgraph's schemes: a stance, a status, an event type, an offence …"""

    term: Term
    label: str
    scheme: Term
    #: how it is said in plain words, where that is needed; else empty
    phrase: str
    #: the concept above it in its scheme, or None
    broader: Term | None


@dataclass(frozen=True)
class Ontology:
    """Classes, relations and codes by their term."""

    #: owl:versionInfo
    version: str
    #: class to the classes directly above it
    above: dict[Term, frozenset[Term]]
    class_labels: dict[Term, str]
    relations: dict[Term, Relation]
    codes: dict[Term, Code]
    #: every subject of the file, so that a typing error in a term can be told from a term we do not know
    terms: frozenset[Term] = field(repr=False)
    _known: dict[Term, frozenset[Term]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def superclasses(self, class_: Term) -> frozenset[Term]:
        """The class and all that include it."""
        # asked some times for each word of a text
        if class_ not in self._known:
            self._known[class_] = self._superclasses(class_)
        return self._known[class_]

    def _superclasses(self, class_: Term) -> frozenset[Term]:
        found = {class_}
        todo = [class_]
        while todo:
            for above in self.above.get(todo.pop(), ()):
                if above not in found:
                    found.add(above)
                    todo.append(above)
        return frozenset(found)

    def written_out(self, class_: Term) -> frozenset[Term]:
        """The types a thing of this class carries in the graph: ours above it, and `sem:Event`, `org:Post`."""
        ours = {c for c in self.superclasses(class_) if name(c).startswith("kg:")}
        return frozenset(ours | {_WRITTEN_OUT[c] for c in ours if c in _WRITTEN_OUT})

    def class_of_kind(self, kind: str) -> Term:
        """The class that everything with this kind of IRI belongs to."""
        return iri(_CLASS_OF_KIND[kind])

    def affirms(self, stance: Term) -> bool:
        """Whether the stance stands under `kgc:affirms` (else it denies)."""
        while (above := self.codes[stance].broader) is not None:
            stance = above
        return stance == iri("kgc:affirms")

    def scheme(self, scheme: str) -> dict[Term, Code]:
        """The codes of one scheme, such as `kgc:stance`, sorted."""
        return self._by_scheme.get(iri(scheme), {})

    @cached_property
    def _by_scheme(self) -> dict[Term, dict[Term, Code]]:
        found: dict[Term, dict[Term, Code]] = {}
        for term, code in sorted(self.codes.items()):
            found.setdefault(code.scheme, {})[term] = code
        return found

    @cached_property
    def labels(self) -> dict[Term, str]:
        """Every class, relation and code with its label."""
        return (
            self.class_labels
            | {term: relation.label for term, relation in self.relations.items()}
            | {term: code.label for term, code in self.codes.items()}
        )


@cache
def load(path: Path = ONTOLOGY / "kgraph.ttl") -> Ontology:
    """The vocabulary in a Turtle file, by default the one that ships.

    Raises:
        BadInput: the file is not there, does not parse, or a relation lacks its phrase.
    """
    try:
        triples = list(pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE))
    except (OSError, SyntaxError) as error:
        raise BadInput(f"{path}: the vocabulary cannot be read: {error}") from None
    facts: dict[Term, dict[Term, list[Term]]] = {}
    for triple in triples:
        facts.setdefault(str(triple.subject), {}).setdefault(str(triple.predicate), []).append(str(triple.object))

    def text(term: Term, predicate: Term) -> str:
        found = facts[term].get(predicate)
        return parts(found[0])[0] if found else ""

    def terms(term: Term, predicate: Term) -> frozenset[Term]:
        return frozenset(facts[term].get(predicate, ()))

    classes = [t for t, f in facts.items() if iri("rdfs:Class") in f.get(_A, ())]
    relations = {}
    for term in sorted(t for t, f in facts.items() if iri("kg:Relation") in f.get(_A, ())):
        if not text(term, _PHRASE):
            raise BadInput(f"{path}: {name(term)} has no kg:phrase; add how a claim of it is said in plain words")
        relations[term] = Relation(
            term=term,
            label=text(term, _LABEL),
            phrase=text(term, _PHRASE),
            comment=text(term, _COMMENT),
            domain=terms(term, _DOMAIN),
            range=terms(term, _RANGE),
            value_types=terms(term, iri("kg:valueType")),
            code_scheme=next(iter(facts[term].get(iri("kg:codeScheme"), [])), None),
            single_valued=any(value(t) == "true" for t in facts[term].get(_SINGLE, ())),
        )
    codes = {
        term: Code(
            term=term,
            label=text(term, _LABEL),
            scheme=next(iter(facts[term].get(_SCHEME, [""]))),
            phrase=text(term, _PHRASE),
            broader=next(iter(facts[term].get(_BROADER, [])), None),
        )
        for term in sorted(t for t, f in facts.items() if _CONCEPT in f.get(_A, ()))
    }
    return Ontology(
        version=next(parts(f[iri("owl:versionInfo")][0])[0] for f in facts.values() if iri("owl:versionInfo") in f),
        above={c: terms(c, _SUBCLASS) for c in classes},
        class_labels={c: text(c, _LABEL) for c in classes},
        relations=relations,
        codes=codes,
        terms=frozenset(facts),
    )
