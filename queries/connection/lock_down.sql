-- Restrict the database to the snapshots it was opened over; the setting cannot be changed any more.
-- Limits of memory, threads and temporary files are set when it is opened.
set allowed_paths = $paths;
set enable_external_access = false;
set lock_configuration = true;
