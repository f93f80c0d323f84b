-- One snapshot's standings as one file, sorted as they are asked for.
copy (  -- noqa: PRS
    select * from summed
    order by store, country, chart, category, day, observed_at, source, ingested_at, only_id
) to $path (format parquet, compression zstd)
