"""The house keeps its order: who may import whom, how long a file is, what starts quickly, what is documented."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "kgraph"

#: room to the rooms it may import; everything may import terms, errors, files and resources
MAY_IMPORT = {
    "documents": set(),
    "registry": set(),
    "dossier": {"ontology"},
    "claims": {"dossier", "ontology", "registry"},
    "extraction": {"documents", "dossier", "ontology", "registry"},
    "store": set(),
    "questions": {"store", "claims", "ontology"},
    "checks": {"store", "claims", "ontology"},
    "exports": {"store", "claims", "ontology", "network"},
    "pictures": {"store", "claims", "ontology"},
    "network": {"store", "claims", "ontology"},
    "ontology": set(),
    "graph": {"claims", "network", "ontology", "pictures", "registry", "store"},
}
ALWAYS = {"terms", "errors", "files", "resources"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def imported_rooms(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" if node.module == "kgraph" else node.module for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("kgraph.")}
    return found - {"__version__"}


@pytest.mark.parametrize("name", sorted(MAY_IMPORT))
def test_a_room_imports_only_what_lies_below_it(name: str) -> None:
    paths = [path for path in modules() if room(path) == name]
    assert paths
    for path in paths:
        assert imported_rooms(path) <= MAY_IMPORT[name] | ALWAYS | {name}, path


def test_no_file_is_longer_than_400_lines() -> None:
    long = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for folder in (PACKAGE, ROOT / "tests", ROOT / "benchmarks", ROOT / "docs")
        for pattern in ("*.py", "*.js")
        for path in folder.rglob(pattern)
    }
    assert {path: lines for path, lines in long.items() if lines > 400} == {}


def test_queries_are_files_not_strings_in_code() -> None:
    sparql = re.compile(r"\b(SELECT|CONSTRUCT|ASK|DESCRIBE)\b[^\n]*\{|\bWHERE\s*\{")
    for path in modules():
        if room(path) != "store":
            assert not sparql.search(path.read_text(encoding="utf-8")), path


def test_help_starts_without_the_heavy_libraries() -> None:
    program = (
        "import sys\nfrom kgraph.cli import app\n"
        "try:\n    app(['--help'])\nexcept SystemExit:\n    pass\n"
        "print(sorted(m for m in ('rdflib', 'networkx', 'pyvis', 'spacy', 'pyoxigraph', 'pydantic', 'lxml', 'jinja2') "
        "if m in sys.modules), file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stderr.strip() == "[]"
    assert "kgraph" in run.stdout


def test_every_module_says_what_it_is_for() -> None:
    for path in modules():
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path


def test_the_dossiers_form_is_published() -> None:
    import json

    from kgraph.dossier import Dossier

    published = json.loads((ROOT / "ontology" / "dossier.schema.json").read_text(encoding="utf-8"))
    assert published == Dossier.model_json_schema() | {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://w3id.org/kgraph/dossier.schema.json",
    }


def test_the_shipped_dossiers_have_that_form() -> None:
    import json
    from decimal import Decimal

    import jsonschema

    from kgraph.dossier.text import load

    schema = json.loads((ROOT / "ontology" / "dossier.schema.json").read_text(encoding="utf-8"))
    for path in sorted((PACKAGE / "example" / "dossiers").glob("*.yaml")):
        data, _ = load(path.read_text(encoding="utf-8"), path.name)
        jsonschema.validate(
            json.loads(json.dumps(data, default=lambda n: float(n) if isinstance(n, Decimal) else n)), schema
        )
