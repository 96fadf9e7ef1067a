"""Whether a JSON-LD text is safe and complete, before the engine sees it.

JSON-LD may name contexts to be fetched, which never happens here: a context must stand in the file. And it is the one
format whose readers drop what they cannot use without a word (JSON-LD 1.1 API, section 8.1), so IRIs with characters no
IRI may have are looked for here.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from kgraph.errors import BadInput
from kgraph.store.nesting import check_json_nesting

__all__ = ["check_jsonld"]

#: Bytes of a JSON-LD file; in memory it takes ten times as much, and each megabyte up to a second.
MAX_JSONLD = 50_000_000

_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*|")

Pairs = list[tuple[str, Any]]


def check_jsonld(data: bytes, name: str) -> None:
    """See that a JSON-LD text fetches nothing, is not too deep, and holds no IRI that would be dropped.

    Raises:
        BadInput: it is not so.
    """
    if len(data) > MAX_JSONLD:
        raise BadInput(f"{name} holds more than {MAX_JSONLD:,} bytes of JSON-LD: save it as Turtle or N-Quads")
    check_json_nesting(data, name)
    if not data.strip():
        return
    try:
        # Objects stay lists of pairs: of two equal keys a dict would hide the first.
        root = json.loads(data, object_pairs_hook=_Object, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        place = f"{name}, line {error.lineno}, column {error.colno}"
        raise BadInput(f"{place}: not JSON ({error.msg}). Nothing was loaded") from None
    except RecursionError:
        raise BadInput(f"{name} is nested too deeply. Nothing was loaded") from None
    objects = list(_objects(root))
    aliases = {"@id": {"@id"}, "@type": {"@type"}, "@language": {"@language"}}
    links: set[str] = set()
    for item in objects:
        for key, value in item:
            _check_context(key, value, name)
            if isinstance(value, str) and value in aliases:
                aliases[value].add(key)
            elif isinstance(value, _Object):
                known = dict(value)
                if known.get("@type") in ("@id", "@vocab"):
                    links.add(key)
                if isinstance(target := known.get("@id"), str) and target in aliases:
                    aliases[target].add(key)
    for item in objects:
        for key, value in item:
            if ":" in key and _NOT_IN_IRI.search(key):
                _refuse(key, name)
            for text in (v for v in (value if isinstance(value, list) else [value]) if isinstance(v, str)):
                if key in aliases["@language"]:
                    if not _LANGUAGE.fullmatch(text):
                        raise BadInput(f"{name}: {text[:80]!r} is not a language tag. Nothing was loaded")
                elif (key in aliases["@id"] or key in aliases["@type"] or key in links) and _NOT_IN_IRI.search(text):
                    _refuse(text, name)


class _Object(Pairs):
    """A JSON object as its pairs; a list of its own kind, so that it is not taken for an array."""


def _objects(root: Any) -> Iterator[_Object]:
    todo = [root]
    while todo:
        item = todo.pop()
        if isinstance(item, _Object):
            yield item
            todo += [value for _, value in item]
        elif isinstance(item, list):
            todo += item


def _check_context(key: str, value: Any, name: str) -> None:
    if key == "@import":
        remote = value
    elif key == "@context":
        parts = value if isinstance(value, list) and not isinstance(value, _Object) else [value]
        remote = next((part for part in parts if part is not None and not isinstance(part, _Object)), None)
        if remote is None:
            return
    else:
        return
    raise BadInput(
        f"{name} refers to a context elsewhere ({str(remote)[:80]!r}), and nothing is fetched: "
        "write the context into the file. Nothing was loaded"
    )


def _refuse(text: str, name: str) -> None:
    raise BadInput(f"{name}: {text[:80]!r} holds a character that no IRI may hold. Nothing was loaded")
