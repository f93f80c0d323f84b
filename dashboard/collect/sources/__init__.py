"""The sources: requests to each, and parsers of its responses."""
