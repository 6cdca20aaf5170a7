"""The lite view: one request a page, for small telephones, slow networks and no credit."""

from flask import Blueprint

from uniportal.lite.views import blueprint

BLUEPRINTS: tuple[Blueprint, ...] = (blueprint,)
