"""kgraph: who says what about whom, under which law, in which exact words."""

__version__ = "0.1.0"
