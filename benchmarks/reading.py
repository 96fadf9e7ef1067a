"""How fast the reader reads, how soon it starts, and whether its memory grows; on articles of ../shared/corpora.

python -m benchmarks.reading            all of it, some minutes
python -m benchmarks.reading --quick    fewer texts
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from benchmarks.table import row, seconds
from kgraph import ontology, registry
from kgraph.documents import Document, read
from kgraph.extraction import extract
from kgraph.extraction.language import load_model, parse
from kgraph.workspace import Drafted, Reading, drafts

TEXTS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "polnear" / "train"
GIVEN = {"publisher": "The Gazette", "date": "2016-05-05"}


def texts(number: int) -> list[Path]:
    """So many articles, of all publishers alike."""
    found = sorted(TEXTS.glob("*.txt"))
    return found[:: max(1, len(found) // number)][:number]


def start_up() -> None:
    """A text of one sentence, the whole process."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.txt").write_text("The council met on Thursday.", encoding="utf-8")
        options = [part for key, value in GIVEN.items() for part in (f"--{key}", value)]
        command = [sys.executable, "-m", "kgraph", "extract", "a.txt", *options, "-o", "-"]
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
        once = partial(subprocess.run, command, check=True, capture_output=True, cwd=folder, env=environment)
        found = [seconds(once) for _ in range(5)]
    row("`kgraph extract`, one sentence", f"{statistics.median(found):.2f} s", "the whole process")


def _words(documents: list[Document]) -> int:
    return sum(len(document.text.split()) for document in documents)


def core(number: int) -> None:
    """One core: the model alone, and the whole reader; processor time, so that a busy machine tells no lies."""
    documents = [read(str(path), **GIVEN) for path in texts(number)]
    model, known, vocabulary = load_model(), registry.load(), ontology.load()
    extract(documents[0], known, vocabulary)
    for what, work in (
        ("the model alone", lambda d: list(parse(d.text, model))),
        ("the whole reader", lambda d: extract(d, known, vocabulary)),
    ):
        begun = time.process_time()
        for document in documents:
            work(document)
        took = time.process_time() - begun
        remark = f"{_words(documents):,} words of {len(documents)} articles"
        row(f"reading, {what}", f"{_words(documents) / took:,.0f} words/s", remark)


def jobs(number: int) -> None:
    """Several processes, from files to dossiers, the loading of the model included."""
    paths = texts(number)
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in paths)
    first = 0.0
    for count in (1, 2):
        took = seconds(lambda n=count: list(drafts([(path, None) for path in paths], None, Reading(GIVEN), n)))
        first = first or took
        row(f"drafting, --jobs {count}", f"{words / took:,.0f} words/s", f"{first / took:.2f} × one process")


def memory(number: int) -> None:
    """What the process holds while it drafts so many articles one after the other."""
    places = [(path, None) for path in islice(cycle(texts(number)), number)]
    held = []
    for done, draft in enumerate(drafts(places, None, Reading(GIVEN)), 1):
        if not isinstance(draft, Drafted):
            raise SystemExit(draft.message)
        if done in (1, *(number * part // 4 for part in (1, 2, 3, 4))):
            held.append(f"{done:,}: {_resident()} MB")
    row(f"memory over {number:,} articles", held[-1].partition(": ")[2], "after " + ", ".join(held))


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") >> 20


def reading(*, quick: bool) -> None:
    """All rows."""
    start_up()
    if not TEXTS.is_dir():
        row("reading", "–", "needs the folder ../shared/corpora, which is not here")
        return
    core(30 if quick else 120)
    jobs(30 if quick else 240)
    if Path("/proc/self/statm").exists():
        memory(100 if quick else 1000)


if __name__ == "__main__":
    print("| what | figure | |\n|---|---:|---|")
    reading(quick="--quick" in sys.argv)
