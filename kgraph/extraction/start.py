"""The dossier of a document that nobody has read yet."""

from kgraph.documents import Document as Text
from kgraph.documents import require
from kgraph.dossier import Document, Dossier, Entity
from kgraph.errors import Unknown
from kgraph.registry import Registry
from kgraph.terms import slug

__all__ = ["publisher_entity", "start"]


def publisher_entity(given: str, registry: Registry) -> Entity:
    """The publisher that a person names: one of the registry, or a new institution with a minted name.

    Raises:
        Unknown: several of the registry are called so, or `given` is a `body:` name that is not there.
    """
    if given.startswith("body:"):
        if registry.get(given) is None:
            raise Unknown(f"{given} is not in the registry; give the publisher's name in words to add it")
        return Entity(id=given)
    bodies = [known for known in registry.called(given) if known.id.startswith("body:")]
    if len(bodies) > 1:
        names = tuple(known.id for known in bodies)
        raise Unknown(f"--publisher {given!r} may be any of: {', '.join(names)}; give one of these", names)
    if bodies:
        return Entity(id=bodies[0].id)
    return Entity.model_validate({"id": f"body:{slug(given)}", "label": given, "class": "Institution"})


def start(text: Text, registry: Registry, *, keep_words: bool = False) -> Dossier:
    """A dossier that holds the document and its publisher, and no claim yet.

    Args:
        text: the document; it must know its publisher and date.
        registry: where the publisher is looked up.
        keep_words: whether its words may be passed on; otherwise passages will carry digests.

    Raises:
        BadInput: publisher or date is missing; the message names the options that give them.
        Unknown: as `publisher_entity`.
    """
    require(text)
    publisher = publisher_entity(text.publisher or "", registry)
    return Dossier(
        document=Document(
            sha256=text.raw_sha256,
            title=text.title or text.name,
            publisher=publisher.id,
            date=text.date or "",
            author=text.author,
            address=text.address,
            licence=text.licence,
            words="kept" if keep_words else "withheld",
            repair=text.repair_version,
            file=text.name if text.name != "-" else None,
            format=text.format,
            language=(text.language or "en")[:2],
            extent=len(text.text),
        ),
        entities=[publisher],
    )
