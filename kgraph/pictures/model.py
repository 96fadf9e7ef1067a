"""What a picture shows, as plain data: cards, lines between them, and the statements behind the lines.

The page reads nothing but this, and so can any other way of drawing.
"""

from dataclasses import dataclass

__all__ = [
    "Badge",
    "Bridge",
    "Card",
    "Cluster",
    "Document",
    "Item",
    "Line",
    "Moment",
    "Occasion",
    "Part",
    "Picture",
    "Source",
    "Speaker",
    "Statement",
    "Voice",
    "Words",
]


@dataclass(frozen=True)
class Source:
    """A document that words stand in."""

    #: name of the document: `doc:b30b…`
    id: str
    label: str
    publisher: str | None
    #: in words, such as `17 March 2025`
    date: str | None
    #: http(s) addresses
    links: tuple[str, ...]


@dataclass(frozen=True)
class Words:
    """Where the words of a statement stand."""

    #: the exact words; None where they may not be passed on
    text: str | None
    #: `characters 358–404`
    place: str
    start: int
    end: int
    #: name of the document
    source: str


@dataclass(frozen=True)
class Voice:
    """What one speaker says of a statement."""

    badge: str
    speaker: str
    #: `denies`, `argues against` …
    stance: str
    affirms: bool
    #: the whole of it: `Karoline Leavitt denies that …`
    sentence: str
    #: where and when it was said: `in its own voice`, `in Leavitt's X post · 17 March 2025`
    context: str
    #: how sure the reading is, from 0 to 1; empty for what a person has read or said
    confidence: str
    unreviewed: bool
    words: tuple[Words, ...]


@dataclass(frozen=True)
class Statement:
    """One claim, with both sides."""

    #: name of the claim: `claim:0a1b…`
    id: str
    status: str
    #: the claim as a sentence without a final stop
    text: str
    subject: str
    #: relation, with how it is hedged: `complies with (intended)`
    verb: str
    #: the relation alone, by which one may choose
    relation: str
    object: str
    #: the things at its ends that are drawn, as cards of their own or as rows of a list card
    cards: tuple[str, ...]
    #: why it has its status
    reasons: tuple[str, ...]
    voices: tuple[Voice, ...]
    #: statements that it contradicts
    contradicts: tuple[str, ...]
    unreviewed: bool


@dataclass(frozen=True)
class Item:
    """A thing that is a row of a list card."""

    id: str
    label: str
    #: what stands on the card; empty where it has no more room
    rows: tuple[str, ...]
    statements: tuple[str, ...]
    links: tuple[str, ...]


@dataclass(frozen=True)
class Card:
    """A person, body, law, event … that statements are about, or a list of such things."""

    id: str
    #: Person, Group, Office, Court, Institution, Organisation, Law, Event, Place, Topic or Other
    kind: str
    label: str
    #: what stands on the card
    rows: tuple[str, ...]
    #: what kind of person, body or event it is; may be empty
    subtitle: str
    #: height of its letters in pixels
    letters: int
    #: in pixels
    width: int
    height: int
    #: number of its lines
    degree: int
    statements: tuple[str, ...]
    links: tuple[str, ...]
    #: the things of a list card
    items: tuple[Item, ...] = ()
    #: how many of its lines are not drawn, because the graph is too large
    more: int = 0


@dataclass(frozen=True)
class Badge:
    """The mark of a speaker on a line."""

    text: str
    affirms: bool
    unreviewed: bool
    #: in pixels
    width: int


@dataclass(frozen=True)
class Line:
    """One or more statements of the same words and status between two cards."""

    id: str
    subject: str
    object: str
    verb: str
    rows: tuple[str, ...]
    status: str
    unreviewed: bool
    badges: tuple[Badge, ...]
    statements: tuple[str, ...]
    #: of its label, in pixels
    width: int
    height: int


@dataclass(frozen=True)
class Speaker:
    """Somebody who says something, with the statements on each side."""

    #: name of the thing that speaks: `person:karoline-leavitt`
    id: str
    badge: str
    name: str
    affirms: tuple[str, ...]
    denies: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """A stretch of a document in which no passage begins or ends."""

    start: int
    end: int
    #: None where the words are withheld or not at hand
    text: str | None
    #: the statements whose passages reach over it
    statements: tuple[str, ...]


@dataclass(frozen=True)
class Document:
    """A source in parts, from its beginning to the end of its last passage or its own."""

    #: name of the document
    source: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Occasion:
    """Something that happened, or was said, at a date."""

    #: whether it was said; else it happened
    said: bool
    label: str
    statements: tuple[str, ...]


@dataclass(frozen=True)
class Moment:
    """A date of the timeline."""

    #: in words: `between 10 March 2025 and 16 March 2025`
    when: str
    #: as EDTF text
    day: str
    occasions: tuple[Occasion, ...]


@dataclass(frozen=True)
class Cluster:
    """Things that are spoken of together, as one card of the map of a large graph."""

    id: str
    #: its busiest members, by which it goes
    rows: tuple[str, ...]
    #: `312 things · 540 claims · 3 disputed`
    subtitle: str
    things: int
    #: among its members
    claims: int
    disputed: int
    #: the busiest, as name and label
    members: tuple[tuple[str, str], ...]
    #: whether it is no community but what is left of them
    rest: bool
    #: in pixels
    width: int
    height: int


@dataclass(frozen=True)
class Bridge:
    """What is claimed between two communities."""

    one: str
    other: str
    claims: int
    disputed: int


@dataclass(frozen=True)
class Picture:
    """All that is shown."""

    title: str
    #: `93 claims by 9 speakers`
    counts: str
    #: what the reader must know about this picture, such as what is not drawn
    notes: tuple[str, ...]
    statements: tuple[Statement, ...]
    cards: tuple[Card, ...]
    lines: tuple[Line, ...]
    speakers: tuple[Speaker, ...]
    sources: tuple[Source, ...]
    documents: tuple[Document, ...] = ()
    timeline: tuple[Moment, ...] = ()
    #: the card that was asked for, if one was
    middle: str | None = None
    #: the map, where the graph is too large to be drawn whole
    clusters: tuple[Cluster, ...] = ()
    bridges: tuple[Bridge, ...] = ()
