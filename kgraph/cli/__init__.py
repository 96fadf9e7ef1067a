"""The command line: each command parses its options, calls one function of the house, and prints.

Exit codes: 0 done; 1 the answer is no (does not conform, nothing found); 2 wrong use or bad input; 3 could not reach
something; 70 a fault of kgraph itself; 130 stopped with Ctrl-C.
"""

from kgraph.cli.app import app, main

__all__ = ["app", "main"]
