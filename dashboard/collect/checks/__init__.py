"""Checks on rows, clocks and plausibility before anything is stored."""
