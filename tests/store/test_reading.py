import gzip
import os
from pathlib import Path

import pytest

from kgraph.errors import BadInput, Unknown
from kgraph.store import DEFAULT_GRAPH, Store, read_quads
from kgraph.terms import Quad

QUAD = Quad("<http://e/a>", "<http://e/p>", '"x"', DEFAULT_GRAPH)
RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/"'
SAME = {
    "a.ttl": '@prefix e: <http://e/> . e:a e:p "x" .',
    "a.trig": '<http://e/a> <http://e/p> "x" .',
    "a.nt": '<http://e/a> <http://e/p> "x" .\n',
    "a.nq": '<http://e/a> <http://e/p> "x" .\n',
    "a.jsonld": '{"@context": {"p": "http://e/p"}, "@id": "http://e/a", "p": "x"}',
    "a.rdf": f'<rdf:RDF {RDF}><rdf:Description rdf:about="http://e/a"><e:p>x</e:p></rdf:Description></rdf:RDF>',
    "a.XML": f'<?xml version="1.0" encoding="utf-8"?><rdf:RDF {RDF}><!-- > --><rdf:Description rdf:about="http://e/a" '
    'e:p="x"/></rdf:RDF>',
}


@pytest.mark.parametrize("name", SAME)
def test_each_format_is_read_by_its_suffix(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(SAME[name], encoding="utf-8")
    assert read_quads(tmp_path / name) == [QUAD]
    (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + SAME[name].encode())
    assert read_quads(str(tmp_path / name)) == [QUAD]


@pytest.mark.parametrize("name", SAME)
def test_an_empty_file_holds_nothing_and_is_no_error(name: str, tmp_path: Path) -> None:
    for content in ("", "\n \n"):
        (tmp_path / name).write_text(content)
        assert read_quads(tmp_path / name) == []


def test_bytes_are_read_when_their_format_is_named() -> None:
    assert read_quads(SAME["a.nt"].encode(), "ntriples") == [QUAD]
    with pytest.raises(BadInput, match="standard input: say which format"):
        read_quads(b"", name="standard input")
    with pytest.raises(BadInput, match="not a format"):
        read_quads(b"", "n3")


def test_blank_nodes_have_the_same_names_each_time() -> None:
    text = b"<e:a> <e:p> [ <e:q> [] ] . _:x <e:p> <<( _:x <e:p> _:y )>> ."
    once, again = read_quads(text, "turtle"), read_quads(text, "turtle")
    assert once == again
    assert all(quad.subject == "<e:a>" or quad.subject.startswith("_:b") for quad in once)
    assert read_quads(b"_:x <e:p> 1 .", "turtle") != read_quads(b"_:x <e:p> 1 . ", "turtle")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.ttl", '<http://e/a> <http://e/p> "x" .\n<http://e/a> <http://e/p> oops .', "a.ttl, line 2, column 27: "),
        ("a.ttl", '<http://e/a> <http://e/p> "x\n', "line 1, column 27"),
        ("a.ttl", "<a> <http://e/p> 1 .", "line 1, column 1: an IRI without a scheme"),
        ("a.nt", "<a> <http://e/p> <http://e/o> .", "an IRI without a scheme"),
        ("a.nt", "<http://e/a b> <http://e/p> <http://e/o> .", "line 1"),
        ("a.ttl", r"<http://e/a\u003Cscript\u003E> <http://e/p> 1 .", "Invalid IRI"),
        ("a.nq", '<http://e/a> <http://e/p> "x"@en_us <http://e/g> .', "line 1"),
        ("a.ttl", "<!DOCTYPE html>\n<html></html>", "looks like HTML"),
        ("a.ttl", "<HTML><body>", "looks like HTML"),
        ("a.rdf", '<?xml version="1.0"?><!-- page --><html xmlns="x">', "looks like HTML"),
        ("a.nt", b'<http://e/a> <http://e/p> "\n\xff" .', "line 2, column 1: not UTF-8"),
        ("a.nt", b'<http://e/a> <http://e/p> "\xc3', "not UTF-8"),
        ("a.nt", b'<http://e/a> <http://e/p> "\x00" .', "line 1, column 28: a NUL byte"),
        ("a.ttl", SAME["a.ttl"].encode("utf-16"), "UTF-16"),
        ("a.ttl", SAME["a.ttl"].encode("utf-16-be"), "UTF-16"),
        ("a.ttl", SAME["a.ttl"].encode("utf-32"), "UTF-32"),
        ("a.nt.gz", gzip.compress(b"x"), "compressed with gzip"),
        ("a.nt", gzip.compress(b"x"), "compressed with gzip"),
        ("a.ttl", b"PK\x03\x04 and more", "a zip archive"),
        ("a.ttl", b"\x80\x04N.", "pickle"),
        ("a.ttl", b"%PDF-1.7", "a PDF"),
        ("a.trix", "<TriX/>", "must end in .jsonld"),
        ("a", "", "must end in"),
        ("a.rdf", '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>', "document type declaration"),
        ("a.rdf", f'<rdf:RDF {RDF}><!ENTITY a "b"></rdf:RDF>', "document type declaration"),
        ("a.rdf", '<?xml version="1.0" encoding="UTF-7"?>+ADw-', "encoded in UTF-7"),
        ("a.rdf", f"<rdf:RDF {RDF}>\n <open>", "line 2, column 2: <open> is never closed"),
        ("a.rdf", f"<rdf:RDF {RDF}>\n <a></b>", "line 2, column 5: </b> closes nothing, where </a> is due"),
        ("a.rdf", f"<rdf:RDF {RDF}><!-- ", "markup that does not end"),
        ("a.rdf", f"<rdf:RDF {RDF}><a <b/></rdf:RDF>", "markup that does not end"),
        ("a.rdf", f'<rdf:RDF {RDF}>\n<rdf:Description rdf:about="a" e:p="x"/></rdf:RDF>', "a.rdf, line 2.*IRI"),
        ("a.rdf", f"<rdf:RDF {RDF}>\n<rdf:Description e:p='&none;'/></rdf:RDF>", "line 2"),
        ("a.rdf", f"<rdf:RDF {RDF}><rdf:Description " + "e:p='' " * 501 + "/></rdf:RDF>", "500 attributes"),
        ("a.jsonld", '{"@id": "http://e/a",\n "p": }', "line 2, column 7: not JSON"),
        ("a.jsonld", '{"@context": "http://127.0.0.1:9/c", "@id": "http://e/a"}', "context elsewhere"),
        ("a.jsonld", '{"@context": [{}, "c"], "@id": "http://e/a"}', "context elsewhere"),
        ("a.jsonld", '{"@context": "http://127.0.0.1:9/c", "@context": {}}', "context elsewhere"),
        ("a.jsonld", '{"\\u0040context": {"@import": "http://127.0.0.1:9/c"}}', "context elsewhere"),
        ("a.jsonld", '{"@context": {"p": {"@id": "http://e/p", "@context": "c"}}}', "context elsewhere"),
        ("a.jsonld", '{"@id": "a", "http://e/p": "x"}', "relative IRI"),
        ("a.jsonld", '{"@id": "http://e/a b", "http://e/p": "x"}', "no IRI may hold"),
        ("a.jsonld", '{"@id": "http://e/a", "http://e/p q": "x"}', "no IRI may hold"),
        ("a.jsonld", '{"@context": {"id": "@id"}, "id": "http://e/<a>", "http://e/p": "x"}', "no IRI may hold"),
        (
            "a.jsonld",
            '{"@context": {"p": {"@id": "http://e/p", "@type": "@id"}}, "@id": "http://e/a", "p": ["http://e/{b}"]}',
            "no IRI may hold",
        ),
        ("a.jsonld", '{"@id": "http://e/a", "http://e/p": {"@value": "x", "@language": "en us"}}', "language tag"),
    ],
)
def test_what_cannot_be_read_is_a_clear_error(name: str, content: str | bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with Store.of([QUAD]) as store:
        with pytest.raises(BadInput, match=message):
            store.load_file(path)
        assert list(store.data()) == [QUAD]


def deep(opener: str, closer: str, count: int) -> str:
    return opener * count + closer * count


@pytest.mark.parametrize(
    ("kind", "before", "opener", "closer", "after"),
    [
        ("turtle", "<e:a> <e:p> ", "[ <e:p> ", "]", " ."),
        ("turtle", "<e:a> <e:p> ", "(", ")", " ."),
        ("turtle", "<e:a> <e:p> ", "<<( <e:a> <e:p> ", " )>>", " ."),
        ("turtle", "", "<< ", " <e:p> <e:o> >>", " <e:p> <e:o> ."),
        ("trig", "<e:g> ", "{", "}", ""),
        ("nquads", "<e:a> <e:p> ", "<<( <e:a> <e:p> ", " )>>", " ."),
        ("ntriples", "<e:a> <e:p> ", "<<( <e:a> <e:p> ", " )>>", " ."),
        ("turtle", '<e:a> <e:p> "[" . <e:b> <e:p> ', "( ", ") ", "."),
        ("turtle", "<e:a> <e:p> ", '[ <e:p> "]" ; <e:q> ', "]", " ."),
        ("turtle", "<e:a> <e:p> ", "[ <e:p]> ", "]", " ."),
        ("turtle", "<e:a> <e:p> ", "[ # ]\n<e:p> ", "]", " ."),
        ("turtle", "@prefix e: <e:> . <e:a> <e:p> ", r"[ e:a\' ", "]", " ."),
        ("turtle", "<e:a> <e:p> ", "[ <e:p> '''' ]''' ; <e:q> ", "]", " ."),
        ("jsonld", '{"@id": "e:a", "e:p": ', '{"e:p": ', "}", "}"),
        ("jsonld", "", "[", "]", ""),
        ("jsonld", "", '["]", ', "]", ""),
        ("rdfxml", f"<rdf:RDF {RDF}>", "<rdf:Description><e:p>", "</e:p></rdf:Description>", "</rdf:RDF>"),
        ("rdfxml", f"<rdf:RDF {RDF}>", "<e:p a='/>'>", "</e:p>", "</rdf:RDF>"),
    ],
)
def test_deep_nesting_is_refused_before_the_engine_sees_it(
    kind: str, before: str, opener: str, closer: str, after: str
) -> None:
    text = f"{before}{deep(opener, closer, 20_000)}{after}"
    with pytest.raises(BadInput, match="nested more than 200 levels"):
        read_quads(text.encode(), kind)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("turtle", '<e:a> <e:p> "' + "[" * 1000 + '" .'),
        ("turtle", "<e:a> <e:p> '''" + "('' " * 1000 + "''' ."),
        ("turtle", "# " + "{" * 1000 + "\r<e:a> <e:p> <e:(((o> ."),
        ("turtle", "<e:a> <e:p> " + "[], " * 1000 + " () ."),
        ("turtle", "@prefix e: <e:> . <e:a> <e:p> " + r"e:\(\(\(\', " * 500 + "e:b ."),
        ("ntriples", '<e:a> <e:p> "' + "<<" * 1000 + '" .'),
        ("jsonld", '{"@id": "e:a", "e:p": "' + "{" * 1000 + '"}'),
        ("jsonld", '{"@id": "e:a", "e:p": [' + ", ".join(['{"@id": "e:b"}'] * 1000) + "]}"),
        ("rdfxml", f"<rdf:RDF {RDF}>" + "<rdf:Description e:p='>'/>" * 1000 + "</rdf:RDF>"),
        (
            "rdfxml",
            f"<rdf:RDF {RDF}><rdf:Description><e:p><![CDATA[" + "<a>" * 1000 + "]]></e:p></rdf:Description></rdf:RDF>",
        ),
    ],
)
def test_brackets_in_strings_iris_and_comments_are_no_nesting(kind: str, text: str) -> None:
    assert read_quads(text.encode(), kind)


def test_only_ordinary_files_of_bearable_size_are_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Unknown, match="is not there"):
        read_quads(tmp_path / "none.ttl")
    (tmp_path / "folder.ttl").mkdir()
    with pytest.raises(BadInput, match="not an ordinary file"):
        read_quads(tmp_path / "folder.ttl")
    os.mkfifo(tmp_path / "pipe.ttl")
    with pytest.raises(BadInput, match="not an ordinary file"):
        read_quads(tmp_path / "pipe.ttl")
    with pytest.raises(BadInput, match="cannot be read"):
        read_quads("a\0b.ttl")
    (tmp_path / "a.ttl").write_text(SAME["a.ttl"])
    monkeypatch.setattr("kgraph.store.content.MAX_BYTES", 10)
    with pytest.raises(BadInput, match="more than 10 bytes"):
        read_quads(tmp_path / "a.ttl")
    with pytest.raises(BadInput, match="more than 10 bytes"):
        read_quads(b" " * 11, "turtle")
