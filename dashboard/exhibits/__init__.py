"""What the pages show: each asks, draws and cites one finding."""
