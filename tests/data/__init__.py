"""What the committed data folder promises."""
