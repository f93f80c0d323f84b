-- One ingest as one file: sorted by the dataset's leading columns, so that readers skip row groups.
copy (  -- noqa: PRS
    select * replace ($ingested_at::timestamp as ingested_at)
    from new_rows
    order by all
) to $path (
    format parquet,
    compression zstd,
    row_group_size 2048,
    kv_metadata {origin: $origin, previous: $previous, rows: $rows, written_by: 'palmares'}
)
