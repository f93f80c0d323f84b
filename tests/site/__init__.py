"""The static twin, built from the committed data and read as files and in a browser."""
