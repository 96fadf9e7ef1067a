from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.errors import BadQuery
from kgraph.store import CheckedQuery, check_query
from kgraph.store.tokens import tokens

WORDS = ["SERVICE", "LOAD", "INSERT", "DELETE", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"]
FULL = """PREFIX ex: <http://e/>
SELECT DISTINCT ?a (COUNT(?b) AS ?n) FROM <http://e/g>
WHERE { ?a ex:p/ex:q* ?b . OPTIONAL { ?b a "x"@en } FILTER(?b < 3 && ?a != <http://e/x>)
  { SELECT ?c WHERE { VALUES (?c) { (1) } } } UNION { ?a ex:r [ ex:s ( 1 2 ) ] } }
GROUP BY ?a HAVING (COUNT(?b) > 1) ORDER BY DESC(?n) LIMIT 3"""


@st.composite
def spelled(draw: st.DrawFn) -> str:
    """A forbidden word in any mix of capitals."""
    word = draw(st.sampled_from(WORDS))
    return "".join(draw(st.sampled_from([letter, letter.lower()])) for letter in word)


def harmless(word: str) -> list[str]:
    """Patterns in which the word is no keyword."""
    return [
        f'BIND("{word} <http://e/> {{" AS ?x)',
        f"BIND('a\\'}} {word} ' AS ?x)",
        f'BIND("""#\\"""\n" "" {word} {{\n""" AS ?x)',
        f"BIND('''\n'' {word} ''' AS ?x)",
        f"# {word} <http://e/> {{\n",
        f"?s ?p 1 # {word}\r",
        f"?s <http://e/{word}> ?o",
        f"?{word} ?p ${word}",
        f"{word}:x ?p {word}:{word}",
        f"?s {word}:x ?o . {word}:x ?p ?o",
        f"?s ex:{word} ?o",
        f"?s ex:a.{word} ?o",
        f"?s ?p _:{word}",
        f'?s ?p "x"@en-{word}',
        f"FILTER(?a<2 && '{word}' > ?b)",
        f"GRAPH {word}:g {{ ?s ?p ?o }}",
    ]


@settings(deadline=None)
@given(spelled(), st.data())
def test_a_word_in_a_string_iri_comment_or_name_never_triggers(word: str, data: st.DataObject) -> None:
    inside = data.draw(st.lists(st.sampled_from(harmless(word)), min_size=1, max_size=4))
    query = f"PREFIX ex: <http://e/> PREFIX {word}: <http://e/{word}#> SELECT * {{ {' . '.join(inside)} \n}}"
    assert check_query(query).kind == "SELECT"


@settings(deadline=None)
@given(spelled(), st.data())
def test_the_word_between_any_two_others_always_triggers(word: str, data: st.DataObject) -> None:
    starts = [token.start for token in tokens(FULL)]
    cut = data.draw(st.sampled_from([*starts, len(FULL)]))
    gap = data.draw(st.sampled_from([" ", "\n", "\t", "#\n", " # it's \"\r"]))
    with pytest.raises(BadQuery, match="this command only reads"):
        check_query(f"{FULL[:cut]}{gap}{word}{gap}{FULL[cut:]}")


@settings(deadline=None)
@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from([*FULL.split(), *"{}()<>\"'.;,#\\?:@!\n", "<<", "\\u0022"])).map(" ".join)
)
def test_any_text_is_let_through_or_refused_and_nothing_else(text: str) -> None:
    for query in (text, f"SELECT * {{ {text} }}"):
        with suppress(BadQuery):
            assert isinstance(check_query(query), CheckedQuery)


U = "<http://127.0.0.1:1/>{?a ?b ?c}"


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{SERVICE{U}}}",
        f"SELECT * {{ SERVICE SILENT {U}}}",
        f"SELECT * {{?s ?p ?o.SERVICE{U}}}",
        f"SELECT * {{?s ?p 1SERVICE{U}}}",
        f"SELECT * {{?s ?p 1.SERVICE{U}}}",
        f"SELECT * {{?s ?p trueSERVICE{U}}}",
        f"SELECT * {{SERVICESILENT{U}}}",
        f"SELECT * {{?s ?p ?o # c\rSERVICE{U}}}",
        "SELECT * {SERVICE?u{?a ?b ?c}}",
        "PREFIX p:<http://127.0.0.1:1/> SELECT * {SERVICEp:x{?a ?b ?c}}",
        "PREFIX :<http://127.0.0.1:1/> SELECT * {SERVICE:x{?a ?b ?c}}",
        "PREFIX :<http://127.0.0.1:1/> PREFIX service:<e:> SELECT * {service:x{?a ?b ?c}}",
        "PREFIX p:<http://127.0.0.1:1/> PREFIX SERVICEp:<e:> SELECT * {SERVICEp:x #\n {?a ?b ?c}}",
        "PREFIX p:<http://127.0.0.1:1/> PREFIX trueSERVICEp:<e:> SELECT * {?s ?p trueSERVICEp:x{?a ?b ?c}}",
        f"SELECT * {{FILTER(1<2)SERVICE#>\n{U}}}",
        f"SELECT * {{FILTER regex(?a<2)SERVICE#>\n{U}}}",
        f"PREFIX f:<e:> SELECT * {{FILTER f:f(1<2)SERVICE#>\n{U}}}",
        f"SELECT * {{FILTER <e:f>(?x<2)SERVICE#>\n{U}}}",
        f"SELECT * {{BIND(DISTINCTtrue<2 AS ?x)SERVICE#>\n{U}}}",
        f"SELECT (COUNT(?a)<2 AS ?x) {{SERVICE#>\n{U}}}",
        f"SELECT * {{ {{SELECT (?a<2 AS ?x) {{SERVICE#>\n{U}}} }} }}",
        f"SELECT * {{ ?s ?p (1 <http://x#> ) SERVICE{U} }}",
        f"SELECT * {{ ?s ?p (1 <http://x'> ) SERVICE{U} #'\n }}",
        f"SELECT * {{ VALUES (?x ?y) {{ (1 <http://x#>) }} SERVICE{U} }}",
        f'SELECT * {{BIND("\\u0022" AS ?x)SERVICE{U}#"""\n}}',
        f"SELECT * {{ \\u0053ERVICE {U} }}",
        f"SELECT * {{ ?s ?p ?o FILTER EXISTS {{ SERVICE {U} }} }}",
        f"ASK {{ SERVICE {U} }}",
        f"CONSTRUCT {{ ?a ?b ?c }} WHERE {{ SERVICE {U} }}",
    ],
)
def test_service_is_found_wherever_it_hides(query: str) -> None:
    with pytest.raises(BadQuery, match=r"line \d, column \d+: .*this command only reads"):
        check_query(query)


@pytest.mark.parametrize(
    "query",
    [
        "LOAD <file:///etc/passwd>",
        "PREFIX ex: <http://e/> INSERT DATA { ex:a ex:b ex:c }",
        "DELETE WHERE { ?s ?p ?o }",
        "WITH <http://e/g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "drop graph <http://e/g>",
        "CREATE GRAPH <http://e/g>",
        "COPY <http://e/g> TO <http://e/h>",
        "SELECT * {?s ?p ?o} ; DROP ALL",
        "SELECT * {} SELECT * {}",
        "SELECT * {} ;",
    ],
)
def test_what_changes_something_or_is_more_than_one_query_is_refused(query: str) -> None:
    with pytest.raises(BadQuery, match="this command only reads"):
        check_query(query)


def test_the_place_is_named_by_line_and_column() -> None:
    with pytest.raises(BadQuery, match=r"^line 5, column 3: SERVICE"):
        check_query("SELECT *\nWHERE {\n  ?s ?p ?o .\n\n  SERVICE <http://e/> {}\n}")


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("", "empty"),
        ("# only a comment", "empty"),
        ("hello", "begins with SELECT"),
        ("PREFIX ex: <http://e/>", "begins with SELECT"),
        ("SELECT * { ?s ?p ?o", "line 1, column 10: { is never closed"),
        ("SELECT * { ?s ?p (1 ] }", r"column 21: \] closes nothing"),
        ("SELECT * { ?s ?p ?o } }", "closes nothing"),
        ("SELECT * { ?s ?p 'x }", "column 18: the string that begins here does not end"),
        ("SELECT * { ?s ?p “x” }", "straight quotation marks"),
        ("SELECT * { ?s ?p ?o\u00a0}", r"U\+00A0"),
        ("SELECT * { ?s <http://e/a b> ?o }", "column 15: an IRI"),
        ("SELECT * { ?s <p> ?o }", "<p> has no scheme"),
        ("SELECT * { ?s ex:p ?o }", "the prefix ex: is not declared"),
        ("SELECT * { ?s ?p ?\\u0041 }", "column 19"),
        ("SELECT * {" + " " * (256 * 1024), "256 kB"),
    ],
)
def test_what_is_no_sparql_is_said_in_plain_words(query: str, message: str) -> None:
    with pytest.raises(BadQuery, match=message):
        check_query(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * {" + "{" * 300 + "}" * 300 + "}",
        "SELECT * {FILTER(" + "!" * 300 + "1)}",
        "SELECT (" + "+".join("1" * 300) + " AS ?x) {}",
        "SELECT * {FILTER(" + "||".join(["?a=1"] * 300) + ")}",
        "SELECT * {" + "UNION".join(["{?s ?p ?o}"] * 300) + "}",
        "SELECT * {" + "OPTIONAL{?s ?p ?o}" * 300 + "}",
        "SELECT * {" + "OPTIONAL{?s ?p ?o " * 300 + "}" * 301,
        "SELECT * {" + "MINUS{?s ?p ?o}" * 300 + "}",
        "SELECT * {" + "".join(f"BIND(1 AS ?x{i})" for i in range(300)) + "}",
        "SELECT * {" + "FILTER(1<2)" * 300 + "}",
        "SELECT " + "".join(f"(1 AS ?x{i})" for i in range(300)) + "{}",
        "SELECT * {?s " + "/".join(["<e:p>"] * 300) + " ?o}",
        "SELECT * {?s " + "|".join(["<e:p>"] * 300) + " ?o}",
        "SELECT * {?s ?p " + "(" * 300 + ")" * 300 + "}",
        "SELECT * {?s ?p " + "[ ?p " * 300 + "1" + "]" * 300 + "}",
        "SELECT * {?s ?p " + "<<( ?s ?p " * 300 + "1" + " )>>" * 300 + "}",
        "SELECT * {" + " . ".join(["?s ?p ?o"] * 300) + "}",
        "SELECT * {?s ?p " + ",".join(["?o"] * 300) + "}",
        "SELECT * {?s " + ";".join(["?p ?o"] * 300) + "}",
        "SELECT * {" + "{?s ?p ?o} OPTIONAL{" * 120 + "}" * 120 + "}",
    ],
)
def test_what_would_break_the_engine_is_refused(query: str) -> None:
    with pytest.raises(BadQuery, match="more than 200"):
        check_query(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * {VALUES ?x {" + "1 " * 5000 + "}}",
        "SELECT * {FILTER(?x IN (" + ",".join(["<e:p>"] * 2000) + "))}",
        "SELECT (CONCAT(" + ",".join(["STR(?a)"] * 500) + ") AS ?x) {}",
        "SELECT * {?s ?p ?o " + " ".join(["FILTER(?a < ?b || ?a > 3 && !(?b = 1))"] * 50) + "}",
        "SELECT * {BIND('" + "{(" * 1000 + "' AS ?x)}",
    ],
)
def test_what_is_only_long_is_let_through(query: str) -> None:
    assert check_query(query).kind == "SELECT"


def test_what_is_known_of_a_query() -> None:
    found = check_query(FULL)
    assert (found.kind, found.has_dataset, found.ordered) == ("SELECT", True, True)
    assert found.variables == ("a", "b", "c", "n")
    assert check_query("\ufeffASK{?x ?y $z}") == CheckedQuery("ASK{?x ?y $z}", "ASK", False, False, ("x", "y", "z"))
    assert check_query("BASE <http://e/> PREFIX a: <x> DESCRIBE <y>").kind == "DESCRIBE"
    assert check_query("CONSTRUCT FROM <e:g> WHERE {?s ?p ?o}").has_dataset
    assert not check_query("SELECT * { ?from <e:FROM> 'FROM' { SELECT * { ?s ?p ?o } ORDER BY ?s } }").has_dataset
    assert not check_query("PREFIX from: <e:> DESCRIBE from:x").has_dataset
    assert not check_query("SELECT * { { SELECT * { ?s ?p ?o } ORDER BY ?s } }").ordered
    assert check_query("SELECT*FROMNAMED<e:g>{?s ?p ?o}").has_dataset


def test_less_than_and_iris_are_told_apart() -> None:
    def iris(query: str) -> list[str]:
        return [token.text for token in tokens(query) if token.kind == "iri"]

    assert iris("SELECT * {?s<e:p>?o.FILTER(?a<?b&&?c>?d)}") == ["<e:p>"]
    assert iris("SELECT * {FILTER(?a<=<e:x>||<e:y><?b||<e:f>(?c)<3)}") == ["<e:x>", "<e:y>", "<e:f>"]
    assert iris("SELECT * {FILTER(?a IN(<e:x>,<e:y>)&&EXISTS{?a<e:p>?b}<2)}") == ["<e:x>", "<e:y>", "<e:p>"]
    assert iris("SELECT (?a<?b AS ?c) {?s (<e:p>/^<e:q>)*(1<e:x>2)} HAVING(?a<?b) ORDER BY <e:f>(?a<1)") == [
        "<e:p>",
        "<e:q>",
        "<e:x>",
        "<e:f>",
    ]
    assert iris("SELECT * {<<?a<e:p>?b>><e:q>1 . VALUES(?a ?b){(1<e:x>)(UNDEF<e:y>)}}") == [
        "<e:p>",
        "<e:q>",
        "<e:x>",
        "<e:y>",
    ]
