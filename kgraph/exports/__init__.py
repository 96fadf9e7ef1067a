"""Files that people take away: Turtle and its relatives, tables, and networks for drawing programs.

In come quads, out come the bytes of one file: sorted, so that the same graph gives the same bytes. `export` does any
format of `FORMATS`; `turtle` and `trig` are also what `kgraph build` writes. Nothing here opens a file or a store.
"""

from kgraph.exports.export import What, export
from kgraph.exports.formats import FORMATS, Format
from kgraph.exports.turtle import trig, turtle

__all__ = ["FORMATS", "Format", "What", "export", "trig", "turtle"]
