"""One module for each outside thing: folders, files, the store, Telegram, the terminal."""
