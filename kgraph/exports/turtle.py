"""Turtle and TriG for people and for diffs: a change of one statement is a change of one line.

Subjects are sorted, `a` comes first, then one predicate a line with its objects side by side; IRIs are as short as
`terms.shorten` makes them without escapes, and only prefixes in use are declared.
https://www.w3.org/TR/turtle/ and https://www.w3.org/TR/trig/
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from kgraph.exports.comments import hashes
from kgraph.terms import PREFIXES, Quad, Term, iri, is_iri, shorten

__all__ = ["trig", "turtle"]

Triple = tuple[Term, Term, Term]

_A = iri("rdf:type")
_XSD = PREFIXES["xsd"]
#: literals that have a shorthand with exactly this lexical form; `01` or `+1` would not come back as they were
_SHORTHAND = re.compile(rf'"(0|-?[1-9][0-9]*)"\^\^<{_XSD}integer>|"(true|false)"\^\^<{_XSD}boolean>')


def turtle(quads: Iterable[Quad], header: Sequence[str] = ()) -> bytes:
    """The statements of all graphs as one Turtle file, with header lines as comments at the top."""
    names = _Names()
    return _file(header, names, ["\n\n".join(_subjects({q[:3] for q in quads}, names, ""))])


def trig(quads: Iterable[Quad], header: Sequence[str] = ()) -> bytes:
    """The statements as one TriG file, graph by graph, with header lines as comments at the top."""
    names = _Names()
    blocks = []
    for graph, statements in groupby(sorted(set(quads), key=lambda quad: quad.graph), key=lambda quad: quad.graph):
        triples = {quad[:3] for quad in statements}
        if graph:
            blocks.append("\n\n".join([f"{names[graph]} {{", *_subjects(triples, names, "    "), "}"]))
        else:
            blocks.append("\n\n".join(_subjects(triples, names, "")))
    return _file(header, names, blocks)


class _Names(dict[Term, str]):
    """Terms as Turtle writes them. Remembers which prefixes were needed."""

    def __init__(self) -> None:
        super().__init__()
        self.prefixes: set[str] = set()

    def __missing__(self, term: Term) -> str:
        self[term] = written = self._literal(term) if term.startswith('"') else self._iri(term)
        return written

    def _iri(self, term: Term) -> str:
        short = shorten(term) if is_iri(term) else term
        if short is not term:
            self.prefixes.add(short.partition(":")[0])
        return short

    def _literal(self, term: Term) -> str:
        if match := _SHORTHAND.fullmatch(term):
            return match[1] or match[2]
        end = term.rfind('"') + 1
        text, suffix = term[:end], term[end:]
        return f"{text}^^{self._iri(suffix[2:])}" if suffix.startswith("^^") else term


def _subjects(triples: set[Triple], names: _Names, indent: str) -> Iterator[str]:
    """One paragraph a subject."""
    ordered = sorted(triples, key=lambda t: (_sort_key(t[0]), t[1] != _A, _sort_key(t[1]), _sort_key(t[2])))
    for subject, statements in groupby(ordered, key=lambda t: t[0]):
        lines = [
            f"{'a' if predicate == _A else names[predicate]} {', '.join(names[o] for _, _, o in objects)}"
            for predicate, objects in groupby(statements, key=lambda t: t[1])
        ]
        yield f"{indent}{names[subject]} " + f" ;\n{indent}    ".join(lines) + " ."


def _sort_key(term: Term) -> str:
    """Without the closing bracket, so that `…/homan` stands before `…/homan-2`."""
    return term[:-1] if is_iri(term) else term


def _file(header: Sequence[str], names: _Names, blocks: list[str]) -> bytes:
    prefixes = [f"@prefix {prefix}: <{PREFIXES[prefix]}> ." for prefix in sorted(names.prefixes)]
    parts = ["\n".join(hashes(header)), "\n".join(prefixes), *blocks]
    return ("\n\n".join(part for part in parts if part) + "\n").encode("utf-8")
