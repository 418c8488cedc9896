"""Countries' names in many languages, from pycountry: the home of that library."""

import gettext
from collections.abc import Iterator
from pathlib import Path

import pycountry


def read_translations() -> Iterator[tuple[str, str, str]]:
    """Return language (ISO 639-1), country's code and name, for every language that has them."""
    folder = Path(pycountry.LOCALES_DIR)
    for language in sorted(
        {path.name[:2] for path in folder.iterdir() if len(path.name) in (2, 5)}
    ):
        found = gettext.translation(
            "iso3166-1", folder, languages=[language, f"{language}_CN"], fallback=True
        )
        for country in pycountry.countries:
            formal = country.name
            common = getattr(country, "common_name", formal)
            name = found.gettext(common)
            if name == common and common != formal:
                name = found.gettext(formal)
            if name not in (common, formal):
                yield language, country.alpha_2, name.split(",")[0].split("(")[0].strip()
