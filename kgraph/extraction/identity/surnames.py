"""Family names alone, of people whose full names the document does not give: "President Putin", "Merkel"."""

import re

from kgraph.extraction.identity.namesakes import agree, titles_in
from kgraph.extraction.identity.setting import Setting
from kgraph.extraction.identity.things import Found
from kgraph.extraction.lexicon import demonyms, words
from kgraph.registry import Holding, Known

__all__ = ["by_surname"]

#: people of one family name, at most, where a title alone makes a judge or a governor
_FEW = 3


def by_surname(name: str, before: str, setting: Setting) -> Found:
    """The one person of the registry that a family name with its title means on that day, or who it may be.

    Without a title only who leads a state or its government then, or sits in its senate, in a text that speaks of it.

    Args:
        name: one word, or a family name of several.
        before: the words of the line before it.
        setting: when and where.
    """
    registry = setting.registry
    known = [c.known for c in registry.candidates(name, ["person"], setting.day or None) if c.reason != "holder"]
    if not known or not setting.day:
        return None, ()
    lead = " ".join(re.split(r"[,;:!?”\"()]", before)[-1].split()[-5:])
    titles = titles_in(" ".join(lead.split()[-3:])) if before[-1:].isspace() else set()
    if re.search(r"\bstate (?:sen|rep)\b", lead.lower()):
        return None, ()
    places = {f"place:{demonyms()[w].lower().replace(' ', '-')}" for w in lead.split() if w in demonyms()}
    past = any(words("lead").get(w.lower().rstrip(".")) == "past" for w in re.findall(r"[\w-]+", lead))
    if not titles:
        return _alone(known, setting)
    now, past_ = set[str](), set[str]()
    for one in known:
        for held in registry.offices_of(one.id):
            if not _called(titles, _titles(held, setting)) or not _there(held, places, setting):
                continue
            if held.possible(setting.day):
                now.add(one.id)
            elif held.end and held.end <= setting.day:
                past_.add(one.id)
    found = sorted(past_ if past else now or past_)
    if all(_common(title) for title in titles) and registry.namesakes(name) > _FEW and len(now) != 1:
        return None, tuple(found[:5])
    return (found[0], ()) if len(found) == 1 else (None, tuple(found[:5]))


def _called(said: set[str], held: set[str]) -> bool:
    """Whether an office is one of these; a solicitor general is addressed as "General"."""
    return agree(said, held) or ("general" in said and any(title.endswith(" general") for title in held))


def _titles(held: Holding, setting: Setting) -> set[str]:
    office = setting.registry.get(held.office)
    return {title for name in office.names for title in titles_in(name)} if office else set()


def _there(held: Holding, places: set[str], setting: Setting) -> bool:
    """Whether the office is of the country that the words before say, or else of one that the text speaks of."""
    office = setting.registry.get(held.office)
    country = office.country if office else ""
    if places and country:
        return country in places
    return not country or country == setting.home or setting.named[country] > 0


def _common(title: str) -> bool:
    """A title that many hold whom the registry does not know."""
    return any(word in words(kind) for word in (title, title.split()[-1]) for kind in ("common", "vague"))


def _alone(known: list[Known], setting: Setting) -> Found:
    """Who is known by the family name alone: the only one of it in any office then, in one that news know by name."""
    registry = setting.registry
    public = {k.id: held for k in known if (held := registry.offices_of(k.id, setting.day))}
    if len(public) != 1:
        return None, ()
    ((person, held),) = public.items()
    well_known = any(
        h.certain(setting.day)
        and agree({*words("head"), "senator", "secretary of state"}, _titles(h, setting))
        and _there(h, set(), setting)
        for h in held
    )
    return (person, ()) if well_known else (None, ())
