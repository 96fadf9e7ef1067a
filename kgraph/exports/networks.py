"""GraphML and GEXF, for Gephi, Cytoscape, yEd, igraph: things as nodes, claims between them as edges.

Every edge carries who says it, with which stance and in which words. Claims about values are in the table, not here.
"""

import io
from collections.abc import Sequence

import networkx as nx
from lxml import etree

from kgraph.claims import Claims
from kgraph.exports.comments import NOT_IN_XML, in_xml
from kgraph.network import network

__all__ = ["gexf", "graphml"]

#: between the speakers, stances and words of one edge, which these formats can only hold as one text
_BETWEEN = " | "


def graphml(claims: Claims, header: Sequence[str] = (), *, facts_only: bool = False) -> bytes:
    """The network as GraphML (http://graphml.graphdrawing.org), with header lines as comments at the top.

    Characters that XML cannot hold become U+FFFD.
    """
    graph = _plain(claims, facts_only=facts_only)
    for _, _, key, data in graph.edges(keys=True, data=True):
        data["claim_id"] = key
    file = io.BytesIO()
    nx.write_graphml_xml(graph, file)
    declaration, rest = file.getvalue().split(b"\n", 1)
    return b"".join([declaration, b"\n", *(f"{line}\n".encode() for line in in_xml(header)), rest, b"\n"])


def gexf(claims: Claims, header: Sequence[str] = (), *, facts_only: bool = False) -> bytes:
    """The network as GEXF 1.2 (https://gexf.net), with the header as its description.

    Characters that XML cannot hold become U+FFFD.
    """
    graph = _plain(claims, facts_only=facts_only)
    for _, _, key, data in graph.edges(keys=True, data=True):
        data["id"] = key
    file = io.BytesIO()
    nx.write_gexf(graph, file)
    root = etree.fromstring(file.getvalue(), etree.XMLParser(huge_tree=True))
    # networkx writes its version and the day, and both would change the bytes of an unchanged graph
    for meta in root.iterfind("{*}meta"):
        meta.clear()
        etree.SubElement(meta, f"{{{root.nsmap[None]}}}creator").text = "kgraph"
        if header:
            etree.SubElement(meta, f"{{{root.nsmap[None]}}}description").text = _text("\n".join(header))
    for attribute in root.iterfind(".//{*}attribute[@title='networkx_key']"):
        attribute.set("title", "claim_id")
    etree.indent(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


def _plain(claims: Claims, *, facts_only: bool) -> "nx.MultiDiGraph[str]":
    """The network with nothing on it but text and truth values, which both formats can hold."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    typed = network(claims, facts_only=facts_only)
    for node, data in typed.nodes(data=True):
        graph.add_node(_text(node), **{key: _text(value) for key, value in data.items()})
    for source, target, key, data in typed.edges(keys=True, data=True):
        graph.add_edge(
            _text(source),
            _text(target),
            key=_text(key),
            label=_text(data["label"]),
            relation=_text(data["relation"]),
            claim=_text(data["claim"].label),
            status=data["status"],
            fact=data["fact"],
            unreviewed=data["claim"].unreviewed,
            modality=_text(data["modality"]),
            bound=_text(data["bound"]),
            **{several: _text(_BETWEEN.join(data[several])) for several in ("speakers", "stances", "words")},
        )
    return graph


def _text(text: str) -> str:
    return NOT_IN_XML.sub("�", text.replace("\r\n", "\n").replace("\r", "\n"))
