"""What the things in some dossiers are called and what they are: the registry first, then the dossiers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kgraph.dossier import Dossier, Where
from kgraph.ontology import Ontology
from kgraph.registry import Registry
from kgraph.terms import Term, iri, kind_of

__all__ = ["Clash", "Thing", "things"]


@dataclass(frozen=True)
class Thing:
    """An entity in use."""

    #: its name, such as `person:tom-homan`
    id: str
    label: str
    #: language of the label
    language: str
    #: its most specific class, as a term
    class_: Term
    #: what other dossiers call it, with their language
    other_labels: tuple[tuple[str, str], ...] = ()
    #: confirmed addresses in other databases, as names or IRIs
    same_as: tuple[str, ...] = ()
    anonymous: bool = False


@dataclass(frozen=True)
class Clash:
    """Two places that give one entity classes of which neither includes the other."""

    dossier: Dossier
    where: Where
    message: str


def things(
    dossiers: Iterable[Dossier], registry: Registry, ontology: Ontology
) -> tuple[Mapping[str, Thing], list[Clash]]:
    """Every entity that the dossiers list, by name, and where they disagree about what it is.

    Args:
        dossiers: in order, the earliest first: its label wins.
    """
    labels: dict[str, dict[str, str]] = {}
    classes: dict[str, Term] = {}
    same_as: dict[str, set[str]] = {}
    anonymous: set[str] = set()
    clashes: list[Clash] = []

    def narrow(id_: str, class_: Term) -> bool:
        """Keep the more specific class; False if neither includes the other."""
        known = classes.setdefault(id_, class_)
        if class_ in ontology.superclasses(known):
            return True
        if known in ontology.superclasses(class_):
            classes[id_] = class_
            return True
        return False

    for dossier in dossiers:
        for number, entity in enumerate(dossier.entities):
            known = registry.get(entity.id)
            if known is not None:
                labels.setdefault(entity.id, {}).setdefault(known.label, "en")
                narrow(entity.id, iri(f"kg:{known.class_}"))
                same_as.setdefault(entity.id, set()).update(known.same_as)
            if entity.label:
                labels.setdefault(entity.id, {}).setdefault(entity.label, dossier.document.language)
            if entity.class_ and not narrow(entity.id, iri(f"kg:{entity.class_}")):
                clashes.append(
                    Clash(
                        dossier,
                        ("entities", number, "class"),
                        f"{entity.id} is a {entity.class_} here and a {_word(classes[entity.id], ontology)} elsewhere; "
                        "neither includes the other: correct one, or give this thing a name of its own",
                    )
                )
            same_as.setdefault(entity.id, set()).update(entity.same_as)
            if entity.anonymous:
                anonymous.add(entity.id)
    found = {}
    for id_, called in labels.items():
        (label, language), *others = called.items()
        kind = kind_of(iri(id_))
        found[id_] = Thing(
            id=id_,
            label=label,
            language=language,
            class_=classes.get(id_) or (ontology.class_of_kind(kind) if kind else iri("kg:Topic")),
            other_labels=tuple(sorted(others)),
            same_as=tuple(sorted(same_as.get(id_, ()))),
            anonymous=id_ in anonymous,
        )
    return found, clashes


def _word(class_: Term, ontology: Ontology) -> str:
    return ontology.class_labels.get(class_, class_)
