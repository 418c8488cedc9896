"""Pure language work: the text of an article in, its brief out."""
