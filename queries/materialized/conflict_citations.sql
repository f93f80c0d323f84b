-- The columns of a conflict that go with each claim in it.
select
    conflict_id,
    title_en as conflict_en,
    title_fr as conflict_fr,
    reading_en,
    reading_fr
from conflicts
