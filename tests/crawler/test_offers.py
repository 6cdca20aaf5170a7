"""Services are seen where a page names them, and nowhere else."""

import pytest

from crawler.furniture import furniture_of
from crawler.offers import find_offers
from tests.crawler.pages import page_of, sheet


def names(html: str, path: str = "pagina/") -> list[str]:
    return [offer.name for offer in find_offers(page_of(html, path))]


def test_sheet_is_one_service_with_all_that_stands_under_it() -> None:
    page = page_of(sheet("Licencia de construcción", "<h3>Entrega</h3><p>En ventanilla.</p>"))

    (offer,) = find_offers(page)

    assert (offer.name, offer.is_sheet, offer.is_alone) == ("Licencia de construcción", True, True)
    assert "En ventanilla." in offer.section.text


def test_each_bold_title_is_a_service_when_its_requirements_stand_under_it() -> None:
    found = names(
        "<main><h4>Trámites y servicios</h4>"
        + "".join(
            f"<p><b>{name}</b></p><p><b>Requisitos</b></p><p>Copia de la escritura.</p>"
            "<p><b>Costo</b></p><p>Q 200.00</p>"
            for name in ("Deslinde de terrenos", "Croquis", "Constancia de fusión")
        )
        + "</main>",
        "servicios.php",
    )

    assert found == ["Deslinde de terrenos", "Croquis", "Constancia de fusión"]


def test_cards_are_services_when_the_page_is_one_of_services() -> None:
    cards = "".join(
        f'<div class="card"><h3>{name}</h3><p>{text}</p></div>'
        for name, text in (
            ("OMAPED", "Oficina de atención a personas con discapacidad."),
            ("CIAM", "Centro integral de atención al adulto mayor."),
            ("Vaso de leche", "Programa creado por la ley."),
        )
    )

    assert names(f"<main>{cards}</main>", "servicios.html") == ["OMAPED", "CIAM", "Vaso de leche"]
    assert names(f"<main>{cards}</main>", "areas.html") == []


def test_rows_are_services_when_a_column_says_so() -> None:
    found = names(
        "<main><h1>Registro familiar</h1><table><tr><th>Servicio</th><th>Tasa</th></tr>"
        "<tr><td>Aseo</td><td>$ 1.00</td></tr><tr><td>Pavimentación</td><td>$ 2.00</td></tr>"
        "</table></main>",
        "tasas/",
    )

    assert found == ["Aseo", "Pavimentación"]


def test_table_under_one_title_is_a_tariff_of_one_service() -> None:
    rows = "".join(f"<tr><td>{kind}</td><td>Q 5.00</td></tr>" for kind in ("Cine", "Taller", "Bar"))

    found = names(f"<main><table><tr><th>Licencia de anuncios</th></tr>{rows}</table></main>")

    assert found == ["Licencia de anuncios"]


def test_name_in_a_list_is_the_link_when_a_description_follows() -> None:
    found = names(
        "<main><h1>Servicios</h1><ul>"
        '<li><a href="/a/">Boleto de ornato</a>: págelo cada año.</li>'
        '<li><a href="/b/">Pago de IUSI</a>: cada trimestre.</li>'
        '<li><a href="/c/">Licencia de construcción</a> para su casa.</li></ul></main>',
        "servicios/",
    )

    assert found == ["Boleto de ornato", "Pago de IUSI", "Licencia de construcción"]


def test_list_of_documents_is_one_of_services_when_the_page_says_so() -> None:
    items = "".join(
        f'<li><a href="/{name}.pdf">{name}</a></li>'
        for name in ("Catastro", "Cartillas", "Predial")
    )

    assert names(f"<main><ul>{items}</ul></main>", "tramServ.php") == [
        "Catastro",
        "Cartillas",
        "Predial",
    ]
    assert names(f"<main><ul>{items}</ul></main>", "archivo.php") == []


def test_links_side_by_side_are_services_when_most_name_one() -> None:
    links = "".join(
        f'<a href="/{n}.pdf">{name}</a>'
        for n, name in enumerate(("Matrícula inicial", "Traspaso de vehículo", "Cambio de color"))
    )

    assert names(f"<main>{links}</main>", "vehiculos/") == [
        "Matrícula inicial",
        "Traspaso de vehículo",
        "Cambio de color",
    ]


def test_title_gives_way_to_the_cards_under_it() -> None:
    cards = "".join(
        (
            f'<div class="card"><h3>{name}</h3><p>Diga lo que pasó.</p>'
            f'<a href="/{name}/">Envíe una {name}</a></div>'
        )
        for name in ("Queja", "Denuncia", "Sugerencia")
    )

    found = names(f"<main><h1>Presentar quejas y denuncias</h1>{cards}</main>")

    assert found == ["Queja", "Denuncia", "Sugerencia"]


def test_form_without_a_title_of_its_own_takes_the_name_of_the_page() -> None:
    found = names(
        "<title>Consulta de expedientes</title><main><form><label>Expediente "
        "<input name=expediente></label><button>Consultar</button></form></main>"
    )

    assert found == ["Consulta de expedientes"]


def test_link_to_a_form_is_a_service_when_it_asks_for_one() -> None:
    found = names(
        '<main><h3>Unidad de acceso</h3><ul><li><a href="/s.docx">Solicitud de información</a></li>'
        "</ul></main>",
        "contacto.html",
    )

    assert found == ["Solicitud de información"]


@pytest.mark.parametrize(
    ("html", "path"),
    [
        (
            ("<main><h1>Nueva licencia en línea</h1><p>La licencia se pide desde hoy.</p></main>"),
            "noticias/licencia/",
        ),
        (
            ("<main><h1>Convocatoria a plaza</h1><p>Requisitos del puesto vacante.</p></main>"),
            "empleo/",
        ),
        ("<main><h1>Marco legal</h1><p>Ley de licencias y permisos.</p></main>", "marco-legal/"),
        (
            (
                "<main><h1>Correo institucional</h1><form><input name=u>"
                "<input type=password><button>Entrar</button></form></main>"
            ),
            "correo/",
        ),
        (
            (
                "<main><h1>Ingreso</h1><form><input name=dpi><input type=password>"
                "<button>Entrar</button></form></main>"
            ),
            "intranet/",
        ),
        (
            (
                "<nav><ul><li><a href=/a/>Licencia</a></li><li><a href=/b/>Permiso</a>"
                "</li></ul></nav>"
            ),
            "servicios/",
        ),
        (
            ("<footer><h3>Licencia de construcción</h3><p>Pídala en ventanilla.</p></footer>"),
            "servicios/",
        ),
        (
            ("<main><h1>Página no encontrada</h1><p>Licencia de construcción</p></main>"),
            "servicios/x/",
        ),
        ("<main><form><input name=q><button>Buscar trámite</button></form></main>", "servicios/"),
        (
            ("<main><form><input type=email name=e><button>Suscribirse</button></form></main>"),
            "servicios/",
        ),
        (
            (
                "<main><h1>Contacto</h1><form><input name=n><textarea name=m></textarea>"
                "<button>Enviar</button></form></main>"
            ),
            "contacto/",
        ),
        ("<main><h1>¿Cómo pago una multa?</h1><p>Lorem ipsum dolor sit amet.</p></main>", "faq/"),
        ("<main><h2>Ministerio de Salud</h2><p>Rectoría de la salud.</p></main>", "instituciones/"),
        ("<main><h2>Misión</h2><p>Dar permisos y licencias.</p></main>", "servicios/"),
        ("<main><h1>Trámites y servicios</h1><p>Bienvenido a esta página.</p></main>", "tramites/"),
    ],
)
def test_no_service_is_seen_where_there_is_none(html: str, path: str) -> None:
    assert names(html, path) == []


def test_box_that_repeats_all_over_the_portal_names_no_service() -> None:
    box = (
        "<h3>Lo más pedido</h3><ul><li><a href=/p/>Pasaporte</a></li><li>"
        "<a href=/l/>Licencia</a></li></ul>"
    )
    pages = [page_of(f"<main><p>Página {n}</p>{box}</main>", f"servicios/{n}/") for n in range(6)]

    furniture = furniture_of(pages)

    assert {"pasaporte", "licencia"} <= furniture
    assert find_offers(pages[0], furniture=furniture) == ()


def test_what_a_page_is_about_is_no_furniture() -> None:
    pages = [
        page_of("<main><h1>Cita previa</h1><p>Paso</p></main>", f"cita/{n}/") for n in range(6)
    ]

    assert "cita previa" not in furniture_of(pages)


def test_link_around_the_next_title_is_not_of_this_one() -> None:
    card = '<a href="/{0}/"><h3>Licencia {0}</h3></a><p>Para quien la necesite.</p>'
    page = page_of(
        "<main><h1>Servicios</h1>" + "".join(map(card.format, ("uno", "dos", "tres"))) + "</main>",
        "servicios/",
    )

    links = [[link.raw for link in offer.section.links] for offer in find_offers(page)]

    assert links == [["/uno/"], ["/dos/"], ["/tres/"]]


def test_form_of_a_service_names_itself_when_the_title_says_less() -> None:
    found = names(
        "<main><h1>Recepción de solicitudes</h1><h2>Envía una queja</h2><p>Complete sus datos.</p>"
        "<form action=/q><input name=cedula><textarea name=queja></textarea>"
        "<button>Enviar queja</button></form></main>"
    )

    assert found == ["Envía una queja"]
