"""The static twin: the app's own pages as plain files that need neither a server nor JavaScript."""
