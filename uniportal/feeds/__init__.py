"""What machines of others read of the site: search engines and browsers."""

from flask import Blueprint

from uniportal.feeds.views import blueprint

BLUEPRINTS: tuple[Blueprint, ...] = (blueprint,)
