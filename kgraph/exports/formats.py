"""The file formats, with what a file of each is called and how the web names it."""

from dataclasses import dataclass

__all__ = ["FORMATS", "Format"]


@dataclass(frozen=True)
class Format:
    """One file format."""

    #: end of the file's name, with its dot
    suffix: str
    #: media type, as registered with IANA or used by the format's makers
    media_type: str
    #: whether it holds RDF, so that nothing is lost; else it is a view for people and their programs
    rdf: bool = True
    #: whether it keeps the named graphs apart
    graphs: bool = False


#: Every format by the name that `--format` takes, sorted.
FORMATS = {
    "csv": Format(".csv", "text/csv", rdf=False),
    "gexf": Format(".gexf", "application/gexf+xml", rdf=False),
    "graphml": Format(".graphml", "application/graphml+xml", rdf=False),
    "jsonld": Format(".jsonld", "application/ld+json", graphs=True),
    "nquads": Format(".nq", "application/n-quads", graphs=True),
    "ntriples": Format(".nt", "application/n-triples"),
    "rdfxml": Format(".rdf", "application/rdf+xml"),
    "trig": Format(".trig", "application/trig", graphs=True),
    "turtle": Format(".ttl", "text/turtle"),
}
