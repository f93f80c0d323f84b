"""Pages as files: evidence, the static site, CSV and Parquet."""
