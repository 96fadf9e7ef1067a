"""From dossiers to the graph: a pure function, same dossiers, same quads.

    article ──passage──▶ attribution ──claim──▶ (s p o) ──if accepted, approved and unhedged──▶ s p o .

Out come three named graphs: `graph:claims` (claims, attributions, passages), `graph:facts` (the facts and what the
things in use are called and are) and `graph:sources` (documents, what they speak of, runs).
"""

import hashlib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import groupby, pairwise

from kgraph.claims.edtf import Bounds, bounds, earliest, latest
from kgraph.claims.entities import Thing, things
from kgraph.claims.facts import Draft, Options, Triple, clashes, facts
from kgraph.claims.identity import (
    HAND,
    attribution_term,
    circumstances,
    claim_key,
    claim_term,
    passage_term,
    run_term,
)
from kgraph.claims.model import Named
from kgraph.claims.sentence import clause
from kgraph.claims.status import Voice, period
from kgraph.claims.validate import problems
from kgraph.dossier import Attribution, Dossier
from kgraph.errors import BadInput
from kgraph.ontology import Ontology
from kgraph.registry import Registry
from kgraph.terms import GRAPHS, Quad, Term, boolean, date, decimal, edtf, integer, iri, literal, name, value

__all__ = ["compile_dossiers"]

#: problems shown at once
_MOST_PROBLEMS = 40


def compile_dossiers(
    dossiers: Iterable[Dossier],
    registry: Registry,
    ontology: Ontology,
    texts: Mapping[str, str] | None = None,
    options: Options | None = None,
) -> list[Quad]:
    """The graph of some dossiers, sorted.

    Args:
        texts: the repaired text of each document at hand, by its name (`doc:…`); the passages of these are verified,
            and withheld words come back.

    Raises:
        BadInput: something in a dossier is wrong; each problem on a line of its own, with file and line.
    """
    return _Compiler(
        sorted(dossiers, key=lambda d: d.sort_key), registry, ontology, texts or {}, options or Options()
    ).run()


class _Compiler:
    def __init__(
        self,
        dossiers: list[Dossier],
        registry: Registry,
        ontology: Ontology,
        texts: Mapping[str, str],
        options: Options,
    ) -> None:
        self.dossiers = dossiers
        self.ontology = ontology
        self.texts = texts
        self.options = options
        for one, other in pairwise(dossiers):
            if one.document.id == other.document.id:
                raise BadInput(
                    f"{other.place(('document',))}: the same document as in {one.place(('document',))}; "
                    "keep one dossier"
                )
        if found := problems(dossiers, registry, ontology, texts):
            lines = [str(problem) for problem in found[:_MOST_PROBLEMS]]
            if len(found) > _MOST_PROBLEMS:
                lines.append(f"… and {len(found) - _MOST_PROBLEMS} more")
            raise BadInput("\n".join(lines))
        self.things: Mapping[str, Thing] = things(dossiers, registry, ontology)[0]
        self.claims: dict[Term, Draft] = {}
        self.in_use: set[str] = set()
        self.said: dict[Term, set[Triple]] = {}
        self.sources = {iri(source.id): source.title for dossier in dossiers for source in dossier.sources}
        self.sources |= {iri(dossier.document.id): dossier.document.title for dossier in dossiers}
        self.out: dict[str, set[Triple]] = {graph: set() for graph in GRAPHS}

    def run(self) -> list[Quad]:
        for dossier in self.dossiers:
            self._document(dossier)
            for number, said in enumerate(dossier.attributions):
                if said.state == "rejected" or (said.state == "proposed" and self.options.reviewed_only):
                    continue
                self._attribution(dossier, number, said)
        stated = [
            (iri(pair.claim), iri(pair.contradicts)) for dossier in self.dossiers for pair in dossier.contradictions
        ]
        found = facts(self.claims, stated, self.ontology, self.options)
        self.out["facts"] |= found
        made = [p for a, b in clashes(self.claims, self.ontology, self.options) for p in ((a, b), (b, a))]
        # a contradiction of a claim that was rejected is gone with it
        pairs = sorted(pair for pair in {*stated, *made} if self.claims.keys() >= set(pair))
        contradicting = {one: [other for _, other in group] for one, group in groupby(pairs, key=lambda pair: pair[0])}
        for term, draft in self.claims.items():
            self._claim(term, draft, contradicting.get(term, []))
        self._things()
        self._bounds(found)
        for text in self.options.in_words:
            self._add("sources", iri("graph:facts"), ("dcterms:description", literal(text, language="en")))
        return sorted(
            (Quad(s, p, o, iri(f"graph:{graph}")) for graph in GRAPHS for s, p, o in self.out[graph]),
            key=lambda q: (q.graph, q.subject, q.predicate, q.object),
        )

    def _add(self, graph: str, subject: Term, *pairs: tuple[str, Term | None]) -> None:
        for predicate, object_ in pairs:
            if object_ is not None:
                self.out[graph].add((subject, iri(predicate), object_))

    # sources

    def _document(self, dossier: Dossier) -> None:
        document = dossier.document
        language = document.language
        self.in_use.add(document.publisher)
        self._add(
            "sources",
            iri(document.id),
            ("rdf:type", iri("kg:Source")),
            ("rdf:type", iri(f"schema:{document.type}")),
            ("rdfs:label", literal(document.title, language=language)),
            ("dcterms:date", edtf(document.date)),
            ("dcterms:publisher", iri(document.publisher)),
            ("dcterms:format", literal(document.format)),
            ("dcterms:language", literal(language)),
            ("dcterms:extent", integer(document.extent)),
            ("dcterms:description", document.description and literal(document.description, language=language)),
            ("schema:author", document.author and literal(document.author)),
            ("schema:url", document.address and iri(document.address)),
            ("schema:sha256", literal(document.sha256)),
        )
        for source in dossier.sources:
            self.in_use.update(id_ for id_ in (source.creator, source.publisher) if id_)
            self._add(
                "sources",
                iri(source.id),
                ("rdf:type", iri("kg:Source")),
                ("rdf:type", iri(f"schema:{source.type}")),
                ("rdfs:label", literal(source.title, language=language)),
                ("dcterms:date", edtf(source.date)),
                ("dcterms:creator", source.creator and iri(source.creator)),
                ("dcterms:publisher", source.publisher and iri(source.publisher)),
                ("schema:url", source.address and iri(source.address)),
            )

    # what is said

    def _attribution(self, dossier: Dossier, number: int, said: Attribution) -> None:
        term = attribution_term(dossier, said)
        proposed = said.state == "proposed" and not self.options.trust_proposals
        self.in_use.update(id_ for id_ in (said.speaker, said.via, said.addressee) if id_)
        pairs: list[tuple[str, Term | None]] = [
            ("rdf:type", iri("kg:Attribution")),
            ("kg:speaker", iri(said.speaker)),
            ("kg:stance", iri(f"kgc:{said.stance}")),
            ("kg:accordingTo", said.via and iri(said.via)),
            ("kg:saidIn", said.said_in and iri(said.said_in)),
            ("kg:saidOn", said.said_on and edtf(said.said_on)),
            ("kg:addressee", said.addressee and iri(said.addressee)),
            ("kg:confidence", decimal(Decimal(said.confidence))),
            ("kg:reviewState", iri("kgc:proposed") if proposed else None),
            ("prov:wasGeneratedBy", self._run(dossier, said)),
        ]
        pairs += [
            (value(predicate), object_)
            for predicate, object_ in circumstances(dossier, said)
            # the condition is in the text's words
            if not (self.options.withhold_text and predicate == iri("kg:condition"))
        ]
        self._once(term, pairs, dossier.place(("attributions", number)))
        for passage in said.passages:
            self._passage(dossier, term, passage.at, passage.words, passage.digest)
        voice = self._voice(dossier, said, proposed=proposed)
        for j, claim in enumerate(said.claims):
            key = claim_key(claim)
            claim_iri = claim_term(key)
            place = dossier.place(("attributions", number, "claims", j))
            draft = self.claims.setdefault(claim_iri, Draft(key, place))
            if draft.key != key:
                raise BadInput(
                    f"{place}: this claim and the one at {draft.place} get the same address; report it, and reword one"
                )
            if claim.label:
                labels = draft.proposed_labels if proposed else draft.labels
                labels.setdefault(claim.label, dossier.document.language)
            draft.voices.append(voice)
            draft.retracted |= claim.retracted is not None and not proposed
            self._add("claims", term, ("kg:claim", claim_iri))
            self.in_use.add(claim.subject)
            if isinstance(claim.object, str) and not claim.object.startswith("kgc:"):
                self.in_use.add(claim.object)

    def _once(self, term: Term, pairs: list[tuple[str, Term | None]], place: str) -> None:
        """Add an attribution; one that is there already must say the same."""
        new = {(term, iri(predicate), object_) for predicate, object_ in pairs if object_ is not None}
        if differing := self.said.setdefault(term, new) ^ new:
            words = ", ".join(sorted({name(predicate)[3:] for _, predicate, _ in differing}))
            raise BadInput(
                f"{place}: another attribution has the same speaker, stance and words, and differs in {words}: put all "
                "claims under one of them, or make the two alike (decide on both)"
            )
        self.out["claims"] |= new

    def _voice(self, dossier: Dossier, said: Attribution, *, proposed: bool) -> Voice:
        own = (
            said.stance == "states"
            and said.via is None
            and said.speaker == dossier.document.publisher
            and said.said_in in (None, dossier.document.id)
        )
        return Voice(
            affirms=self.ontology.affirms(iri(f"kgc:{said.stance}")),
            own=iri(said.speaker) if own else None,
            proposed=proposed,
            period=period(*(bounds(d) if d else None for d in (said.valid_from, said.valid_to, said.as_of))),
        )

    def _run(self, dossier: Dossier, said: Attribution) -> Term:
        run = run_term(dossier, said, self.ontology.version)
        label = "annotation by hand" if run == HAND else f"reading by {said.reader}"
        self._add(
            "sources",
            run,
            ("rdf:type", iri("kg:Run")),
            ("rdf:type", iri("prov:Activity")),
            ("rdfs:label", literal(label, language="en")),
            ("prov:used", iri(dossier.document.id)),
        )
        return run

    def _passage(self, dossier: Dossier, said: Term, at: str, words: str | None, digest: str | None) -> None:
        start, end = map(int, at.split("-"))
        text = self.texts.get(dossier.document.id)
        if text is not None:
            words = text[start:end]
        if self.options.withhold_text and words is not None:
            digest = hashlib.sha256(words.encode("utf-8")).hexdigest()
            words = None
        term = passage_term(dossier, at)
        self._add("claims", said, ("kg:evidence", term))
        self._add(
            "claims",
            term,
            ("rdf:type", iri("kg:Passage")),
            ("oa:hasSource", iri(dossier.document.id)),
            ("oa:start", integer(start)),
            ("oa:end", integer(end)),
            ("oa:exact", None if words is None else literal(words, language=dossier.document.language)),
            ("kg:digest", literal(digest) if words is None and digest else None),
        )

    # what follows

    def _claim(self, term: Term, draft: Draft, contradicting: list[Term]) -> None:
        subject, relation, object_ = draft.triple
        qualifiers = draft.qualifiers
        # the wording of a proposal speaks for nobody else
        worded = draft.labels if any(not voice.proposed for voice in draft.voices) else draft.proposed_labels
        labels = [literal(label, language=language) for label, language in worded.items()]
        if not labels:
            made = clause(
                self.ontology,
                self._named(subject),
                relation,
                self._named(object_),
                qualifiers.get(iri("kg:modality")),
                qualifiers.get(iri("kg:bound")),
            )
            labels = [literal(made, language="en")]
        self._add(
            "claims",
            term,
            ("rdf:type", iri("kg:Claim")),
            ("rdf:subject", subject),
            ("rdf:predicate", relation),
            ("rdf:object", object_),
            ("rdfs:label", labels[0]),
            *((("skos:altLabel", other)) for other in labels[1:]),
            ("kg:status", iri(f"kgc:{draft.status(self.options)}")),
            *((value(predicate), code) for predicate, code in qualifiers.items()),
            *(("kg:contradicts", other) for other in contradicting),
        )

    def _named(self, term: Term) -> Named:
        if (thing := self.things.get(name(term))) is not None:
            return Named(term, thing.label, self.ontology.superclasses(thing.class_))
        if term in self.ontology.codes:
            return Named(term, self.ontology.codes[term].label)
        return Named(term, self.sources.get(term) or value(term))

    def _things(self) -> None:
        for id_ in sorted(self.in_use & self.things.keys()):
            thing = self.things[id_]
            self._add(
                "facts",
                iri(id_),
                *(("rdf:type", class_) for class_ in sorted(self.ontology.written_out(thing.class_))),
                ("rdfs:label", literal(thing.label, language=thing.language)),
                *(("skos:altLabel", literal(label, language=language)) for label, language in thing.other_labels),
                *(("owl:sameAs", iri(other)) for other in thing.same_as),
                ("kg:anonymous", boolean(True) if thing.anonymous else None),
            )

    def _bounds(self, when: set[Triple]) -> None:
        """First and last day, from `kg:when` facts and the dates of sources; an open end gives none."""
        dates: dict[tuple[str, Term], list[Bounds]] = {}
        for subject, predicate, object_ in when:
            if predicate == iri("kg:when") and (found := bounds(value(object_))):
                dates.setdefault(("facts", subject), []).append(found)
        for subject, predicate, object_ in self.out["sources"]:
            if predicate == iri("dcterms:date") and (found := bounds(value(object_))):
                dates.setdefault(("sources", subject), []).append(found)
        for (graph, subject), found_all in dates.items():
            first = [b.first for b in found_all]
            last = [b.last for b in found_all]
            self._add(
                graph,
                subject,
                ("sem:hasEarliestBeginTimeStamp", None if None in first else date(earliest([d for d in first if d]))),
                ("sem:hasLatestEndTimeStamp", None if None in last else date(latest([d for d in last if d]))),
            )
