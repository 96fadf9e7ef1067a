"""What a check found, as data, as JSON and as text."""

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any, Literal

__all__ = ["Document", "Problem", "Report", "Severity"]

#: `violation`: the graph does not conform; `warning` and `info`: it does, and somebody should look
Severity = Literal["violation", "warning", "info"]

_ORDER: tuple[Severity, ...] = ("violation", "warning", "info")
_WORDS = {"violation": "problem", "warning": "warning", "info": "note"}

#: documents that the text names for one problem; a well-known person stands in hundreds
_MOST_DOCUMENTS = 3


@dataclass(frozen=True, order=True)
class Document:
    """A source in whose words the problem lies."""

    #: such as `doc:b30b049ccede3f5f`
    name: str
    title: str


@dataclass(frozen=True)
class Problem:
    """One thing that does not keep a rule."""

    severity: Severity
    #: the rule's name in shapes.ttl, such as `kgs:Backed`
    shape: str
    #: name of what has the problem, such as `claim:1be1f4ca5e86a2f8`
    focus: str
    #: what it is called: a claim's wording, a person's name, a source's title; or empty
    label: str
    #: the property that it lies in, such as `kg:confidence`; or empty
    path: str
    #: what stands there and should not, as a name or as text; or empty
    value: str
    #: what is wrong and what to do, in plain words
    message: str
    #: the documents that it comes from, through passages; empty where none can be told
    documents: tuple[Document, ...] = ()

    @property
    def sort_key(self) -> tuple[int, tuple[Document, ...], str, str, str, str, str]:
        """What is graver first, then by document and by what has the problem."""
        rank = _ORDER.index(self.severity)
        return rank, self.documents, self.focus, self.shape, self.path, self.value, self.message


@dataclass(frozen=True)
class Report:
    """The outcome of a check."""

    #: sorted
    problems: tuple[Problem, ...]
    #: how many statements were checked, the vocabulary's own not counted
    statements: int

    @property
    def conforms(self) -> bool:
        """Whether every rule is kept; warnings do not count."""
        return all(problem.severity != "violation" for problem in self.problems)

    def to_json(self) -> dict[str, Any]:
        """The report as values that `json.dumps` takes."""
        return {
            "conforms": self.conforms,
            "statements": self.statements,
            "problems": [asdict(problem) for problem in self.problems],
        }

    def to_text(self, most: int = 100) -> str:
        """The report for people.

        Args:
            most: how many problems are told; the first line counts all of them.
        """
        lines = [self._summary()]
        for number, problem in enumerate(self.problems[:most], 1):
            lines += ["", *_told(number, problem)]
        if left := len(self.problems) - most:
            lines += ["", f"… and {left:,} more."] if left > 0 else []
        return "\n".join(lines) + "\n"

    def _summary(self) -> str:
        counts = Counter(problem.severity for problem in self.problems)
        found = [_count(counts[severity], _WORDS[severity]) for severity in _ORDER if counts[severity]]
        verdict = "The graph conforms" if self.conforms else "The graph does not conform"
        return f"{verdict}: {' and '.join(found) or 'no problems'} in {_count(self.statements, 'statement')}."


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _told(number: int, problem: Problem) -> list[str]:
    label = f" “{_plain(problem.label)}”" if problem.label else ""
    value = problem.value and f"value {_plain(problem.value)}"
    lines = [
        f"{number}. {_WORDS[problem.severity].capitalize()}: {_plain(problem.focus)}{label}",
        f"   {_plain(problem.message, 1000)}",
        "   " + " · ".join(filter(None, [f"rule {problem.shape}", _plain(problem.path), value])),
    ]
    for document in problem.documents[:_MOST_DOCUMENTS]:
        lines.append(f"   in {_plain(document.name)} “{_plain(document.title)}”")
    if (left := len(problem.documents) - _MOST_DOCUMENTS) > 0:
        lines.append(f"   and in {_count(left, 'more document')}")
    return lines


def _plain(text: str, most: int = 200) -> str:
    """On one line, without characters that steer a terminal, and not too long: a graph may hold anything."""
    shown = " ".join("".join(c if c.isprintable() else " " for c in text[: most + 1]).split())
    return shown if len(text) <= most else f"{shown[:most]}…"
