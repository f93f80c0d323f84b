"""The static site, built from the frozen data and read as files and in a browser."""
