"""N-Quads and N-Triples: one statement a line, sorted, so that two files can be compared line by line.

https://www.w3.org/TR/n-quads/ and https://www.w3.org/TR/n-triples/; terms are in canonical form already.
"""

from collections.abc import Iterable, Sequence

from kgraph.exports.comments import hashes
from kgraph.terms import Quad

__all__ = ["nquads", "ntriples"]


def nquads(quads: Iterable[Quad], header: Sequence[str] = ()) -> bytes:
    """Statements with their graphs; those of the default graph without."""
    return _file(header, {" ".join(q if q.graph else q[:3]) for q in quads})


def ntriples(quads: Iterable[Quad], header: Sequence[str] = ()) -> bytes:
    """Statements of all graphs in one."""
    return _file(header, {" ".join(q[:3]) for q in quads})


def _file(header: Sequence[str], statements: set[str]) -> bytes:
    return "".join(f"{line}\n" for line in hashes(header) + [f"{s} ." for s in sorted(statements)]).encode("utf-8")
