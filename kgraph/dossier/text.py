"""A dossier as text: strict YAML in, plain data with the line of every value out; and back.

The YAML is the plain kind: no anchors, aliases, tags or repeated keys, so that what a person reads is what is meant. A
plain scalar is null, true, false, a whole number or a decimal (YAML 1.2 core schema), else text; dates are text.
"""

import io
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.tag import Tag

from kgraph.dossier.model import Where
from kgraph.errors import BadInput

__all__ = ["Span", "load", "spans", "to_text"]

#: bytes; a dossier of 10,000 attributions has about 10 MB
MAX_SIZE = 64_000_000
MAX_DEPTH = 40

_INTEGER = re.compile(r"-?(0|[1-9]\d{0,17})")
_DECIMAL = re.compile(r"-?\d{1,18}\.\d{1,18}")
_CONSTANTS = {"": None, "null": None, "~": None, "true": True, "false": False}


class Span(NamedTuple):
    """Where a value stands in its text; offsets count code points from 0."""

    start: int
    #: column of its first character, from 0
    column: int
    #: after its last character; comments and blank lines that follow are not in it
    end: int
    #: whether it is a list or mapping in brackets
    flow: bool


def load(text: str, name: str = "dossier") -> tuple[Any, dict[Where, int]]:
    """The data of a YAML text and, for each path in it, its line (from 1).

    Raises:
        BadInput: it is not YAML of the plain kind; the message names file and line.
    """
    return _checked(text, name)[:2]


def spans(text: str, name: str = "dossier") -> dict[Where, Span]:
    """Where each value of a YAML text stands; the text must not begin with a byte order mark.

    Raises:
        BadInput: as `load`.
    """
    return _checked(text, name)[2]


def _checked(text: str, name: str) -> tuple[Any, dict[Where, int], dict[Where, Span]]:
    if len(text) > MAX_SIZE:
        raise BadInput(f"{name}: larger than {MAX_SIZE // 1_000_000} MB, the most a dossier may have")
    try:
        return _build(text, name)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        hint = "; inside { } or [ ] put names that hold a colon in quotes" if "':'" in str(error.problem) else ""
        raise BadInput(f"{name}:{line}: not YAML: {error.problem}{hint}") from None
    except YAMLError as error:
        raise BadInput(f"{name}: not YAML: {str(error).splitlines()[0]}") from None


def _build(text: str, name: str) -> tuple[Any, dict[Where, int], dict[Where, Span]]:
    lines: dict[Where, int] = {}
    found: dict[Where, Span] = {}
    # where the last word or bracket ended: a block ends there, although the parser sees it end only at the next value
    end = 0
    root: list[Any] = []
    # the containers around the place we are at: (container, path, key that waits for its value)
    stack: list[tuple[Any, Where, list[str]]] = [(root, (), [])]
    documents = 0

    def put(value: Any, event: Any, *, flow: bool = False) -> Where:
        container, path, pending = stack[-1]
        if isinstance(container, list):
            where = (*path, len(container)) if container is not root else path
            container.append(value)
        else:
            where = (*path, pending[0])
            container[pending.pop()] = value
        lines.setdefault(where, event.start_mark.line + 1)
        found[where] = Span(event.start_mark.index, event.start_mark.column, event.end_mark.index, flow)
        return where

    for event in YAML(typ="safe", pure=False).parse(io.StringIO(text)):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise BadInput(f"{name}:{line}: a second YAML document starts here; a dossier is one")
        elif isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            raise BadInput(f"{name}:{line}: anchors and aliases (& and *) are not allowed; write the value out")
        elif isinstance(event, ScalarEvent):
            if event.tag and not event.tag.startswith("tag:yaml.org,2002:str"):
                raise BadInput(f"{name}:{line}: the tag {event.tag} is not allowed; write the plain value")
            end = event.end_mark.index
            container, path, pending = stack[-1]
            if isinstance(container, dict) and not pending:
                if event.value in container:
                    raise BadInput(f"{name}:{line}: {event.value!r} stands twice in the same place; keep one")
                pending.append(event.value)
                lines[(*path, event.value)] = line
            else:
                put(_scalar(event), event)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            if event.tag and not event.tag.startswith("tag:yaml.org,2002:"):
                raise BadInput(f"{name}:{line}: the tag {event.tag} is not allowed; leave it out")
            container, _, pending = stack[-1]
            if isinstance(container, dict) and not pending:
                raise BadInput(f"{name}:{line}: a key must be a word, not a list or a mapping")
            if len(stack) > MAX_DEPTH:
                raise BadInput(f"{name}:{line}: nested more than {MAX_DEPTH} levels deep")
            inside: Any = {} if isinstance(event, MappingStartEvent) else []
            stack.append((inside, put(inside, event, flow=bool(event.flow_style)), []))
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            _, path, _ = stack.pop()
            if found[path].flow:
                end = event.end_mark.index
            found[path] = found[path]._replace(end=end)
    return (root[0] if root else None), lines, found


def _scalar(event: ScalarEvent) -> Any:
    text = str(event.value)
    if event.style is not None and event.style not in ("", "plain"):
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    return text


_TEXT = Tag(suffix="tag:yaml.org,2002:str")


class _Resolver(VersionedResolver):
    """Dates stay text, so that they are written without quotes and read back as they stand."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        tag = super().resolve(kind, value, implicit)
        return _TEXT if str(tag).endswith(("timestamp", "value", "merge")) else tag


def to_text(data: Any) -> str:
    """Plain data as the text of a dossier.

    Raises:
        BadInput: a number has more digits than a dossier may have, so that it would be read back as text.
    """
    yaml = YAML()
    yaml.Resolver = _Resolver
    yaml.width = 1_000_000
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    for kind, tag, form in ((int, "int", _INTEGER), (Decimal, "float", _DECIMAL)):
        yaml.representer.add_representer(kind, _writer(f"tag:yaml.org,2002:{tag}", form))
    yaml.representer.add_representer(str, _write_text)
    stream = io.StringIO()
    yaml.dump(data, stream)
    return stream.getvalue()


def _write_text(representer: Any, text: str) -> Any:
    # the line ends that only YAML knows come back only out of double quotes
    style = '"' if re.search("[\x85\u2028\u2029]", text) else None
    return representer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _writer(tag: str, form: re.Pattern[str]) -> Callable[[Any, Any], Any]:
    def write(representer: Any, number: Any) -> Any:
        text = format(number, "f") if isinstance(number, Decimal) else str(number)
        if isinstance(number, Decimal) and "." not in text:
            # a decimal stays one
            text += ".0"
        if not form.fullmatch(text):
            raise BadInput(f"{number} cannot be written: a number has at most 18 digits before and after the point")
        return representer.represent_scalar(tag, text)

    return write
