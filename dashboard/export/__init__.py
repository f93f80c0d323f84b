"""Files that leave the dashboard: the static site, and the check of an evidence file."""
