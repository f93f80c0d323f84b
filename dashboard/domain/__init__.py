"""What the project is about, knowing nothing of its other rooms: catalogue, filters, address, settings."""
