"""What each source is asked for, and how its answers are read."""
