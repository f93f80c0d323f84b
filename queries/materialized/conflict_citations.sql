-- What stands with a claim that others contradict.
select
    conflict_id,
    title_en as conflict_en,
    title_fr as conflict_fr,
    reading_en,
    reading_fr
from conflicts
