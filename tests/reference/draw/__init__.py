"""Numbers drawn from what the pages show, each derived again by the reference from the raw snapshots."""
