"""The whole brief over thousands of spoilt and invented texts: no crash, no hang, spans exact.

`python -m tests.fuzz [COUNT] [--seed SEED]` makes COUNT files by number, reads each as the bot
would, writes its brief and its posts, and checks what came out. The same seed gives the same
files. A file that fails is made as small as it can be and printed.
"""
