"""The world's places: the compiled file, its keys, and looking names up in it."""
