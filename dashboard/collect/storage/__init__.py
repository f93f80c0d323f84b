"""Files in the data folder: snapshots, compaction, rollups, verification."""
