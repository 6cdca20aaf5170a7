"""The checks of open data: whether programs can read what the institution publishes."""

from collections.abc import Mapping

from crawler.indicators import data_offer, data_quality
from crawler.indicators.portal import Check

CHECKS: Mapping[str, Check] = {
    "O-01": data_offer.check_section,
    "O-02": data_offer.check_files,
    "O-03": data_quality.check_licence,
    "O-04": data_offer.check_catalogue,
    "O-05": data_quality.check_metadata,
    "O-06": data_offer.check_stars,
    "O-07": data_quality.check_freshness,
    "O-08": data_quality.check_editable,
}
