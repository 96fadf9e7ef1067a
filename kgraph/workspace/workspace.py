"""A workspace: a folder with `kgraph.toml` and the documents, dossiers, registry and questions of one subject."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from kgraph.errors import BadInput
from kgraph.resources import EXAMPLE

__all__ = ["Workspace", "example", "find"]

_FILE = "kgraph.toml"


@dataclass(frozen=True)
class Workspace:
    """The folders of a workspace."""

    root: Path
    #: what pictures and reports are called
    title: str
    #: who decides here, if the file says so
    reviewer: str | None = None

    @property
    def documents(self) -> Path:
        """The texts, where they may be kept."""
        return self.root / "documents"

    @property
    def dossiers(self) -> list[Path]:
        """The dossier files, sorted."""
        return sorted(path for path in (self.root / "dossiers").glob("*.y*ml") if path.suffix in (".yaml", ".yml"))

    @property
    def registries(self) -> tuple[Path, ...]:
        """Folders of known entities beside the shipped ones."""
        folder = self.root / "registry"
        return (folder,) if folder.is_dir() else ()

    @property
    def queries(self) -> tuple[Path, ...]:
        """Folders of questions beside the shipped ones."""
        folder = self.root / "queries"
        return (folder,) if folder.is_dir() else ()

    @property
    def layouts(self) -> Path | None:
        """Where layouts of pictures are kept, if something may be written here."""
        return None if self.is_example else self.root / ".kgraph" / "layouts"

    @property
    def is_example(self) -> bool:
        """Whether it is the one that ships."""
        return self.root == EXAMPLE


def _read(root: Path) -> Workspace:
    path = root / _FILE
    try:
        table: object = tomllib.loads(path.read_text(encoding="utf-8")).get("workspace", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{path}: not TOML: {error}; correct the file") from None
    if not isinstance(table, dict):
        raise BadInput(f"{path}: workspace must be a section; write a line [workspace] with title below it")
    unknown = sorted(set(table) - {"title", "reviewer"})
    if unknown:
        raise BadInput(f"{path}: unknown setting {unknown[0]!r} in [workspace]; there are title and reviewer")
    for key, value in table.items():
        if not isinstance(value, str):
            raise BadInput(f"{path}: {key} in [workspace] must be text in quotes")
    return Workspace(root, table.get("title", root.name), table.get("reviewer"))


def find(start: Path | None = None) -> Workspace | None:
    """The workspace that a folder (by default the current one) lies in, or None.

    Raises:
        BadInput: its `kgraph.toml` cannot be read, or the current folder was deleted.
    """
    try:
        here = (start or Path.cwd()).resolve()
    except FileNotFoundError:
        raise BadInput("the folder that this runs in is not there any more; go to another one with cd") from None
    return next((_read(folder) for folder in (here, *here.parents) if (folder / _FILE).is_file()), None)


def example() -> Workspace:
    """The workspace that ships: a briefing and a newspaper article on the Alien Enemies Act dispute."""
    return _read(EXAMPLE)
