"""The library: questions by name, the one a person means, and the list that is shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from kgraph.errors import Unknown
from kgraph.questions.header import parse
from kgraph.questions.question import Question
from kgraph.resources import QUERIES

__all__ = ["GROUPS", "Group", "find", "library", "listing"]

#: Groups in the order in which lists show them; those of a workspace come after them.
GROUPS = ("Who says what", "Disputes", "Law and orders", "People, places, numbers", "Facts and documents")


@dataclass(frozen=True)
class Group:
    """Questions under one heading."""

    title: str
    #: sorted by name
    questions: tuple[Question, ...]


def library(folder: Path = QUERIES, *more: Path) -> dict[str, Question]:
    """The questions in the `.rq` files of some folders, by name, sorted.

    Args:
        folder: the questions that ship, if nothing else is named.
        more: a workspace's own; a question in a later folder takes the place of one with the same name.

    Raises:
        BadInput: a file is not a question; each problem on a line of its own, with file and line.
        Unknown: a folder is not there.
    """
    found: dict[str, Question] = {}
    for place in (folder, *more):
        if not place.is_dir():
            raise Unknown(f"there is no folder {place} with questions")
        for path in sorted(place.glob("*.rq")):
            found[path.stem] = parse(path)
    return dict(sorted(found.items()))


def find(questions: Mapping[str, Question], name: str) -> Question:
    """The question with this name.

    Raises:
        Unknown: there is none; `nearest` holds what may have been meant.
    """
    wanted = name.strip().lower().replace("_", "-").replace(" ", "-").removesuffix(".rq")
    if wanted in questions:
        return questions[wanted]
    near = get_close_matches(wanted, questions, n=3, cutoff=0.5)
    words = set(wanted.split("-"))
    near += [n for n in questions if n not in near and words <= set(n.split("-"))]
    hint = f"; did you mean {' or '.join(near[:3])}?" if near else "; kgraph ask lists all of them"
    raise Unknown(f"there is no question {name!r}{hint}", tuple(near[:3]))


def listing(questions: Mapping[str, Question] | Iterable[Question]) -> tuple[Group, ...]:
    """The questions under their headings."""
    every = list(questions.values() if isinstance(questions, Mapping) else questions)
    titles = {question.group for question in every}
    order = [*(t for t in GROUPS if t in titles), *sorted(titles - set(GROUPS))]
    return tuple(
        Group(title, tuple(sorted((q for q in every if q.group == title), key=lambda q: q.name))) for title in order
    )
