"""One page of a service to be printed and hung up: what to bring, what it costs, and a QR code."""

from flask import Blueprint, render_template, url_for

from uniportal.presenters import service_sheet
from uniportal.presenters.sharing import qr_code
from uniportal.wiring import rooms

blueprint = Blueprint("poster", __name__)


@blueprint.get("/servicio/<slug>/cartel")
def show(slug: str) -> str:
    """Show the poster as it will be printed."""
    sheet = rooms().catalogue.service(slug)
    address = url_for("service.short", number=sheet.number, _external=True)
    return render_template(
        "pages/poster.html",
        view=service_sheet.present(sheet, ()),
        short_address=address,
        code=qr_code(address),
    )
