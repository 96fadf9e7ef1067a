"""Cards: what kind of thing it is, what stands on it and how large it is."""

from collections.abc import Iterable, Sequence

from kgraph.claims import Claim, Claims, Named
from kgraph.pictures.model import Card, Line
from kgraph.pictures.sizes import shortened, text_width, wrapped
from kgraph.pictures.statements import links
from kgraph.terms import Term, iri, kind_of, name

__all__ = ["KINDS", "card", "kind"]

#: Kind to its class, the narrower first; and to the kind of its IRI where a graph gives no class. The key's order.
KINDS = {
    "Person": ("kg:Person", "person"),
    "Group": ("kg:Group", "group"),
    "Office": ("kg:Office", "office"),
    "Court": ("kg:Court", None),
    "Institution": ("kg:Institution", None),
    "Organisation": ("kg:Organization", "body"),
    "Law": ("kg:LegalAuthority", "law"),
    "Event": ("kg:Event", "event"),
    "Place": ("kg:Place", "place"),
    "Topic": ("kg:Topic", "topic"),
}
_SAYS_WHAT_IT_IS = (iri("org:classification"), iri("sem:eventType"))
_GENERAL = frozenset({*(iri(class_) for class_, _ in KINDS.values()), iri("kg:Actor")})
#: from here on a card is set larger
_BUSY = 5
_POINTED = frozenset({"Event", "Law"})


def kind(thing: Named) -> str:
    """What a thing is in the key of the picture; `Other` where the graph does not say."""
    for found, (class_, _) in KINDS.items():
        if iri(class_) in thing.classes:
            return found
    for found, (_, of_address) in KINDS.items():
        if of_address is not None and kind_of(thing.term) == of_address:
            return found
    return "Other"


def card(claims: Claims, thing: Named, about: Sequence[Claim], lines: Iterable[Line], office: str = "") -> Card:
    """The card of one thing.

    Args:
        about: the claims that stand on it or on its lines.
        lines: all lines of the picture.
        office: an office that its holder's card names.
    """
    id_ = name(thing.term)
    degree = sum(id_ in (line.subject, line.object) for line in lines)
    letters = 15 if degree >= _BUSY else 13
    rows = wrapped(thing.label, 20, 3)
    subtitle = office or _type(about, thing) or _class(claims, thing)
    subtitle = shortened(subtitle, 30) if subtitle else ""
    shape = kind(thing)
    across = max(*(text_width(row, letters) for row in rows), text_width(subtitle, 10) if subtitle else 0)
    return Card(
        id=id_,
        kind=shape,
        label=" ".join(thing.label.split()) or id_,
        rows=rows,
        subtitle=subtitle,
        letters=letters,
        width=across + (56 if shape in _POINTED else 48),
        height=len(rows) * (letters + 3) + (13 if subtitle else 0) + 14,
        degree=degree,
        statements=tuple(name(claim.term) for claim in about),
        links=tuple(links(claims, thing.term)),
    )


def _type(about: Iterable[Claim], thing: Named) -> str:
    """What an accepted claim says that it is: `prison gang`."""
    found = {
        claim.object.label
        for claim in about
        if claim.subject.term == thing.term
        and claim.relation.term in _SAYS_WHAT_IT_IS
        and claim.status == "accepted"
        and claim.modality is None
    }
    return ", ".join(sorted(found))


def _class(claims: Claims, thing: Named) -> str:
    """A class that says more than its kind: `court order`."""
    above: set[Term] = set()
    for class_ in thing.classes:
        above |= claims.ontology.superclasses(class_) - {class_}
    special = thing.classes - above - _GENERAL
    return ", ".join(sorted(claims.ontology.class_labels[c] for c in special if c in claims.ontology.class_labels))
