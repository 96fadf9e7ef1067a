"""Cards: what kind of thing it is, what stands on it and how large it is."""

from collections.abc import Iterable, Mapping, Sequence

from kgraph.claims import Claim, Claims, Named
from kgraph.pictures.lists import Gathered
from kgraph.pictures.model import Card, Item, Line
from kgraph.pictures.sizes import shortened, text_width, wrapped
from kgraph.pictures.statements import links
from kgraph.terms import Term, iri, kind_of, name, value

__all__ = ["KINDS", "card", "kind", "list_card"]

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
#: a name on a card: characters and rows
_COLUMNS = 20
_ROWS = 3
#: rows of a list card: characters, rows for each thing, things, and letters in pixels
_LIST_COLUMNS = 26
_LIST_ROWS = 2
_LISTED = 8
_LIST_LETTERS = 11.5
_POINTED = frozenset({"Event", "Law"})
_MANY = {"Person": "people", "Other": "things"}


def kind(thing: Named) -> str:
    """What a thing is in the key of the picture; `Other` where the graph does not say."""
    for found, (class_, _) in KINDS.items():
        if iri(class_) in thing.classes:
            return found
    for found, (_, of_address) in KINDS.items():
        if of_address is not None and kind_of(thing.term) == of_address:
            return found
    return "Other"


def card(
    claims: Claims, thing: Named, about: Sequence[Claim], lines: Iterable[Line], office: str = "", more: int = 0
) -> Card:
    """The card of one thing.

    Args:
        about: the claims that stand on it or on its lines.
        lines: all lines of the picture.
        office: an office that its holder's card names.
        more: how many of its lines are not drawn.
    """
    id_ = name(thing.term)
    degree = sum(id_ in (line.subject, line.object) for line in lines)
    letters = 15 if degree >= _BUSY else 13
    rows = wrapped(_fitting(claims, thing), _COLUMNS, _ROWS)
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
        more=more,
    )


def list_card(claims: Claims, list_: Gathered, about: Mapping[Term, Sequence[Claim]], lines: Iterable[Line]) -> Card:
    """The card of several things of which the same is said.

    Args:
        about: the claims about each of them.
        lines: all lines of the picture.
    """
    id_ = name(list_.card.term)
    shape = kind(list_.rows[0][0])
    if any(kind(thing) != shape for thing, _ in list_.rows):
        shape = "Other"
    title = list_.card.label or f"{len(list_.rows)} {_MANY.get(shape, shape.lower() + 's')}"
    head = wrapped(title, _LIST_COLUMNS, _LIST_ROWS)
    shown = len(list_.rows) if len(list_.rows) <= _LISTED else _LISTED - 1
    items = tuple(
        Item(
            id=name(thing.term),
            label=thing.label,
            rows=wrapped(row, _LIST_COLUMNS, _LIST_ROWS) if number < shown else (),
            statements=tuple(name(claim.term) for claim in about[thing.term]),
            links=tuple(links(claims, thing.term)),
        )
        for number, (thing, row) in enumerate(list_.rows)
    )
    subtitle = f"and {len(items) - shown} more" if shown < len(items) else ""
    inner = [row for item in items for row in item.rows]
    across = max(
        *(text_width(row, 13) for row in head), *(text_width(f"• {row}", _LIST_LETTERS) for row in (*inner, subtitle))
    )
    return Card(
        id=id_,
        kind=shape,
        label=title,
        rows=head,
        subtitle=subtitle,
        letters=13,
        width=across + (56 if shape in _POINTED else 48),
        height=len(head) * 16 + len(inner) * 14 + (13 if subtitle else 0) + 16,
        degree=sum(id_ in (line.subject, line.object) for line in lines),
        statements=tuple(dict.fromkeys(statement for item in items for statement in item.statements)),
        links=(),
        items=items,
    )


def _fitting(claims: Claims, thing: Named) -> str:
    """What it is called on its card: another of its names where its own is too long and the other is not."""
    if not wrapped(thing.label, _COLUMNS, _ROWS)[-1].endswith("…"):
        return thing.label
    others = {value(quad.object) for quad in claims.store.quads(thing.term, iri("skos:altLabel"))}
    fitting = [other for other in others if not wrapped(other, _COLUMNS, _ROWS)[-1].endswith("…")]
    # the longest that fits says most
    return max(fitting, key=lambda other: (len(other), other), default=thing.label)


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
