-- Each count of users of an app, beside what the same publisher counted of all apps: `total`. A percentage
-- that somebody published has no total. Two measurers that nobody names are not known to be one.
create macro audience_with_totals(in_place, first_one, last_one) as table
    with counts as (
        select * from audience_statements(in_place, first_one, last_one)
        where copy = 1
    )

    select
        one.*,
        total.value as total,
        total.qualifier as total_qualifier
    from counts as one
    left join counts as total
        on
            total.whole
            and one.unit <> 'percent'
            and one.stated_by <> 'unnamed'
            and (one.metric, one.unit, one.platform, one.stated_by, one.start_first, one.end_last)
            = (total.metric, total.unit, total.platform, total.stated_by, total.start_first, total.end_last)
    qualify row_number() over (partition by one.claim_id, total.value order by total.claim_id) = 1
