"""Requests to the stores: client, limits of rate, size and time, headers."""
