"""The Atom feeds that the collector updates."""
