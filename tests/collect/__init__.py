"""What comes in, what is refused, and what stands after that."""
