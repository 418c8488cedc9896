"""Loading sumy, without half of what comes with it."""

import sys
from functools import cache

_UNUSED = "scipy"


@cache
def load_sumy() -> None:
    """Import sumy for the first time; to be called before anything else imports it.

    sumy takes its stemmers from nltk, whose package imports scipy wherever it is installed, for
    measures and parsers that nothing here uses: more time than all else that a first brief takes.
    nltk does without where it cannot be imported.
    """
    if _UNUSED in sys.modules:
        return _import()
    sys.modules[_UNUSED] = None  # type: ignore[assignment]  # as documented: its import then fails
    try:
        _import()
    finally:
        sys.modules.pop(_UNUSED, None)  # or another thread's call has done so


def _import() -> None:
    import sumy.summarizers  # noqa: F401, PLC0415 - takes a moment, and only briefs need it
