"""The header of a question: YAML in lines that begin with `#+`, as grlc has it (https://grlc.io).

    #+ summary: Who denies or argues against what?
    #+ group: Disputes
    #+ parameters:
    #+   who: {type: entity, kinds: [person, body], summary: who denies, example: leavitt}
    #+ columns:
    #+   speaker: who says it
    #+ evidence: said

`evidence` names the column that holds a claim, an attribution or a passage; or, for a fact, subject, relation and
object as three columns or terms (`person org:holds office`); or a list of these.
"""

import io
import re
from collections.abc import Iterable
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from kgraph.errors import BadInput, BadQuery
from kgraph.questions.question import TYPES, Column, Parameter, Question, Witness
from kgraph.questions.select import selected
from kgraph.questions.values import value_of
from kgraph.terms import KINDS, iri

__all__ = ["parse"]

#: characters of a header, and of a file
MAX_HEADER = 16_000
MAX_SIZE = 256 * 1024

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_KEYS = ("summary", "description", "group", "parameters", "columns", "evidence")
#: keys of a parameter that belong to one type alone
_OWN = {"kinds": "entity", "values": "choice", "scheme": "code", "edge": "date"}


def parse(path: Path) -> Question:
    """The question in a file.

    Raises:
        BadInput: something is wrong with its name, header or query; each problem on a line of its own, with file and
            line.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{path}: not UTF-8 at byte {error.start}; save the question as UTF-8") from None
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror or error}; name a file with a question") from None
    reader = _Reader(path, text)
    question = reader.question()
    if reader.problems:
        raise BadInput("\n".join(f"{path}:{line}: {message}" for line, message in sorted(set(reader.problems))))
    return question


class _Reader:
    """Reads one file and gathers what is wrong with it."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.text = text
        self.problems: list[tuple[int, str]] = []

    def question(self) -> Question:
        if not _NAME.fullmatch(self.path.stem):
            self.problem(None, "the name of a question is small letters, digits and hyphens, as in who-denies-what.rq")
        root = self._root()
        given = self._mapping(root, "the header", _KEYS, needs=("summary", "group", "columns"))
        parameters = tuple(
            self._parameter(name, node) for name, node in self._mapping(given.get("parameters"), "parameters").items()
        )
        columns = tuple(
            Column(name, self._text(node, f"the heading of {name}"))
            for name, node in self._mapping(given.get("columns"), "columns").items()
        )
        evidence = tuple(self._evidence(given.get("evidence")))
        selected = self._selected() if not self.problems else ()
        if selected:
            for parameter in parameters:
                self._stands(parameter.name, selected, given.get("parameters"), "the parameter")
            for column in columns:
                self._stands(column.variable, selected, given.get("columns"), "the column")
            for name in {name for witness in evidence for name in witness if ":" not in name}:
                self._stands(name, selected, given.get("evidence"), "the evidence")
        return Question(
            name=self.path.stem,
            summary=self._text(given.get("summary"), "summary"),
            description=self._text(given.get("description"), "description"),
            group=self._text(given.get("group"), "group"),
            parameters=parameters,
            columns=columns,
            evidence=evidence,
            text=self.text,
            path=self.path,
        )

    def problem(self, node: Node | None, message: str) -> None:
        self.problems.append((_line(node), message))

    def _root(self) -> Node | None:
        lines: list[str] = []
        for line in self.text.split("\n"):
            if not line.startswith("#+"):
                break
            lines.append(line[2:].removeprefix(" ").rstrip("\r"))
        if not lines:
            self.problem(None, "the question needs a header: lines that begin with #+, the first of them #+ summary: …")
            return None
        header = "\n".join(lines)
        if len(header) > MAX_HEADER or len(self.text) > MAX_SIZE:
            self.problem(None, f"larger than a question may be ({MAX_SIZE // 1024} kB, its header {MAX_HEADER} signs)")
            return None
        try:
            root: Node | None = YAML(typ="safe", pure=False).compose(io.StringIO(header))
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            hint = "; put text that holds a colon in quotes" if "mapping values" in str(error.problem) else ""
            self.problems.append((mark.line + 1 if mark else 1, f"the header is not YAML: {error.problem}{hint}"))
            return None
        except YAMLError as error:
            self.problem(None, f"the header is not YAML: {str(error).splitlines()[0]}")
            return None
        return root

    def _mapping(
        self, node: Node | None, what: str, keys: Iterable[str] = (), needs: Iterable[str] = ()
    ) -> dict[str, Node]:
        if node is None:
            return {}
        if not isinstance(node, MappingNode):
            self.problem(node, f"{what} must be a list of names with values, as in summary: Who says what?")
            return {}
        found: dict[str, Node] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, ScalarNode) else ""
            if keys and name not in keys:
                self.problem(key, f"{what} has no {name or 'such entry'}; it has {', '.join(keys)}")
            elif not keys and not _VARIABLE.fullmatch(name):
                self.problem(key, f"{name or 'this'!r} in {what} is not the name of a variable: letters, digits and _")
            elif name in found:
                self.problem(key, f"{name} stands twice in {what}; keep one")
            else:
                found[name] = value
        for name in needs:
            if name not in found:
                self.problem(node, f"{what} needs {name}")
        return found

    def _text(self, node: Node | None, what: str) -> str:
        if node is None:
            return ""
        if not isinstance(node, ScalarNode) or not node.value.strip():
            self.problem(node, f"{what} must be some words")
            return ""
        return " ".join(node.value.split())

    def _words(self, node: Node | None, what: str) -> tuple[str, ...]:
        if node is None:
            return ()
        if not isinstance(node, SequenceNode):
            self.problem(node, f"{what} must be a list, as in [person, body]")
            return ()
        return tuple(self._text(item, what) for item in node.value)

    def _parameter(self, name: str, node: Node) -> Parameter:
        keys = ("type", "summary", "example", "default", "optional", *_OWN)
        given = self._mapping(node, f"the parameter {name}", keys, needs=("type", "summary", "example"))
        texts = {key: self._text(given.get(key), f"{key} of {name}") for key in keys if key not in ("kinds", "values")}
        if texts["type"] and texts["type"] not in TYPES:
            self.problem(given["type"], f"the type of {name} is one of {', '.join(TYPES)}, not {texts['type']}")
        for key, type_ in _OWN.items():
            if key in given and texts["type"] in TYPES and texts["type"] != type_:
                self.problem(given[key], f"{key} of {name} belongs to a parameter of the type {type_}")
        if texts["optional"] not in ("", "true", "false"):
            self.problem(given["optional"], f"optional of {name} is true or false")
        if texts["edge"] not in ("", "first", "last"):
            self.problem(given["edge"], f"edge of {name} is first or last")
        parameter = Parameter(
            name=name,
            type=next((t for t in TYPES if t == texts["type"]), "text"),
            summary=texts["summary"],
            example=texts["example"],
            kinds=self._words(given.get("kinds"), f"kinds of {name}"),
            values=self._words(given.get("values"), f"values of {name}"),
            scheme=texts["scheme"],
            edge="last" if texts["edge"] == "last" else "first",
            default=texts["default"] if "default" in given else None,
            optional=texts["optional"] == "true",
        )
        for kind in parameter.kinds:
            if kind not in KINDS:
                self.problem(given["kinds"], f"{kind} of {name} is no kind of thing: {', '.join(KINDS)}")
        if parameter.type in ("choice", "code") and not (parameter.values or parameter.scheme):
            self.problem(node, f"{name} needs {'values' if parameter.type == 'choice' else 'scheme'}")
        elif "type" in given:
            self._try_values(parameter, given)
        return parameter

    def _try_values(self, parameter: Parameter, given: dict[str, Node]) -> None:
        for key in ("example", "default"):
            text = getattr(parameter, key)
            if key in given and text and parameter.type not in ("entity", "code"):
                try:
                    value_of(parameter, text)
                except BadQuery as error:
                    self.problem(given[key], f"{key} of {parameter.name}: {error}")

    def _evidence(self, node: Node | None) -> Iterable[Witness]:
        if node is None:
            return
        for item in node.value if isinstance(node, SequenceNode) else [node]:
            names = self._text(item, "evidence").split()
            good = [n for n in names if _VARIABLE.fullmatch(n) or self._is_term(n)]
            if len(names) == 1 and good and ":" not in names[0]:
                yield (names[0],)
            elif len(names) == 3 and len(good) == 3:
                yield (names[0], names[1], names[2])
            elif names:
                self.problem(
                    item,
                    "evidence is the name of a column, or subject, relation and object as in person org:holds office",
                )

    @staticmethod
    def _is_term(name: str) -> bool:
        try:
            return ":" in name and bool(iri(name))
        except BadInput:
            return False

    def _selected(self) -> tuple[str, ...]:
        try:
            return selected(self.text)
        except BadQuery as error:
            self.problems.append((self._line_of_query(), str(error)))
            return ()

    def _line_of_query(self) -> int:
        lines = self.text.split("\n")
        return next((n for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")), 1)

    def _stands(self, name: str, selected: tuple[str, ...], node: Node | None, what: str) -> None:
        if name not in selected:
            place = (
                next((key for key, _ in node.value if key.value == name), node)
                if isinstance(node, MappingNode)
                else node
            )
            self.problem(place, f"{what} {name} is no column of the query: add ?{name} after SELECT")


def _line(node: Node | None) -> int:
    return node.start_mark.line + 1 if node is not None and node.start_mark is not None else 1
