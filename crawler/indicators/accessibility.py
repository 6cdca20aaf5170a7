"""The checks of accessibility that a machine can make; passing them is not conformance."""

from collections.abc import Mapping

from crawler.indicators import accessible_documents, accessible_nodes, accessible_pages
from crawler.indicators.portal import Check

CHECKS: Mapping[str, Check] = {
    "A-01": accessible_pages.check_language,
    "A-02": accessible_pages.check_titles,
    "A-03": accessible_nodes.check_images,
    "A-04": accessible_nodes.check_controls,
    "A-05": accessible_pages.check_headings,
    "A-06": accessible_pages.check_zoom,
    "A-07": accessible_pages.check_zones,
    "A-08": accessible_nodes.check_links,
    "A-09": accessible_nodes.check_frames,
    "A-10": accessible_nodes.check_contrast,
    "A-11": accessible_documents.check_documents,
    "A-12": accessible_documents.check_statement,
}
