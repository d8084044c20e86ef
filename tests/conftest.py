"""Settings shared by all tests: how deep the properties go, and that the same ones are tried every time."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.internal.conjecture import engine, providers

pytest.register_assert_rewrite("tests.penulis.banding")

if sys.dont_write_bytecode:
    # Tests start commands by the hundred, each of which would compile all of the package anew, and every process of the
    # tests all of these. What is compiled is kept, but apart.
    sys.dont_write_bytecode = False
    sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = str(Path(__file__).parents[1] / ".pytest_cache" / "pyc")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

PROFIL = os.environ.get("HYPOTHESIS_PROFILE", "biasa")
LAMBAN = [HealthCheck.too_slow]  # a check that reads the clock

settings.register_profile("biasa", deadline=None, derandomize=True, max_examples=10, suppress_health_check=LAMBAN)
settings.register_profile("penuh", deadline=None, derandomize=True, max_examples=100, suppress_health_check=LAMBAN)
settings.register_profile(
    "acak", deadline=None, derandomize=False, max_examples=25, suppress_health_check=LAMBAN, print_blob=True
)
# Mutation testing asks only whether a test fails, the same answer each time; nobody reads the example.
settings.register_profile(
    "mutasi",
    deadline=None,
    max_examples=60,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
settings.load_profile(PROFIL)

if settings().derandomize:
    # Hypothesis also draws the constants of whatever modules are loaded: what a property is tried with would hang on
    # which tests ran before it in the same process, and on any line of any module. And it stops making an example
    # small after five minutes, which on a busy machine comes sooner.
    if hasattr(providers, "_get_local_constants"):
        providers._get_local_constants = lambda: providers._local_constants
    if hasattr(engine, "MAX_SHRINKING_SECONDS"):
        engine.MAX_SHRINKING_SECONDS = 10**6


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is long of its nature is done at full depth, or when it is named."""
    if PROFIL in {"penuh", "acak"} or config.option.markexpr or any("::" in a for a in config.args):
        return
    lama = [x for x in items if x.get_closest_marker("mendalam")]
    config.hook.pytest_deselected(items=lama)
    items[:] = [x for x in items if not x.get_closest_marker("mendalam")]


def pytest_collection_finish() -> None:
    """What was collected lives until the end: nobody needs to look through it for garbage again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
