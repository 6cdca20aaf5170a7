"""Draws the picture that goes with a page of ours when somebody shares it. Run by `make pictures`.

.venv/bin/python -m tests.browser.share_picture
"""

import re
import sys

from playwright.sync_api import ViewportSize, sync_playwright

from tests.browser.serving import browser_path, launched
from tests.house.tree import ROOT

PICTURE = ROOT / "uniportal" / "static" / "share.png"
STYLE = ROOT / "uniportal" / "static" / "site.css"
SIZE = ViewportSize(width=1200, height=630)
"""What those who show such pictures ask for."""
PAGE = """<!doctype html><meta charset="utf-8"><style>
body{{margin:0;background:#67b5e8;color:#05203b;font-family:system-ui,"DejaVu Sans",sans-serif}}
main{{padding:80px 80px 0}}
p{{font-size:40px;line-height:1.3;margin:0;max-width:980px}}
.name{{font-size:46px;font-weight:800;margin-bottom:50px}}
h1{{font-size:94px;line-height:1.08;margin:0 0 36px}}
div{{position:absolute;inset:auto 0 0;height:72px;background:#0b3d6b {band} 0 0/216px 72px}}
</style><main><p class="name">Uniportal</p><h1>¿Qué trámite necesita?</h1>
<p>Todos los servicios del Estado de Guatemala, en un solo lugar.</p></main><div></div>"""


def woven_band() -> str:
    """The ornament of the site, as its stylesheet draws it."""
    found = re.search(r"\.band\{.*?(url\(\".*?\"\))", STYLE.read_text("utf-8"))
    if found is None:
        raise ValueError("the stylesheet has no band")
    return found.group(1)


def main() -> int:
    """Draw it; 1 when there is no browser to draw with."""
    path = browser_path()
    if path is None:
        sys.stderr.write("No hay un navegador Chromium: pruebe make browser.\n")
        return 1
    with sync_playwright() as playwright:
        page = launched(playwright, path).new_page(viewport=SIZE)
        page.set_content(PAGE.format(band=woven_band()))
        page.screenshot(path=PICTURE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
