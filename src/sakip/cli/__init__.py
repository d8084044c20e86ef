"""The command line. `main` runs a command; what a command needs is loaded by the command."""

from sakip.cli.command import main

__all__ = ["main"]
