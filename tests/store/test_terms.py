import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.errors import BadInput, BadQuery
from kgraph.store import DEFAULT_GRAPH, Store, parse_term
from kgraph.terms import PREFIXES, Quad, literal

XSD = PREFIXES["xsd"]
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("<https://example.org/a>", "<https://example.org/a>"),
        ("<urn:x:1>", "<urn:x:1>"),
        (r"<https://example.org/\u00E9>", "<https://example.org/é>"),
        ("<javascript:alert(1)>", "<javascript:alert(1)>"),
        ('"plain"', '"plain"'),
        (r'"a\tb\u0041\"\\"', r'"a\tbA\"\\"'),
        ('"about"@EN', '"about"@en'),
        ('"about"@es-sv', '"about"@es-sv'),
        ('"right"@ar--rtl', '"right"@ar--rtl'),
        (f'"5"^^<{XSD}integer>', f'"5"^^<{XSD}integer>'),
        (f'"5"^^<{XSD}string>', '"5"'),
        ("_:b1", "_:b1"),
        ('<<( <e:s> <e:p> "x"@en )>>', '<<( <e:s> <e:p> "x"@en )>>'),
    ],
)
def test_a_term_is_taken_in_any_spelling(text: str, term: str) -> None:
    assert parse_term(text) == term


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        "<relative>",
        "<http://e/a>\n} ; CLEAR ALL #",
        "<http://e/a b>",
        "<http://e/<script>>",
        r"<http://e/\u0020>",
        r"<http://e/\uD800>",
        '"x" . } ; DROP ALL #',
        '"x"@en" . ?s ?p ?o',
        '"x"@',
        '"x"@toolongsubtag1',
        '"x"^^<integer>',
        '"x"^^kg:thing',
        '"two\nlines"',
        r'"\x"',
        r'"\UFFFFFFFF"',
        "<e:a> <e:b>",
        "_:",
        "<<( <e:s> <e:p> )>>",
        "<<( <e:s> <e:p> <e:o> )>> . <e:s> <e:p> <<( <e:s> <e:p> <e:o> )>>",
        "<<(" * 5000,
        "?x",
    ],
)
def test_what_is_not_one_term_is_refused(text: str) -> None:
    with pytest.raises(BadQuery, match=r"is not a term|nested too deeply"):
        parse_term(text)


def test_hostile_values_become_literals_or_are_refused(shared) -> None:
    bad = {path.stem: path.read_text("utf-8") for path in (shared / "bad").glob("inj-*.txt")}
    value = parse_term(literal(bad["inj-literal"]))
    store = Store.of([Quad("<e:a>", "<e:p>", value, "<e:g>")])
    assert store.query("SELECT ?v {<e:a> <e:p> ?v}", {"v": value}).rows == ((value,),)
    assert len(store) == 1
    assert parse_term(f"<{bad['inj-iri-js'].strip()}>") == "<javascript:alert(1)>"
    for refused in (f"<{bad['inj-iri-newline']}>", f'"x"@{bad["inj-lang"]}', bad["inj-limit"], bad["inj-prefix"]):
        with pytest.raises(BadQuery):
            parse_term(refused)
    with pytest.raises(BadQuery, match="variable"):
        store.query("SELECT * {?s ?p ?o}", {bad["inj-var"]: "<e:a>"})


@settings(deadline=None)
@given(TEXT)
def test_any_text_comes_back_as_the_literal_it_was(text: str) -> None:
    term = literal(text, language="en")
    assert parse_term(term) == term
    quad = Quad("<e:a>", "<e:p>", term, "<e:g>")
    with Store.of([quad]) as store:
        assert list(store.data()) == [quad]
        assert list(store.quads(object=term)) == [quad]


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_text_is_a_term_or_a_clear_error(text: str) -> None:
    try:
        term = parse_term(text)
    except BadQuery:
        return
    assert parse_term(term) == term


def test_all_kinds_of_terms_come_back_as_they_were() -> None:
    quads = [
        Quad("<e:a>", "<e:p>", "_:b1", "<e:g>"),
        Quad("_:b1", "<e:p>", '<<( _:b1 <e:p> "x"@en )>>', "<e:g>"),
        Quad("<e:a>", "<e:p>", f'"2024-13-45"^^<{XSD}date>', DEFAULT_GRAPH),
        Quad("<e:a>", "<e:p>", '"\\u0001\\u007F"', "_:g"),
    ]
    with Store.of(quads) as store:
        assert sorted(store.data()) == sorted(quads)
        for quad in quads:
            assert list(store.quads(*quad)) == [quad]


@pytest.mark.parametrize(
    "quad",
    [
        Quad("<e:a>", "<e:p>", "words", "<e:g>"),
        Quad('"a"', "<e:p>", "<e:o>", "<e:g>"),
        Quad("<e:a>", "<e:p>", '"x" <e:g> .\n<e:evil> <e:p> "y"', "<e:g>"),
        Quad("<e:a>", "<e:p>", "<relative>", "<e:g>"),
        Quad("<e:a>", "<e:p>", '"\ud800"', "<e:g>"),
    ],
)
def test_a_quad_that_is_none_is_an_error_and_nothing_is_loaded(quad: Quad) -> None:
    good = Quad("<e:good>", "<e:p>", "<e:o>", "<e:g>")
    with Store.of([good]) as store:
        with pytest.raises(BadInput, match=r"cannot be stored|not Unicode"):
            store.load([Quad("<e:other>", "<e:p>", "<e:o>", "<e:g>"), quad])
        assert list(store.data()) == [good]
