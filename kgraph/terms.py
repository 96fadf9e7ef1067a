"""RDF terms and IRIs: namespaces, prefixes, literals, slugs and the hashes that name things.

A term is a string in canonical N-Triples form, so that terms sort, hash and compare alike everywhere and no RDF
library is needed to make one: `<https://w3id.org/kgraph/ns#Claim>`, `"about"@en`, `"250"^^<…#integer>`.
In goes a name as people write it (`kg:Claim`, `person:tom-homan`), out comes a term, and back.
"""

import hashlib
import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from kgraph.errors import BadInput

__all__ = [
    "BASE",
    "EDTF",
    "GRAPHS",
    "KINDS",
    "PREFIXES",
    "SUFFIX_LENGTH",
    "Quad",
    "Term",
    "boolean",
    "date",
    "decimal",
    "edtf",
    "integer",
    "iri",
    "is_iri",
    "kind_of",
    "literal",
    "name",
    "parts",
    "short_hash",
    "shorten",
    "slug",
    "value",
]

#: A term in canonical N-Triples form.
Term = str

#: The one base of all IRIs of kgraph. It resolves once somebody has registered it with w3id.org.
BASE = "https://w3id.org/kgraph/"

#: The kinds of things that have a prefix of their own, as in `person:tom-homan` (MODEL section 5).
KINDS = ("body", "claim", "doc", "event", "group", "law", "office", "person", "place", "run", "said", "topic")

#: Prefix to namespace; the spellings of prefix.cc, sorted.
PREFIXES: dict[str, str] = dict(
    sorted(
        {
            **{kind: f"{BASE}id/{kind}/" for kind in KINDS},
            "dcterms": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "graph": f"{BASE}graph/",
            "kg": f"{BASE}ns#",
            "kgc": f"{BASE}code#",
            "kgs": f"{BASE}shapes#",
            "lkif": "http://www.estrellaproject.org/lkif-core/norm.owl#",
            "oa": "http://www.w3.org/ns/oa#",
            "org": "http://www.w3.org/ns/org#",
            "owl": "http://www.w3.org/2002/07/owl#",
            "prov": "http://www.w3.org/ns/prov#",
            "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
            "schema": "https://schema.org/",
            "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
            "sh": "http://www.w3.org/ns/shacl#",
            "skos": "http://www.w3.org/2004/02/skos/core#",
            "wd": "http://www.wikidata.org/entity/",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        }.items()
    )
)

#: The graphs that compile writes, in the order in which files show them.
GRAPHS = ("claims", "facts", "sources")

#: Datatype of partial and uncertain dates, Extended Date/Time Format (https://www.loc.gov/standards/datetime/).
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"

#: Hexadecimal digits of a hash that names a claim, an attribution, a run or a document: 64 bits.
SUFFIX_LENGTH = 16

_XSD = PREFIXES["xsd"]
_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*)(?:--(?:ltr|rtl))?|\^\^<([^>]*)>)?', re.S)
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_LOCAL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_ESCAPES = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_TO_ESCAPE = re.compile(r'[\x00-\x1f"\\\x7f\ufffe\uffff]')
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.S)
_UNESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}


class Quad(NamedTuple):
    """One statement in one graph; all four are terms."""

    subject: Term
    predicate: Term
    object: Term
    graph: Term


@lru_cache(maxsize=1 << 16)
def iri(text: str) -> Term:
    """The term of an absolute IRI or of a prefixed name such as `kg:Claim`.

    Raises:
        BadInput: it is neither, or holds a character that no IRI may hold (RFC 3987).
    """
    prefix, colon, local = text.partition(":")
    if colon and prefix in PREFIXES and not local.startswith("//"):
        text = PREFIXES[prefix] + local
    if _NOT_IN_IRI.search(text) or not _SCHEME.match(text):
        raise BadInput(f"{text!r} is not an IRI: write a name such as person:tom-homan, or an absolute IRI")
    return f"<{text}>"


def is_iri(term: Term) -> bool:
    """Whether the term is an IRI."""
    return term.startswith("<") and not term.startswith("<<")


def literal(text: str, *, language: str | None = None, datatype: str | None = None) -> Term:
    """The term of a literal.

    Args:
        language: a language tag (BCP 47) such as `en`.
        datatype: an IRI or a prefixed name; a plain string without it.

    Raises:
        BadInput: the language tag is not one.
    """
    escaped = _TO_ESCAPE.sub(lambda m: _ESCAPES.get(m[0]) or f"\\u{ord(m[0]):04X}", text)
    if language is not None:
        if not _LANGUAGE.fullmatch(language):
            raise BadInput(f"{language!r} is not a language tag: write one such as en or es-SV")
        return f'"{escaped}"@{language.lower()}'
    if datatype is None or (kind := iri(datatype)) == f"<{_XSD}string>":
        return f'"{escaped}"'
    return f'"{escaped}"^^{kind}'


def integer(number: int) -> Term:
    """An xsd:integer."""
    return f'"{number}"^^<{_XSD}integer>'


def decimal(number: Decimal) -> Term:
    """An xsd:decimal in the shortest form that has the same value: 0.70 and 0.7 are one term."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    if text in ("-0", ""):
        text = "0"
    return f'"{text}"^^<{_XSD}decimal>'


def boolean(truth: bool) -> Term:
    """An xsd:boolean."""
    return f'"{str(truth).lower()}"^^<{_XSD}boolean>'


def date(text: str) -> Term:
    """An xsd:date, from its lexical form."""
    return f'"{text}"^^<{_XSD}date>'


def edtf(text: str) -> Term:
    """A date in the Extended Date/Time Format, kept as written."""
    return literal(text, datatype=EDTF)


def parts(term: Term) -> tuple[str, str | None, str | None]:
    """A literal's text, language tag and datatype IRI (None where it has none).

    Raises:
        ValueError: the term is not a literal.
    """
    match = _LITERAL.fullmatch(term)
    if match is None:
        raise ValueError(f"not a literal: {term[:80]}")
    text = match[1]
    if "\\" in text:
        text = _ESCAPED.sub(_unescape, text)
    return text, match[2], match[3]


def _unescape(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _UNESCAPES.get(match[3], match[3])


def value(term: Term) -> str:
    """The text of a literal, or the IRI without its angle brackets."""
    return term[1:-1] if is_iri(term) else parts(term)[0] if term.startswith('"') else term


def shorten(term: Term) -> str:
    """An IRI term as a prefixed name where a prefix fits and no escape is needed, else as it is."""
    text = term[1:-1]
    for cut in (text.rfind("#") + 1, text.rfind("/") + 1):
        prefix = _BY_NAMESPACE.get(text[:cut])
        if prefix and _LOCAL.fullmatch(text, cut):
            return f"{prefix}:{text[cut:]}"
    return term


_BY_NAMESPACE = {namespace: prefix for prefix, namespace in PREFIXES.items()}


def name(term: Term) -> str:
    """How people write the thing: `person:tom-homan`; the IRI itself where no prefix fits."""
    short = shorten(term)
    return short[1:-1] if short.startswith("<") else short


def kind_of(term: Term) -> str | None:
    """The kind in an IRI of kgraph (`person`, `law`, `claim` …), or None."""
    start = len(BASE) + 4
    if not term.startswith(f"<{BASE}id/"):
        return None
    kind = term[start : term.find("/", start)]
    return kind if kind in KINDS else None


def slug(text: str) -> str:
    """The last part of a minted IRI: NFKD, ASCII, lower case, hyphens (MODEL section 5).

    Raises:
        BadInput: no letter or digit is left.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    plain = re.sub(r"['`]", "", plain)
    words = re.findall(r"[a-z0-9]+", plain)
    if not words:
        raise BadInput(
            f"no address can be made from {text!r}: give the entity an id of its own, such as person:jane-doe"
        )
    return "-".join(words)


def short_hash(*terms: str) -> str:
    """First 16 hexadecimal digits of SHA-256 (UTF-8) of the terms joined by one space (MODEL section 5)."""
    return hashlib.sha256(" ".join(terms).encode("utf-8")).hexdigest()[:SUFFIX_LENGTH]
