"""Quads to the bytes of one file, in any of the formats."""

from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches

from kgraph.claims import RULE, Claims
from kgraph.errors import BadInput, Unknown
from kgraph.exports.formats import FORMATS
from kgraph.exports.jsonld import jsonld
from kgraph.exports.lines import nquads, ntriples
from kgraph.exports.rdfxml import rdfxml
from kgraph.exports.selection import What, select, withhold
from kgraph.exports.table import table
from kgraph.exports.turtle import trig, turtle
from kgraph.ontology import Ontology, load
from kgraph.store import Store
from kgraph.terms import Quad

__all__ = ["What", "export"]

_RDF: dict[str, Callable[[Iterable[Quad], Sequence[str]], bytes]] = {
    "jsonld": jsonld,
    "nquads": nquads,
    "ntriples": ntriples,
    "rdfxml": rdfxml,
    "trig": trig,
    "turtle": turtle,
}


def export(
    quads: Iterable[Quad],
    format: str,  # noqa: A002
    *,
    what: What = "facts",
    withhold_text: bool = False,
    ontology: Ontology | None = None,
    header: Sequence[str] = (RULE,),
    excel_safe: bool = False,
) -> bytes:
    """One file; the same quads in any order give the same bytes.

    Args:
        quads: of compile or of a store; tables and networks need the graphs claims, facts and sources.
        format: a name in `FORMATS`.
        what: `facts`, `claims` (with sources and names), or `all`. A table or network of `facts` has the claims that
            are facts; of `claims` or `all`, every claim.
        withhold_text: put a digest in the place of the words of every passage.
        ontology: labels of relations and codes for tables and networks; the shipped vocabulary without it.
        header: lines that say what the file is, written as comments; by default the rule by which a claim is a fact.
            JSON-LD and CSV have no comments and leave them out.
        excel_safe: CSV only: no cell can be taken for a formula.

    Raises:
        Unknown: there is no such format or choice of statements.
        BadInput: the statements cannot be told apart, or the format cannot hold one of them.
    """
    _known("format", format, FORMATS)
    _known("choice of statements", what, ("facts", "claims", "all"))
    if withhold_text:
        quads = withhold(quads)
    if format in _RDF:
        quads = select(quads, what)
        if format in ("jsonld", "rdfxml"):
            _only_rdf_11(quads, format)
        return _RDF[format](quads, header)
    facts_only = what == "facts"
    with Store.of(quads) as store:
        claims = Claims(store, ontology or load())
        if format == "csv":
            return table(claims, facts_only=facts_only, excel_safe=excel_safe)
        from kgraph.exports import networks  # networkx is heavy: only those who draw networks wait for it

        write = networks.graphml if format == "graphml" else networks.gexf
        return write(claims, header, facts_only=facts_only)


def _only_rdf_11(quads: Iterable[Quad], format_: str) -> None:
    """Refuse triples as terms and texts with a direction (RDF 1.2), for which the two formats have no form yet."""
    for quad in quads:
        if quad.object.startswith("<<") or (quad.object.startswith('"') and quad.object.endswith(("--ltr", "--rtl"))):
            raise BadInput(
                f"{format_} cannot write this value of {quad.predicate}, which is of RDF 1.2: {quad.object[:80]}; "
                "choose turtle, trig, ntriples or nquads instead"
            )


def _known(kind: str, given: str, names: Iterable[str]) -> None:
    names = list(names)
    if given not in names:
        raise Unknown(
            f"{given!r} is not a {kind}: choose one of {', '.join(names)}", tuple(get_close_matches(given, names))
        )
