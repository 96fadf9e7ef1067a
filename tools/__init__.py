"""Scripts for maintainers: what makes files that the project ships."""
