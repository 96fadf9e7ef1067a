"""Terms between kgraph and the engine: N-Triples strings on one side, pyoxigraph's objects on the other.

`Quad`s go into the engine as N-Quads text, which it parses far faster than Python can build its objects.
Blank nodes are named in order of appearance, so that the same file gives the same terms each time.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

import pyoxigraph as ox

from kgraph.errors import BadInput, BadQuery
from kgraph.terms import Quad, Term, parts

__all__ = ["DEFAULT_GRAPH", "bound", "engine_quads", "engine_term", "named_alike", "parse_term", "quad_of", "term_of"]

#: In the place of a graph's name: the graph that has none.
DEFAULT_GRAPH: Term = ""

EngineTerm = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_UCHAR = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_STRING = rf'"(?:[^"\\\n\r]++|\\[tbnrf"\'\\]|{_UCHAR})*+"'
#: RDF 1.2 N-Triples, productions IRIREF, BLANK_NODE_LABEL and literal (https://www.w3.org/TR/rdf12-n-triples/)
_TERM = re.compile(
    rf'<(?P<iri>(?:[^\x00-\x20<>"{{}}|^`\\]|{_UCHAR})*)>'
    r"|_:(?P<blank>\w[\w.·-]*)"
    rf"|(?P<string>{_STRING})(?:@(?P<language>[A-Za-z0-9-]+?)(?:--(?P<direction>ltr|rtl))?|\^\^<(?P<datatype>[^<>]*)>)?"
)
_CHUNK = 20_000


def term_of(thing: EngineTerm) -> Term:
    """The term of an object of the engine."""
    return f"<<( {thing} )>>" if isinstance(thing, ox.Triple) else str(thing)


def quad_of(quad: ox.Quad) -> Quad:
    """The quad of a quad of the engine."""
    graph = quad.graph_name
    return Quad(
        str(quad.subject),
        str(quad.predicate),
        term_of(quad.object),
        DEFAULT_GRAPH if isinstance(graph, ox.DefaultGraph) else str(graph),
    )


def engine_term(term: Term) -> EngineTerm:
    """The engine's object for a term.

    Raises:
        BadQuery: the text is not a term of N-Triples.
    """
    if term.startswith("<<("):
        return _triple(term)
    match = _TERM.fullmatch(term)
    try:
        if match is None:
            raise ValueError('write <IRI>, "text", "text"@en or "5"^^<datatype IRI>')
        if match["iri"] is not None:
            return ox.NamedNode(_unescaped(match["iri"]))
        if match["blank"] is not None:
            return ox.BlankNode(match["blank"])
        text, _, _ = parts(match["string"])
        if match["language"] is not None:
            direction = ox.BaseDirection(match["direction"]) if match["direction"] else None
            return ox.Literal(text, language=match["language"], direction=direction)
        datatype = match["datatype"]
        return ox.Literal(text, datatype=None if datatype is None else ox.NamedNode(_unescaped(datatype)))
    except (ValueError, OverflowError) as error:
        raise BadQuery(f"{_shown(term)} is not a term: {error}") from None


def parse_term(text: str) -> Term:
    """The term in canonical form, from any spelling that N-Triples allows.

    Raises:
        BadQuery: the text is not one term: not an absolute IRI, a bad language tag, more than one term.
    """
    return term_of(engine_term(text))


def bound(bindings: Mapping[str, Term]) -> dict[ox.Variable, EngineTerm]:
    """What the engine puts in the place of variables.

    Raises:
        BadQuery: a name is not that of a variable, or a value is not a term.
    """
    terms = {}
    for name, term in bindings.items():
        try:
            variable = ox.Variable(name)
        except ValueError:
            raise BadQuery(f"{_shown(name)} is not the name of a variable: use letters, digits and _") from None
        terms[variable] = engine_term(term)
    return terms


def engine_quads(quads: Iterable[Quad]) -> Iterator[ox.Quad]:
    """Quads as the engine's objects, chunk by chunk.

    Raises:
        BadInput: a part of a quad is not a term that may stand there.
    """
    rest = iter(quads)
    while chunk := list(islice(rest, _CHUNK)):
        text = "".join([f"{s} {p} {o} {g} .\n" for s, p, o, g in chunk])
        try:
            parsed = list(ox.parse(text.encode("utf-8"), ox.RdfFormat.N_QUADS))
        except SyntaxError as error:
            line = min(error.lineno or 1, len(chunk)) - 1
            raise BadInput(f"a statement cannot be stored: {_shown(' '.join(chunk[line]))}") from None
        except UnicodeEncodeError as error:
            line = min(text.count("\n", 0, error.start), len(chunk) - 1)
            raise BadInput(f"a statement is not Unicode text: {_shown(' '.join(chunk[line]))}") from None
        if len(parsed) != len(chunk):
            raise BadInput("a statement cannot be stored: one of its terms holds more than one term")
        yield from parsed


def named_alike(quads: Iterable[ox.Quad], source: bytes) -> Iterator[ox.Quad]:
    """The quads with their blank nodes named by the digest of what they were read from, and a number."""
    prefix = ""
    names: dict[ox.BlankNode, ox.BlankNode] = {}

    def renamed(term: EngineTerm) -> EngineTerm:
        nonlocal prefix
        if isinstance(term, ox.BlankNode):
            if term not in names:
                prefix = prefix or f"b{hashlib.sha256(source).hexdigest()[:16]}n"
                names[term] = ox.BlankNode(f"{prefix}{len(names)}")
            return names[term]
        if isinstance(term, ox.Triple):
            return ox.Triple(renamed(term.subject), term.predicate, renamed(term.object))  # type: ignore[arg-type]
        return term

    for quad in quads:
        subject, object_, graph = quad.subject, quad.object, quad.graph_name
        if any(isinstance(part, ox.BlankNode | ox.Triple) for part in (subject, object_, graph)):
            name = renamed(graph) if isinstance(graph, ox.BlankNode) else graph
            yield ox.Quad(renamed(subject), quad.predicate, renamed(object_), name)  # type: ignore[arg-type]
        else:
            yield quad


def _triple(term: Term) -> EngineTerm:
    if term.count("<<(") > 100:
        raise BadQuery(f"{_shown(term)} is nested too deeply")
    line = f"<x:s> <x:p> {term} .\n".encode()
    found: list[EngineTerm]
    try:
        found = [quad.object for quad in ox.parse(line, ox.RdfFormat.N_TRIPLES)]
    except SyntaxError:
        found = []
    if len(found) != 1:
        raise BadQuery(f"{_shown(term)} is not a term: write <<( subject predicate object )>>")
    return found[0]


def _unescaped(text: str) -> str:
    return parts(f'"{text}"')[0] if "\\" in text else text


def _shown(text: str) -> str:
    return ascii(text if len(text) <= 120 else f"{text[:120]}…")
