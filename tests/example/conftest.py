"""The shipped example: a briefing with its words, and a newspaper article's dossier without them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kgraph import dossier, ontology, registry
from kgraph.claims import compile_dossiers
from kgraph.dossier import Dossier
from kgraph.resources import EXAMPLE
from kgraph.terms import Quad, iri, name


@dataclass(frozen=True)
class Compiled:
    """A graph, asked for what these tests are about."""

    quads: list[Quad]

    def facts(self) -> set[tuple[str, str, str]]:
        """Facts between things, as people write them; labels, classes and derived days left out."""
        relations = ontology.load().relations
        return {
            (name(q.subject), name(q.predicate), name(q.object) if q.object.startswith("<") else q.object.split('"')[1])
            for q in self.quads
            if q.graph == iri("graph:facts") and q.predicate in relations
        }

    def statuses(self) -> dict[str, str]:
        """The status of each claim, by its name."""
        return {name(q.subject): name(q.object)[4:] for q in self.quads if q.predicate == iri("kg:status")}

    def claim(self, subject: str, relation: str, object_: str) -> str:
        """The one unhedged claim with this subject, relation and object."""
        parts = {("rdf:subject", subject), ("rdf:predicate", relation), ("rdf:object", object_)}
        found = [{q.subject for q in self.quads if q[1:3] == (iri(p), iri(o))} for p, o in parts]
        hedged = {q.subject for q in self.quads if q.predicate in (iri("kg:modality"), iri("kg:bound"))}
        (claim,) = set.intersection(*found) - hedged
        return name(claim)

    def speakers(self, claim: str) -> set[tuple[str, str]]:
        """Who takes which stance on a claim."""
        said = {q.subject for q in self.quads if q.predicate == iri("kg:claim") and q.object == iri(claim)}
        speaker = {q.subject: name(q.object) for q in self.quads if q.predicate == iri("kg:speaker")}
        stance = {q.subject: name(q.object)[4:] for q in self.quads if q.predicate == iri("kg:stance")}
        return {(speaker[s], stance[s]) for s in said}


@pytest.fixture(scope="session")
def briefing() -> Dossier:
    return dossier.read(EXAMPLE / "dossiers" / "briefing.yaml")


@pytest.fixture(scope="session")
def briefing_path() -> Path:
    return EXAMPLE / "documents" / "briefing.md"


@pytest.fixture(scope="session")
def briefing_text(briefing_path: Path) -> str:
    return briefing_path.read_bytes().decode("utf-8")


@pytest.fixture(scope="session")
def article() -> Dossier:
    return dossier.read(EXAMPLE / "dossiers" / "homan-2025-03-17.yaml")


@pytest.fixture(scope="session")
def article_graph(article: Dossier) -> Compiled:
    return Compiled(compile_dossiers([article], registry.load(), ontology.load()))


@pytest.fixture(scope="session")
def example_graph(article: Dossier, briefing: Dossier, briefing_text: str) -> Compiled:
    """Both documents in one graph."""
    texts = {briefing.document.id: briefing_text}
    return Compiled(compile_dossiers([article, briefing], registry.load(), ontology.load(), texts))


@pytest.fixture(scope="session")
def runs() -> Callable[[str], set[tuple[str, ...]]]:
    """All runs of seven words in a text; case, punctuation and apostrophes, whole or damaged, do not count."""

    def of(text: str) -> set[tuple[str, ...]]:
        words = re.findall(r"\w+", re.sub("['’â]", "", text.casefold()))
        return {tuple(words[i : i + 7]) for i in range(len(words) - 6)}

    return of
