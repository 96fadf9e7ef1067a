"""Does a graph keep the rules? SHACL, told in plain words.

In come the statements of a graph, out comes a `Report`: what is wrong, with which person, claim or passage, in which
document, and what to do about it. The rules are shapes in `ontology/shapes.ttl`; nothing here knows what they say.
"""

from kgraph.checks.report import Document, Problem, Report, Severity
from kgraph.checks.validate import check

__all__ = ["Document", "Problem", "Report", "Severity", "check"]
