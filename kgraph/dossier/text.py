"""A dossier as text: strict YAML in, plain data with the line of every value out; and back.

The YAML is the plain kind: no anchors, aliases, tags or repeated keys, so that what a person reads is what is meant. A
plain scalar is null, true, false, a whole number or a decimal (YAML 1.2 core schema), else text; dates are text.
"""

import io
import re
from decimal import Decimal
from typing import Any

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

__all__ = ["load", "round_trip", "to_text"]

#: bytes; a dossier of 10,000 attributions has about 10 MB
MAX_SIZE = 64_000_000
MAX_DEPTH = 40

_INTEGER = re.compile(r"-?(0|[1-9]\d{0,17})")
_DECIMAL = re.compile(r"-?\d{1,18}\.\d{1,18}")
_CONSTANTS = {"": None, "null": None, "~": None, "true": True, "false": False}


def load(text: str, name: str = "dossier") -> tuple[Any, dict[Where, int]]:
    """The data of a YAML text and, for each path in it, its line (from 1).

    Raises:
        BadInput: it is not YAML of the plain kind; the message names file and line.
    """
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


def _build(text: str, name: str) -> tuple[Any, dict[Where, int]]:
    lines: dict[Where, int] = {}
    root: list[Any] = []
    # the containers around the place we are at: (container, path, key that waits for its value)
    stack: list[tuple[Any, Where, list[str]]] = [(root, (), [])]
    documents = 0

    def put(value: Any, line: int) -> Where:
        container, path, pending = stack[-1]
        if isinstance(container, list):
            where = (*path, len(container)) if container is not root else path
            container.append(value)
        else:
            where = (*path, pending[0])
            container[pending.pop()] = value
        lines.setdefault(where, line)
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
            container, path, pending = stack[-1]
            if isinstance(container, dict) and not pending:
                if event.value in container:
                    raise BadInput(f"{name}:{line}: {event.value!r} stands twice in the same place; keep one")
                pending.append(event.value)
                lines[(*path, event.value)] = line
            else:
                put(_scalar(event), line)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            if event.tag and not event.tag.startswith("tag:yaml.org,2002:"):
                raise BadInput(f"{name}:{line}: the tag {event.tag} is not allowed; leave it out")
            container, _, pending = stack[-1]
            if isinstance(container, dict) and not pending:
                raise BadInput(f"{name}:{line}: a key must be a word, not a list or a mapping")
            if len(stack) > MAX_DEPTH:
                raise BadInput(f"{name}:{line}: nested more than {MAX_DEPTH} levels deep")
            inside: Any = {} if isinstance(event, MappingStartEvent) else []
            stack.append((inside, put(inside, line), []))
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            stack.pop()
    return (root[0] if root else None), lines


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


def round_trip() -> YAML:
    """A YAML reader and writer that keeps comments, order and quotes; for changes to a file that people edit."""
    yaml = YAML()
    yaml.Resolver = _Resolver
    yaml.width = 1_000_000
    yaml.preserve_quotes = True
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.add_representer(Decimal, lambda r, n: r.represent_scalar("tag:yaml.org,2002:float", str(n)))
    return yaml


def to_text(data: Any) -> str:
    """Plain data as the text of a dossier."""
    stream = io.StringIO()
    round_trip().dump(data, stream)
    return stream.getvalue()
