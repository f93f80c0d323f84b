"""The static site: every page as a file."""
