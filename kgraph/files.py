"""Writing files so that a reader, and a crash, finds each file old or new, never a part of it."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from kgraph.errors import BadInput

__all__ = ["write_file", "write_folder"]

#: renamed last, since it is what other commands read: it is new only when all else is
_LAST = "graph.trig"


def write_file(path: Path, content: bytes, *, parents: bool = False) -> None:
    """Write a file beside its place, then rename it, so that the file is whole at any time.

    A link is followed: the file that it leads to is replaced and the link stays. What is there and is no file, such as
    a pipe or `/dev/null`, is written to as it stands.

    Args:
        path: where.
        content: all of it.
        parents: make the folder if it is not there.

    Raises:
        BadInput: it cannot be written there; what was there is still there.
    """
    _refuse_climbing(path)
    beside = None
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as stream:
                stream.write(content)
            return
        target = path.resolve() if path.is_symlink() else path
        if parents:
            target.parent.mkdir(parents=True, exist_ok=True)
        _refuse_folder(target)
        beside = target.with_name(f".{os.getpid()}.new")
        _write(beside, content)
        beside.replace(target)
    except (OSError, ValueError) as error:
        raise _cannot(path, error) from None
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder: all of them beside their places first, then each renamed, `graph.trig` last.

    Each file is whole at any time, and a failure or crash while they are made leaves all old ones. A crash between two
    renames, a moment at the end, may leave some files old and some new. Other files in the folder stay.

    Raises:
        BadInput: they cannot be written there.
    """
    _refuse_climbing(folder)
    # its own name for each process: two builds at once do not write into each other's files
    beside = folder / f".new-{os.getpid()}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in files:
            _refuse_folder(folder / name)
        _clear_abandoned(folder)
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir()
        for name, content in files.items():
            _write(beside / name, content)
        for name in sorted(files, key=lambda name: name == _LAST):
            (beside / name).replace(folder / name)
    except (OSError, ValueError) as error:
        raise _cannot(folder, error) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _clear_abandoned(folder: Path) -> None:
    """Remove what a process left that was killed while it wrote here; one that still runs keeps its own."""
    for left in folder.glob(".new-*"):
        number = left.name.removeprefix(".new-")
        if os.name == "posix" and number.isdecimal() and left.is_dir() and not _runs(int(number)):
            shutil.rmtree(left, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _refuse_folder(path: Path) -> None:
    if path.is_dir():
        raise BadInput(f"{str(path)!r} cannot be written: it is a folder; move it away or name another place")


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
