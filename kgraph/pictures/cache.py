"""Layouts that were computed before, kept by what they were computed from; the folder may be deleted at any time."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from kgraph.errors import KgraphError
from kgraph.files import write_file
from kgraph.pictures.layout import Tie, layout

__all__ = ["cached_layout"]

#: files in the folder, after which it is emptied
_MOST = 200
#: whose code decides where cards stand
_CODE = ("geometry.py", "layout.py", "refine.py", "stress.py")

_Places = dict[str, tuple[int, int]]


def cached_layout(sizes: Mapping[str, tuple[int, int]], ties: Sequence[Tie], folder: Path | None) -> _Places:
    """The middle of every card, as `layout` gives it.

    Args:
        sizes: width and height of each card.
        ties: the lines.
        folder: where layouts are kept; None keeps none.
    """
    if folder is None:
        return layout(sizes, ties)
    key = sha256(json.dumps([_code(), sorted(sizes.items()), [vars(tie) for tie in ties]]).encode("utf-8")).hexdigest()
    path = folder / f"{key[:32]}.json"
    known = _read(path)
    if known is not None and known.keys() == sizes.keys():
        return known
    found = layout(sizes, ties)
    _keep(path, found)
    return found


@cache
def _code() -> str:
    """The code of the layout: with other code cards may stand elsewhere."""
    here = Path(__file__).parent
    return sha256(b"".join((here / name).read_bytes() for name in _CODE)).hexdigest()


def _read(path: Path) -> _Places | None:
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        return {str(card): (int(x), int(y)) for card, (x, y) in read.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def _keep(path: Path, found: _Places) -> None:
    """A layout that cannot be kept is computed again next time."""
    try:
        path.parent.parent.mkdir(mode=0o700, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        kept = sorted(path.parent.glob("*.json"))
        for old in kept if len(kept) >= _MOST else ():
            old.unlink(missing_ok=True)
        write_file(path, json.dumps(found).encode("utf-8"))
    except (OSError, KgraphError):
        return
