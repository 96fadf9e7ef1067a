"""The check itself: plain SHACL with `shacl` (Rust), the queries once each on Oxigraph, then names and words."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

import pyoxigraph

from kgraph.checks.names import Names, Triple, written
from kgraph.checks.report import Problem, Report, Severity
from kgraph.checks.shapes import Constraint, Shapes, Targets, load
from kgraph.claims import is_ill_typed
from kgraph.errors import BadInput
from kgraph.resources import ONTOLOGY
from kgraph.terms import PREFIXES, Quad, Term, iri, name

__all__ = ["check"]

_TYPE = pyoxigraph.NamedNode(iri("rdf:type")[1:-1])
_SUBCLASS = pyoxigraph.NamedNode(iri("rdfs:subClassOf")[1:-1])
_LITERAL = iri("kgs:Literal")
_SEVERITIES: dict[str, Severity] = {"Violation": "violation", "Warning": "warning", "Info": "info"}
_VARIABLE = re.compile(r"\{[?$](\w+)\}")
_LINE = re.compile(r"at line ([0-9]+)")
_IRI = re.compile(r"<[^<>]*>")


def check(
    quads: Iterable[Quad],
    *,
    vocabulary: Path = ONTOLOGY / "kgraph.ttl",
    shapes: Path = ONTOLOGY / "shapes.ttl",
) -> Report:
    """Whether a graph of claims, facts and sources keeps the rules.

    All named graphs are checked as one. What the vocabulary itself says is no data, wherever it stands; whatever else
    stands in `graph:ontology` is checked like the rest.

    Raises:
        BadInput: a file cannot be read, or the graph holds something that SHACL cannot read.
    """
    known = _vocabulary(vocabulary)
    # what the rules derive is never taken from the data
    data = {(s, p, o) for s, p, o, _ in quads if not p.startswith(f"<{PREFIXES['kgs']}")} - known
    rules = load(shapes)
    lines = "".join(f"{s} {p} {o} .\n" for s, p, o in sorted(data | known))
    problems = _Check(rules, lines, data, known).problems()
    return Report(problems=tuple(sorted(problems, key=lambda p: p.sort_key)), statements=len(data))


def _vocabulary(path: Path) -> set[Triple]:
    try:
        return {
            (str(t.subject), str(t.predicate), str(t.object))
            for t in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE)
        }
    except (OSError, SyntaxError) as error:
        raise BadInput(f"{path}: the vocabulary cannot be read: {error}") from None


class _Check:
    """One run over one graph."""

    def __init__(self, shapes: Shapes, lines: str, data: set[Triple], known: set[Triple]) -> None:
        self.shapes = shapes
        self.lines = lines
        self.data = data
        self.known = known

    @cached_property
    def names(self) -> Names:
        """Made only if there is something to tell."""
        return Names(self.data | self.known)

    def problems(self) -> set[Problem]:
        found = {*self._core(), *self._queries()}
        told = {(problem.focus, problem.value) for problem in found}
        return found | {p for p in self._literals() if (p.focus, p.value) not in told}

    def _problem(
        self, severity: str, shape: Term, focus: Term, message: str, path: str = "", value: Term | None = None
    ) -> Problem:
        # a problem of a relation as a whole lies where the thing that has it comes from
        documents = self.names.documents(focus) or (self.names.documents(value) if value else ())
        return Problem(
            severity=_SEVERITIES.get(severity, "violation"),
            shape=name(shape),
            focus=written(focus),
            label=self.names.label(focus),
            path=_IRI.sub(lambda match: name(match[0]), path),
            value=written(value) if value and value != focus else "",
            message=message or f"Breaks the rule {name(shape)}.",
            documents=documents,
        )

    def _core(self) -> Iterator[Problem]:
        try:
            results = self.shapes.core.validate_text(self.lines, format="ntriples").results
        except ValueError as error:
            raise self._unreadable(error) from None
        for result in results:
            yield self._problem(
                result.severity,
                result.root_shape or result.source_shape or "",
                result.focus_node,
                result.message or "",
                result.path or "",
                result.value,
            )

    def _unreadable(self, error: Exception) -> BadInput:
        line = _LINE.search(str(error))
        statement = self.lines.split("\n")[int(line[1]) - 1][:200] if line else str(error)
        return BadInput(
            f"the graph cannot be checked, since a statement in it is not RDF; correct it or leave it out: {statement}"
        )

    def _queries(self) -> Iterator[Problem]:
        store = pyoxigraph.Store()
        try:
            store.bulk_load(self.lines.encode("utf-8"), format=pyoxigraph.RdfFormat.N_TRIPLES)
        except (SyntaxError, ValueError) as error:
            raise self._unreadable(error) from None
        for rule in self.shapes.rules:
            derived = store.query(rule)
            if isinstance(derived, pyoxigraph.QueryTriples):
                store.extend([pyoxigraph.Quad(t.subject, t.predicate, t.object) for t in derived])
        for constraint in self.shapes.constraints:
            yield from self._query(store, constraint)

    def _query(self, store: pyoxigraph.Store, constraint: Constraint) -> Iterator[Problem]:
        answer = store.query(constraint.query)
        if not isinstance(answer, pyoxigraph.QuerySolutions):
            return
        variables = [variable.value for variable in answer.variables]
        targets: set[Term] | None = None
        for solution in answer:
            if targets is None:
                targets = _targets(store, constraint.targets)
            row = {v: str(term) for v, term in zip(variables, solution, strict=True) if term is not None}
            if row.get("this") not in targets:
                continue
            yield self._problem(
                constraint.severity.rpartition("#")[2].rstrip(">"),
                constraint.shape,
                row["this"],
                self._message(constraint.message, row),
                row.get("path", ""),
                row.get("value"),
            )

    def _message(self, message: str, row: dict[str, Term]) -> str:
        return _VARIABLE.sub(lambda m: self.names.words(row[m[1]]) if m[1] in row else m[0], message)

    def _literals(self) -> Iterator[Problem]:
        for subject, predicate, object_ in self.data:
            if is_ill_typed(object_):
                yield self._problem(
                    "Warning", _LITERAL, subject, self.shapes.messages.get(_LITERAL, ""), predicate, object_
                )


def _targets(store: pyoxigraph.Store, targets: Targets) -> set[Term]:
    """The nodes that a shape is about."""
    found = set(targets.nodes)
    todo = list(targets.classes)
    classes = set(todo)
    while todo:
        class_ = pyoxigraph.NamedNode(todo.pop()[1:-1])
        found |= {str(q.subject) for q in store.quads_for_pattern(None, _TYPE, class_)}
        below = {str(q.subject) for q in store.quads_for_pattern(None, _SUBCLASS, class_)} - classes
        classes |= below
        todo += below
    for predicate in targets.subjects_of:
        found |= {str(q.subject) for q in store.quads_for_pattern(None, pyoxigraph.NamedNode(predicate[1:-1]), None)}
    for predicate in targets.objects_of:
        found |= {str(q.object) for q in store.quads_for_pattern(None, pyoxigraph.NamedNode(predicate[1:-1]), None)}
    return found
