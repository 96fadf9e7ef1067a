"""What a web page says about itself: JSON-LD (schema.org), then OpenGraph and other meta elements, then its markup."""

import html
import json
import re
from collections import deque
from collections.abc import Iterator

from lxml import etree

__all__ = ["page_metadata"]

# The names of meta elements (property, name or itemprop, lower case) for each field, the most trusted first.
_META = {
    "title": ("og:title", "dcterms.title", "dc.title", "citation_title", "twitter:title"),
    "publisher": ("og:site_name", "dcterms.publisher", "dc.publisher", "citation_publisher"),
    "date": (
        *("article:published_time", "og:article:published_time", "datepublished", "dcterms.issued", "dc.date.issued"),
        *("dcterms.date", "dc.date", "citation_publication_date", "parsely-pub-date", "pubdate", "date"),
    ),
    "author": ("author", "dcterms.creator", "dc.creator", "citation_author", "parsely-author", "article:author"),
    "address": ("og:url",),
    "language": ("og:locale", "dcterms.language", "dc.language"),
    "licence": ("dcterms.license", "dc.rights.license"),
}
# Where one node of JSON-LD holds others that speak of the page itself.
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage")


def page_metadata(root: etree._Element) -> Iterator[tuple[str, object]]:
    """Fields of `Metadata` and their values, the most trusted first; a value may be empty or not fit.

    The publisher is the one that the page names, the date the one of publication; neither is read out of the title, the
    address or the text.
    """
    yield from _linked_data(root)
    yield from _meta(root)
    yield from _markup(root)


def _linked_data(root: etree._Element) -> Iterator[tuple[str, object]]:
    nodes = list(_nodes(root))
    named = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    for article in [node for node in nodes if any(_is_article(kind) for kind in _each(node.get("@type")))]:
        yield "title", _text(article.get("headline")) or _text(article.get("name"))
        yield "publisher", next((_name(value, named) for value in _each(article.get("publisher"))), None)
        yield "date", article.get("datePublished")
        authors = dict.fromkeys(_name(value, named) for value in _each(article.get("author")))
        yield "author", ", ".join(author for author in authors if author)
        for key in ("url", "mainEntityOfPage", "@id"):
            yield "address", _address(article.get(key))
        yield "language", _named(article.get("inLanguage"), "alternateName")
        yield "licence", _address(article.get("license"))
        return


def _nodes(root: etree._Element) -> Iterator[dict[str, object]]:
    """The nodes of JSON-LD that stand at the top, in `@graph` or as main entities, in the order of the page."""
    for script in root.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        try:
            waiting = deque([json.loads(_bare(script.text or ""), strict=False)])
        except (ValueError, RecursionError):
            continue
        while waiting:
            node = waiting.popleft()
            if isinstance(node, list):
                waiting.extendleft(reversed(node))
            elif isinstance(node, dict):
                yield node
                waiting.extend(node[key] for key in _INSIDE if key in node)


def _bare(script: str) -> str:
    """The JSON of a script, without the comment or CDATA marks that some pages put around it."""
    return re.sub(
        r"\A\s*(?:/[/*]\s*)?(?:<!\[CDATA\[|<!--)(?:\s*\*/)?|(?:/[/*]\s*)?(?:\]\]>|-->)(?:\s*\*/)?\s*\Z", "", script
    )


def _is_article(kind: object) -> bool:
    """Whether a type is schema.org's Article or one below it."""
    name = re.split("[/#:]", kind)[-1] if isinstance(kind, str) else ""
    return name.endswith("Article") or name in ("BlogPosting", "LiveBlogPosting", "Report")


def _each(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: object) -> str:
    return html.unescape(value) if isinstance(value, str) else ""


def _name(value: object, named: dict[str, dict[str, object]]) -> str:
    """The name of a person or organization, given as itself or by the `@id` of another node."""
    if isinstance(value, dict):
        name = _text(value.get("name")) or _text(named.get(str(value.get("@id")), {}).get("name"))
    else:
        name = _text(value)
    return "" if re.match("https?:", name) else " ".join(name.split())


def _named(value: object, key: str) -> object:
    return value.get(key) if isinstance(value, dict) else value


def _address(value: object) -> object:
    return (value.get("@id") or value.get("url")) if isinstance(value, dict) else value


def _meta(root: etree._Element) -> Iterator[tuple[str, object]]:
    contents: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        contents.setdefault(name.strip().lower(), (element.get("content") or "").strip())
    for field, names in _META.items():
        for name in names:
            content = contents.get(name, "")
            # `article:author` is an address as often as a name.
            if not (field == "author" and re.match("https?:", content)):
                yield field, content


def _markup(root: etree._Element) -> Iterator[tuple[str, object]]:
    yield "language", root.get("lang")
    for element in root.iter("link", "a"):
        relations = (element.get("rel") or "").lower().split()
        if "canonical" in relations:
            yield "address", element.get("href")
        if "license" in relations:
            yield "licence", element.get("href")
        if "author" in relations and element.tag == "a":
            yield "author", _content(element)
    for element in root.iter("time"):
        if "datePublished" in (element.get("itemprop") or "").split():
            yield "date", element.get("datetime")
    headings = list(root.iter("h1"))
    if len(headings) == 1:
        yield "title", _content(headings[0])
    for element in root.iter("title"):
        yield "title", element.text


def _content(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))
