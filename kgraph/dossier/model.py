"""What a dossier holds: the sections of the file, typed.

Names are written as people write them (`person:tom-homan`, `kg:defies`); codes of stance, modality and bound without
their prefix (`disputes`, `intended`, `about`). Ranges count Unicode code points of the repaired text, from 0, the end
not included: `2659-2704`.
"""

import re
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

__all__ = [
    "REASONS",
    "Attribution",
    "Claim",
    "Contradiction",
    "Decision",
    "Document",
    "Dossier",
    "Entity",
    "LangText",
    "Mention",
    "Passage",
    "Quotation",
    "Source",
    "TypedValue",
    "Where",
]

#: Path of a value inside a dossier: `("attributions", 3, "claims", 0, "relation")`.
Where = tuple[str | int, ...]

#: Why a proposal is rejected; the reviewer picks one, a note may say more.
REASONS = (
    "wrong entity",
    "wrong speaker",
    "wrong relation",
    "negation missed",
    "hedge missed",
    "not said in these words",
    "said already",
)

_EDTF_DAY = r"-?\d{4}(-\d{2}(-\d{2})?)?[~?%]?"
_EDTF = rf"^({_EDTF_DAY}|\.\.)?(/({_EDTF_DAY}|\.\.)?)?$"

Name = Annotated[str, Field(pattern=r"^[a-z]+:[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9_])?$")]
Range = Annotated[str, Field(pattern=r"^\d{1,9}-\d{1,9}$", description="first and last code point, end not included")]
EdtfDate = Annotated[str, Field(pattern=_EDTF, min_length=4, description="Extended Date/Time Format, level 0 or 1")]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Text = Annotated[str, Field(min_length=1)]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, populate_by_name=True)


class Document(_Record):
    """The text that the dossier is about."""

    #: SHA-256 of its raw bytes; the first 16 digits name the document
    sha256: Sha256
    title: Text
    #: name of the registry, or of `entities`
    publisher: Name
    date: EdtfDate
    #: class of schema.org
    type: Annotated[str, Field(pattern=r"^[A-Z][A-Za-z]+$")] = "NewsArticle"
    author: Text | None = None
    #: where it was published
    address: Annotated[str, Field(pattern=r"^https?://")] | None = None
    licence: Text | None = None
    #: `withheld`: its words may not be passed on, so that passages carry a digest instead
    words: Literal["kept", "withheld"]
    #: version of the repair rule that the ranges count in
    repair: Annotated[int, Field(ge=1)] = 1
    #: name of the file, looked for in the folder of documents
    file: Annotated[str, Field(pattern=r"^[^/\\\x00]+$")] | None = None
    format: Text = "text/plain"
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] = "en"
    #: code points of the repaired text
    extent: Annotated[int, Field(ge=1)]
    description: Text | None = None

    @property
    def id(self) -> str:
        """The document's name: `doc:` and the first 16 digits of its hash."""
        return f"doc:{self.sha256[:16]}"


class Source(_Record):
    """A document, post or broadcast that the text speaks of."""

    id: Annotated[str, Field(pattern=r"^doc:[a-z0-9]+(-[a-z0-9]+)*$")]
    title: Text
    date: EdtfDate
    type: Annotated[str, Field(pattern=r"^[A-Z][A-Za-z]+$")] = "CreativeWork"
    creator: Name | None = None
    publisher: Name | None = None
    address: Annotated[str, Field(pattern=r"^https?://")] | None = None


class Entity(_Record):
    """A person, body, law, place, event …; one of the registry needs its id alone."""

    id: Name
    label: Text | None = None
    class_: str | None = Field(default=None, alias="class", pattern=r"^[A-Z][A-Za-z]+$")
    same_as: list[Annotated[str, Field(pattern=r"^https?://|^wd:Q\d+$")]] = []
    #: an unnamed source; may never be identified with anybody
    anonymous: bool = False


class Mention(_Record):
    """A name or noun in the text that stands for something."""

    at: Range
    type: Text
    entity: Name | None = None
    #: where that is open: those that it may be, for a person to choose from
    candidates: list[Name] = []
    form: Literal["name", "nominal"] = "name"


class Quotation(_Record):
    """Words that somebody is said to have said."""

    at: Range
    kind: Literal["direct", "indirect", "mixed", "partial", "nested"]
    speaker: Name | None = None
    via: Name | None = None
    cue: Text | None = None


class Passage(_Record):
    """A range of the text, with its exact words or, where they are withheld, their digest."""

    at: Range
    words: Annotated[str, Field(min_length=1, max_length=300)] | None = None
    digest: Sha256 | None = None

    @property
    def range(self) -> tuple[int, int]:
        """Start and end."""
        start, end = self.at.split("-")
        return int(start), int(end)


class LangText(_Record):
    """A value in words, in a language."""

    value: Text
    lang: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]


class TypedValue(_Record):
    """A value with a datatype: `edtf`, or a prefixed name such as `xsd:gYear`."""

    value: Text
    datatype: Annotated[str, Field(pattern=r"^edtf$|^xsd:[A-Za-z]+$")]


class Claim(_Record):
    """One subject, relation and object; what its attribution's speaker says of it stands there."""

    subject: Name
    relation: Name
    object: Name | bool | int | Decimal | LangText | TypedValue
    modality: Text | None = None
    bound: Text | None = None
    #: the reviewer's own wording: a clause that reads after "that"
    label: Annotated[str, Field(min_length=1, max_length=300)] | None = None
    #: why the claim was withdrawn, by its source or by a reviewer
    retracted: Text | None = None


class Decision(_Record):
    """What somebody, or a reader, decided about an attribution; the last one counts."""

    decision: Literal["proposed", "approved", "corrected", "rejected"]
    #: the reviewer's name, or the reader's name and version
    by: Text
    #: when, as `2026-11-24T14:40:00Z`; the only clock in a dossier
    time: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}))?$")] | None = None
    #: one of `REASONS`; needed to reject
    reason: Text | None = None
    note: Text | None = None
    #: what a correction replaced
    was: dict[str, str | int | bool | None] | None = None
    #: the hash of the file that the decision was made on
    made_on: Sha256 | None = None


class Attribution(_Record):
    """One speaker taking one stance on one or more claims, in these words."""

    speaker: Name
    stance: Text
    #: who relays the speaker, when the text does not quote the speaker itself
    via: Name | None = None
    said_in: Name | None = None
    said_on: EdtfDate | None = None
    addressee: Name | None = None
    condition: Text | None = None
    valid_from: EdtfDate | None = None
    valid_to: EdtfDate | None = None
    as_of: EdtfDate | None = None
    #: how sure it is that the source says this, 0 to 1; never how likely it is to be true
    confidence: Annotated[Decimal | int, Field(ge=0, le=1)] = 1
    passages: Annotated[list[Passage], Field(min_length=1)]
    claims: Annotated[list[Claim], Field(min_length=1)]
    #: its history; none means that a person wrote it
    decisions: list[Decision] = []

    @property
    def state(self) -> Literal["proposed", "approved", "corrected", "rejected"]:
        """What holds: the last decision; what a person wrote counts as approved."""
        return self.decisions[-1].decision if self.decisions else "approved"

    @property
    def reader(self) -> str | None:
        """The reader that proposed it, or None where a person wrote it."""
        first = self.decisions[0] if self.decisions else None
        return first.by if first and first.decision == "proposed" else None


class Contradiction(_Record):
    """Two claims that cannot hold together, in the direction that is stated."""

    claim: Name
    contradicts: Name


class Dossier(_Record):
    """One document, what was found in it, and what people decided."""

    document: Document
    sources: list[Source] = []
    entities: list[Entity] = []
    mentions: list[Mention] = []
    quotations: list[Quotation] = []
    attributions: list[Attribution] = []
    contradictions: list[Contradiction] = []

    _lines: dict[Where, int] = PrivateAttr(default_factory=dict)
    _path: Path | None = PrivateAttr(default=None)

    @property
    def path(self) -> Path | None:
        """The file it was read from."""
        return self._path

    @cached_property
    def sort_key(self) -> tuple[str, str]:
        """Order among dossiers: the earliest document first."""
        return self.document.date, self.document.id

    def line(self, where: Where) -> int:
        """Line of the value at a path in the file, from 1; that of the nearest value around it where it is absent."""
        while where and where not in self._lines:
            where = where[:-1]
        return self._lines.get(where, 1)

    def place(self, where: Where) -> str:
        """`file:line` of a value, for messages."""
        return f"{self._path.name if self._path else 'dossier'}:{self.line(where)}"


def is_name(text: str) -> bool:
    """Whether a plain text is a prefixed name."""
    return re.fullmatch(r"[a-z]+:[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9_])?", text) is not None
