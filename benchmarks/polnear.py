"""How well attributions are found: the scorer's rows on PolNeAR, 84 news articles whose annotators marked them all.

python -m benchmarks.polnear [FOLDER]
"""

import importlib.util
import io
import json
import sys
import tempfile
from contextlib import redirect_stdout
from pathlib import Path

from kgraph.extraction.attitudes import attitudes
from kgraph.extraction.language import load_model, parse

SHARED = Path(__file__).resolve().parents[2] / "shared"
DEV = SHARED / "corpora" / "polnear" / "dev"


def rows(folder: Path) -> str:
    """The rows of ../shared/score/attribution.py for the texts of a folder; offsets are those of the files."""
    spec = importlib.util.spec_from_file_location("attribution", SHARED / "score" / "attribution.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SHARED / "score" / "attribution.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    model = load_model()
    with tempfile.TemporaryDirectory() as predicted:
        for path in sorted(folder.glob("*.txt")):
            found = [
                {"start": a.start, "end": a.end, "speaker_span": a.source_span, "cue_span": a.cue_span}
                for a in attitudes(parse(path.read_bytes().decode("utf-8"), model))
            ]
            (Path(predicted) / f"{path.stem}.json").write_text(
                json.dumps({"attributions": found, "quotations": []}), encoding="utf-8"
            )
        arguments, sys.argv = sys.argv, ["attribution.py", str(folder), predicted]
        try:
            with redirect_stdout(io.StringIO()) as shown:
                scorer.main()
        finally:
            sys.argv = arguments
    return shown.getvalue()


def main(arguments: list[str]) -> None:
    """Print the rows, where the corpus is there."""
    folder = Path(arguments[0]) if arguments else DEV
    if not folder.is_dir():
        print(f"needs the folder {folder}, which is not here")
        return
    print(f"Attributions in {folder.name} of PolNeAR:\n{rows(folder)}", end="")


if __name__ == "__main__":
    main(sys.argv[1:])
