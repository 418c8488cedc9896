"""Messages of any length over a socket: eight bytes of length, then the message."""

import struct
from socket import socket

_HEAD = struct.Struct("!Q")
HEAD = _HEAD.size
PIECE = 1 << 18
"""How many bytes are read at once: most answers whole."""


def framed(message: bytes) -> bytes:
    """Return a message with its length before it."""
    return _HEAD.pack(len(message)) + message


def receive(connection: socket) -> bytes | None:
    """Return the next message, or None where the other side has ended; blocks."""
    got = bytearray()
    while (lacking := missing(got)) > 0:
        piece = connection.recv(min(lacking, PIECE))
        if not piece:
            return None
        got += piece
    return bytes(got[HEAD:])


def missing(got: bytearray) -> int:
    """Return how many bytes a message lacks, or its head, which comes first."""
    if len(got) < HEAD:
        return HEAD - len(got)
    (length,) = _HEAD.unpack_from(got)
    return HEAD + int(length) - len(got)
