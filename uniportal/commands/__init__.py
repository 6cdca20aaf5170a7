"""The console command `uniportal`: the commands of every room under one name."""

from uniportal.commands.console import main

__all__ = ["main"]
