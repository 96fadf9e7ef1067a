"""Answers in the formats that other programs read.

SPARQL 1.1 Query Results JSON, XML, CSV and TSV (https://www.w3.org/TR/sparql11-results-json/, …/rdf-sparql-XMLres/,
…/sparql11-results-csv-tsv/), and N-Triples for graphs. Triple terms and directions are as in the drafts of 1.2.
"""

import json
import re
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from kgraph.errors import BadQuery
from kgraph.questions.table import Table
from kgraph.store.conversion import EngineTerm, engine_term, term_of
from kgraph.terms import PREFIXES, Term

__all__ = ["MEDIA_TYPES", "to_csv", "to_json", "to_ntriples", "to_tsv", "to_xml"]

#: Format to its media type, as registered with IANA.
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/sparql-results+json",
    "ntriples": "application/n-triples",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "xml": "application/sparql-results+xml",
}

_XSD = PREFIXES["xsd"]
_STRING = f"{_XSD}string"
_LANGUAGE = {f"{PREFIXES['rdf']}langString", f"{PREFIXES['rdf']}dirLangString"}
#: how Turtle writes numbers without quotes (https://www.w3.org/TR/turtle/#abbrev)
_BARE = {
    f"{_XSD}integer": re.compile(r"[+-]?[0-9]+"),
    f"{_XSD}decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    f"{_XSD}double": re.compile(r"[+-]?([0-9]+\.[0-9]*|\.?[0-9]+)[eE][+-]?[0-9]+"),
    f"{_XSD}boolean": re.compile(r"true|false"),
}
_TO_QUOTE = re.compile(r'[",\r\n]')
#: what spreadsheet programs take for the start of a formula, full-width forms included, even after blanks
#: (https://owasp.org/www-community/attacks/CSV_Injection)
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_ITS = 'xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0"'
#: what XML 1.0 cannot hold at all
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_json(table: Table, *, everything: bool = False) -> str:
    """The answer as SPARQL results JSON, with a line feed at its end.

    Args:
        everything: hidden columns too: the addresses of things, and parameters.

    Raises:
        BadQuery: the answer is a graph.
    """
    table = _rows(table, "JSON", everything)
    if table.kind == "boolean":
        return _dump({"head": {}, "boolean": table.boolean})
    variables = [column.variable for column in table.columns]
    bindings = [
        {v: _json(engine_term(term)) for v, term in zip(variables, row, strict=True) if term is not None}
        for row in table.rows
    ]
    return _dump({"head": {"vars": variables}, "results": {"bindings": bindings}})


def to_csv(table: Table, *, everything: bool = False, excel_safe: bool = False) -> str:
    """The answer as SPARQL results CSV: plain values, lines that end in CR LF (RFC 4180).

    Args:
        everything: hidden columns too.
        excel_safe: begin every cell that a spreadsheet program would take for a formula with `'`, and the text with a
            byte order mark, without which Excel does not read it as UTF-8.

    Raises:
        BadQuery: the answer is a graph.
    """
    table = _rows(table, "CSV", everything)

    def cell(text: str) -> str:
        if excel_safe and _FORMULA.match(text):
            text = f"'{text}"
        return '"' + text.replace('"', '""') + '"' if _TO_QUOTE.search(text) else text

    if table.kind == "boolean":
        return f"{str(table.boolean).lower()}\r\n"
    lines = [",".join(cell(column.variable) for column in table.columns)]
    lines += [",".join("" if term is None else cell(_plain(engine_term(term))) for term in row) for row in table.rows]
    return ("\ufeff" if excel_safe else "") + "".join(f"{line}\r\n" for line in lines)


def to_tsv(table: Table, *, everything: bool = False) -> str:
    """The answer as SPARQL results TSV: terms as in Turtle, numbers without quotes.

    Args:
        everything: hidden columns too.

    Raises:
        BadQuery: the answer is a graph.
    """
    table = _rows(table, "TSV", everything)
    if table.kind == "boolean":
        return f"{str(table.boolean).lower()}\n"
    lines = ["\t".join(f"?{column.variable}" for column in table.columns)]
    lines += ["\t".join("" if term is None else _turtle(engine_term(term)) for term in row) for row in table.rows]
    return "".join(f"{line}\n" for line in lines)


def to_xml(table: Table, *, everything: bool = False) -> str:
    """The answer as SPARQL results XML. Control characters, which XML cannot hold, become U+FFFD.

    Args:
        everything: hidden columns too.

    Raises:
        BadQuery: the answer is a graph.
    """
    table = _rows(table, "XML", everything)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<sparql xmlns="http://www.w3.org/2005/sparql-results#">']
    if table.kind == "boolean":
        lines += ["  <head/>", f"  <boolean>{str(table.boolean).lower()}</boolean>"]
    else:
        lines += ["  <head>", *(f"    <variable name={quoteattr(c.variable)}/>" for c in table.columns), "  </head>"]
        lines.append("  <results>")
        for row in table.rows:
            lines.append("    <result>")
            lines += [
                f"      <binding name={quoteattr(column.variable)}>{_xml(engine_term(term))}</binding>"
                for column, term in zip(table.columns, row, strict=True)
                if term is not None
            ]
            lines.append("    </result>")
        lines.append("  </results>")
    return "".join(f"{line}\n" for line in [*lines, "</sparql>"])


def to_ntriples(table: Table) -> str:
    """The triples of a graph, one a line, sorted.

    Raises:
        BadQuery: the answer is not a graph.
    """
    if table.kind != "graph":
        raise BadQuery(
            "only a query that makes a graph (CONSTRUCT, DESCRIBE) gives triples: take JSON, CSV, TSV or XML"
        )
    return "".join(sorted({f"{' '.join(term or '' for term in row)} .\n" for row in table.rows}))


def _rows(table: Table, format_: str, everything: bool) -> Table:
    if table.kind == "graph":
        raise BadQuery(f"a query that makes a graph has no rows for {format_}: leave the format out, or SELECT columns")
    return table if everything else table.visible


def _dump(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _datatype(term: ox.Literal) -> str | None:
    """The datatype, where it must be written."""
    datatype = term.datatype.value
    return None if term.language or datatype == _STRING or datatype in _LANGUAGE else datatype


def _json(term: EngineTerm) -> dict[str, Any]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json(part) for name, part in parts.items()}}
    found = {"type": "literal", "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
        if term.direction:
            found["its:dir"] = term.direction.value
    elif datatype := _datatype(term):
        found["datatype"] = datatype
    return found


def _plain(term: EngineTerm) -> str:
    if isinstance(term, ox.Triple):
        return term_of(term)
    return f"_:{term.value}" if isinstance(term, ox.BlankNode) else term.value


def _turtle(term: EngineTerm) -> Term:
    if isinstance(term, ox.Literal) and (bare := _BARE.get(term.datatype.value)) and bare.fullmatch(term.value):
        return term.value
    return term_of(term)


def _xml(term: EngineTerm) -> str:
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return f"<triple>{''.join(f'<{name}>{_xml(part)}</{name}>' for name, part in parts.items())}</triple>"
    text = escape(_NOT_XML.sub("\ufffd", term.value), {"\r": "&#13;"})
    if isinstance(term, ox.NamedNode):
        return f"<uri>{text}</uri>"
    if isinstance(term, ox.BlankNode):
        return f"<bnode>{text}</bnode>"
    if term.language:
        its = f' its:dir="{term.direction.value}" {_ITS}' if term.direction else ""
        return f'<literal xml:lang="{term.language}"{its}>{text}</literal>'
    datatype = _datatype(term)
    return f"<literal datatype={quoteattr(datatype)}>{text}</literal>" if datatype else f"<literal>{text}</literal>"
