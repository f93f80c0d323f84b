-- Several snapshots as one file: the same rows, in the order of their columns.
copy (  -- noqa: PRS
    select * from stored_rows
    order by all
) to $path (
    format parquet,
    compression zstd,
    row_group_size 122880,
    kv_metadata {
        origin: $origin,
        previous: $previous,
        replaces: $replaces,
        moments: $moments,
        rows: $rows,
        written_by: 'palmares'
    }
)
