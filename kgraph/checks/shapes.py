"""Reads shapes.ttl: what an engine of plain SHACL checks, and the queries that are run once for all nodes.

A `sh:sparql` constraint is written for one node, `$this`. Run for each node it costs a query a node; with `$this` left
free one query finds all that break it, and those that are not targets of the shape are left out afterwards.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph
import shacl

from kgraph.errors import BadInput
from kgraph.terms import PREFIXES, Term, iri, name, value

__all__ = ["Constraint", "Shapes", "Targets", "load"]

_SH = PREFIXES["sh"]
_QUERIES = {f"<{_SH}{p}>" for p in ("sparql", "rule")}

Facts = Mapping[Term, Mapping[Term, list[Term]]]


@dataclass(frozen=True)
class Targets:
    """Which nodes a shape is about (SHACL section 2.1.3)."""

    nodes: frozenset[Term]
    #: instances of these classes and of their subclasses
    classes: frozenset[Term]
    subjects_of: frozenset[Term]
    objects_of: frozenset[Term]


@dataclass(frozen=True)
class Constraint:
    """One `sh:sparql` of a shape."""

    shape: Term
    #: `sh:Violation`, `sh:Warning` or `sh:Info`, as a term
    severity: Term
    #: may hold names of variables, as in {?value}
    message: str
    #: a SELECT query with its prefixes
    query: str
    targets: Targets


@dataclass(frozen=True)
class Shapes:
    """The shapes of one file."""

    #: all that needs no SPARQL, compiled
    core: shacl.Shapes
    #: CONSTRUCT queries with their prefixes, in the order in which they run
    rules: tuple[str, ...]
    constraints: tuple[Constraint, ...]
    #: shape to its own message
    messages: Mapping[Term, str]


@cache
def load(path: Path) -> Shapes:
    """The shapes in a Turtle file.

    Raises:
        BadInput: the file cannot be read, or a query in it does not parse or stands where it cannot be run.
    """
    try:
        triples = [
            (str(t.subject), str(t.predicate), str(t.object))
            for t in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE)
        ]
        core = "".join(f"{s} {p} {o} .\n" for s, p, o in triples if p not in _QUERIES)
        compiled = shacl.Shapes.from_text(core, format="ntriples")
    except (OSError, SyntaxError, ValueError) as error:
        raise BadInput(f"{path}: the shapes cannot be read: {error}") from None
    facts: defaultdict[Term, defaultdict[Term, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, object_ in triples:
        facts[subject][predicate].append(object_)
    reader = _Reader(path, {s: dict(f) for s, f in facts.items()})
    return Shapes(compiled, reader.rules(), reader.constraints(), reader.messages())


class _Reader:
    def __init__(self, path: Path, facts: Facts) -> None:
        self.path = path
        self.facts = facts

    def all(self, subject: Term, local: str) -> list[Term]:
        return self.facts.get(subject, {}).get(f"<{_SH}{local}>", [])

    def one(self, subject: Term, local: str, default: Term = "") -> Term:
        return next(iter(self.all(subject, local)), default)

    def text(self, subject: Term, local: str) -> str:
        found = self.one(subject, local)
        return value(found) if found else ""

    def messages(self) -> Mapping[Term, str]:
        return {shape: self.text(shape, "message") for shape in sorted(self.facts) if self.all(shape, "message")}

    def rules(self) -> tuple[str, ...]:
        found = sorted(
            (self._order(rule), self._query(shape, rule, "construct"))
            for shape in self.facts
            for rule in self.all(shape, "rule")
        )
        return tuple(query for _, query in found)

    def _order(self, rule: Term) -> float:
        return float(self.text(rule, "order") or 0)

    def constraints(self) -> tuple[Constraint, ...]:
        return tuple(
            Constraint(
                shape=shape,
                severity=self.one(shape, "severity", f"<{_SH}Violation>"),
                message=self.text(constraint, "message") or self.text(shape, "message"),
                query=self._query(shape, constraint, "select"),
                targets=Targets(
                    nodes=frozenset(self.all(shape, "targetNode")),
                    classes=frozenset(self.all(shape, "targetClass")),
                    subjects_of=frozenset(self.all(shape, "targetSubjectsOf")),
                    objects_of=frozenset(self.all(shape, "targetObjectsOf")),
                ),
            )
            for shape in sorted(self.facts)
            for constraint in self.all(shape, "sparql")
        )

    def _query(self, shape: Term, node: Term, form: str) -> str:
        query = self._prefixes(self.all(node, "prefixes")) + self.text(node, form)
        if iri("sh:NodeShape") not in self.facts[shape].get(iri("rdf:type"), ()) or "$PATH" in query:
            raise self._cannot_run(shape, f"put sh:{form}, with $this, on a sh:NodeShape")
        try:
            # an empty store parses the query and runs nothing
            answer = pyoxigraph.Store().query(query)
        except (SyntaxError, ValueError) as error:
            raise self._cannot_run(shape, str(error)) from None
        wanted = pyoxigraph.QueryTriples if form == "construct" else pyoxigraph.QuerySolutions
        if not isinstance(answer, wanted):
            raise self._cannot_run(shape, f"sh:{form} is a query of that form")
        return query

    def _cannot_run(self, shape: Term, why: str) -> BadInput:
        return BadInput(f"{self.path}: a query of {name(shape)} cannot be run: {why}")

    def _prefixes(self, declared_by: Iterable[Term]) -> str:
        found = {
            self.text(declaration, "prefix"): self.text(declaration, "namespace")
            for ontology in declared_by
            for declaration in self.all(ontology, "declare")
        }
        return "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in sorted(found.items()))
