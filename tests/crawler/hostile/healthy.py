"""A small portal of good will, to be audited among the others as if it were alone."""

from tests.crawler.hostile.raw_server import Answer, answer, page

SHEET = (
    "<p>Sirve para lo que su nombre dice.</p><h2>Requisitos</h2><ul>"
    "<li>Documento de identidad.</li></ul><h2>Costo</h2><p>Q 50.00</p>"
)
APPLY = (
    '<form action="/enviar" method="post"><label>DPI <input name="dpi"></label><label>Expediente'
    ' <input name="expediente"></label><input type="file" name="foto">'
    "<button>Enviar</button></form>"
)
HEALTHY: dict[str, Answer] = {
    "/": page("Municipalidad Sana", "/tramites", "/contacto"),
    "/tramites": page("Trámites", "/obra", "/baile", "/residencia"),
    "/obra": page("Licencia de obra", text=f'{SHEET}<a href="/f.pdf">Descargar formulario</a>'),
    "/baile": page("Licencia de baile", text=SHEET),
    "/residencia": page("Constancia de residencia", text=SHEET + APPLY),
    "/contacto": page("Contacto", text="<p>Teléfono 2000-0000, correo muni@sana.example</p>"),
    "/f.pdf": answer(b"%PDF-1.4\n%%EOF\n", "Content-Type: application/pdf"),
    "/robots.txt": answer(b"User-agent: *\nAllow: /\n", "Content-Type: text/plain"),
}
