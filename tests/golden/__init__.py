"""The whole posts of the articles in `seeds/`, kept as Telegram's HTML and as a phone shows them.

A change of the language work or of the rendering shows here as a difference to be read. Where it
is meant, `make golden` writes the posts anew: read them as an editor would, and commit them with
the change.
"""
