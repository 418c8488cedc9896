"""What all tests share."""

from hypothesis import HealthCheck, settings

# No time limits: the machines that run these tests are shared and noisy.
settings.register_profile("dateline", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("dateline")
