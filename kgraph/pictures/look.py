"""Colours, icons and templates, which the page and the figure share."""

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["colours", "environment", "look", "template"]

_TEMPLATES = Path(__file__).parent / "templates"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_COLOUR = re.compile(r"--([\w-]+): light-dark\(((?:[^(),]|\([^)]*\))+), ((?:[^(),]|\([^)]*\))+)\);")


@cache
def template(name: str) -> str:
    """The text of a file that stands in the page as it is."""
    return (_TEMPLATES / name).read_text(encoding="utf-8")


@cache
def look() -> dict[str, dict[str, str]]:
    """The family of colours of each kind of card, and its icon as a path."""
    found: dict[str, dict[str, str]] = json.loads(template("look.json"))
    return found


@cache
def colours(dark: bool = False) -> dict[str, str]:
    """The colours of a theme by name, as the page's style has them."""
    return {name: in_dark if dark else light for name, light, in_dark in _COLOUR.findall(template("picture.css"))}


def _legal(value: object) -> object:
    """Text of documents without the characters that neither XML nor HTML may hold."""
    return _ILLEGAL.sub("\ufffd", value) if type(value) is str else value


def environment() -> "Environment":
    """The templates; all that goes into them is escaped."""
    # slow to import, and most commands do not need it
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_legal,
    )
    policies: dict[str, Any] = made.policies
    policies["json.dumps_kwargs"] = {"sort_keys": True, "separators": (",", ":")}
    return made
