"""Writing files so that a reader, and a crash, finds the old one or the new one, never a part."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from kgraph.errors import BadInput

__all__ = ["write_file", "write_folder"]


def write_file(path: Path, content: bytes) -> None:
    """Write a file beside its place, then rename it.

    Raises:
        BadInput: it cannot be written there.
    """
    _refuse_climbing(path)
    try:
        beside = path.with_name(f".{path.name}.new")
        _write(beside, content)
        beside.replace(path)
    except (OSError, ValueError) as error:
        raise _cannot(path, error) from None


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder: all of them beside their places first, then each renamed. Other files there stay.

    Raises:
        BadInput: they cannot be written there.
    """
    _refuse_climbing(folder)
    beside = folder / ".new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir()
        for name, content in files.items():
            _write(beside / name, content)
        for name in files:
            (beside / name).replace(folder / name)
        beside.rmdir()
    except (OSError, ValueError) as error:
        raise _cannot(folder, error) from None


def _refuse_climbing(path: Path) -> None:
    """A name that came from somewhere else must not lead out of the folder that one is in."""
    parts = str(path).replace("\\", "/").split("/")
    if ".." in parts or parts[0].startswith("~"):
        raise BadInput(f"{str(path)!r}: write to a place without `..` and `~`; a full path may lead anywhere")


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _cannot(path: Path, error: Exception) -> BadInput:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return BadInput(f"{str(path)!r} cannot be written: {reason}; name another place")
