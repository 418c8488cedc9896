"""What a chat may ask for, and the answers."""
