"""Hostile and broken input through the command line: one clear error, nothing opened that was not named or changed.

The files stand in ../shared/bad, and its MANIFEST.json says what each must get; the cases of one's own need none of it.
"""

import json
import socket
import threading
from pathlib import Path

import pytest

#: file to exit code and a part of what is said, for graph files
GRAPHS = {
    "t-bad-datetime.ttl": (0, "1  RDF statements"),
    "t-bad-line-1000.nt": (2, "line 1000"),
    "t-bad-utf8.nt": (2, "line 1, column 27: not UTF-8"),
    "t-bnode-nest.ttl": (2, "nested more than 200 levels"),
    "t-bom.ttl": (0, "1  RDF statements"),
    "t-empty.ttl": (0, "0  RDF statements"),
    "t-html-as-ttl.ttl": (2, "looks like HTML"),
    "t-iri-bidi.ttl": (0, "1  RDF statements"),
    "t-iri-homoglyph.ttl": (0, "1  RDF statements"),
    "t-iri-relative.nt": (2, "an IRI without a scheme"),
    "t-iri-script.ttl": (2, "Invalid IRI"),
    "t-long-literal.nt": (0, "1  RDF statements"),
    "t-nul.nt": (2, "a NUL byte"),
    "t-quoted-nest.ttl": (2, "nested more than 200 levels"),
    "t-truncated.ttl": (2, "ends in the middle"),
    "t-utf16.ttl": (2, "UTF-16"),
    "x-billion-laughs.rdf": (2, "DOCTYPE"),
    "x-deep.rdf": (2, "nested more than 200 levels"),
    "x-ext-dtd.rdf": (2, "DOCTYPE"),
    "x-not-xml.rdf": (2, "line 1, column 86"),
    "x-param-entity.rdf": (2, "DOCTYPE"),
    "x-quadratic.rdf": (2, "DOCTYPE"),
    "x-trix-xxe.trix": (2, "is not a graph file by its name"),
    "x-utf7.rdf": (2, "UTF-7"),
    "x-xxe-file.rdf": (2, "DOCTYPE"),
    "j-import-context.jsonld": (2, "nothing is fetched"),
    "j-remote-context.jsonld": (2, "nothing is fetched"),
    "j-scoped-context.jsonld": (2, "nothing is fetched"),
    "c-formula-at.ttl": (0, "1  RDF statements"),
    "c-formula-eq.ttl": (0, "1  RDF statements"),
    "c-formula-minus.ttl": (0, "1  RDF statements"),
    "c-formula-tab.ttl": (0, "1  RDF statements"),
    "a-gzip-bomb.nt.gz": (2, "compressed with gzip"),
    "a-zip-bomb.zip": (2, "a zip archive"),
    "a-zip-slip.zip": (2, "a zip archive"),
    "p-evil.pickle": (2, "a Python pickle"),
}

#: file to exit code and a part of what is said, for queries; None: answered or stopped, and nothing else
QUERIES = {
    "q-from-file.rq": (1, "0 answers"),
    "q-from-named-http.rq": (1, "0 answers"),
    "q-multi-statement.rq": (2, "only reads"),
    "q-service-after-dot.rq": (2, "SERVICE"),
    "q-service-after-string.rq": (2, "SERVICE"),
    "q-service-glued.rq": (2, "SERVICE"),
    "q-service-http.rq": (2, "SERVICE"),
    "q-service-in-exists.rq": (2, "SERVICE"),
    "q-service-lt.rq": (2, "SERVICE"),
    "q-service-silent.rq": (2, "SERVICE"),
    "q-service-uescape.rq": (2, "SERVICE"),
    "q-service-var.rq": (2, "SERVICE"),
    "u-drop-all.ru": (2, "DROP changes something, and this command only reads"),
    "u-insert-service.ru": (2, "only reads"),
    "u-load-file.ru": (2, "LOAD"),
    "u-load-http.ru": (2, "LOAD"),
    "bomb-bgp.rq": (2, "patterns in one group"),
    "bomb-groups.rq": (2, "more than 200"),
    "bomb-not.rq": (2, "more than 200"),
    "bomb-optional.rq": (2, "more than 200"),
    "bomb-plus.rq": (2, "more than 200"),
    "bomb-subselect.rq": (2, "more than 200"),
    "bomb-union.rq": (2, "more than 256 kB"),
    "bomb-values.rq": (2, "more than 256 kB"),
    "bomb-cross-count.rq": None,
    "bomb-groupconcat.rq": None,
    "bomb-negated-path.rq": None,
    "bomb-orderby.rq": None,
    "bomb-path-nested.rq": None,
    "bomb-path-star.rq": None,
    "bomb-regex-nested.rq": None,
    "bomb-regex-size.rq": None,
    "bomb-replace.rq": None,
}

#: files that other tests or later rooms take care of
ELSEWHERE = ("h-", "http-", "inj-", "r-", "d-", "p-names")


def test_every_file_of_the_manifest_has_its_place(shared) -> None:
    names = {entry["file"] for entry in json.loads((shared / "bad" / "MANIFEST.json").read_text(encoding="utf-8"))}
    here = {name for name in names if not name.startswith(ELSEWHERE)}
    assert here == set(GRAPHS) | set(QUERIES)


@pytest.mark.parametrize("name", sorted(GRAPHS))
def test_hostile_graphs(kgraph, shared, name) -> None:
    code, said = GRAPHS[name]
    run = kgraph("stats", "--store", shared / "bad" / name)
    assert run.code == code
    assert said in run.out + run.err
    assert "root:" not in run.out + run.err


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_hostile_queries(kgraph, shared, built, name) -> None:
    before = {p.name: p.read_bytes() for p in built.iterdir()}
    run = kgraph("ask", "--file", shared / "bad" / name, "--timeout", "1", "--store", built)
    if (expected := QUERIES[name]) is None:
        assert run.code in (0, 1) or "Stopped after 1 second" in run.err or "memory" in run.err
    else:
        assert run.code == expected[0]
        assert expected[1] in run.out + run.err
    assert {p.name: p.read_bytes() for p in built.iterdir()} == before


def test_an_ill_typed_value_is_reported(kgraph, shared) -> None:
    run = kgraph("check", "--store", shared / "bad" / "t-bad-datetime.ttl")
    assert "not written as its type demands" in run.out


@pytest.mark.parametrize(
    "name", ["inj-literal", "inj-iri-newline", "inj-lang", "inj-var", "inj-prefix", "inj-limit", "inj-iri-js"]
)
def test_injected_values_stay_values(kgraph, shared, built, name) -> None:
    text = (shared / "bad" / f"{name}.txt").read_text(encoding="utf-8")
    before = (built / "graph.trig").read_bytes()
    run = kgraph("ask", "--sparql", "SELECT ?x ?p { ?s ?p ?x }", f"x={text}", "--store", built)
    assert run.code == 1
    assert "0 answers" in run.out
    # as a name of a thing, a day, a variable
    assert kgraph("ask", "who-denies-what", f"who={text}", "--store", built).code == 2
    assert kgraph("ask", "said-on-a-day", f"date={text}", "--store", built).code == 2
    assert kgraph("ask", "who-denies-what", f"{text}=leavitt", "--store", built).code == 2
    assert (built / "graph.trig").read_bytes() == before


@pytest.mark.parametrize("prefix", ["=", "+", "-", "@", "\t"])
def test_a_spreadsheet_sees_no_formula(kgraph, tmp_path, prefix) -> None:
    graph = tmp_path / "f.ttl"
    value = json.dumps(f"{prefix}cmd|' /C calc'!A0")
    graph.write_text(f"<urn:x> <http://www.w3.org/2000/01/rdf-schema#label> {value} .", encoding="utf-8")
    query = "SELECT ?l { <urn:x> <http://www.w3.org/2000/01/rdf-schema#label> ?l }"
    safe = kgraph("ask", "--sparql", query, "--csv", "--excel-safe", "--store", graph).out
    raw = kgraph("ask", "--sparql", query, "--csv", "--store", graph).out
    assert safe.splitlines()[1].lstrip('"').startswith("'")
    assert raw.splitlines()[1].lstrip('"').startswith(prefix)


@pytest.mark.parametrize("name", ["d-long-line.txt", "d-prompt-injection.txt"])
def test_a_documents_text_is_only_text(kgraph, shared, tmp_path, name) -> None:
    document = shared / "bad" / name
    run = kgraph("extract", document, "--publisher", "The Gazette", "--date", "2024", "-o", "d.yaml")
    assert run.code == 0
    assert kgraph("check", "d.yaml").code == 0
    assert [p.name for p in tmp_path.iterdir()] == ["d.yaml"]


@pytest.mark.parametrize(("name", "said"), [("d-many-brackets.html", "nested"), ("d-meta-refresh.html", "article")])
def test_a_page_that_is_no_article(kgraph, shared, name, said) -> None:
    run = kgraph("extract", shared / "bad" / name, "--publisher", "The Gazette", "--date", "2024", "-o", "d.yaml")
    assert run.code == 2
    assert said in run.err


def test_output_stays_where_one_is(kgraph, shared, built, tmp_path, monkeypatch) -> None:
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    for text in (shared / "bad" / "p-names.txt").read_text(encoding="utf-8").split("\n"):
        run = kgraph("export", f"--output={text}", "--store", built)
        assert run.code in (0, 2), text
        assert run.code == 0 or "rror: " in run.err, text
    outside = [p for p in tmp_path.rglob("*") if deep not in (p, *p.parents) and p not in deep.parents]
    assert outside == []
    assert Path("/etc/passwd").is_file()


@pytest.mark.parametrize("name", ["../out", "a/../../out", "..\\..\\x", "~/.ssh/x", "a\x00b", "x" * 300])
def test_names_that_lead_elsewhere_are_refused(kgraph, tmp_path, name) -> None:
    run = kgraph("draw", "-o", name)
    assert run.code == 2
    assert any(said in run.err for said in ("cannot be written", "a full path may lead anywhere", "null byte"))
    assert list(tmp_path.iterdir()) == []


def test_no_query_reaches_the_network(kgraph, built) -> None:
    called = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        port = server.getsockname()[1]

        def listen() -> None:
            try:
                server.accept()
                called.set()
            except TimeoutError:
                pass

        thread = threading.Thread(target=listen)
        thread.start()
        for text in (
            f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}",
            f"SELECT * FROM <http://127.0.0.1:{port}/x.ttl> {{ ?s ?p ?o }}",
            f"LOAD <http://127.0.0.1:{port}/x.ttl>",
        ):
            assert kgraph("ask", "--sparql", text, "--store", built).code in (1, 2)
        thread.join()
    assert not called.is_set()
