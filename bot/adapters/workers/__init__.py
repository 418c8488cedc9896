"""Processes that do one piece of work at a time, and are killed where it takes too much.

The parent has a pool of workers. They are forked by a server, a small process that has imported
and opened everything once, so that a new worker costs a moment and shares its memory. Modules:
`pool`, `worker`, `server` and `limits` are the parent's, `process` is what runs in the others.
"""
