"""From what a person types to the one thing it means: `boasberg` → `person:james-boasberg`.

Never a silent guess: several that fit equally well, or none, are an error that shows what may have been meant.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from kgraph.claims.model import Named
from kgraph.errors import Unknown
from kgraph.registry import Registry
from kgraph.terms import kind_of, name

__all__ = ["lookup"]

#: ratio (0 to 100, rapidfuzz WRatio) from which a name counts as near
_NEAR = 70


def lookup(entities: Sequence[Named], text: str, registry: Registry | None = None, kinds: Iterable[str] = ()) -> Named:
    """The thing of a graph that a text means.

    In this order, and the first that gives one answer counts: its name (`person:tom-homan`), its label, another name
    of the registry, all words of the text among the words of one of its names.

    Args:
        entities: what the graph names, as `Claims.entities` gives it.
        kinds: only things of these kinds (`person`, `law` …); empty means any.

    Raises:
        Unknown: nothing, or more than one thing, fits; `nearest` holds what may have been meant.
    """
    wanted = set(kinds)
    pool = [entity for entity in entities if not wanted or kind_of(entity.term) in wanted]
    called = {entity: _names(entity, registry) for entity in pool}
    typed = _plain(text)
    words = set(typed.split())
    for fits in (
        [e for e in pool if text in (name(e.term), e.term[1:-1], e.term)],
        [e for e in pool if typed and typed == _plain(e.label)],
        [e for e, names in called.items() if typed and typed in names],
        [e for e, names in called.items() if words and any(words <= set(n.split()) for n in names)],
    ):
        people = [e for e in fits if kind_of(e.term) == "person"]
        # "boasberg" is the judge, not his order, unless two people share the name
        if len(fits) > 1 and len(people) == 1 and words <= set(_plain(people[0].label).split()):
            return people[0]
        if len(fits) == 1:
            return fits[0]
        if fits:
            names = tuple(name(e.term) for e in fits[:8])
            raise Unknown(f"{text!r} may be any of: " + "; ".join(_shown(e) for e in fits[:8]) + ". Name one", names)
    near = process.extract(
        typed,
        [(n, e) for e, names in called.items() for n in names],
        processor=lambda c: c[0] if isinstance(c, tuple) else c,
        scorer=fuzz.WRatio,
        score_cutoff=_NEAR,
        limit=20,
    )
    meant = list(dict.fromkeys(candidate[1] for candidate, _, _ in near))[:3]
    hint = "; did you mean " + " or ".join(_shown(e) for e in meant) + "?" if meant else ""
    raise Unknown(f"nothing here is called {text!r}{hint}", tuple(name(e.term) for e in meant))


def _shown(entity: Named) -> str:
    return f"{name(entity.term)} ({entity.label})"


def _plain(text: str) -> str:
    """Lower case, without accents, punctuation and possessives, so that spelling habits do not matter."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"'s\b|’s\b", "", folded)))


def _names(entity: Named, registry: Registry | None) -> tuple[str, ...]:
    """Everything the thing is called, plain; the last part of its name too (`tom homan`)."""
    known = registry.get(name(entity.term)) if registry else None
    slug = name(entity.term).partition(":")[2].replace("-", " ")
    return tuple(dict.fromkeys(_plain(n) for n in (entity.label, slug, *(known.names if known else ())) if n))
