"""The content of the pages, a section a file, and the view that they query."""
