"""A web page: its article and what it says about itself. Nothing is loaded, followed or run."""

from lxml import etree

from kgraph.documents.article import article_text
from kgraph.documents.document import shown
from kgraph.documents.page_metadata import page_metadata
from kgraph.errors import BadInput, TooMuch

__all__ = ["read_page"]


def read_page(source: str, name: str) -> tuple[str, list[tuple[str, object]]]:
    """The article of a page, paragraph by paragraph, and its metadata as fields and values, the most trusted first.

    Args:
        source: the page's HTML.
        name: the document's name, for messages.

    Raises:
        BadInput: the page has no article text.
        TooMuch: it is nested deeper, or one piece of it is longer, than the parser's limits (256 levels, 10 MB).
    """
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(source.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        root = None
    # The parser stops at its limits and returns what it has: half an article would be worse than none.
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise TooMuch(f"{shown(name)} is nested too deeply or has too long a piece: save the article's text as .txt")
    if root is None or not (text := article_text(root)):
        raise BadInput(
            f"no article was found in {shown(name)} (a page that a script builds?): save the article's text as .txt"
        )
    return text, list(page_metadata(root))
