"""kgraph ask."""


def ask() -> None:
    """X"""
