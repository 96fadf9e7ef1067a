"""List cards: three or more things of which the same is said, by the same speakers, and nothing else, are one card.

They are leaves of one hub: joined to it alone, by lines with the same words, direction, status and speakers. Each stays
a row of its own, so that nothing said of one can be taken for something said of another.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kgraph.claims import Named
from kgraph.pictures.lines import Joint
from kgraph.terms import Term, name

__all__ = ["Gathered", "gather"]

#: so many leaves make a list
_LEAST = 3
#: words that are no heading when they stand alone
_BARE = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "us", "with"})


@dataclass(frozen=True)
class Gathered:
    """The things of one list card."""

    #: stands for the list where a thing stands; its label is the heading, empty where the names have nothing in common
    card: Named
    #: each thing with what its row says: what is left of its name beside the heading
    rows: tuple[tuple[Named, str], ...]


def gather(found: Sequence[Joint], keep: Collection[Term]) -> tuple[dict[Term, Gathered], list[Joint]]:
    """The list cards by their term, and the lines with those of each list made one.

    Args:
        keep: things that stay cards of their own.
    """
    lines = Counter(end for joint in found for end in {joint.subject.term, joint.object.term})
    bundles: dict[tuple[bool, tuple[object, ...]], list[Joint]] = {}
    for joint in found:
        for leaf, hub, forward in ((joint.object, joint.subject, True), (joint.subject, joint.object, False)):
            if lines[leaf.term] == 1 and leaf.term not in keep and leaf.term != hub.term:
                same = hub.term, joint.verb, joint.status, joint.claims[0].unreviewed, _voices(joint)
                bundles.setdefault((forward, same), []).append(joint)
                break
    lists: dict[Term, Gathered] = {}
    joined: dict[int, Joint] = {}
    gone: set[int] = set()
    for (forward, _), bundle in bundles.items():
        if len(bundle) < _LEAST:
            continue
        list_ = _list([joint.object if forward else joint.subject for joint in bundle])
        lists[list_.card.term] = list_
        first = bundle[0]
        ends = (first.subject, list_.card) if forward else (list_.card, first.object)
        claims = tuple(claim for joint in bundle for claim in joint.claims)
        joined[id(first)] = Joint(ends[0], first.verb, ends[1], claims)
        gone |= {id(joint) for joint in bundle}
    return lists, [joined.get(id(joint), joint) for joint in found if id(joint) in joined or id(joint) not in gone]


def _voices(joint: Joint) -> frozenset[tuple[bool, Term, Term | None, bool]]:
    return frozenset(
        (said.affirms, said.speaker.term, said.via.term if said.via else None, said.proposed)
        for claim in joint.claims
        for said in claim.said
    )


def _list(things: Sequence[Named]) -> Gathered:
    things = sorted(things, key=lambda thing: (thing.label.casefold(), thing.term))
    words = [thing.label.split() for thing in things]
    head, tail = _common(words), _common([list(reversed(some)) for some in words])
    first = f"<list:{name(things[0].term)}>"
    classes = frozenset.intersection(*(thing.classes for thing in things))
    if head >= tail and _says_something(words[0][:head]):
        title = f"{' '.join(words[0][:head])} …"
        rows = [" ".join(some[head:]) for some in words]
    elif _says_something(words[0][len(words[0]) - tail :]):
        title = f"… {' '.join(words[0][len(words[0]) - tail :])}"
        rows = [" ".join(some[: len(some) - tail]) for some in words]
    else:
        title, rows = "", [thing.label for thing in things]
    return Gathered(Named(first, title, classes), tuple(zip(things, rows, strict=True)))


def _common(words: Sequence[Sequence[str]]) -> int:
    """How many words all begin with; each keeps one word of its own at least."""
    number = 0
    while all(len(some) > number + 1 and some[number] == words[0][number] for some in words):
        number += 1
    return number


def _says_something(words: Sequence[str]) -> bool:
    return any(word.casefold() not in _BARE for word in words)
