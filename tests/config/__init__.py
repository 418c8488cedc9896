"""Checks of the settings, schedules and logging."""
