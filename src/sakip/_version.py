"""The version, where whoever prints it can read it without the façade."""

__version__ = "0.1.0"
