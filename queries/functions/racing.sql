-- The statements that bear on one race: one platform in one place.
create macro racing(choice, storefront, on_platform, in_place) as table
    select *
    from counted(choice, storefront)
    where platform = on_platform and scope = in_place
