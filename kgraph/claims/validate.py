"""What is wrong with a dossier, in plain words and with its line: terms, types, ranges, words, decisions.

In come dossiers of the right form, the registry, the vocabulary and the texts at hand; out comes a list of `Problem`.
The same checks stand before every compile, so that nothing wrong reaches a graph.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process

from kgraph import ontology as ontology_room
from kgraph.claims.edtf import is_edtf
from kgraph.claims.entities import Thing, things
from kgraph.claims.identity import claim_key, claim_term, object_term
from kgraph.claims.values import code_problem, value_problem
from kgraph.dossier import REASONS, Attribution, Claim, Dossier, Passage, Where
from kgraph.ontology import Ontology, Relation
from kgraph.registry import Registry
from kgraph.terms import Term, iri, kind_of, name

__all__ = ["Problem", "passages_that_differ", "problems", "uses"]


_DOCUMENT_AT_END = re.compile(r"-[0-9a-f]{16}$")


@dataclass(frozen=True, order=True)
class Problem:
    """Something wrong with a dossier."""

    #: name of the dossier's file
    file: str
    #: from 1
    line: int
    #: what is wrong and what to do
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


def uses(dossier: Dossier) -> Iterator[tuple[str, Where, str | None]]:
    """Every name of a person, body or thing in the dossier, where it stands, and the class it must have there."""
    yield dossier.document.publisher, ("document", "publisher"), "kg:Institution"
    for i, source in enumerate(dossier.sources):
        for key, class_ in (("creator", "kg:Actor"), ("publisher", "kg:Institution")):
            if (id_ := getattr(source, key)) is not None:
                yield id_, ("sources", i, key), class_
    for i, mention in enumerate(dossier.mentions):
        if mention.entity is not None:
            yield mention.entity, ("mentions", i, "entity"), None
    for i, quotation in enumerate(dossier.quotations):
        for key in ("speaker", "via"):
            if (id_ := getattr(quotation, key)) is not None:
                yield id_, ("quotations", i, key), "kg:Actor"
    for i, said in enumerate(dossier.attributions):
        for key in ("speaker", "via", "addressee"):
            if (id_ := getattr(said, key)) is not None:
                yield id_, ("attributions", i, key), "kg:Actor"
        for j, claim in enumerate(said.claims):
            yield claim.subject, ("attributions", i, "claims", j, "subject"), None
            if isinstance(claim.object, str) and not claim.object.startswith("kgc:"):
                yield claim.object, ("attributions", i, "claims", j, "object"), None


def problems(
    dossiers: Sequence[Dossier],
    registry: Registry,
    ontology: Ontology,
    texts: Mapping[str, str] | None = None,
) -> list[Problem]:
    """All that is wrong with some dossiers that are to stand in one graph, in order of file and line.

    Args:
        texts: the repaired text of each document at hand, by its name (`doc:…`).
    """
    known, clashes = things(dossiers, registry, ontology)
    found = [_problem(clash.dossier, clash.where, clash.message) for clash in clashes]
    for dossier in dossiers:
        found += _Check(dossier, known, ontology, (texts or {}).get(dossier.document.id)).run()
    first_said: dict[str, tuple[Dossier, int]] = {}
    documents = {dossier.document.id: dossier.document for dossier in dossiers}
    for dossier in dossiers:
        for i, source in enumerate(dossier.sources):
            other, j = first_said.setdefault(source.id, (dossier, i))
            if source != other.sources[j]:
                message = f"{source.id} is described otherwise at {other.place(('sources', j))}; make the two alike"
                found.append(_problem(dossier, ("sources", i), message))
            document = documents.get(source.id)
            if document is dossier.document:
                found.append(_problem(dossier, ("sources", i), f"{source.id} is this document; leave it out here"))
            elif document and any(getattr(source, k) != getattr(document, k) for k in ("title", "date", "publisher")):
                message = f"{source.id} is a document here, with another title, date or publisher; make the two alike"
                found.append(_problem(dossier, ("sources", i), message))
    claims = {claim_term(claim_key(c)) for d in dossiers for said in d.attributions for c in said.claims}
    for dossier in dossiers:
        for i, pair in enumerate(dossier.contradictions):
            for key, id_ in (("claim", pair.claim), ("contradicts", pair.contradicts)):
                if iri(id_) not in claims:
                    found.append(_problem(dossier, ("contradictions", i, key), f"no claim here is {id_}"))
            if pair.claim == pair.contradicts:
                found.append(_problem(dossier, ("contradictions", i), "a claim cannot contradict itself"))
    return sorted(set(found))


def passages_that_differ(dossier: Dossier, text: str) -> list[Problem]:
    """The passages of a dossier whose words are not those of a text."""
    check = _Check(dossier, {}, ontology_room.load(), text)
    for i, said in enumerate(dossier.attributions):
        for j, passage in enumerate(said.passages):
            check.passage(passage, ("attributions", i, "passages", j))
    return check.found


def _problem(dossier: Dossier, where: Where, message: str) -> Problem:
    return Problem(dossier.path.name if dossier.path else "dossier", dossier.line(where), message)


class _Check:
    """The checks of one dossier."""

    def __init__(self, dossier: Dossier, known: Mapping[str, Thing], ontology: Ontology, text: str | None) -> None:
        self.dossier = dossier
        self.known = known
        self.ontology = ontology
        self.text = text
        self.found: list[Problem] = []
        self.sources = {source.id: source for source in dossier.sources}

    def say(self, where: Where, message: str) -> None:
        self.found.append(_problem(self.dossier, where, message))

    def run(self) -> list[Problem]:
        self._document()
        self._entities()
        rejected = {i for i, said in enumerate(self.dossier.attributions) if said.state == "rejected"}
        for id_, where, class_ in uses(self.dossier):
            if where[0] == "attributions" and where[1] in rejected:
                continue
            self._name(id_, where, class_)
        for section in ("mentions", "quotations"):
            for i, item in enumerate(getattr(self.dossier, section)):
                self._range(item.at, (section, i, "at"))
        for i, mention in enumerate(self.dossier.mentions):
            if mention.type not in ("Date", "Quantity") and iri(f"kg:{mention.type}") not in self.ontology.above:
                self.say(
                    ("mentions", i, "type"), f"{mention.type} is no class; write one such as Person, Court or Date"
                )
        for i, said in enumerate(self.dossier.attributions):
            if i not in rejected:
                self._attribution(said, ("attributions", i))
            elif said.decisions[-1].reason not in REASONS:
                reasons = ", ".join(REASONS)
                self.say(("attributions", i, "decisions"), f"a rejection needs a reason, one of: {reasons}")
        return self.found

    def _document(self) -> None:
        document = self.dossier.document
        if self.text is not None and len(self.text) != document.extent:
            self.say(("document", "extent"), f"the document has {len(self.text)} characters, not {document.extent}")
        for i, source in enumerate(self.dossier.sources):
            if [s.id for s in self.dossier.sources].index(source.id) != i:
                self.say(("sources", i, "id"), f"{source.id} stands twice; keep one")
        for where, text in [(("document", "date"), document.date)] + [
            (("sources", i, "date"), source.date) for i, source in enumerate(self.dossier.sources)
        ]:
            self._date(where, text)

    def _date(self, where: Where, text: str | None) -> None:
        if text is not None and not is_edtf(text):
            self.say(where, f"{text!r} is no date of the calendar; write one such as 2025-03-17 or 2025-03")

    def _entities(self) -> None:
        seen: set[str] = set()
        for i, entity in enumerate(self.dossier.entities):
            where: Where = ("entities", i)
            if entity.id in seen:
                self.say((*where, "id"), f"{entity.id} stands twice; keep one")
            seen.add(entity.id)
            if entity.id not in self.known:
                self.say((*where, "id"), f"{entity.id} is not in the registry: give it a label and a class")
                continue
            thing = self.known[entity.id]
            kind = kind_of(iri(entity.id))
            if kind in (None, "claim", "said", "run", "doc"):
                self.say(
                    (*where, "id"), f"{entity.id}: a thing is a person, body, group, office, place, law, event or topic"
                )
            elif thing.class_ not in self.ontology.above:
                self.say(
                    (*where, "class"), f"{name(thing.class_)} is no class of the vocabulary{self._near(thing.class_)}"
                )
            elif self.ontology.class_of_kind(kind) not in self.ontology.superclasses(thing.class_):
                self.say((*where, "class"), f"{entity.id} cannot be {_a(self.ontology.class_labels[thing.class_])}")
            if entity.anonymous and thing.same_as:
                self.say(
                    (*where, "same_as"), f"{entity.id} is an unnamed source: it must not be identified with anybody"
                )
            if entity.anonymous and not _DOCUMENT_AT_END.search(entity.id):
                own = self.dossier.document.sha256[:16]
                self.say(
                    (*where, "id"), f"an unnamed source belongs to the document that quotes it: end its id in -{own}"
                )

    def _name(self, id_: str, where: Where, class_: str | None) -> None:
        if id_ in self.sources or id_ == self.dossier.document.id:
            if class_ is not None:
                self.say(where, f"{id_} is a source; name who speaks")
            return
        thing = self.known.get(id_)
        if thing is None:
            near = process.extractOne(id_, list(self.known), score_cutoff=75)
            hint = f"; did you mean {near[0]}?" if near else ""
            self.say(where, f"{id_} is neither in the registry nor under entities{hint}")
        elif class_ is not None and iri(class_) not in self.ontology.superclasses(thing.class_):
            wanted = _a(self.ontology.class_labels[iri(class_)])
            self.say(where, f"{id_} is {_a(self._class_label(thing))}, and this must be {wanted}")

    def _class_label(self, thing: Thing) -> str:
        return self.ontology.class_labels.get(thing.class_, name(thing.class_))

    def _code(self, scheme: str, code: str | None, where: Where) -> None:
        if code is not None and iri(f"kgc:{code}") not in self.ontology.scheme(scheme):
            allowed = ", ".join(name(term)[4:] for term in self.ontology.scheme(scheme))
            self.say(where, f"{code!r} is none of: {allowed}")

    def _near(self, term: Term) -> str:
        """A proposal among what may stand there: codes for a code, relations or classes for another term."""
        kind = name(term).partition(":")[0]
        pool = self.ontology.codes if kind == "kgc" else {**self.ontology.relations, **self.ontology.class_labels}
        near = process.extractOne(name(term), [name(t) for t in pool], score_cutoff=70)
        return f"; did you mean {near[0]}?" if near else ""

    def _range(self, at: str, where: Where) -> bool:
        start, end = map(int, at.split("-"))
        extent = self.dossier.document.extent
        if start >= end:
            self.say(where, f"the range {at} is empty: the end must come after the start")
        elif end > extent:
            self.say(where, f"the range {at} lies outside the document, which has {extent} characters")
        else:
            return True
        return False

    def _attribution(self, said: Attribution, where: Where) -> None:
        self._code("kgc:stance", said.stance, (*where, "stance"))
        if said.said_in is not None and said.said_in not in self.sources and said.said_in != self.dossier.document.id:
            self.say((*where, "said_in"), f"{said.said_in} is not under sources")
        for key in ("said_on", "valid_from", "valid_to", "as_of"):
            self._date((*where, key), getattr(said, key))
        for i, passage in enumerate(said.passages):
            self.passage(passage, (*where, "passages", i))
        for i, claim in enumerate(said.claims):
            self._claim(claim, (*where, "claims", i))
            if claim.modality == "conditional" and not said.condition:
                self.say(
                    (*where, "claims", i, "modality"), "a conditional claim needs its condition, in the text's words"
                )
            elif said.condition and not claim.modality:
                self.say(
                    (*where, "claims", i),
                    "a claim under a condition is hedged: give it a modality, such as conditional",
                )
        if said.condition and self.text is not None and said.condition not in self.text:
            self.say((*where, "condition"), "the condition must be in the text's words, and the text has none such")

    def passage(self, passage: Passage, where: Where) -> None:
        if (passage.words is None) == (passage.digest is None):
            self.say(where, "a passage has either its words or, where they are withheld, their digest")
            return
        if self.dossier.document.words == "withheld" and passage.words is not None:
            self.say((*where, "words"), "the document's words are withheld: put the digest in place of the words")
        if not self._range(passage.at, (*where, "at")):
            return
        start, end = passage.range
        if passage.words is not None and len(passage.words) != end - start:
            self.say(
                (*where, "words"),
                f"the range {passage.at} is {end - start} characters long, and these words have {len(passage.words)}",
            )
        if self.text is None:
            return
        words = self.text[start:end]
        right = (
            passage.words == words
            if passage.words is not None
            else passage.digest == hashlib.sha256(words.encode("utf-8")).hexdigest()
        )
        if not right:
            what = "words" if passage.words is not None else "digest"
            line = self.text.count("\n", 0, start) + 1
            self.say(
                (*where, what),
                f"characters {passage.at} of the document (its line {line}) are other words than the passage's {what}; "
                "the document or the passage was changed",
            )

    def _claim(self, claim: Claim, where: Where) -> None:
        self._code("kgc:modality", claim.modality, (*where, "modality"))
        self._code("kgc:boundScheme", claim.bound, (*where, "bound"))
        relation = self.ontology.relations.get(iri(claim.relation))
        if relation is None:
            self.say(
                (*where, "relation"),
                f"{claim.relation} is no relation of the vocabulary{self._near(iri(claim.relation))}",
            )
            return
        subject = self.known.get(claim.subject)
        if subject and relation.domain and not relation.domain & self.ontology.superclasses(subject.class_):
            self.say(
                (*where, "subject"),
                f"{claim.subject} is {_a(self._class_label(subject))}, and the subject of {claim.relation} must be "
                + self._one_of(relation.domain),
            )
        if (claim.subject in self.sources or claim.subject == self.dossier.document.id) and (
            relation.domain and iri("kg:Source") not in relation.domain
        ):
            wanted = self._one_of(relation.domain)
            self.say((*where, "subject"), f"the subject of {claim.relation} must be {wanted}, not a source")
        self._object(claim, relation, where)

    def _one_of(self, classes: frozenset[Term]) -> str:
        return " or ".join(
            sorted(self.ontology.class_labels.get(c, "code" if "Concept" in c else name(c)) for c in classes)
        )

    def _object(self, claim: Claim, relation: Relation, where: Where) -> None:
        here = (*where, "object")
        range_ = relation.range
        must = f"the object of {claim.relation} must be {self._one_of(range_)}"
        if not isinstance(claim.object, str):
            value = claim.object
            if wrong := f"{must}, not a value" if range_ else value_problem(relation, value, object_term(value)):
                self.say(here, wrong)
        elif not range_:
            self.say(
                here,
                f"the object of {claim.relation} is a value, such as a number, {{value, lang}} or {{value, datatype}}",
            )
        elif claim.object.startswith("kgc:"):
            if iri(claim.object) not in self.ontology.codes:
                self.say(here, f"{claim.object} is no code of the vocabulary{self._near(iri(claim.object))}")
            elif iri("skos:Concept") not in range_:
                self.say(here, f"{must}, not a code")
            elif wrong := code_problem(self.ontology, relation, iri(claim.object)):
                self.say(here, wrong)
        elif claim.object in self.sources or claim.object == self.dossier.document.id:
            if iri("kg:Source") not in range_:
                self.say(here, f"{must}, not a source")
        elif (thing := self.known.get(claim.object)) and not range_ & self.ontology.superclasses(thing.class_):
            self.say(here, f"{claim.object} is {_a(self._class_label(thing))}, and {must}")


def _a(word: str) -> str:
    """The word with its article."""
    return f"{'an' if word[:1] in 'aeiou' else 'a'} {word}"
