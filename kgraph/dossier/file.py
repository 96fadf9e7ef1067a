"""A dossier as a file: read it and write it."""

from pathlib import Path
from typing import Any

from pydantic import ValidationError

from kgraph.dossier.decide import decide
from kgraph.dossier.model import Dossier, Where
from kgraph.dossier.text import load, to_text
from kgraph.errors import BadInput
from kgraph.files import write_file

__all__ = ["decide", "parse", "plain_data", "read", "write"]

#: what pydantic calls it, and what we say; {x} stands for the values of its context
_PLAIN = {
    "missing": "is missing; add it",
    "extra_forbidden": "is not a word of the dossier; look for a typing error",
    "string_type": "must be text; put it in quotes",
    "int_type": "must be a whole number",
    "bool_type": "must be true or false",
    "list_type": "must be a list",
    "dict_type": "must be a mapping of names to values",
    "model_type": "must be a mapping of names to values",
    "string_too_long": "is longer than {max_length} characters",
    "string_too_short": "is empty; write it or leave the line out",
    "too_short": "is empty; write at least {min_length}",
    "literal_error": "must be {expected}",
    "greater_than_equal": "must be {ge} or more",
    "less_than_equal": "must be {le} or less",
}

#: a value's name in the file, and the form its text must have
_FORMS = {
    "at": "a range such as 358-404",
    "date": "a date such as 2025-03-17, 2025-03 or 2025-03-10/2025-03-16",
    "said_on": "a date such as 2025-03-17, 2025-03 or 2025-03-10/2025-03-16",
    "valid_from": "a date such as 2025-03-17 or 2025-01",
    "valid_to": "a date such as 2025-03-17 or 2025-01",
    "as_of": "a date such as 2025-03-17 or 2025-01",
    "sha256": "64 hexadecimal digits",
    "digest": "64 hexadecimal digits",
    "address": "an address that starts with http:// or https://",
    "time": "a time such as 2025-03-18T09:30:00Z",
    "file": "the name of a file, without its folder",
}


def read(path: Path) -> Dossier:
    """The dossier in a file.

    Raises:
        BadInput: it cannot be read, is not YAML of the plain kind, or does not have the form of a dossier; every
            problem stands on a line of its own, with file and line.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"{path}: not UTF-8 at byte {error.start}; save the dossier as UTF-8") from None
    except OSError as error:
        raise BadInput(f"{path}: {error.strerror or error}; name a dossier file") from None
    return parse(text, path)


def parse(text: str, path: Path | None = None) -> Dossier:
    """The dossier in a text; `path` is used in messages and kept with it.

    Raises:
        BadInput: as `read`.
    """
    name = path.name if path else "dossier"
    data, lines = load(text, name)
    if not isinstance(data, dict):
        raise BadInput(f"{name}:1: a dossier is a mapping that starts with `document:`")
    try:
        # an empty section is an empty list: `mentions:` with nothing below it
        dossier = Dossier.model_validate({key: ([] if value is None else value) for key, value in data.items()})
    except ValidationError as error:
        raise BadInput("\n".join(_problems(error, lines, name))) from None
    dossier._lines, dossier._path = lines, path
    return dossier


def _problems(error: ValidationError, lines: dict[Where, int], name: str) -> list[str]:
    found: dict[tuple[int, Where], str] = {}
    for problem in error.errors(include_url=False, include_input=False):
        # parts of the location that are not in the file name the branch of a union
        where = tuple(part for i, part in enumerate(problem["loc"]) if problem["loc"][: i + 1] in lines)
        if problem["type"] == "missing" or not where:
            where = (*where, problem["loc"][-1])
        near: Where = where
        while near and near not in lines:
            near = near[:-1]
        key = next((str(part) for part in reversed(where) if isinstance(part, str)), "dossier")
        if problem["type"] in ("string_pattern_mismatch",):
            text = f"must be {_FORMS[key]}" if key in _FORMS else "must be a name such as person:tom-homan"
            if key in ("type", "class"):
                text = "must be a class such as Person or NewsArticle"
        else:
            text = _PLAIN.get(problem["type"], problem["msg"]).format(**problem.get("ctx", {}))
        if key == "object":
            text = "must be a name, a number, true, false, {value, lang} or {value, datatype}"
        found.setdefault((lines.get(near, 1), where), f"{name}:{lines.get(near, 1)}: {_said(where)} {text}")
    return [found[key] for key in sorted(found, key=lambda k: (k[0], str(k[1])))]


def _said(where: Where) -> str:
    """A path in words: `relation of claim 1 of attribution 4`."""
    words: list[str] = []
    parts = list(where)
    while parts:
        part = parts.pop()
        if isinstance(part, int):
            section = str(parts.pop()) if parts else "item"
            words.append(f"{section[:-3] + 'y' if section.endswith('ies') else section.removesuffix('s')} {part + 1}")
        else:
            words.append(str(part))
    return " of ".join(words) or "the dossier"


def write(dossier: Dossier, path: Path | None = None) -> str:
    """The dossier as text, and into a file if one is named, whole; its folder is made.

    Raises:
        BadInput: it cannot be written there, or a number in it is too long.
    """
    text = to_text(plain_data(dossier))
    if path is not None:
        write_file(path, text.encode("utf-8"), parents=True)
    return text


def plain_data(dossier: Dossier) -> dict[str, Any]:
    """What stands in the file: names, numbers and lists, without what goes without saying."""
    data = dossier.model_dump(mode="python", by_alias=True, exclude_defaults=True)
    data["document"] = {"sha256": dossier.document.sha256, **data["document"]}
    return {key: _plain(value) for key, value in data.items()}


def _plain(data: Any, key: str = "") -> Any:
    if isinstance(data, dict):
        return {key: _plain(value, key) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_plain(value) for value in data]
    # of a claim's value, 5.0 is another literal than 5
    if key == "confidence" and data == int(data):
        return int(data)
    return data
