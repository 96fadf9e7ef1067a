from pathlib import Path

import pytest

from kgraph.errors import BadInput, BadQuery, KgraphError, NotThere, Unknown
from kgraph.resources import ONTOLOGY
from kgraph.store import DEFAULT_GRAPH, ONTOLOGY_GRAPH, Answer, Store, read_quads
from kgraph.terms import Quad, integer, iri, literal

CLAIMS, FACTS = iri("graph:claims"), iri("graph:facts")
ANN, BEN, COURT = iri("person:ann-example"), iri("person:ben-example"), iri("body:court-of-example")
LABEL, TYPE, HEADS = iri("rdfs:label"), iri("rdf:type"), iri("kg:heads")
DATA = [
    Quad(ANN, LABEL, literal("Ann Example", language="en"), FACTS),
    Quad(ANN, HEADS, COURT, FACTS),
    Quad(BEN, LABEL, literal("Ben Example", language="en"), FACTS),
    Quad(iri("claim:0000000000000001"), TYPE, iri("kg:Claim"), CLAIMS),
]
TRIG = f"{CLAIMS} {{ {DATA[3].subject} a <https://w3id.org/kgraph/ns#Claim> . }} {FACTS} {{ {ANN} {HEADS} {COURT} . }}"


@pytest.fixture
def store() -> Store:
    return Store.of(DATA)


def test_patterns_give_the_quads_that_fit(store: Store) -> None:
    assert list(store.quads(ANN, HEADS)) == [DATA[1]]
    assert list(store.quads(object=COURT)) == [DATA[1]]
    assert sorted(store.quads(graph=FACTS)) == sorted(DATA[:3])
    assert list(store.quads(graph=DEFAULT_GRAPH)) == []
    assert list(store.quads(iri("person:nobody"))) == []
    with pytest.raises(BadQuery, match="not a term"):
        list(store.quads("person:ann-example"))


def test_the_ontology_is_there_to_be_asked_but_is_no_data(store: Store) -> None:
    assert len(store) == len(DATA)
    assert sorted(store.data()) == sorted(DATA)
    assert list(store.quads(iri("kg:Claim"), LABEL, graph=ONTOLOGY_GRAPH))
    rows = store.query("SELECT ?label {?claim a ?class . ?class rdfs:label ?label . ?claim a kg:Claim}").rows
    assert rows


def test_an_ontology_that_is_in_the_data_is_kept_and_ours_is_not_added() -> None:
    own = Quad(iri("kg:Claim"), LABEL, literal("A claim of ours", language="en"), ONTOLOGY_GRAPH)
    with Store.of([own]) as store:
        assert list(store.quads(graph=ONTOLOGY_GRAPH)) == [own] == list(store.data())
        store.load(DATA)
        assert len(store) == len(DATA) + 1


def test_loading_adds_and_repeats_nothing(store: Store) -> None:
    more = Quad(BEN, HEADS, COURT, FACTS)
    store.load([*DATA, more])
    assert sorted(store.data()) == sorted([*DATA, more])


def test_a_load_that_fails_leaves_the_store_as_it_was(store: Store) -> None:
    def quads():
        yield Quad(BEN, HEADS, COURT, FACTS)
        raise RuntimeError("the source broke")

    with pytest.raises(RuntimeError, match="the source broke"):
        store.load(quads())
    assert sorted(store.data()) == sorted(DATA)
    assert list(store.quads(graph=ONTOLOGY_GRAPH))


def test_queries_see_all_graphs_as_one_unless_they_name_theirs(store: Store) -> None:
    count = "(COUNT(*) AS ?n) {} {{VALUES ?s {{{}}} ?s ?p ?o}}"
    people = f"{ANN} {BEN} {DATA[3].subject}"
    for dataset, n in (("", 4), (f"FROM {FACTS}", 3), (f"FROM{CLAIMS}", 1), ("FROM <file:///etc/hostname>", 0)):
        assert store.query("SELECT " + count.format(dataset, people)).rows == ((integer(n),),)
    named = store.query(f"SELECT DISTINCT ?g FROM NAMED {CLAIMS} {{GRAPH ?g {{?s ?p ?o}}}}")
    assert named.rows == ((CLAIMS,),)


def test_a_select_gives_columns_and_rows_of_terms(store: Store) -> None:
    found = store.query(
        "SELECT ?who ?court {?who rdfs:label ?name OPTIONAL {?who kg:heads ?court} FILTER(?who IN "
        "(person:ann-example, person:ben-example))}"
    )
    assert found == Answer("solutions", ("who", "court"), ((ANN, COURT), (BEN, None)))


def test_rows_are_sorted_unless_the_query_orders_them(store: Store) -> None:
    query = f"SELECT ?who {{GRAPH {FACTS} {{?who rdfs:label ?name}}}}"
    assert store.query(query).rows == ((ANN,), (BEN,))
    assert store.query(f"{query} ORDER BY DESC(?name)").rows == ((BEN,), (ANN,))


def test_ask_construct_and_describe(store: Store) -> None:
    assert store.query("ASK {person:ann-example kg:heads ?x}") == Answer("boolean", boolean=True)
    assert store.query("ASK {person:ben-example kg:heads ?x}").boolean is False
    triple = (COURT, "<e:headedBy>", ANN)
    found = store.query("CONSTRUCT {?b <e:headedBy> ?a} WHERE {?a kg:heads ?b}")
    assert found == Answer("graph", ("subject", "predicate", "object"), (triple,))
    assert len(store.query("DESCRIBE person:ann-example").rows) == 2


def test_values_are_bound_and_never_pasted(store: Store) -> None:
    query = "SELECT ?who ?name {?who rdfs:label ?name}"
    assert store.query(query, {"who": ANN}).rows == ((ANN, DATA[0].object),)
    assert store.query(query, {"name": literal('x" . } ; DROP ALL #')}).rows == ()
    assert store.query("ASK {?who kg:heads ?x}", {"who": BEN}).boolean is False


@pytest.mark.parametrize(
    ("query", "bindings", "message"),
    [
        ("SELECT ?a {?a ?b ?c}", {"b": ANN}, "only a column of SELECT"),
        ("SELECT ?a {?a ?b ?c}", {"who": ANN}, r"no variable \?who.*it has \?a, \?b, \?c"),
        ("SELECT ?a {?a ?b ?c}", {"a": "Ann"}, "not a term"),
        ("SELECT ?a {?a ?b ?c}", {"a b": ANN}, "variable"),
        ("SELECT ?a WHERE {\n ?a kg:heads }", {}, "line 2, column 14"),
        ("SELECT ?a (COUNT(?b) AS ?n) {?a ?b ?c}", {}, "GROUP BY"),
        ("SELECT ?a {?a ?b ?c FILTER(<e:f>(?a))}", {}, "cannot be answered"),
    ],
)
def test_a_query_that_does_not_fit_is_a_clear_error(store: Store, query: str, bindings: dict, message: str) -> None:
    with pytest.raises(BadQuery, match=message):
        store.query(query, bindings)


def test_a_store_opens_from_a_file_a_folder_and_a_directory(tmp_path: Path) -> None:
    file = tmp_path / "graph.trig"
    file.write_text(TRIG, encoding="utf-8")
    directory = tmp_path / "oxigraph"
    Store.write_directory(directory, read_quads(file))
    for source in (file, str(file), tmp_path, directory):
        with Store.open(source) as store:
            assert len(store) == 2
            assert sorted(store.data()) == sorted([DATA[1], DATA[3]])
            assert store.query("ASK {kg:Claim rdfs:label ?x}").boolean


def test_a_directory_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    place = tmp_path / "deep" / "store"
    Store.write_directory(place, DATA[:1])
    with pytest.raises(BadInput, match="cannot be stored"):
        Store.write_directory(place, [DATA[1], Quad("nothing", "<e:p>", "<e:o>", "<e:g>")])
    assert list(Store.open(place).data()) == DATA[:1]
    with Store.open(place) as before:
        Store.write_directory(place, DATA)
        assert list(before.data()) == DATA[:1]
    assert sorted(Store.open(place).data()) == sorted(DATA)
    assert [path.name for path in place.parent.iterdir()] == ["store"]


def test_a_directory_never_takes_the_place_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    with pytest.raises(BadInput, match="no Oxigraph directory"):
        Store.write_directory(tmp_path / "letters", DATA)


def test_a_directory_without_ontology_is_read_into_memory(tmp_path: Path) -> None:
    import pyoxigraph

    bare = pyoxigraph.Store(str(tmp_path / "bare"))
    bare.add(pyoxigraph.Quad(pyoxigraph.NamedNode("e:s"), pyoxigraph.NamedNode("e:p"), pyoxigraph.Literal("x")))
    bare.flush()
    del bare
    with Store.open(tmp_path / "bare") as store:
        assert list(store.data()) == [Quad("<e:s>", "<e:p>", '"x"', DEFAULT_GRAPH)]
        assert store.query("ASK {kg:Claim rdfs:label ?x}").boolean


def test_what_is_read_only_cannot_be_loaded_into(tmp_path: Path) -> None:
    Store.write_directory(tmp_path / "store", DATA)
    with Store.open(tmp_path / "store") as store, pytest.raises(KgraphError, match="reading only"):
        store.load(DATA)


@pytest.mark.parametrize("source", ["http://localhost:1/sparql", "HTTPS://example.org/sparql"])
def test_addresses_are_not_supported_yet(source: str) -> None:
    with pytest.raises(NotThere, match="not supported yet"):
        Store.open(source)


def test_places_without_a_store_are_named(tmp_path: Path) -> None:
    with pytest.raises(NotThere, match=r"nothing\.trig is not there"):
        Store.open(tmp_path / "nothing.trig")
    with pytest.raises(NotThere, match=r"neither graph\.trig nor"):
        Store.open(tmp_path)
    (tmp_path / "CURRENT").write_text("broken")
    with pytest.raises(NotThere, match="cannot be opened"):
        Store.open(tmp_path)
    with pytest.raises(Unknown, match="is not there"):
        Store().load_file(tmp_path / "nothing.trig")


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    with pytest.raises(NotThere, match="closed"):
        store.query("ASK {}")


def test_rdflib_gets_every_quad_with_the_spelling_of_its_literals() -> None:
    import rdflib

    data = [*DATA, Quad(ANN, LABEL, '"x\\ny"', DEFAULT_GRAPH), Quad("_:b", LABEL, '"1.50"^^<e:own>', FACTS)]
    with Store.of(data) as store:
        dataset = store.to_rdflib()
        triples = read_quads(ONTOLOGY / "kgraph.ttl")
        assert len(dataset) == len(data) + len(triples)
        assert len(dataset.graph(rdflib.URIRef(FACTS[1:-1]))) == 4
        assert (None, rdflib.RDFS.label, rdflib.Literal("x\ny")) in dataset
        assert dataset.query("ASK {?s ?p 'Ann Example'@en}").askAnswer
