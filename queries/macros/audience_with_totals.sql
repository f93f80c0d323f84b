-- Each count of users of an app, beside what the same publisher counted of all apps: `total`. A percentage
-- that somebody published has no total. Two measurers that nobody names are not known to be one.
create macro audience_with_totals(in_area, first_one, last_one) as table
    with counts as (
        select * from audience_statements(in_area, first_one, last_one)
        where copy = 1
    )

    select
        counts.*,
        total.value as total,
        total.qualifier as total_qualifier
    from counts
    left join counts as total
        on
            total.is_total
            and counts.unit <> 'percent'
            and counts.stated_by <> 'unnamed'
            and (
                counts.metric, counts.unit, counts.platform,
                counts.stated_by, counts.start_first, counts.end_last
            )
            = (total.metric, total.unit, total.platform, total.stated_by, total.start_first, total.end_last)
    qualify row_number() over (partition by counts.claim_id, total.value order by total.claim_id) = 1
