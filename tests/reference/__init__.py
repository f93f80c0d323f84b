"""A second implementation of the rules, in pandas and Python over the raw snapshots.

It imports nothing from dashboard/ and reads no file of queries/: what both say alike is not said alike because one
copied the other. design.md's rules of truth are its specification.
"""
