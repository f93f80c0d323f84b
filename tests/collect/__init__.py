"""Tests of the collector: data accepted, data refused, and the files left."""
