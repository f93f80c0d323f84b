-- Synthetic years of one chart for the page bench: places 1 to 100 of 120 apps a day and country, shuffled anew
-- each week by a hash. The first apps have the ids given, the others are `synthetic-<n>`.
copy (
    with shuffled as (
        select
            days.day,
            lands.country,
            apps.app,
            row_number() over (
                partition by days.day, lands.country
                order by hash(apps.app, lands.country, days.day // 7), apps.app
            ) as place
        from range(0, $days::integer) as days (day)
        cross join (select unnest($countries::varchar[]) as country) as lands
        cross join range(1, 121) as apps (app)
    )

    select
        'app_store' as store,
        country,
        'iphone' as device,
        'top-free' as chart,
        'productivity' as category,
        timestamp '2024-10-01 06:00:00' + interval (day) day as observed_at,
        'second' as time_precision,
        'synthetic@0' as source,
        100 as depth,
        'all' as scope,
        place::integer as rank,
        coalesce(list_extract($ids::varchar[], app), 'synthetic-' || app::varchar) as app_id,
        'synthetic' as app_name,
        timestamp '2026-10-10' as ingested_at
    from shuffled
    where place <= 100
    order by country, observed_at, place
) to $path (format parquet, compression zstd, row_group_size 122880)
