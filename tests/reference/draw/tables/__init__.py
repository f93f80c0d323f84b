"""How the cells of each table are derived; the first rule whose headings a table has reads it."""

from tests.reference.draw.tables.downloads import DOWNLOADS
from tests.reference.draw.tables.ranks import RANKS
from tests.reference.draw.tables.series import SERIES
from tests.reference.draw.tables.sources import SOURCES

TABLES = [*RANKS, *DOWNLOADS, *SERIES, *SOURCES]
