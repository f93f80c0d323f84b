"""Catalogue, filters, URL, page registry, clock and settings; imports no other package of the project."""
