import json
import os
import select
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from kgraph.errors import BadInput, BadQuery, NotThere, TooMuch
from kgraph.store import Answer, Store, Worker
from kgraph.terms import Quad, integer, iri, literal

GRAPH = iri("graph:facts")
ANN = iri("person:ann-example")


def quads() -> list[Quad]:
    """Two thousand statements: people who follow one another in rings of a hundred, and are called something."""
    people = [iri(f"person:p{i}") for i in range(1000)]
    rings = [Quad(p, "<http://e/p>", people[i - i % 100 + (i + 1) % 100], GRAPH) for i, p in enumerate(people)]
    return [*rings, *(Quad(p, iri("rdfs:label"), literal(f"Person {i}"), GRAPH) for i, p in enumerate(people))]


needs_pidfd = pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="waits for processes with pidfd_open (Linux)")

CROSS = "SELECT (COUNT(*) AS ?n) {?a ?b ?c . ?d ?e ?f . ?g ?h ?i}"


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(quads()) as worker:
        yield worker


def test_each_form_of_query_has_its_answer(worker: Worker) -> None:
    first = iri("person:p0")
    assert worker.query(f"SELECT ?x ?none {{{first} <http://e/p> ?x}}") == Answer(
        "solutions", ("x", "none"), ((iri("person:p1"), None),)
    )
    assert worker.query("ASK {?x <http://e/none> ?y}") == Answer("boolean", boolean=False)
    found = worker.query(f"DESCRIBE {first}")
    assert found.kind == "graph"
    assert found.rows == (
        (first, "<http://e/p>", iri("person:p1")),
        (first, iri("rdfs:label"), literal("Person 0")),
    )


def test_values_are_bound(worker: Worker) -> None:
    found = worker.query("SELECT ?who ?name {?who rdfs:label ?name}", {"name": literal("Person 7")})
    assert found.rows == ((iri("person:p7"), literal("Person 7")),)
    with pytest.raises(BadQuery, match="only a column of SELECT"):
        worker.query("SELECT ?who {?who rdfs:label ?name}", {"name": literal("Person 7")})
    with pytest.raises(BadQuery, match="not a term"):
        worker.query("SELECT ?who {?who ?p ?o}", {"who": "Person 7"})


def test_the_answer_is_the_same_as_in_process(worker: Worker) -> None:
    query = "SELECT ?a (COUNT(?b) AS ?n) {?a ?p ?b FILTER(isLiteral(?b))} GROUP BY ?a ORDER BY ?n ?a LIMIT 20"
    with Store.of(quads()) as store:
        assert worker.query(query) == store.query(query)


def test_too_many_rows_or_bytes_are_an_error_and_never_a_part(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    query = "SELECT * {?a <http://e/p> ?b}"
    assert len(worker.query(query, max_rows=1000).rows) == 1000
    with pytest.raises(TooMuch, match="more than 999 rows"):
        worker.query(query, max_rows=999)
    monkeypatch.setattr("kgraph.store.client.MAX_ANSWER", 1000)
    with pytest.raises(TooMuch, match="more than 1,000 bytes"):
        worker.query(query)


@pytest.mark.parametrize("timeout", [0, -1, float("nan"), float("inf")])
def test_a_time_limit_is_a_number_of_seconds(worker: Worker, timeout: float) -> None:
    with pytest.raises(BadQuery, match="no time limit"):
        worker.query("ASK {}", timeout=timeout)


def test_an_endless_query_is_stopped_and_the_next_is_answered() -> None:
    with Worker(quads()) as worker:
        before = worker.pid
        with pytest.raises(TooMuch, match=r"^Stopped after 0\.3 seconds: .*Nothing was changed"):
            worker.query(CROSS, timeout=0.3)
        assert worker.query("ASK {}").boolean
        assert worker.pid != before


def test_a_query_that_needs_too_much_memory_ends_alone() -> None:
    grow = "".join(f' BIND(REPLACE(?v{i}, "a", "aaaaaaaaaa") AS ?v{i + 1})' for i in range(12))
    with Worker(quads(), memory=256 << 20) as worker:
        with pytest.raises(TooMuch, match="more memory is needed than there may be"):
            worker.query(f'SELECT (STRLEN(?v12) AS ?n) {{BIND("aaaaaaaaaa" AS ?v0){grow}}}', timeout=60)
        assert worker.query("ASK {}").boolean


@needs_pidfd
def test_a_process_that_broke_is_replaced(worker: Worker) -> None:
    assert worker.query("ASK {}").boolean
    os.kill(worker.pid, signal.SIGKILL)
    select_exit(worker.pid)
    assert worker.query("ASK {}").boolean


def test_refused_queries_never_reach_the_process(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("", encoding="utf-8")
    worker = Worker(tmp_path / "graph.ttl")
    with pytest.raises(BadQuery, match="only reads"):
        worker.query("SELECT * {SERVICE <http://127.0.0.1:1/> {?a ?b ?c}}")
    assert worker.pid is None


def test_the_process_refuses_by_itself_too(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("", encoding="utf-8")
    opening = {"source": str(tmp_path / "graph.ttl"), "memory": 2 << 30, "parent": os.getpid(), "follow": False}
    query = {"bindings": {}, "timeout": 10, "max_rows": 10, "max_bytes": 1000}
    lines = [opening, {**query, "query": "ASK {SERVICE <http://127.0.0.1:1/> {}}"}, {**query, "query": "ASK {}"}]
    done = subprocess.run(
        [sys.executable, "-P", "-m", "kgraph.store.worker"],
        input="".join(json.dumps(line) + "\n" for line in lines),
        capture_output=True,
        text=True,
        check=True,
    )
    opened, refused, answered = map(json.loads, done.stdout.splitlines())
    assert opened["open"] is True
    assert refused["type"] == "BadQuery"
    assert "only reads" in refused["error"]
    assert answered["boolean"] is True


def test_it_opens_whatever_a_store_opens(tmp_path: Path) -> None:
    quad = Quad(ANN, iri("rdfs:label"), literal("Ann"), GRAPH)
    line = " ".join(quad[:3])
    (tmp_path / "graph.trig").write_text(f"{GRAPH} {{ {line} . }}", encoding="utf-8")
    Store.write_directory(tmp_path / "oxigraph", [quad])
    with Store.of([quad]) as store:
        for source in (tmp_path, tmp_path / "graph.trig", str(tmp_path / "oxigraph"), store, [quad]):
            with Worker(source) as worker:
                found = worker.query("SELECT ?name {person:ann-example rdfs:label ?name}")
                assert found.rows == ((literal("Ann"),),)
                assert worker.query("ASK {kg:Claim rdfs:label ?x}").boolean


def test_a_store_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    with pytest.raises(NotThere, match="not there"):
        Worker(tmp_path / "none.trig")
    with pytest.raises(NotThere, match="not supported yet"):
        Worker("http://127.0.0.1:1/sparql")
    bad = tmp_path / "bad.ttl"
    bad.write_text("<http://e/a> <http://e/p> oops .", encoding="utf-8")
    worker = Worker(bad)
    for _ in range(2):
        with pytest.raises(BadInput, match=r"bad.ttl, line 1, column 27"):
            worker.query("ASK {}")
    bad.write_text("<http://e/a> <http://e/p> 1 .", encoding="utf-8")
    with worker:
        assert worker.query("SELECT (COUNT(*) AS ?n) {<http://e/a> ?p ?o}").rows == ((integer(1),),)


def test_closing_ends_the_process_and_forgets_the_quads() -> None:
    worker = Worker(quads())
    worker.start()
    pid = worker.pid
    worker.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_the_worker_shows_nothing_of_files_and_writes_none(tmp_path: Path) -> None:
    secret = tmp_path / "secret.ttl"
    secret.write_text("<http://e/secret> <http://e/p> 1 .", encoding="utf-8")
    with Worker(quads()) as worker:
        for dataset in (f"FROM <{secret.as_uri()}>", f"FROM NAMED <{secret.as_uri()}>"):
            assert worker.query(f"SELECT * {dataset} {{?s ?p ?o}}").rows == ()


SCRIPT = """
    import signal
    from kgraph.store import Worker
    from kgraph.terms import Quad
    quads = [Quad(f"<http://e/{i}>", "<http://e/p>", f"<http://e/{i + 1}>", "<http://e/g>") for i in range(2000)]
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with Worker(quads) as worker:
            print(worker.pid, flush=True)
            worker.query("SELECT (COUNT(*) AS ?n) {?a ?b ?c . ?d ?e ?f . ?g ?h ?i}", timeout=600)
    except KeyboardInterrupt:
        print("interrupted", flush=True)
"""


def select_exit(pid: int) -> None:
    """Wait until a process is gone, without sleeping."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        assert select.select([handle], [], [], 30)[0], "the worker outlives its parent"
    finally:
        os.close(handle)


@needs_pidfd
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_the_process_ends_with_its_parent(how: signal.Signals) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(SCRIPT)], stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    with parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        parent.send_signal(how)
        said = parent.stdout.read()
    assert ("interrupted" in said) == (how == signal.SIGINT)
    select_exit(pid)
