"""How well each part of the language work does, against annotated articles."""
