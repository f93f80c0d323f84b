"""Palmarès: a dashboard of the AI-assistant app market."""
