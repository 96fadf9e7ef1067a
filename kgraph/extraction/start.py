"""The dossier of a document that nobody has read yet."""

import re
import unicodedata

from pydantic import ValidationError

from kgraph.documents import Document as Text
from kgraph.documents import require
from kgraph.dossier import Document, Dossier, Entity
from kgraph.errors import BadInput, Unknown
from kgraph.registry import Known, Registry
from kgraph.terms import KINDS, slug

__all__ = ["publisher_entity", "start"]

_BODY = re.compile(r"body:[a-z0-9]+(-[a-z0-9]+)*")
#: what a dossier may hold as the name of a file
_FILE_NAME = re.compile("[^/\\\\\x00-\x1f\x7f-\x9f\ud800-\udfff]+")


def publisher_entity(given: str, registry: Registry) -> Entity:
    """The publisher that a person names: one of the registry, or a new institution with a minted name.

    Args:
        given: a name in words, `body:…` of the registry, or `body:…=` and the name of one that is not there.
        registry: where it is looked up.

    Raises:
        BadInput: no name can be minted from it, or `body:…=` is not written so.
        Unknown: it may be several of the registry, is another one there, or is a `body:…` that is not there.
    """
    if given.startswith("body:"):
        return _by_id(given, registry)
    if given.partition(":")[0] in KINDS:
        raise BadInput(f"--publisher {given!r}: a publisher is a body; give body:… or its name in words")
    bodies = [known for known in registry.called(given) if known.id.startswith("body:")]
    if len(bodies) > 1:
        names = tuple(known.id for known in bodies)
        raise Unknown(f"--publisher {given!r} may be any of: {', '.join(names)}; give one of these", names)
    if bodies:
        return Entity(id=bodies[0].id)
    if _letters_lost(given) or not any(c.isalnum() for c in given):
        raise BadInput(
            f"--publisher {given!r}: no name can be made of all its letters; give one in Latin letters before it, "
            f'such as --publisher "body:some-name={given}"'
        )
    minted = f"body:{slug(given)}"
    if (other := registry.get(minted)) is not None:
        raise _taken(given, given, other)
    return _new(minted, given)


def _by_id(given: str, registry: Registry) -> Entity:
    id_, equals, label = (part.strip() for part in given.partition("="))
    known = registry.get(id_)
    if not equals:
        if known is None and _BODY.fullmatch(id_):
            raise Unknown(
                f"{id_} is not in the registry; give its name too to add it, such as "
                f'--publisher "{id_}=The Gazette", or its name alone'
            )
        if known is not None:
            return Entity(id=id_)
    if not _BODY.fullmatch(id_) or not label:
        raise BadInput(f'--publisher {given!r}: write it such as "body:xinhua=Xinhua": small letters, digits, hyphens')
    if known is None:
        return _new(id_, label)
    if label.casefold() not in (name.casefold() for name in known.names):
        raise _taken(given, label, known)
    return Entity(id=id_)


def _new(id_: str, label: str) -> Entity:
    return Entity.model_validate({"id": id_, "label": label, "class": "Institution"})


def _taken(given: str, label: str, other: Known) -> Unknown:
    return Unknown(
        f"--publisher {given!r}: {other.id} is “{other.label}” in the registry; give --publisher {other.id} if it is "
        f'meant, else a name of its own, such as --publisher "body:some-name={label}"',
        (other.id,),
    )


def _letters_lost(label: str) -> bool:
    """Whether a minted name would leave out letters or digits, and so might be somebody else's."""
    return any(c.isalnum() and not c.isascii() for c in unicodedata.normalize("NFKD", label))


def start(text: Text, registry: Registry, *, keep_words: bool = False) -> Dossier:
    """A dossier that holds the document and its publisher, and no claim yet.

    Args:
        text: the document; it must know its publisher and date.
        registry: where the publisher is looked up.
        keep_words: whether its words may be passed on; otherwise passages will carry digests.

    Raises:
        BadInput: publisher or date is missing, or something cannot stand in a dossier; the message names the option.
        Unknown: as `publisher_entity`.
    """
    require(text)
    language = (text.language or "en").split("-")[0].lower()
    if not re.fullmatch("[a-z]{2,3}", language):
        raise BadInput(f"the language {text.language!r} is not a code of two or three letters; give --language en")
    try:
        publisher = publisher_entity(text.publisher or "", registry)
        return Dossier(
            document=Document(
                sha256=text.raw_sha256,
                title=text.title or text.name.encode("utf-8", "replace").decode("utf-8"),
                publisher=publisher.id,
                date=text.date or "",
                author=text.author,
                address=text.address,
                licence=text.licence,
                words="kept" if keep_words else "withheld",
                repair=text.repair_version,
                # it is found by its hash where its name cannot be written
                file=text.name if text.name != "-" and _FILE_NAME.fullmatch(text.name) else None,
                format=text.format,
                language=language,
                extent=len(text.text),
            ),
            entities=[publisher],
        )
    except ValidationError as error:
        problem = error.errors(include_url=False, include_input=False)[0]
        field = str(problem["loc"][-1]) if problem["loc"] else "document"
        raise BadInput(
            f"the {field} of {text.name!r} cannot stand in a dossier: {problem['msg']}; give --{field}"
        ) from None
