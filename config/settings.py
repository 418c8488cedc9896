"""Settings: the only reader of the environment and of the configuration file.

Command line > environment > `.env` in the working directory > secrets folder > TOML > defaults.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from config import faults, layers, sections
from config.layers import Layer, LayerSource
from config.secrets import Secrets, secrets_of_address
from config.values import Section, expanded, is_secret
from config.watching import Watch


class WrongSettings(Exception):
    """Settings that cannot be used; `faults` has one line for each thing that is wrong."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class Settings(BaseSettings):
    """All settings; made without arguments it holds the defaults, whatever the environment."""

    model_config = SettingsConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    telegram: sections.Telegram = sections.Telegram()
    watch: Watch = Watch()
    access: sections.Access = sections.Access()
    store: sections.Store = sections.Store()
    summary: sections.Summary = sections.Summary()
    quotes: sections.Quotes = sections.Quotes()
    places: sections.Places = sections.Places()
    delivery: sections.Delivery = sections.Delivery()
    duplicates: sections.Duplicates = sections.Duplicates()
    workers: sections.Workers = sections.Workers()
    log: sections.Log = sections.Log()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - the signature is the base class's
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read nothing by itself: `load_settings` names the layers."""
        return (init_settings,)

    @property
    def secrets(self) -> Secrets:
        """What no line may hold: the token, the passwords of addresses, the environment's."""
        values = {name: dict(getattr(self, name)) for name in type(self).model_fields}
        return Secrets((*_secrets(values), *_outside_secrets()))


def keys_of(settings: type[BaseSettings]) -> dict[str, frozenset[str]]:
    """Return the keys of each section."""
    return {
        name: frozenset(field.annotation.model_fields)
        for name, field in settings.model_fields.items()
        if isinstance(field.annotation, type) and issubclass(field.annotation, Section)
    }


def load_settings(config: Path | None, overrides: Mapping[str, object]) -> Settings:
    """Read all layers and check every value.

    `config` is the TOML file that the command line names; `overrides` holds the command line's
    values by dotted key (`summary.sentences`), None for those not given. Raise WrongSettings.
    """
    found = _layers(config, overrides)
    wrong = [fault for layer in found for fault in layer.faults]
    secrets = Secrets(text for layer in found for text in _secrets(layer.values))
    values = _validated(found, wrong, secrets)
    if values is None or wrong:
        raise WrongSettings(tuple(dict.fromkeys(map(secrets.hide, wrong))))
    return values


def _layers(config: Path | None, overrides: Mapping[str, object]) -> tuple[Layer, ...]:
    """Return every layer, the strongest first."""
    keys = keys_of(Settings)
    dotenv, dotenv_faults = layers.read_dotenv(Path(".env"))
    apart = {
        name.upper(): text
        for texts in (dotenv, os.environ)
        for name, text in texts.items()
        if name.upper() in layers.APART
    }
    config = config or _path(apart.get(layers.CONFIG))
    folder = _path(apart.get(layers.SECRETS))
    secrets, secret_faults = layers.read_secrets(folder) if folder else ({}, ())
    return (
        layers.from_overrides(overrides, keys),
        layers.from_names(os.environ, keys, "in the environment"),
        layers.from_names(dotenv, keys, "in .env"),
        Layer(faults=dotenv_faults),
        layers.from_names(secrets, keys, "in the secrets folder"),
        Layer(faults=secret_faults),
        layers.from_toml(config, keys) if config else Layer(),
    )


def _path(text: str | None) -> Path | None:
    return expanded(text.strip()) if text and text.strip() else None


def _validated(found: tuple[Layer, ...], wrong: list[str], secrets: Secrets) -> Settings | None:
    """Lay the layers over each other and check the values, adding a line for each wrong one."""

    class Layered(Settings):
        @classmethod
        def settings_customise_sources(
            cls, settings_cls: type[BaseSettings], *_: object, **__: object
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            return tuple(LayerSource(settings_cls, layer) for layer in found)

    try:
        layered = Layered()
    except ValidationError as error:
        origins: dict[tuple[str, str], str] = {}
        for layer in reversed(found):
            origins.update(layer.origins)
        wrong.extend(faults.explained(error, Settings, origins, secrets))
        return None
    return Settings(**{name: getattr(layered, name) for name in Settings.model_fields})


def _secrets(values: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    """Yield the secrets among values, by section and key."""
    for section, table in values.items():
        fields = getattr(Settings.model_fields[section].annotation, "model_fields", {})
        for key, value in table.items():
            for text in _texts(value):
                if is_secret(fields[key]):
                    yield text
                yield from secrets_of_address(text)


def _texts(value: object) -> Iterator[str]:
    """Yield a text, or those of a list of them."""
    if isinstance(value, SecretStr):
        yield value.get_secret_value()
    elif isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        yield from (each for each in value if isinstance(each, str))


def _outside_secrets() -> Iterator[str]:
    """Yield the passwords that libraries take from the environment by themselves."""
    for name, text in os.environ.items():
        if name.upper().endswith("_PROXY"):
            yield from secrets_of_address(text)
        elif name in ("PGPASSWORD", "PGSSLPASSWORD"):
            yield text
