"""What a question of the library is: its query, what it asks for, and what its columns mean."""

import shlex
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

__all__ = ["TYPES", "Column", "Parameter", "ParameterType", "Question", "Witness"]

ParameterType = Literal["entity", "date", "number", "text", "choice", "code"]

#: what a parameter may be
TYPES: tuple[ParameterType, ...] = get_args(ParameterType)

#: The name of a column that holds a claim, an attribution or a passage; or subject, relation and object of a fact, each
#: the name of a column or, with a colon in it, a term such as `kg:when`.
Witness = tuple[str] | tuple[str, str, str]


@dataclass(frozen=True)
class Column:
    """One column of an answer."""

    #: the variable, without ?
    variable: str
    #: what stands above it
    heading: str


@dataclass(frozen=True)
class Parameter:
    """A value that a question asks for."""

    #: as it is typed, and the variable it is bound to
    name: str
    type: ParameterType
    #: what to give, in a few words
    summary: str
    #: something that may be typed
    example: str
    #: of an entity: kinds of things it may be (`person`, `law` …); empty means any
    kinds: tuple[str, ...] = ()
    #: of a choice: what may be chosen
    values: tuple[str, ...] = ()
    #: of a code: its scheme, such as `eventType`
    scheme: str = ""
    #: of a date: which day `2025-03` stands for
    edge: Literal["first", "last"] = "first"
    #: what counts when nothing is given
    default: str | None = None
    #: whether the answer is for everybody or everything when nothing is given
    optional: bool = False

    @property
    def required(self) -> bool:
        """Whether something must be given."""
        return self.default is None and not self.optional

    @property
    def kind_words(self) -> str:
        """What may be given, in words: `a person, body or group`."""
        if self.type == "entity":
            kinds = [{"doc": "document", "law": "law or order"}.get(kind, kind) for kind in self.kinds]
            return f"a {_list(kinds)}" if kinds else "a person, body, law, place, event …"
        if self.type == "choice":
            return _list(list(self.values))
        return {
            "date": "a day such as 2025-03-17, a month or a year",
            "number": "a whole number",
            "text": "some words",
            "code": "a word of the vocabulary",
        }[self.type]


@dataclass(frozen=True)
class Question:
    """A ready question."""

    #: what it is called: the file's name without its ending
    name: str
    #: the question, in one line
    summary: str
    description: str
    #: heading under which lists show it
    group: str
    parameters: tuple[Parameter, ...]
    #: what is shown, in order; every other variable of the query is hidden
    columns: tuple[Column, ...]
    #: where the claims behind a row are named; empty where it lists things and not claims
    evidence: tuple[Witness, ...]
    #: the query as it stands in the file, header included
    text: str
    path: Path

    @property
    def about_facts(self) -> bool:
        """Whether its rows are facts, and not what somebody says."""
        return any(len(witness) == 3 for witness in self.evidence)

    @property
    def call(self) -> str:
        """A call that can be typed: `kgraph ask who-denies-what who=leavitt`."""
        given = [f"{p.name}={shlex.quote(p.example)}" for p in self.parameters if p.default is None]
        return " ".join(["kgraph ask", self.name, *given])


def _list(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
