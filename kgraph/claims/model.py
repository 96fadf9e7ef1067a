"""Claims as they are read from a graph: what is claimed, who says so, how, and in which words."""

from dataclasses import dataclass

from kgraph.terms import Term, iri

__all__ = ["Claim", "Named", "Passage", "Said"]


@dataclass(frozen=True)
class Named:
    """A thing, code or value with what it is called."""

    term: Term
    label: str
    #: its classes, as terms; empty for values
    classes: frozenset[Term] = frozenset()


@dataclass(frozen=True)
class Passage:
    """Where the words stand."""

    source: Named
    start: int
    end: int
    #: the exact words, or None where they may not be passed on
    words: str | None
    #: SHA-256 of the words where they are withheld
    digest: str | None
    publisher: Named | None = None
    #: date of the source, as EDTF text
    date: str | None = None

    @property
    def place(self) -> str:
        """The place in words: `characters 358–404`."""
        return f"characters {self.start}–{self.end}"


@dataclass(frozen=True)
class Said:
    """One attribution of a claim."""

    term: Term
    speaker: Named
    stance: Named
    affirms: bool
    passages: tuple[Passage, ...]
    #: who relays the speaker
    via: Named | None = None
    said_in: Named | None = None
    said_on: str | None = None
    addressee: Named | None = None
    condition: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    as_of: str | None = None
    confidence: str = "1"
    #: whether nobody has decided on it yet
    proposed: bool = False

    @property
    def own_voice(self) -> bool:
        """Whether a source states it itself: its publisher speaks, unquoted, and does not only allege or argue it."""
        return (
            self.via is None
            and self.stance.term == iri("kgc:states")
            and any(p.publisher and p.publisher.term == self.speaker.term for p in self.passages)
            and (self.said_in is None or any(p.source.term == self.said_in.term for p in self.passages))
        )


@dataclass(frozen=True)
class Claim:
    """One claim with all who affirm or deny it."""

    term: Term
    subject: Named
    relation: Named
    object: Named
    #: the claim as a clause that reads after "that"
    label: str
    #: accepted, reported, contested, denied or retracted
    status: str
    said: tuple[Said, ...]
    modality: Named | None = None
    bound: Named | None = None
    contradicts: tuple[Term, ...] = ()
    #: whether it is in the graph as a fact
    fact: bool = False

    @property
    def unreviewed(self) -> bool:
        """Whether nobody has decided on any of its attributions."""
        return all(said.proposed for said in self.said)

    @property
    def affirmed(self) -> tuple[Said, ...]:
        """Who says so."""
        return tuple(said for said in self.said if said.affirms)

    @property
    def denied(self) -> tuple[Said, ...]:
        """Who says that it is not so."""
        return tuple(said for said in self.said if not said.affirms)
