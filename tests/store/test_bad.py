"""Each hostile file gets what its manifest says."""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kgraph.errors import BadInput, BadQuery, TooMuch
from kgraph.store import Store, Worker, read_quads
from kgraph.terms import Quad

#: how many quads it holds, or what the error says
FILES = {
    "a-gzip-bomb.nt.gz": "compressed with gzip",
    "a-zip-bomb.zip": "zip archive",
    "a-zip-slip.zip": "zip archive",
    "c-formula-at.ttl": 1,
    "c-formula-eq.ttl": 1,
    "c-formula-minus.ttl": 1,
    "c-formula-tab.ttl": 1,
    "h-link-js.ttl": 1,
    "h-xss-attr.ttl": 2,
    "h-xss-comment.ttl": 2,
    "h-xss-script.ttl": 2,
    "h-xss-template.ttl": 2,
    "h-xss-u2028.ttl": 2,
    "j-import-context.jsonld": "context elsewhere",
    "j-remote-context.jsonld": "context elsewhere",
    "j-scoped-context.jsonld": "context elsewhere",
    "p-evil.pickle": "pickle, which is never opened",
    "p-names.txt": "NUL byte",
    "t-bad-datetime.ttl": 1,
    "t-bad-line-1000.nt": "line 1000, ",
    "t-bad-utf8.nt": "line 1, column 27: not UTF-8",
    "t-bnode-nest.ttl": "nested more than 200 levels",
    "t-bom.ttl": 1,
    "t-empty.ttl": 0,
    "t-html-as-ttl.ttl": "looks like HTML",
    "t-iri-bidi.ttl": 1,
    "t-iri-homoglyph.ttl": 1,
    "t-iri-relative.nt": "without a scheme",
    "t-iri-script.ttl": "Invalid IRI",
    "t-long-literal.nt": 1,
    "t-nul.nt": "NUL byte",
    "t-quoted-nest.ttl": "nested more than 200 levels",
    "t-truncated.ttl": "line 2, ",
    "t-utf16.ttl": "UTF-16",
    "x-billion-laughs.rdf": "document type declaration",
    "x-deep.rdf": "nested more than 200 levels",
    "x-ext-dtd.rdf": "document type declaration",
    "x-not-xml.rdf": "line 1, column 86",
    "x-param-entity.rdf": "document type declaration",
    "x-quadratic.rdf": "document type declaration",
    "x-trix-xxe.trix": "must end in",
    "x-utf7.rdf": "UTF-7",
    "x-xxe-file.rdf": "document type declaration",
}

#: the error says so, or None: an answer within limits or an end at the limit
QUERIES = {
    "bomb-bgp.rq": "more than 200 patterns",
    "bomb-cross-count.rq": None,
    "bomb-groupconcat.rq": None,
    "bomb-groups.rq": "more than 200 brackets",
    "bomb-negated-path.rq": None,
    "bomb-not.rq": "more than 200 brackets",
    "bomb-optional.rq": "more than 200 brackets",
    "bomb-orderby.rq": None,
    "bomb-path-nested.rq": None,
    "bomb-path-star.rq": None,
    "bomb-plus.rq": "more than 200 brackets",
    "bomb-regex-nested.rq": None,
    "bomb-regex-size.rq": None,
    "bomb-replace.rq": None,
    "bomb-subselect.rq": "more than 200 brackets",
    "bomb-union.rq": "256 kB",
    "bomb-values.rq": "256 kB",
    "q-from-file.rq": 0,
    "q-from-named-http.rq": 0,
    "q-multi-statement.rq": "only reads",
    "q-service-after-dot.rq": "SERVICE",
    "q-service-after-string.rq": "SERVICE",
    "q-service-glued.rq": "SERVICE",
    "q-service-http.rq": "SERVICE",
    "q-service-in-exists.rq": "SERVICE",
    "q-service-lt.rq": "SERVICE",
    "q-service-silent.rq": "SERVICE",
    "q-service-uescape.rq": "SERVICE",
    "q-service-var.rq": "SERVICE",
    "u-drop-all.ru": "only reads",
    "u-insert-service.ru": "only reads",
    "u-load-file.ru": "only reads",
    "u-load-http.ru": "only reads",
}

RING = [Quad(f"<http://e/{i}>", "<http://e/p>", f"<http://e/{(i + 1) % 2500}>", "<http://e/g>") for i in range(2500)]


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(RING) as worker:
        yield worker


def test_no_file_of_these_kinds_is_left_out(shared: Path) -> None:
    names = [entry["file"] for entry in json.loads((shared / "bad" / "MANIFEST.json").read_text("utf-8"))]
    assert {name for name in names if name.startswith(("a-", "c-", "h-", "j-", "p-", "t-", "x-"))} == set(FILES)
    assert {name for name in names if name.startswith(("bomb-", "q-", "u-"))} == set(QUERIES)


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_read_or_refused_whole(name: str, shared: Path) -> None:
    path, expected = shared / "bad" / name, FILES[name]
    with Store.of(RING) as store:
        if isinstance(expected, int):
            store.load_file(path)
            assert len(store) == len(RING) + expected == len(RING) + len(read_quads(path))
        else:
            with pytest.raises(BadInput, match=expected) as caught:
                store.load_file(path)
            assert name in str(caught.value)
            assert sorted(store.data()) == sorted(RING)


@pytest.mark.parametrize("name", [name for name in FILES if name[0] in "jtx"])
def test_a_worker_lives_or_says_why_it_does_not(name: str, shared: Path) -> None:
    worker = Worker(shared / "bad" / name)
    if isinstance(FILES[name], int):
        with worker:
            assert worker.query("ASK {}").boolean
    else:
        with pytest.raises(BadInput, match=str(FILES[name])):
            worker.query("ASK {}")


@pytest.mark.parametrize("name", QUERIES)
def test_a_bad_query_is_refused_or_stopped_while_the_caller_lives(name: str, shared: Path, worker: Worker) -> None:
    text, expected = (shared / "bad" / name).read_text("utf-8"), QUERIES[name]
    if isinstance(expected, str):
        with pytest.raises(BadQuery, match=expected):
            worker.query(text, timeout=1)
    elif expected is None:
        with suppress(TooMuch):
            worker.query(text, timeout=1)
    else:
        assert len(worker.query(text).rows) == expected
    assert worker.query("ASK {<http://e/1> <http://e/p> <http://e/2>}").boolean
    assert len(worker.query("SELECT * {?a <http://e/p> ?b}").rows) == len(RING)


def test_a_date_that_is_none_neither_breaks_order_nor_filters(shared: Path) -> None:
    with Store.open(shared / "bad" / "t-bad-datetime.ttl") as store:
        store.load([Quad("<http://e/b>", "<http://e/p>", '"2024-01-01"^^<http://www.w3.org/2001/XMLSchema#date>', "")])
        assert len(store.query("SELECT ?o {?s <http://e/p> ?o} ORDER BY ?o").rows) == 2
        assert len(store.query("SELECT ?o {?s <http://e/p> ?o FILTER(?o > '2023-01-01'^^xsd:date)}").rows) == 1
