"""The checks of security: how the portal travels, and signs that it was broken into."""

from collections.abc import Mapping

from crawler.indicators.portal import Check

CHECKS: Mapping[str, Check] = {}
