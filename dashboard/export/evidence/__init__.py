"""Evidence files: a page with its data in one HTML file, and the check of one."""
