"""The texts that dossiers speak of, as far as they are in folders that were named."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from kgraph.documents import find, read
from kgraph.dossier import Dossier
from kgraph.errors import BadInput

__all__ = ["texts_at_hand"]


def texts_at_hand(dossiers: Iterable[Dossier], folders: Sequence[Path]) -> tuple[dict[str, str], list[str]]:
    """The repaired text of each dossier's document, by its name (`doc:…`), and what was not found, in words.

    Raises:
        BadInput: a folder holds a document under the dossier's file name whose bytes are others; the message names each
            passage that no longer fits, with its line.
    """
    texts: dict[str, str] = {}
    notes: list[str] = []
    for dossier in dossiers:
        document = dossier.document
        changed = None
        for folder in folders:
            found = find(folder, document.sha256, document.file)
            if found.path is not None:
                texts[document.id] = read(found.path, repair_version=document.repair).text
                break
            changed = changed or found.changed
        else:
            if changed is not None:
                raise BadInput(_what_changed(dossier, changed))
            if document.words == "kept":
                notes.append(f"the document of “{document.title}” was not named: its passages were not verified")
            else:
                notes.append(
                    f"the words of “{document.title}” are withheld and its document was not named: "
                    "its passages are ranges and digests"
                )
    return texts, notes


def _what_changed(dossier: Dossier, path: Path) -> str:
    from kgraph.claims import passages_that_differ

    document = dossier.document
    text = read(path, repair_version=document.repair).text
    lines = [
        f"{dossier.place(('document', 'sha256'))}: {path.name} is not the document that was read: its bytes have "
        "another hash. Bring the same file, or read the new one as a new document"
    ]
    lines += [str(problem) for problem in passages_that_differ(dossier, text)]
    return "\n".join(lines)
