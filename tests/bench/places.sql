-- Synthetic places of some days: three charts, 100 deep, read twice a day; France every day and the other countries
-- every `every` days, so that what is asked about France has the same answer at each size. A day's order of the apps
-- is the multiples of one number modulo a prime, so that no app stands twice; the first have the ids given.
copy (
    with charts (chart, category, number) as (
        values ('top-free', 'overall', 1), ('top-free', 'productivity', 2), ('top-paid', 'overall', 3)
    ),

    readings as (
        select
            lands.country,
            charts.chart,
            charts.category,
            date '2024-01-01' + days.day::integer + to_hours(hours.hour) as observed_at,
            (1 + hash(lands.country, charts.number, days.day) % 400)::bigint as stride
        from range($first::bigint, $beyond::bigint) as days (day)
        cross join (select unnest($countries::varchar[]) as country) as lands
        cross join charts
        cross join (select unnest([4, 16]) as hour) as hours
        where lands.country = 'fr' or days.day % $every::bigint = 0
    )

    select
        'app_store' as store,
        readings.country,
        'iphone' as device,
        readings.chart,
        readings.category,
        readings.observed_at,
        'second' as time_precision,
        'synthetic@0' as source,
        100 as depth,
        'all' as scope,
        places.place::integer as rank,
        coalesce(
            list_extract($ids::varchar[], places.place * readings.stride % 401),
            'synthetic-' || (places.place * readings.stride % 401)::varchar
        ) as app_id,
        'Synthetic ' || (places.place * readings.stride % 401)::varchar as app_name,
        date '2024-01-01' + $beyond::integer + to_hours(1) as ingested_at
    from readings
    cross join range(1, 101) as places (place)
    order by readings.country, readings.chart, readings.category, readings.observed_at, places.place
) to $path (format parquet, compression zstd, row_group_size 122880)
