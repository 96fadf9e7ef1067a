"""What is checked, against what, and how it is found again."""

import json
import random
from itertools import pairwise

import pyoxigraph
import pytest

from kgraph import dossier, ontology, registry
from kgraph.checks import check
from kgraph.claims import compile_dossiers
from kgraph.errors import BadInput
from kgraph.resources import EXAMPLE, ONTOLOGY
from kgraph.terms import Quad, boolean, edtf, iri, literal


def read(path) -> list[Quad]:
    return [
        Quad(str(q.subject), str(q.predicate), str(q.object), str(q.graph_name)) for q in pyoxigraph.parse(path=path)
    ]


def test_the_gold_graphs_conform(shared) -> None:
    found = sorted((shared / "gold").glob("*.trig"))
    assert len(found) >= 10
    for path in found:
        report = check(read(path))
        assert report.problems == (), f"{path.name}: {report.to_text()}"


def test_the_reference_finds_nothing_in_the_first_article(shared, reference) -> None:
    assert reference(read(shared / "gold" / "homan-2025-03-17.trig")) == set()


def test_the_shipped_examples_conform() -> None:
    dossiers = [dossier.read(path) for path in sorted((EXAMPLE / "dossiers").glob("*.yaml"))]
    report = check(compile_dossiers(dossiers, registry.load(), ontology.load()))
    assert report.conforms, report.to_text()
    assert report.statements > 1900


def test_the_town_conforms_and_the_reference_agrees(town, reference) -> None:
    assert check(town).problems == ()
    assert reference(town) == set()


def test_an_empty_graph_conforms() -> None:
    assert (check([]).conforms, check([]).statements) == (True, 0)


def test_the_vocabulary_is_no_data_wherever_it_stands(town) -> None:
    vocabulary = [
        Quad(str(t.subject), str(t.predicate), str(t.object), iri("graph:ontology"))
        for t in pyoxigraph.parse(path=ONTOLOGY / "kgraph.ttl")
    ]
    assert check([*town, *vocabulary]) == check(town)


def test_what_hides_in_the_graph_of_the_vocabulary_is_checked(town) -> None:
    hidden = Quad(iri("person:ada-moss"), iri("kg:defies"), iri("law:curfew-order"), iri("graph:ontology"))
    assert [p.shape for p in check([*town, hidden]).problems] == ["kgs:Backed"]


def test_what_the_rules_derive_is_never_taken_from_the_data(graph) -> None:
    made = graph(["person:bo-reed states person:ada-moss org:holds office:mayor"])
    (claim,) = {q.subject for q in made if q.object == iri("kg:Claim")}
    lie = Quad(claim, iri("kgs:stands"), boolean(True), iri("graph:claims"))
    fact = Quad(iri("person:ada-moss"), iri("org:holds"), iri("office:mayor"), iri("graph:facts"))
    assert [p.shape for p in check([*made, lie, fact]).problems] == ["kgs:NotAssertable"]


def test_the_order_of_statements_makes_no_difference(town) -> None:
    damaged = [q for q in town if q.predicate not in (iri("kg:confidence"), iri("kg:speaker"), iri("rdfs:label"))]
    shuffled = random.Random(7).sample(damaged, len(damaged))
    assert check(shuffled) == check(damaged)
    assert json.dumps(check(shuffled).to_json()) == json.dumps(check(damaged).to_json())


def test_problems_are_sorted_graver_first(town) -> None:
    damaged = [q for q in town if q.predicate != iri("kg:confidence")]
    damaged.append(Quad(iri("event:spring-march"), iri("schema:url"), literal("1.x", datatype="xsd:decimal"), "_"))
    problems = check(damaged).problems
    assert [p.severity for p in problems] == ["violation"] * 9 + ["warning"]
    assert all(one.sort_key < other.sort_key for one, other in pairwise(problems))


BOTH = ["a report of the gazette", "a report of the herald"]


@pytest.mark.parametrize(
    ("subject", "predicate", "object_", "titles"),
    [
        # of a claim that both papers make, an entity that both name, and a source that one of them names
        ("claim", "kg:modality", iri("kgc:about"), BOTH),
        ("person:ada-moss", "rdfs:label", literal("A.", language="en"), BOTH),
        ("doc:mayors-letter-2024-05-01", "dcterms:date", edtf("1 May"), ["a report of the gazette"]),
        ("doc:b2b2b2b2b2b2b2b2", "dcterms:date", edtf("3 May"), ["a report of the herald"]),
    ],
)  # fmt: skip
def test_a_problem_names_the_documents_it_comes_from(graph, subject, predicate, object_, titles) -> None:
    line = "body:the-gazette states person:ada-moss org:holds office:mayor"
    made = graph(
        [line, "person:bo-reed states person:bo-reed kg:defies law:curfew-order said_in=doc:mayors-letter-2024-05-01"],
        [line],
    )
    (claim,) = {q.subject for q in made if q.object == iri("org:holds")}
    made.append(Quad(claim if subject == "claim" else iri(subject), iri(predicate), object_, iri("graph:facts")))
    found = {tuple(d.title for d in p.documents) for p in check(made).problems}
    assert found == {tuple(titles)}


@pytest.mark.parametrize(
    "statement",
    [
        Quad("<no scheme>", iri("rdf:type"), iri("kg:Claim"), "<g:1>"),
        Quad('"text"', iri("rdf:type"), iri("kg:Claim"), "<g:1>"),
        Quad(iri("claim:1"), iri("rdfs:label"), '"\ud800"', "<g:1>"),
    ],
)
def test_what_is_no_rdf_is_bad_input(town, statement) -> None:
    with pytest.raises(BadInput, match="the graph cannot be checked"):
        check([*town, statement])


def test_things_without_an_address_are_told_alike(town) -> None:
    report = check([*town, Quad("_:x", iri("rdf:type"), iri("kg:Claim"), iri("graph:claims"))])
    assert {p.focus for p in report.problems} == {"a thing without an address"}
