"""Offices: whose "President" is, by the person beside it, the place before it, or the country of the text."""

import re

from kgraph.extraction.identity.minting import Mint
from kgraph.extraction.identity.namesakes import agree, roles, titles_in
from kgraph.extraction.identity.setting import Setting, adjectives
from kgraph.extraction.identity.things import Found, bare, named
from kgraph.extraction.lexicon import demonyms, words
from kgraph.extraction.spans import Span
from kgraph.registry import Registry

__all__ = ["office"]

_HEAD_ALONE = re.compile(r"(?i)(?:vice |prime |deputy |first |chief )*\w+(?: general)?")
_WORD = re.compile(r"[^\W\d_]+")
_SPELT = {"defense": "defence", "u": "us", "s": "us"}
_UNITED = ("united states", "us", "u.s.")


def office(span: Span, person: str | None, owner: Span | None, setting: Setting, mint: Mint) -> Found:
    """An office by its title and the place or body it belongs to; a bare title that nothing tells apart stays open.

    Args:
        span: the mention.
        person: who stands beside it, if the registry knows them.
        owner: the place whose possessive stands before it.
        setting: when and where.
        mint: makes what the registry does not have.
    """
    found, others = _office(span, person, owner, setting, mint)
    if found and person and _somebody_elses(found, person, setting):
        return None, ()
    return found, others


def _office(span: Span, person: str | None, owner: Span | None, setting: Setting, mint: Mint) -> Found:
    text = span.text
    place, title = _split(text)
    if place is None and owner is not None and owner.type == "Place":
        place = demonyms().get(owner.text, owner.text)
    if place is not None:
        return _of(span, title, place, setting, mint)
    if (state := _of_state(text, setting)) is not None:
        return state
    found, others = named(text, "office", setting)
    held = _held(person, text, setting)
    if len(held) == 1 and (bare(text) or found in (None, held[0])):
        return held[0], ()
    if found or others:
        return (found, others) if not held or found in held or not bare(text) else (None, tuple(held[:5]))
    if bare(text) or (_HEAD_ALONE.fullmatch(text) and text.lower() in words("title")):
        return None, tuple(held[:5])
    return mint(span, re.sub(r"(?i)\bof the\b", "of", text), text), ()


def _of_state(text: str, setting: Setting) -> Found | None:
    """An office with its state before it: "Florida Rep.", "New Jersey Governor"."""
    for length in (2, 1):
        parts = text.split()
        first, title = " ".join(parts[:length]), " ".join(parts[length:])
        known = [k for k in setting.registry.called(first) if k.kind == "place" and k.country] if title else []
        if len(known) != 1 or not titles_in(title):
            continue
        full = " ".join(words("short-title").get(w.lower().rstrip("."), w) for w in title.split())
        own = setting.localized(full, "office", known[0].id)
        if len(own) == 1:
            return own[0].id, ()
        whole = [k.id for k in setting.registry.called(title) if k.kind == "office" and k.country == known[0].country]
        return (whole[0], ()) if len(whole) == 1 else None
    return None


def _split(text: str) -> tuple[str | None, str]:
    """The place that an office's name begins with, and the rest."""
    for length in (2, 1):
        parts = text.split()
        first = " ".join(parts[:length])
        if len(parts) > length and (first in demonyms() or first in adjectives()):
            return demonyms().get(first, first), " ".join(parts[length:])
    return None, text


def _of(span: Span, title: str, place: str, setting: Setting, mint: Mint) -> Found:
    united = place.lower() in _UNITED
    name = f"us {title}" if united else f"{title} of {place}"
    label = f"{'US ' if united else ''}{title[0].upper()}{title[1:]}{'' if united else f' of {place}'}"
    for other in (span.text, label, name, f"{title} of the {place}"):
        found, others = named(other, "office", setting)
        if found or others:
            return found, others
    return mint(span, name, label), ()


def _somebody_elses(office: str, person: str, setting: Setting) -> bool:
    """Whether the registry knows for certain that others hold the office then, and this person never did."""
    registry = setting.registry
    if any(held.office == office for held in registry.offices_of(person)):
        return False
    return any(held.certain(setting.day) for held in registry.holder(office, setting.day))


def _all_said(text: str, office: str, registry: Registry) -> bool:
    """Whether all words of a title are words of one of the office's names."""
    known = registry.get(office)
    said = {_SPELT.get(word := words("short-title").get(w, w), word) for w in _WORD.findall(text.lower())}
    return known is not None and any(
        said <= {_SPELT.get(w, w) for w in _WORD.findall(name.lower())} for name in known.names
    )


def _held(person: str | None, text: str, setting: Setting) -> list[str]:
    """The offices of a person that a title fits: those held on the day, else those held before."""
    if person is None:
        return []
    said, registry = titles_in(text), setting.registry
    past = [h for h in registry.offices_of(person) if h.start <= setting.day and _all_said(text, h.office, registry)]
    for held in ([h for h in past if h.possible(setting.day)], past):
        titles = {h.office: roles((h,), registry) for h in held}
        exactly = sorted(office for office, own in titles.items() if own & said)
        if fits := exactly or sorted(office for office, own in titles.items() if agree(said, own)):
            return fits
    return []
