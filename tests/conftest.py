"""Settings shared by all tests."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, Phase, settings

pytest.register_assert_rewrite("tests.penulis.banding")

settings.register_profile("biasa", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "cepat", deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
# Mutation testing asks only whether a test fails, the same answer each time; nobody reads the example.
settings.register_profile(
    "mutasi",
    deadline=None,
    max_examples=60,
    database=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "biasa"))
