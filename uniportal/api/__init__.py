"""The public API, version 1: read only, JSON, open to every site."""

from flask import Blueprint

from uniportal.api.views import blueprint

BLUEPRINTS: tuple[Blueprint, ...] = (blueprint,)
