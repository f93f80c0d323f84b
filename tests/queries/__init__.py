"""Every view and every question: given rows, expected rows."""
