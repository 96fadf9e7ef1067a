"""RDF/XML, for older programs; all graphs in one.

https://www.w3.org/TR/rdf-syntax-grammar/. Own writer: Oxigraph's leaves its prefixes unsorted and loses carriage
returns. The format cannot hold every graph: a relation is an XML name, and XML has no control characters.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from kgraph.errors import BadInput
from kgraph.exports.comments import NOT_IN_XML, in_xml
from kgraph.terms import PREFIXES, Quad, Term, iri, is_iri, parts

__all__ = ["rdfxml"]

_INSTEAD = "choose turtle, ntriples or jsonld instead"
#: the end of an IRI that is an XML name for every parser
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*$", re.A)
#: names of RDF/XML itself, which cannot be relations in it (section 5.1 of the grammar)
_SYNTAX = frozenset(
    iri(f"rdf:{name}")
    for name in (
        *("RDF", "Description", "ID", "about", "parseType", "resource", "nodeID", "datatype", "li"),
        *("aboutEach", "aboutEachPrefix", "bagID"),
    )
)
_OURS = {namespace: prefix for prefix, namespace in PREFIXES.items()}


def rdfxml(quads: Iterable[Quad], header: Sequence[str] = ()) -> bytes:
    """The statements of all graphs as one RDF/XML file, with header lines as comments at the top.

    Raises:
        BadInput: a relation's IRI does not end in an XML name, or a text holds a character that XML cannot hold.
    """
    ordered = sorted({q[:3] for q in quads})
    relations = {predicate: _Relation(predicate) for predicate in sorted({p for _, p, _ in ordered})}
    used = {"rdf"} | {relation.prefix for relation in relations.values() if relation.namespace in _OURS}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', *in_xml(header), "<rdf:RDF"]
    lines += [f'  xmlns:{prefix}="{_escape(PREFIXES[prefix])}"' for prefix in sorted(used)]
    lines[-1] += ">"
    for subject, statements in groupby(ordered, key=lambda triple: triple[0]):
        lines.append(f"  <rdf:Description {_reference('about', subject)}>")
        lines += [f"    {relations[predicate].element(object_)}" for _, predicate, object_ in statements]
        lines.append("  </rdf:Description>")
    return "".join(f"{line}\n" for line in [*lines, "</rdf:RDF>"]).encode("utf-8")


class _Relation:
    """A predicate as an XML element. Other vocabularies than ours are declared where they are used."""

    def __init__(self, predicate: Term) -> None:
        text = predicate[1:-1]
        match = _LOCAL.search(text)
        if match is None or predicate in _SYNTAX:
            raise BadInput(f"RDF/XML cannot write the relation {predicate}: its end is no XML name; {_INSTEAD}")
        self.predicate = predicate
        self.namespace = text[: match.start()]
        self.prefix = _OURS.get(self.namespace, "x")
        self.name = f"{self.prefix}:{match[0]}"
        self.start = self.name
        if self.namespace not in _OURS:
            self.start += f' xmlns:x="{_escape(self.namespace)}"'

    def element(self, object_: Term) -> str:
        """The element that says it of one object."""
        if not object_.startswith('"'):
            return f"<{self.start} {_reference('resource', object_)}/>"
        text, language, datatype = parts(object_)
        if bad := NOT_IN_XML.search(text):
            raise BadInput(
                f"RDF/XML cannot hold the character U+{ord(bad[0]):04X}, which a value of {self.predicate} has at "
                f"position {bad.start()}; {_INSTEAD}"
            )
        about = f' xml:lang="{language}"' if language else f' rdf:datatype="{_escape(datatype)}"' if datatype else ""
        return f"<{self.start}{about}>{_escape(text)}</{self.name}>"


def _reference(kind: str, term: Term) -> str:
    if is_iri(term):
        return f'rdf:{kind}="{_escape(term[1:-1])}"'
    # a blank node: its label may begin with a digit, an XML name may not
    return f'rdf:nodeID="b{_escape(term.removeprefix("_:"))}"'


def _escape(text: str) -> str:
    """Text as XML content or between double quotes; a bare carriage return would come back as a line feed."""
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\r", "&#13;")):
        text = text.replace(character, entity)
    return text
