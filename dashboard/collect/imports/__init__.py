"""Imports of claims, observations and other tools' exports."""
