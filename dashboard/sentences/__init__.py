"""Findings in words, made from the data that is drawn and from nothing else: one module a page."""
