"""From gathered claims to facts: which contradict each other, and which stand (MODEL section 4)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from kgraph.claims.status import Value, Voice, clash, latest_values, status
from kgraph.ontology import Ontology
from kgraph.terms import Term, iri, name

__all__ = ["Draft", "Options", "Pair", "Triple", "clashes", "facts"]

Triple = tuple[Term, Term, Term]
#: two claims, the first contradicting the second
Pair = tuple[Term, Term]


@dataclass(frozen=True)
class Options:
    """How a graph is made."""

    #: leave proposals out altogether
    reviewed_only: bool = False
    #: let proposals make facts
    trust_proposals: bool = False
    #: publishers that must state a claim in their own voice before it is accepted
    corroboration: int = 1
    #: digests in place of all exact words
    withhold_text: bool = False

    @property
    def in_words(self) -> list[str]:
        """How the rule of statuses and facts was changed; this travels with the graph."""
        said = []
        if self.trust_proposals:
            said.append("Made with --trust-proposals: proposals that nobody has reviewed count as facts here.")
        if self.corroboration > 1:
            number = self.corroboration
            said.append(
                f"Made with --corroboration {number}: accepted means that {number} publishers say it themselves."
            )
        return said


@dataclass
class Draft:
    """A claim while it is gathered from dossiers."""

    key: tuple[Term, ...]
    #: where it was first met, for messages
    place: str
    #: reviewers' wordings with their language, the earliest first
    labels: dict[str, str] = field(default_factory=dict)
    #: wordings of proposals, used where nobody has reviewed the claim
    proposed_labels: dict[str, str] = field(default_factory=dict)
    voices: list[Voice] = field(default_factory=list)
    retracted: bool = False

    @property
    def triple(self) -> Triple:
        """Subject, relation and object."""
        return self.key[0], self.key[1], self.key[2]

    @property
    def qualifiers(self) -> dict[Term, Term]:
        """Modality and bound, where it has them."""
        return dict(zip(self.key[3::2], self.key[4::2], strict=True))

    def status(self, options: Options, *, reviewed: bool = False) -> str | None:
        """Its status; with `reviewed`, as if nothing had been proposed."""
        voices = [v for v in self.voices if not (reviewed and v.proposed)]
        return status(voices, corroboration=options.corroboration, retracted=self.retracted)


def clashes(
    drafts: Mapping[Term, Draft], ontology: Ontology, options: Options, *, reviewed: bool = False
) -> Iterator[Pair]:
    """The pairs of accepted values that a single-valued relation cannot both have."""
    for values in _values(drafts, ontology, options, reviewed=reviewed):
        yield from clash(values)


def facts(drafts: Mapping[Term, Draft], stated: Iterable[Pair], ontology: Ontology, options: Options) -> set[Triple]:
    """The facts view. Proposals neither make a fact nor take one away.

    Args:
        drafts: the claims, by their IRI.
        stated: the contradictions that dossiers state.
        ontology: says which relations have one value at one time.
        options: how the graph is made.
    """
    accepted = {term for term, draft in drafts.items() if draft.status(options, reviewed=True) == "accepted"}
    pairs = {*stated, *clashes(drafts, ontology, options, reviewed=True)}
    blocked = {term for pair in pairs if accepted.issuperset(pair) for term in pair}
    for values in _values(drafts, ontology, options, reviewed=True):
        blocked |= latest_values([v for v in values if v.bound is None])
    return {drafts[term].triple for term in accepted - blocked if not drafts[term].qualifiers}


def _values(
    drafts: Mapping[Term, Draft], ontology: Ontology, options: Options, *, reviewed: bool
) -> Iterator[list[Value]]:
    """The accepted values of each subject of a single-valued relation."""
    rows = sorted(
        (draft.key[:2], term)
        for term, draft in drafts.items()
        if ontology.relations[draft.key[1]].single_valued
        and draft.status(options, reviewed=reviewed) == "accepted"
        and iri("kg:modality") not in draft.qualifiers
    )
    for _, group in groupby(rows, key=lambda row: row[0]):
        values = []
        for _, term in group:
            draft = drafts[term]
            bound = draft.qualifiers.get(iri("kg:bound"))
            periods = tuple(v.period for v in draft.voices if v.affirms and not (reviewed and v.proposed))
            values.append(Value(term, draft.key[2], name(bound)[4:] if bound else None, periods))
        yield values
