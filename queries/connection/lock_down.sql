-- Shut the database: it reads the snapshots it was opened over and nothing else; nobody may open it again.
-- How much memory, how many threads and what room on the disk it has was said when it was opened.
set allowed_paths = $paths;
set enable_external_access = false;
set lock_configuration = true;
