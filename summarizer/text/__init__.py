"""What every step reads of an article's text: its paragraphs, sentences and words."""
