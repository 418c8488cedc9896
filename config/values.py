"""What the sections of the settings are made of."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.fields import FieldInfo


def no_truth(value: object) -> object:
    """Refuse true and false, which would else pass for 1 and 0."""
    if isinstance(value, bool):
        raise ValueError("true and false are no numbers")  # noqa: TRY004 - pydantic wants it
    return value.strip() if isinstance(value, str) else value


def lowered(value: object) -> object:
    """Take letter case and white space around a text for nothing."""
    return value.strip().lower() if isinstance(value, str) else value


def or_none(value: object) -> object:
    """Take nothing, an empty text and 0 for none."""
    if isinstance(value, str):
        value = value.strip()
    return None if value in (None, "", "0", 0) and not isinstance(value, bool) else value


def expanded(text: str) -> Path:
    """Return a path with the user's home in place of `~`; an unknown user's stays as it is."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


Whole = Annotated[int, BeforeValidator(no_truth)]
Number = Annotated[float, BeforeValidator(no_truth), Field(allow_inf_nan=False)]
Name = BeforeValidator(lowered)


class Section(BaseModel):
    """What all sections share: they never change and know their keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


def is_secret(field: FieldInfo) -> bool:
    """Return whether the whole of a setting is a secret."""
    return "SecretStr" in str(field.annotation)


def is_confidential(field: FieldInfo) -> bool:
    """Return whether a setting may hold a secret, so that its value is not to be shown."""
    return is_secret(field) or not field.repr
