"""The collector: the only code that writes data/."""
