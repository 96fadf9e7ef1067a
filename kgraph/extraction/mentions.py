"""The mentions of a document: what each step finds, settled paragraph by paragraph."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kgraph.extraction.bills import members, own_names
from kgraph.extraction.fixed import by_pattern
from kgraph.extraction.language import Paragraph
from kgraph.extraction.lists import alike
from kgraph.extraction.names import by_model, by_registry
from kgraph.extraction.nominals import nominals
from kgraph.extraction.offices import offices
from kgraph.extraction.people import namesakes, speaking, surnames, titled
from kgraph.extraction.repeats import defined, repeats
from kgraph.extraction.spans import KIND_OF_CLASS, Span, settle
from kgraph.registry import Registry

__all__ = ["mentions"]

#: an act that is still a bill
_CALLED = re.compile(
    r"\b(?:bill|legislation|measure),? (?:(?:is |was )?(?:known as|called|titled|entitled|dubbed|named)|the) "
    r"(?:the )?[“\"‘]?"
    r"(?P<name>[A-Z][\w’'-]*(?: (?:(?:of|and|for|on|to|in|the|against) ){0,2}[A-Z][\w’'-]*){0,9} Act)\b"
)
_ARTICLE = re.compile(r"[Aa]rticles? \d")
#: what "Article 41" may be of: the last that was named
_WITH_ARTICLES = ("Agreement", "ConstitutionalProvision", "Regulation")
#: nouns that a law is called by when it is named and when it is not
_LAWS = {
    *("act", "agreement", "bill", "code", "decision", "decree", "directive", "law", "order", "ordinance"),
    *("proclamation", "protocol", "regulation", "resolution", "treaty"),
}


def mentions(paragraphs: list[Paragraph], registry: Registry) -> list[Span]:
    """All mentions, in the order of the text.

    Args:
        paragraphs: the document, parsed.
        registry: names that are known.
    """
    named = [_named(p, own, registry) for p, own in zip(paragraphs, own_names(paragraphs), strict=True)]
    named = [alike(paragraph, spans) for paragraph, spans in zip(paragraphs, named, strict=True)]
    again: list[list[Span]] = [[] for _ in paragraphs]
    for number, span in repeats(paragraphs, named):
        again[number].append(span)
    named = [settle([*spans, *more]) if more else spans for spans, more in zip(named, again, strict=True)]
    people = {span.text for spans in named for span in spans if span.type == "Person" and " " in span.text}
    last = {name.split()[-1] for name in people if len(name.split()[-1]) > 2}
    found: list[Span] = []
    for paragraph, spans in zip(paragraphs, named, strict=True):
        here = settle([*spans, *surnames(paragraph, last, spans)])
        found += settle([*here, *offices(paragraph, here), *nominals(paragraph, here)])
    bills = {match["name"] for paragraph in paragraphs for match in _CALLED.finditer(paragraph.text)}
    shorts = {short for p in paragraphs for name, short in defined(p.text) if name in bills}
    return list(_of_their_kind(found, bills | shorts))


def _of_their_kind(spans: list[Span], bills: set[str]) -> Iterator[Span]:
    """Bare nouns for laws with the class of the last one that was named so: after Resolution 12, "the resolution"."""
    named: dict[str, str] = {}
    article = "LegalAuthority"
    pending = any(span.type == "Bill" for span in spans)
    for span in spans:
        last = span.text.split()[-1].lower()
        if KIND_OF_CLASS.get(span.type) == "law":
            if span.text in bills or (last == "legislation" and pending):
                span = replace(span, type="Bill")
            elif span.form == "name" and _ARTICLE.match(span.text) and span.type == "LegalAuthority":
                span = replace(span, type=article)
            elif span.form == "name":
                named |= {word: span.type for word in re.findall(r"[a-z]+", span.text.lower()) if word in _LAWS}
                article = span.type if span.type in _WITH_ARTICLES else article
            elif last in named and named[last] != span.type:
                span = replace(span, type=named[last])
        yield span


def _named(paragraph: Paragraph, own: list[Span], registry: Registry) -> list[Span]:
    people = [*members(paragraph), *titled(paragraph), *speaking(paragraph)]
    # "Ms. Warren" is nobody's town
    titles = {(span.start, span.end) for span in people}
    known = [s for s in by_registry(paragraph, registry) if s.type == "Person" or (s.start, s.end) not in titles]
    return settle([*own, *known, *by_pattern(paragraph), *people, *namesakes(paragraph), *by_model(paragraph)])
