"""Every RDF file says the same to rdflib and to Oxigraph, whatever the texts and addresses in it."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph.exports import FORMATS, export
from kgraph.terms import EDTF, PREFIXES, Quad, literal

pytestmark = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib"),
    pytest.mark.filterwarnings("ignore:Parsing weird boolean"),
]

RDF = [name for name, format_ in FORMATS.items() if format_.rdf]

_HEX = "0123456789ABCDEF"
#: pieces of what may stand in the path of an IRI (RFC 3987), with those that trip up short forms
_PIECES = st.sampled_from([*"abzAZ019-._~!$&'()*+,;=:@/", "%2E", "%C3%A9", "é", "日", "𝔸", ".."])
_LOCAL = st.lists(_PIECES, max_size=8).map("".join)
_NAMESPACES = st.sampled_from(
    [*PREFIXES.values(), "http://example.org/", "https://example.org/a?q=", "urn:x:", "event:e"]
)
_FRAGMENT = st.one_of(st.just(""), _LOCAL.map(lambda local: f"#{local}"))


def _iri(namespace: str, local: str, fragment: str) -> str:
    return f"<{namespace}{local}{'' if '#' in namespace else fragment}>"


IRIS = st.builds(_iri, _NAMESPACES, _LOCAL, _FRAGMENT)
NAMES = st.from_regex(r"[A-Za-z_][A-Za-z0-9_.-]{0,6}", fullmatch=True)
RELATIONS = st.builds("<{}{}x{}>".format, _NAMESPACES, st.sampled_from(["", "a.", "1", "%41"]), NAMES)
#: no surrogates, which UTF-8 cannot hold; nothing that XML cannot hold, which is tested by itself
TEXTS = st.text(
    st.one_of(
        st.sampled_from("\t\n\r\"'\\<>&]{}#@^ \x85\xa0\u2028\ufeff"),
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
    ),
    max_size=12,
)
LITERALS = st.one_of(
    st.builds(literal, TEXTS),
    st.builds(lambda text, tag: literal(text, language=tag), TEXTS, st.sampled_from(["en", "es-sv", "zh-hant"])),
    st.builds(
        lambda text, kind: literal(text, datatype=kind),
        st.sampled_from(["1", "01", "+1", "-0", "true", "0", "1.50", "2025-03~", "x\ty"]),
        st.sampled_from(["xsd:integer", "xsd:boolean", "xsd:decimal", "xsd:date", EDTF, "event:kind"]),
    ),
)
GRAPHS = st.sampled_from(["<https://w3id.org/kgraph/graph/facts>", "<http://example.org/g.1>"])
QUADS = st.lists(st.builds(Quad, IRIS, RELATIONS, st.one_of(IRIS, LITERALS), GRAPHS), max_size=12)


@pytest.mark.parametrize("format_", RDF)
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(quads=QUADS, seed=st.randoms(use_true_random=False))
def test_both_engines_read_back_what_was_written(
    format_: str,
    oxigraph,
    rdflib_,
    quads: list[Quad],
    seed: random.Random,
) -> None:
    data = export(quads, format_, what="all", header=["-- a header --", "</rdf:RDF> -->"])
    shuffled = quads + quads[:3]
    seed.shuffle(shuffled)
    assert export(shuffled, format_, what="all", header=["-- a header --", "</rdf:RDF> -->"]) == data
    expected = set(quads) if FORMATS[format_].graphs else {quad._replace(graph="") for quad in quads}
    assert oxigraph(data, format_) == expected
    assert rdflib_(data, format_) == expected


@pytest.mark.parametrize("format_", RDF)
def test_the_small_graph_comes_back_whole(format_: str, oxigraph, rdflib_, small: list[Quad]) -> None:
    data = export(small, format_, what="all")
    expected = set(small) if FORMATS[format_].graphs else {quad._replace(graph="") for quad in small}
    assert oxigraph(data, format_) == rdflib_(data, format_) == expected
    assert data.endswith(b"\n")
    assert b"_:" not in data
    assert b"nodeID" not in data


@pytest.mark.parametrize("format_", [name for name in RDF if name != "rdfxml"])
def test_control_characters_come_back(format_: str, oxigraph, rdflib_) -> None:
    text = "".join(map(chr, [*range(0x20), 0x7F, 0x80]))
    quad = Quad("<http://a/s>", "<http://a/p>", literal(text), "")
    data = export([quad], format_, what="all")
    assert oxigraph(data, format_) == rdflib_(data, format_) == {quad}
