"""Tests of the Telegram adapter, over real HTTP against the simulator."""
