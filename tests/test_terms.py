"""Terms, names and hashes."""

import string
from decimal import Decimal

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgraph import terms
from kgraph.errors import BadInput

anything = st.text(st.characters(blacklist_categories=("Cs",)))


@given(anything)
def test_a_literal_says_what_it_was_given(text: str) -> None:
    term = terms.literal(text, language="en")
    assert terms.parts(term) == (text, "en", None)
    assert str(pyoxigraph.Literal(text, language="en")) == term


@given(anything)
def test_a_slug_fits_an_address(text: str) -> None:
    try:
        slug = terms.slug(text)
    except BadInput:
        return
    assert set(slug) <= set(string.ascii_lowercase + string.digits + "-")
    assert slug == terms.slug(slug)
    assert terms.shorten(terms.iri(f"person:{slug}")) == f"person:{slug}"


def test_slugs_of_names() -> None:
    assert terms.slug("Bernie Sanders") == "bernie-sanders"
    assert terms.slug("Émile  Zola's café") == "emile-zolas-cafe"


@pytest.mark.parametrize(
    "text", ["no colon", "person: x", "http://a b", 'http://a"b', "", "x<y:z", "http://a\nb", "1a:b"]
)
def test_what_is_no_iri_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="is not an IRI"):
        terms.iri(text)


@pytest.mark.parametrize("tag", ["", "en us", "en-", 'en" .', "toolonglanguage"])
def test_what_is_no_language_is_refused(tag: str) -> None:
    with pytest.raises(BadInput, match="is not a language tag"):
        terms.literal("x", language=tag)


def test_equal_numbers_are_one_term() -> None:
    assert terms.decimal(Decimal("0.70")) == terms.decimal(Decimal("0.7")) == f'"0.7"^^{terms.iri("xsd:decimal")}'
    assert terms.decimal(Decimal("1E+3")) == f'"1000"^^{terms.iri("xsd:decimal")}'


def test_names_and_kinds() -> None:
    assert terms.name(terms.iri("person:tom-homan")) == "person:tom-homan"
    assert terms.kind_of(terms.iri("law:alien-enemies-act")) == "law"
    assert terms.kind_of(terms.iri("kgc:states")) is None
    assert terms.name("<https://example.org/x>") == "https://example.org/x"


def test_the_hash_is_the_one_of_the_model() -> None:
    # sha256("<a> <b>") begins with these digits
    import hashlib

    assert terms.short_hash("<a>", "<b>") == hashlib.sha256(b"<a> <b>").hexdigest()[:16]


@given(st.lists(anything, min_size=1), st.lists(anything, min_size=1))
def test_hashes_name_what_they_hash(one: list[str], other: list[str]) -> None:
    assert (terms.short_hash(*one) == terms.short_hash(*other)) == (" ".join(one) == " ".join(other))
