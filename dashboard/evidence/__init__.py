"""A page as one file to keep: what it shows, what that rests on, and how to find it again from the data."""
