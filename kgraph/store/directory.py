"""Oxigraph directories: written beside their place and renamed into it, opened for reading only.

Oxigraph may be read by many processes, but not while another one writes; so nothing is ever written in place.
"""

import ctypes
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kgraph.errors import BadInput, NotThere

__all__ = ["is_directory_store", "open_directory", "write_directory"]

_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


def is_directory_store(path: Path) -> bool:
    """Whether the folder looks like one that Oxigraph (RocksDB) wrote."""
    return (path / "CURRENT").is_file()


def open_directory(path: Path) -> ox.Store:
    """The engine on an Oxigraph directory, for reading.

    Raises:
        NotThere: it cannot be opened.
    """
    try:
        return ox.Store.read_only(str(path))
    except (OSError, RuntimeError) as error:
        raise NotThere(f"{path} cannot be opened as an Oxigraph directory: {error}") from None


def write_directory(path: Path, quads: Iterable[ox.Quad]) -> None:
    """Write an Oxigraph directory: whole, or not at all. What was there is replaced at one stroke.

    Raises:
        BadInput: something else is there, or it cannot be written; errors of the quads pass through.
    """
    if path.exists() and not is_directory_store(path):
        raise BadInput(f"{path} is there already and is no Oxigraph directory: name another place")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.parent))
    except OSError as error:
        raise BadInput(f"{path} cannot be written: {error.strerror or error}") from None
    try:
        engine = ox.Store(str(beside))
        engine.bulk_extend(quads)
        engine.flush()
        del engine  # closes the files
        _put(beside, path)
    except OSError as error:
        raise BadInput(f"{path} cannot be written: {error.strerror or error}") from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _put(beside: Path, path: Path) -> None:
    """Rename into place; where something is, both change places, so that at no moment there is nothing."""
    if not path.exists():
        beside.rename(path)
    elif not _exchange(beside, path):
        old = beside.with_name(f"{beside.name}.old")
        path.rename(old)
        beside.rename(path)
        shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Let two paths change places (renameat2 of Linux); False where that cannot be done."""
    try:
        renameat2 = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
