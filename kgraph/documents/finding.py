"""Finding the document that a dossier speaks of, by its hash, in a folder that the user named."""

import hashlib
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from kgraph.documents.decoding import MAX_BYTES
from kgraph.errors import BadInput, TooMuch, Unknown

__all__ = ["Found", "find"]

#: the most files of a folder that are looked into
MAX_FILES = 10_000


@dataclass(frozen=True, slots=True)
class Found:
    """What a search for a document came to: found, changed, or (both None) absent."""

    #: the file whose bytes have the hash
    path: Path | None = None
    #: the file that has the document's name but other bytes
    changed: Path | None = None

    def __bool__(self) -> bool:
        """Whether the document is there."""
        return self.path is not None


def find(folder: Path, sha256: str, name: str | None = None) -> Found:
    """Look for a document among the files that lie directly in a folder.

    The file of that name is looked at first, then the others in the order of their names. A link that leads out of the
    folder, and a file larger than a document may be, are passed over; nothing below the folder is looked at.

    Args:
        folder: the folder that the user named.
        sha256: the hash of the document's bytes, hexadecimal.
        name: its file name, if known.

    Raises:
        Unknown: there is no such folder.
        BadInput: the folder cannot be read.
        TooMuch: it is not among the first `MAX_FILES` files of a folder that has more.
    """
    if not folder.is_dir():
        raise Unknown(f"there is no folder {folder}: name the one that holds the documents")
    changed = None
    if name is not None and Path(name).name == name and _is_inside(folder / name, folder):
        if _hash(folder / name) == sha256.lower():
            return Found(folder / name)
        changed = folder / name
    try:
        beside = sorted(folder.iterdir())
    except OSError as error:
        raise BadInput(f"the folder {folder} cannot be read: {error.strerror}") from None
    files = (path for path in beside if path != changed and _is_inside(path, folder))
    for path in islice(files, MAX_FILES):
        if _hash(path) == sha256.lower():
            return Found(path, changed)
    if next(files, None) is not None:
        raise TooMuch(f"{folder} holds more than {MAX_FILES} files: put the documents into a folder of their own")
    return Found(changed=changed)


def _is_inside(path: Path, folder: Path) -> bool:
    try:
        return path.is_file() and path.resolve().parent == folder.resolve()
    except (OSError, ValueError, RuntimeError):
        return False


def _hash(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        return None
    return hashlib.sha256(data).hexdigest() if len(data) <= MAX_BYTES else None
