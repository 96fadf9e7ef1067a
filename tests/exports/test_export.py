"""Which statements go into a file, and that the words can be kept out of it."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kgraph.claims import RULE
from kgraph.errors import BadInput, Unknown
from kgraph.exports import FORMATS, export
from kgraph.terms import Quad, iri, literal

WORDS = ["“binding”, she told us", 'Dunn signed "it"', "+they will\nnot obey it"]


def test_facts_are_the_graph_of_facts(small: list[Quad], oxigraph) -> None:
    facts = {quad for quad in small if quad.graph == iri("graph:facts")}
    assert oxigraph(export(small, "nquads"), "nquads") == facts


def test_claims_come_with_their_sources_and_names_but_without_facts(small: list[Quad], oxigraph) -> None:
    found = oxigraph(export(small, "nquads", what="claims"), "nquads")
    missing = set(small) - found
    assert missing == {
        quad
        for quad in small
        if quad.graph == iri("graph:facts") and quad.predicate in (iri("kg:issuedBy"), iri("kg:when"))
    }
    assert len(missing) == 2


def test_everything_is_everything_the_vocabulary_too_if_it_came_in(small: list[Quad], oxigraph) -> None:
    more = [*small, Quad(iri("kg:Claim"), iri("rdfs:label"), literal("claim"), iri("graph:ontology"))]
    assert oxigraph(export(more, "trig", what="all"), "trig") == set(more)
    assert not any(q.graph == iri("graph:ontology") for q in oxigraph(export(more, "trig", what="claims"), "trig"))


def test_statements_without_our_graphs_can_only_go_out_all_together(small: list[Quad]) -> None:
    merged = [quad._replace(graph="") for quad in small]
    with pytest.raises(BadInput, match="--what all"):
        export(merged, "turtle", what="facts")
    assert export(merged, "turtle", what="all") == export(small, "turtle", what="all")
    assert export([], "ntriples", header=()) == b""


def test_a_file_says_by_which_rule_a_claim_is_a_fact(small: list[Quad]) -> None:
    for name in ("turtle", "trig", "ntriples", "nquads", "rdfxml", "graphml"):
        comments = [line for line in export(small, name).decode().splitlines()[:8] if line.startswith(("# ", "<!-- "))]
        said = " ".join(line.removeprefix("# ").removeprefix("<!-- ").removesuffix(" -->") for line in comments)
        assert said == RULE


@pytest.mark.parametrize("name", FORMATS)
def test_withheld_words_are_nowhere_in_the_file(name: str, small: list[Quad]) -> None:
    kept = export(small, name, what="all").decode()
    held = export(small, name, what="all", withhold_text=True).decode()
    assert "they will" in kept
    for fragment in ("binding”", "Dunn signed", "they will"):
        assert fragment not in held


def test_a_digest_stands_in_the_place_of_the_words(small: list[Quad], oxigraph) -> None:
    found = oxigraph(export(small, "nquads", what="all", withhold_text=True), "nquads")
    assert {q.object for q in found if q.predicate == iri("kg:digest")} == {
        literal(hashlib.sha256(words.encode()).hexdigest()) for words in WORDS
    }
    assert {q for q in found if q.predicate != iri("kg:digest")} == {q for q in small if q.predicate != iri("oa:exact")}


def test_an_unknown_format_or_choice_says_what_there_is(small: list[Quad]) -> None:
    with pytest.raises(Unknown, match="'turtel' is not a format: choose one of csv, gexf") as error:
        export(small, "turtel")
    assert error.value.nearest == ("turtle",)
    with pytest.raises(Unknown, match="choose one of facts, claims, all"):
        export(small, "turtle", what="everything")  # type: ignore[arg-type]


def test_line_formats_are_sorted_like_plain_text(small: list[Quad]) -> None:
    for name in ("nquads", "ntriples"):
        lines = export(small, name, what="all", header=()).decode().splitlines()
        assert lines == sorted(set(lines))
        assert all(line.endswith(" .") for line in lines)


SCRIPT = """
import hashlib, random, sys
import pyoxigraph
from kgraph.exports import FORMATS, export
from kgraph.terms import Quad
found = pyoxigraph.parse(path=sys.argv[1], format=pyoxigraph.RdfFormat.TRIG)
quads = [Quad(*map(str, (q.subject, q.predicate, q.object, q.graph_name))) for q in found]
random.Random(int(sys.argv[2])).shuffle(quads)
for name in FORMATS:
    print(name, hashlib.sha256(export(quads, name, what="all")).hexdigest())
"""


def test_the_same_graph_gives_the_same_bytes_in_another_order_and_with_other_hashes() -> None:
    graph = str(Path(__file__).parent / "small.trig")
    printed = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT, graph, seed],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert printed[0] == printed[1]
    assert len(printed[0].splitlines()) == len(FORMATS)


@pytest.mark.parametrize("value", ['"שלום"@he--rtl', "<<( <http://a/s> <http://a/p> <http://a/o> )>>"])
def test_what_only_rdf_12_has_is_refused_where_there_is_no_form_for_it(value: str) -> None:
    quads = [Quad(iri("law:a"), iri("kg:cites"), value, "")]
    for name in ("jsonld", "rdfxml"):
        with pytest.raises(BadInput, match=r"RDF 1\.2.*choose turtle"):
            export(quads, name, what="all")
    for name in ("turtle", "trig", "ntriples", "nquads"):
        assert value in export(quads, name, what="all").decode()


def test_blank_nodes_of_somebody_elses_file_keep_their_names(oxigraph) -> None:
    quads = [Quad("_:b1n1", iri("kg:cites"), "_:b1n2", "_:b1n3"), Quad("_:1", iri("kg:cites"), iri("law:a"), "")]
    for name in FORMATS:
        if FORMATS[name].rdf:
            found = oxigraph(export(quads, name, what="all"), name)
            assert len(found) == 2
            assert len({term for quad in found for term in quad if term.startswith("_:")}) == 3 + FORMATS[name].graphs
