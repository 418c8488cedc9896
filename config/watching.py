"""The settings of what is watched, and when."""

import json
from pathlib import Path

from pydantic import Field, field_validator

from config.schedules import ALLOWED, Schedule, find_timezone
from config.values import Number, Section, Whole, expanded

ZONE = "a time zone's name (`UTC`, `Asia/Baghdad`)"


class Folder(Section):
    """A watched folder; schedule and time zone are those of all folders unless given."""

    path: str = Field(description="a folder's path", min_length=1)
    schedule: str | None = Field(default=None, description=ALLOWED)
    timezone: str | None = Field(default=None, description=ZONE)

    @field_validator("path")
    @classmethod
    def _usable(cls, value: str) -> str:
        if not value.strip() or "\0" in value:
            raise ValueError("it is no path")
        return str(expanded(value))

    @field_validator("schedule")
    @classmethod
    def _schedule(cls, value: str | None) -> str | None:
        return value if value is None else Schedule.parse(value).text

    @field_validator("timezone")
    @classmethod
    def _timezone(cls, value: str | None) -> str | None:
        return value if value is None else find_timezone(value).key


class Watch(Section):
    """What is watched, and how often."""

    folders: tuple[Folder, ...] = Field(
        default=(Folder(path="seeds"),),
        description="one or more folders: paths, or tables with path, schedule and timezone",
    )
    schedule: str = Field(default="every 1m", description=ALLOWED)
    timezone: str = Field(default="UTC", description=ZONE)
    settle_seconds: Number = Field(
        default=2.0, ge=0, le=86400, description="seconds from 0 (off) to 86400"
    )
    follow_links: bool = Field(default=False, description="true or false")
    max_bytes: Whole = Field(
        default=5_000_000, ge=1, le=1_000_000_000, description="bytes from 1 to 1000000000"
    )
    max_seconds: Number = Field(default=20.0, ge=1, le=3600, description="seconds from 1 to 3600")
    max_memory_mb: Whole = Field(
        default=384, ge=256, le=65_536, description="megabytes from 256 to 65536"
    )

    @field_validator("folders", mode="before")
    @classmethod
    def _listed(cls, value: object) -> object:
        """Take JSON or one bare path, as an environment variable gives it, for a list."""
        if isinstance(value, str) and value.lstrip()[:1] in ("[", "{", '"'):
            try:
                value = json.loads(value)
            except (ValueError, RecursionError):
                raise ValueError("it begins like JSON and is none") from None
        if isinstance(value, str | dict):
            value = [value]
        if isinstance(value, list | tuple):
            if not value:
                raise ValueError("none is named")
            return [{"path": item} if isinstance(item, str | Path) else item for item in value]
        return value

    @field_validator("schedule")
    @classmethod
    def _schedule(cls, value: str) -> str:
        return Schedule.parse(value).text

    @field_validator("timezone")
    @classmethod
    def _timezone(cls, value: str) -> str:
        return find_timezone(value).key

    def schedule_of(self, folder: Folder) -> Schedule:
        """Return a folder's own schedule, or the one for all."""
        return Schedule.parse(folder.schedule or self.schedule, folder.timezone or self.timezone)
