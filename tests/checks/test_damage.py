"""Each kind of damage to a good graph is found, at the right place, in words that say what to do."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from kgraph.checks import check
from kgraph.terms import EDTF, Quad, Term, boolean, decimal, edtf, integer, iri, literal, name

MAYOR = "Ada Moss holds the office of mayor"
ISSUED = "curfew order is issued by town council"
DATED = "spring march is dated 1 May 2024"
COUNT = "marchers are about 250 in number"
DEFIES = "Bo Reed defies curfew order"
CRITICIZES = "Bo Reed criticizes curfew order"
DISREGARDS = "Bo Reed disregards town council"
PRAISES = "Ada Moss praises marchers"

GAZETTE = "doc:a1a1a1a1a1a1a1a1"
CLERK = "person:unnamed-clerk-a1a1a1a1a1a1a1a1"


class Damaged:
    """A graph that can be edited by name."""

    def __init__(self, quads: list[Quad]) -> None:
        self.quads = list(quads)

    def claim(self, label: str) -> Term:
        (found,) = (q.subject for q in self.quads if "/id/claim/" in q.subject and q.object == f'"{label}"@en')
        return found

    def said(self, label: str) -> Term:
        """The first attribution of a claim."""
        claim = self.claim(label)
        return min(q.subject for q in self.quads if q.predicate == iri("kg:claim") and q.object == claim)

    def passage(self, label: str) -> Term:
        said = self.said(label)
        return next(q.object for q in self.quads if q.subject == said and q.predicate == iri("kg:evidence"))

    def add(self, subject: Term, predicate: str, object_: Term) -> None:
        self.quads.append(Quad(subject, iri(predicate), object_, iri("graph:facts")))

    def drop(self, subject: Term, predicate: str | None = None) -> None:
        self.quads = [
            q for q in self.quads if q.subject != subject or (predicate is not None and q.predicate != iri(predicate))
        ]

    def set(self, subject: Term, predicate: str, object_: Term) -> None:
        self.drop(subject, predicate)
        self.add(subject, predicate, object_)

    def rename(self, old: Term, new: Term) -> None:
        self.quads = [Quad(*(new if term == old else term for term in q)) for q in self.quads]


Edit = Callable[[Damaged], object]

#: what is done, the rule it breaks, at which thing, and words of the message
DAMAGES: dict[str, tuple[Edit, str, str | Callable[[Damaged], Term], str]] = {
    "confidence 2.5": (
        lambda g: g.set(g.said(MAYOR), "kg:confidence", decimal(Decimal("2.5"))),
        *("kgs:Attribution", lambda g: g.said(MAYOR), "from 0 to 1"),
    ),
    "confidence that is text": (
        lambda g: g.set(g.said(MAYOR), "kg:confidence", literal("high")),
        *("kgs:Attribution", lambda g: g.said(MAYOR), "from 0 to 1"),
    ),
    "quotation longer than its range": (
        lambda g: g.set(g.passage(MAYOR), "oa:exact", literal("word0 and more", language="en")),
        *("kgs:Passage", lambda g: g.passage(MAYOR), "as long as its quotation"),
    ),
    "range that its address does not name": (
        lambda g: (g.set(g.passage(MAYOR), "oa:start", integer(1)), g.set(g.passage(MAYOR), "oa:end", integer(6))),
        *("kgs:Passage", lambda g: g.passage(MAYOR), "own source and range"),
    ),
    "range that ends before it starts": (
        lambda g: g.set(g.passage(ISSUED), "oa:end", integer(3)),
        *("kgs:Passage", lambda g: g.passage(ISSUED), "ends after it starts"),
    ),
    "words and digest": (
        lambda g: g.add(g.passage(MAYOR), "kg:digest", literal("0" * 64)),
        *("kgs:Words", lambda g: g.passage(MAYOR), "keep one of the two"),
    ),
    "neither words nor digest": (
        lambda g: g.drop(g.passage(MAYOR), "oa:exact"),
        *("kgs:Words", lambda g: g.passage(MAYOR), "either its exact words or"),
    ),
    "digest that is none": (
        lambda g: (g.drop(g.passage(MAYOR), "oa:exact"), g.add(g.passage(MAYOR), "kg:digest", literal("ABC"))),
        *("kgs:Passage", lambda g: g.passage(MAYOR), "64 hexadecimal digits"),
    ),
    "reported claim as a fact": (
        lambda g: g.add(iri("person:bo-reed"), "kg:defies", iri("law:curfew-order")),
        *("kgs:NotAssertable", lambda g: g.claim(DEFIES), "it is reported"),
    ),
    "contested claim as a fact": (
        lambda g: g.add(iri("person:ada-moss"), "kg:praises", iri("group:marchers")),
        *("kgs:NotAssertable", lambda g: g.claim(PRAISES), "it is contested"),
    ),
    "denied claim as a fact": (
        lambda g: g.add(iri("person:bo-reed"), "kg:disregards", iri("body:town-council")),
        *("kgs:NotAssertable", lambda g: g.claim(DISREGARDS), "it is denied"),
    ),
    "hedged claim as a fact": (
        lambda g: g.add(iri("group:marchers"), "kg:headcount", integer(250)),
        *("kgs:NotAssertable", lambda g: g.claim(COUNT), "hedged"),
    ),
    "fact without a claim": (
        lambda g: g.add(iri("person:ada-moss"), "kg:defies", iri("law:curfew-order")),
        *("kgs:Backed", "kg:defies", "under “defies”: Ada Moss, curfew order. Nobody claims it"),
    ),
    "fact taken out": (
        lambda g: g.drop(iri("law:curfew-order"), "kg:issuedBy"),
        *("kgs:Asserted", lambda g: g.claim(ISSUED), "yet it is no fact"),
    ),
    "contradicted claim as a fact": (
        lambda g: g.add(g.claim(MAYOR), "kg:contradicts", g.claim(ISSUED)),
        *("kgs:NotAssertable", lambda g: g.claim(MAYOR), f"contradicts it, namely that {ISSUED}"),
    ),
    "contradiction the other way round": (
        lambda g: g.add(g.claim(ISSUED), "kg:contradicts", g.claim(MAYOR)),
        *("kgs:NotAssertable", lambda g: g.claim(MAYOR), f"contradicts it, namely that {ISSUED}"),
    ),
    "claim that nobody makes": (
        lambda g: g.drop(g.said(DEFIES)),
        *("kgs:Claim", lambda g: g.claim(DEFIES), "Nobody here affirms or denies this claim"),
    ),
    "reported claim called accepted": (
        lambda g: g.set(g.claim(DEFIES), "kg:status", iri("kgc:accepted")),
        *("kgs:Contested", lambda g: g.claim(DEFIES), "accepted needs a source that says it in its own voice"),
    ),
    "accepted claim called contested": (
        lambda g: g.set(g.claim(COUNT), "kg:status", iri("kgc:contested")),
        *("kgs:Contested", lambda g: g.claim(COUNT), "The status contested does not fit"),
    ),
    "contested claim called reported": (
        lambda g: g.set(g.claim(PRAISES), "kg:status", iri("kgc:reported")),
        *("kgs:Contested", lambda g: g.claim(PRAISES), "The status reported does not fit"),
    ),
    "denied claim called contested": (
        lambda g: g.set(g.claim(DISREGARDS), "kg:status", iri("kgc:contested")),
        *("kgs:Contested", lambda g: g.claim(DISREGARDS), "contested both sides"),
    ),
    "status of another scheme": (
        lambda g: g.set(g.claim(COUNT), "kg:status", iri("kgc:states")),
        *("kgs:Claim", lambda g: g.claim(COUNT), "accepted, reported, contested, denied or retracted"),
    ),
    "unknown relation": (
        lambda g: g.set(g.claim(DEFIES), "rdf:predicate", iri("kg:obeysNot")),
        *("kgs:Claim", lambda g: g.claim(DEFIES), "the vocabulary must know it"),
    ),
    "unknown modality": (
        lambda g: g.add(g.claim(DEFIES), "kg:modality", iri("kgc:about")),
        *("kgs:Claim", lambda g: g.claim(DEFIES), "at most one modality"),
    ),
    "claim without words": (
        lambda g: g.drop(g.claim(COUNT), "rdfs:label"),
        *("kgs:Claim", lambda g: iri("claim:a69d546487d0904c"), "worded once"),
    ),
    "two wordings in one language": (
        lambda g: g.add(g.claim(COUNT), "rdfs:label", literal("there are some 250 marchers", language="en")),
        *("kgs:Claim", lambda g: iri("claim:a69d546487d0904c"), "keep one label"),
    ),
    "two names in one language": (
        lambda g: g.add(iri("person:ada-moss"), "rdfs:label", literal("A. Moss", language="en")),
        *("kgs:Actor", "person:ada-moss", "one name in each language"),
    ),
    "no name": (
        lambda g: g.drop(iri("law:curfew-order"), "rdfs:label"),
        *("kgs:Actor", "law:curfew-order", "one name in each language"),
    ),
    "bad address": (
        lambda g: g.rename(iri("person:bo-reed"), iri("person:Bo_Reed")),
        *("kgs:Actor", "person:Bo_Reed", "not the right form"),
    ),
    "bad date of an event": (
        lambda g: g.set(iri("event:spring-march"), "kg:when", edtf("May 2024")),
        *("kgs:When", "event:spring-march", "such as 2025-03-17"),
    ),
    "month 13": (
        lambda g: g.set(iri(GAZETTE), "dcterms:date", edtf("2024-13-01")),
        *("kgs:Source", GAZETTE, "exactly one date"),
    ),
    "date of another type": (
        lambda g: g.set(iri(GAZETTE), "dcterms:date", literal("2024-05-02")),
        *("kgs:Source", GAZETTE, "exactly one date"),
    ),
    "bad date of saying": (
        lambda g: g.add(g.said(DEFIES), "kg:saidOn", edtf("yesterday")),
        *("kgs:Attribution", lambda g: g.said(DEFIES), "day on which it was said"),
    ),
    "unnamed source identified": (
        lambda g: g.add(iri(CLERK), "owl:sameAs", iri("wd:Q1")),
        *("kgs:Anonymous", CLERK, "must not be identified"),
    ),
    "unnamed source of no document": (
        lambda g: g.rename(iri(CLERK), iri("person:unnamed-clerk")),
        *("kgs:Anonymous", "person:unnamed-clerk", "belongs to its document"),
    ),
    "missing publisher": (
        lambda g: g.drop(iri(GAZETTE), "dcterms:publisher"),
        *("kgs:Quoted", GAZETTE, "say who published it"),
    ),
    "publisher that is a person": (
        lambda g: g.set(iri(GAZETTE), "dcterms:publisher", iri("person:ada-moss")),
        *("kgs:Quoted", GAZETTE, "an institution"),
    ),
    "missing hash": (
        lambda g: g.drop(iri(GAZETTE), "schema:sha256"),
        *("kgs:Quoted", GAZETTE, "needs the hash"),
    ),
    "source without title": (
        lambda g: g.drop(iri("doc:mayors-letter-2024-05-01"), "rdfs:label"),
        *("kgs:Source", "doc:mayors-letter-2024-05-01", "one title"),
    ),
    "stance that is no stance": (
        lambda g: g.set(g.said(MAYOR), "kg:stance", iri("kgc:deportation")),
        *("kgs:Attribution", lambda g: g.said(MAYOR), "This code is no stance"),
    ),
    "no speaker": (
        lambda g: g.drop(g.said(MAYOR), "kg:speaker"),
        *("kgs:Attribution", lambda g: g.said(MAYOR), "exactly one speaker"),
    ),
    "speaker that is a law": (
        lambda g: g.set(g.said(DEFIES), "kg:speaker", iri("law:curfew-order")),
        *("kgs:Attribution", lambda g: g.said(DEFIES), "name the person, body or group"),
    ),
    "no passage": (
        lambda g: g.drop(g.said(MAYOR), "kg:evidence"),
        *("kgs:Attribution", lambda g: g.said(MAYOR), "passage that proves it"),
    ),
    "review mark that is none": (
        lambda g: g.add(g.said(MAYOR), "kg:reviewState", iri("kgc:accepted")),
        *("kgs:Attribution", lambda g: g.said(MAYOR), "only mark of review"),
    ),
    "subject of the wrong kind": (
        lambda g: g.set(g.claim(DEFIES), "rdf:subject", iri("event:spring-march")),
        *("kgs:Typed", lambda g: g.claim(DEFIES), "subject of this claim, spring march,"),
    ),
    "object of the wrong kind": (
        lambda g: g.set(g.claim(DEFIES), "rdf:object", iri("person:ada-moss")),
        *("kgs:Typed", lambda g: g.claim(DEFIES), "Ada Moss, is not of a kind that its relation, “defies”, allows"),
    ),
    "value where a thing belongs": (
        lambda g: g.set(g.claim(DEFIES), "rdf:object", literal("the order")),
        *("kgs:Typed", lambda g: g.claim(DEFIES), "object of this claim, the order,"),
    ),
    "thing where a value belongs": (
        lambda g: g.set(g.claim(COUNT), "rdf:object", iri("person:ada-moss")),
        *("kgs:Typed", lambda g: g.claim(COUNT), "must be a value"),
    ),
}

#: what does not break the graph, and is worth a look
ODDITIES: dict[str, tuple[Edit, str, str | Callable[[Damaged], Term], str]] = {
    "wording with a full stop": (
        lambda g: g.set(g.claim(COUNT), "rdfs:label", literal("marchers are about 250 in number.", language="en")),
        *("kgs:Clause", "claim:a69d546487d0904c", "take the full stop at its end away"),
    ),
    "number that is none": (
        lambda g: g.set(g.claim(COUNT), "rdf:object", literal("12x", datatype="xsd:integer")),
        *("kgs:Literal", "claim:a69d546487d0904c", "not written as its type demands"),
    ),
    "day that does not exist": (
        lambda g: g.set(iri(GAZETTE), "dcterms:date", literal("2024-02-30", datatype=EDTF)),
        *("kgs:Literal", GAZETTE, "not written as its type demands"),
    ),
}


def _cases(table: dict[str, tuple[Edit, str, str | Callable[[Damaged], Term], str]]) -> list[object]:
    return [pytest.param(*case, id=what) for what, case in table.items()]


def _found(town, edit, shape, focus):
    damaged = Damaged(town)
    place = focus if isinstance(focus, str) else name(focus(damaged)).replace("https://w3id.org/kgraph/id/doc/", "doc:")
    edit(damaged)
    report = check(damaged.quads)
    return report, [p for p in report.problems if p.shape == shape and p.focus == place]


@pytest.mark.parametrize(("edit", "shape", "focus", "words"), _cases(DAMAGES))
def test_damage_is_found(town, edit, shape, focus, words) -> None:
    report, found = _found(town, edit, shape, focus)
    assert not report.conforms
    assert [p for p in found if words in p.message and p.severity == "violation"], report.to_text()


@pytest.mark.parametrize(("edit", "shape", "focus", "words"), _cases(ODDITIES))
def test_an_oddity_is_told_and_the_graph_still_conforms(town, edit, shape, focus, words) -> None:
    report, found = _found(town, edit, shape, focus)
    assert report.conforms, report.to_text()
    assert [(p.severity, words in p.message) for p in found] == [("warning", True)]


@pytest.mark.parametrize("edit", [case[0] for case in (DAMAGES | ODDITIES).values()], ids=[*DAMAGES, *ODDITIES])
def test_the_reference_finds_the_same(town, edit, reference) -> None:
    damaged = Damaged(town)
    edit(damaged)
    told = {(p.shape, p.focus) for p in check(damaged.quads).problems if p.shape != "kgs:Literal"}
    assert told == reference(damaged.quads)


@pytest.mark.parametrize(
    "end", ["of the U.S.", "by Ray Moss Jr.", "at 5 p.m.", "of Acme Inc.", "dated 2024/..", "by Ada M.", "in May"]
)
def test_a_wording_may_end_in_what_is_no_full_stop(town, end) -> None:
    graph = Damaged(town)
    graph.set(graph.claim(COUNT), "rdfs:label", literal(f"the march is one {end}", language="en"))
    assert check(graph.quads).problems == ()


def test_a_graph_of_one_damage_has_one_problem(town) -> None:
    damaged = Damaged(town)
    damaged.set(damaged.said(MAYOR), "kg:confidence", decimal(Decimal("2.5")))
    damaged.add(iri(CLERK), "kg:anonymous", boolean(True))
    assert len(check(damaged.quads).problems) == 1
