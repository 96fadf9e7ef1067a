"""Bodies, offices, laws and places by name: which one of those that are called so."""

import re
from functools import cache

from kgraph.extraction.identity.namesakes import without_titles
from kgraph.extraction.identity.setting import Setting, adjectives, is_publisher
from kgraph.extraction.lexicon import words
from kgraph.registry import Known

__all__ = ["Found", "bare", "named", "tells_country"]

#: what is found: the entity, or those that it may be
Found = tuple[str | None, tuple[str, ...]]

#: candidates that are shown at most
_SHOWN = 5
_NAMES = ("name", "short", "alias", "acronym", "demonym")


def named(text: str, kind: str, setting: Setting) -> Found:
    """The one thing of the registry that a text means by a name; else those that it may mean, if any.

    A name that does not say its country ("Supreme Court", "Labour Party", "Privacy Act") is taken only for that of the
    country that the text is about.
    """
    registry = setting.registry
    text = _plain(text)
    found = [c.known for c in registry.candidates(text, [kind], setting.day or None) if c.reason in _NAMES]
    called = registry.called(text)
    # a bill has the name of the act that it becomes later
    found += [
        k for k in called if k.kind == kind == "law" and k not in found and k.since[:4] <= str(_year(setting) + 2)
    ]
    found = [known for known in found if known in called] or found
    own = kind == "office" and _of_a_body(text, setting)
    local = {known.id: known for known in found if known.country and not own and _local(text, known)}
    if bare(text) or (kind == "office" and local):
        for country in sorted({setting.home, *setting.named} - {""}):
            local |= {known.id: known for known in setting.localized(text, kind, country)}
    if setting.international and text.lower() in words("chair"):
        return None, ()
    others = [known for known in found if known.id not in local]
    if local:
        fits = [id_ for id_, known in sorted(local.items()) if setting.sure(_owner(known))]
        if kind == "law" and not bare(text) and not setting.elsewhere(map(_owner, local.values())):
            fits = sorted(local)
    else:
        here = setting.choose(map(_owner, others)) if len(others) > 1 else [_owner(known) for known in others]
        fits = [known.id for known in others if _owner(known) in here]
    # what belongs to no country may be meant anywhere
    fits += sorted(k.id for k in others if _owner(k) == k.id and k.kind != "place" and k.id not in fits)
    if len(fits) == 1:
        return fits[0], ()
    spoken = [id_ for id_, known in sorted(local.items()) if setting.speaks_of(_owner(known))]
    return None, tuple(dict.fromkeys([*fits, *spoken]))[:_SHOWN]


def _year(setting: Setting) -> int:
    return int(setting.day[:4] or 0)


def _plain(text: str) -> str:
    """A name in the form that the registry has: `Congress` for "119th Congress", `et seq.` for a range of sections."""
    if match := re.fullmatch(r"(\d+ U\.S\.C\. \d+\w*)(?:[–-]\d+\w*| et seq\.?)", text):
        return f"{match[1]} et seq."
    return re.sub(r"^\d+(?:st|nd|rd|th) (?=Congress$|CONGRESS$)", "", text).replace("–", "-")


def _owner(known: Known) -> str:
    """The country that must be spoken of for a name to mean this; news publishers are named everywhere."""
    return known.id if not known.country or is_publisher(known) else known.country


def bare(text: str) -> bool:
    """Whether a name is one that every country may have."""
    return any(text.lower() in words(kind) for kind in ("local", "title", "generic"))


def _of_a_body(text: str, setting: Setting) -> bool:
    """Whether an office's name has a body's in it that only one country has: "White House press secretary"."""
    rest = without_titles(text).strip()
    bodies = [known for known in setting.registry.called(rest) if known.kind == "body"] if rest else []
    return len(bodies) == 1 and not bare(rest) and not _local(rest, bodies[0])


def _local(text: str, known: Known) -> bool:
    """Whether another country may have a thing of this name as well."""
    if tells_country(text):
        return False
    party = any(id_.startswith("partyfacts:") for id_ in known.ids)
    acronym = text.isupper() and text in known.names and text != known.short and not is_publisher(known)
    # "Department of Justice" of the "US Department of Justice"
    shortened = known.label != text and known.label.endswith(f" {text}") and tells_country(known.label)
    return known.kind in ("law", "office") or party or acronym or shortened or bare(text)


def tells_country(text: str) -> bool:
    """Whether a name says its country: "US Senate", "Supreme Court of Kenya"."""
    return _countries().search(text) is not None


@cache
def _countries() -> re.Pattern[str]:
    names = {*adjectives(), *(word for found in adjectives().values() for word in found)}
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)")
