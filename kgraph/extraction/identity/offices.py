"""Offices: whose "President" is, by the person beside it, the place before it, or the country of the text."""

import re

from kgraph.extraction.identity.minting import Mint
from kgraph.extraction.identity.namesakes import agree, roles, titles_in
from kgraph.extraction.identity.setting import Setting
from kgraph.extraction.identity.things import Found, bare, named
from kgraph.extraction.lexicon import demonyms, words
from kgraph.extraction.spans import Span

__all__ = ["office"]

_HEAD_ALONE = re.compile(r"(?i)(?:vice |prime |deputy |first |chief )*\w+(?: general)?")
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
    text = span.text
    place, title = _split(text)
    if place is None and owner is not None and owner.type == "Place":
        place = demonyms().get(owner.text, owner.text)
    if place is not None:
        return _of(span, title, place, setting, mint)
    found, others = named(text, "office", setting)
    held = _held(person, text, setting)
    if len(held) == 1 and (bare(text) or found in (None, held[0])):
        return held[0], ()
    if found or others:
        return (found, others) if not held or found in held or not bare(text) else (None, tuple(held[:5]))
    if bare(text) or (_HEAD_ALONE.fullmatch(text) and text.lower() in words("title")):
        return None, tuple(held[:5])
    return mint(span, re.sub(r"(?i)\bof the\b", "of", text), text), ()


def _split(text: str) -> tuple[str | None, str]:
    """The place that an office's name begins with, and the rest."""
    for length in (2, 1):
        parts = text.split()
        first = " ".join(parts[:length])
        if len(parts) > length and first in demonyms():
            return demonyms()[first], " ".join(parts[length:])
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


def _held(person: str | None, text: str, setting: Setting) -> list[str]:
    """The offices of a person that a title fits: those held on the day, else those held before."""
    if person is None:
        return []
    said, registry = titles_in(text), setting.registry
    past = [h for h in registry.offices_of(person) if h.start <= setting.day]
    for held in ([h for h in past if h.possible(setting.day)], past):
        titles = {h.office: roles((h,), registry) for h in held}
        exactly = sorted(office for office, own in titles.items() if own & said)
        if fits := exactly or sorted(office for office, own in titles.items() if agree(said, own)):
            return fits
    return []
