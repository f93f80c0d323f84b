-- Synthetic charts for the benchmark: every app id is `synthetic-<n>`, but the first is Le Chat's.
copy (
    select
        'app_store' as store,
        if(land = 1, 'fr', 'x' || land::varchar) as country,
        'iphone' as device,
        'top-free' as chart,
        'productivity' as category,
        timestamp '2023-01-01 06:00:00' + interval (day) day as observed_at,
        'second' as time_precision,
        'synthetic@0' as source,
        100 as depth,
        'all' as scope,
        place::integer as rank,
        if(place = 1 + day % 90, '6740410176', 'synthetic-' || place::varchar) as app_id,
        'synthetic' as app_name,
        timestamp '2023-01-01' as ingested_at
    from
        range(0, $days::integer) as days (day)
    cross join range(1, 41) as lands (land)
    cross join range(1, 101) as places (place)
    order by all
) to $path (format parquet, compression zstd, row_group_size 20480)
