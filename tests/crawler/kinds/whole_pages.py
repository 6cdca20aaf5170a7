"""Pages with all that stands around a body on real sites, and words that deceive."""

from tests.crawler.kinds.case import Case

HEAD = """<header class="site-header"><nav class="navbar"><ul><li><a href="/">Inicio</a></li>
<li><a href="/tramites">Trámites</a><ul class="sub-menu"><li><a href="/t/1">Licencia de obra</a>
</li>
<li><a href="/t/2">Boleto de ornato</a></li></ul></li></ul></nav>
<form role="search"><input name="s" placeholder="Buscar"><button>Buscar</button></form></header>
<div class="breadcrumb"><a href="/">Inicio</a> / <a href="/tramites">Trámites</a></div>"""
SIDE = """<aside class="sidebar"><h3>Trámites más consultados</h3><ul><li><a href="/t/2">Boleto de
ornato</a></li><li><a href="/t/3">Matrimonio civil</a></li></ul><h3>Noticias recientes</h3><ul>
<li><a href="/n/1">Entregan títulos de propiedad</a> 3 de mayo de 2024</li></ul></aside>"""
FOOT = """<footer class="site-footer"><h4>Contacto</h4><p>1a calle 2-03 zona 1. Tel. 2222-0000</p>
<form action="/boletin"><input type="email" name="e"><button>Suscribirme</button></form>
<p>Todos los derechos reservados</p></footer>
<div id="cookie-consent" class="cookie-banner"><p>Usamos cookies.</p><button>Aceptar</button>
</div>"""

WHOLE_PAGES = (
    Case(
        name="sheet-with-all-around-it",
        path="tramites/licencia-de-obra",
        html=f"""<body>{HEAD}<div class="content"><h1>Licencia de obra</h1>
<p>Autoriza construir.</p>
<h3>Requisitos</h3><ul><li>Planos</li></ul><h3>Costo</h3><p>Q 500.00</p>
</div>{SIDE}{FOOT}</body>""",
        services={"Licencia de obra": (1, 1)},
    ),
    Case(
        name="news-with-all-around-it",
        path="2024/05/titulos",
        html=f"""<body>{HEAD}<article><h1>Entregan títulos de propiedad a 30 familias</h1>
<p>3 de mayo de 2024</p><p>El alcalde entregó los títulos y anunció que la licencia de obra se hará
en línea.</p></article>{SIDE}{FOOT}</body>""",
    ),
    Case(
        name="welcome-with-all-around-it",
        path="bienvenida",
        html=f"""<body>{HEAD}<main><h1>Bienvenidos</h1><p>Somos una institución al servicio de
todos.</p></main>{SIDE}{FOOT}</body>""",
    ),
    Case(
        name="complaint-against-public-servants",
        path="denuncias",
        html="""
<main><h1>Denuncia contra servidores públicos</h1><p>Denuncie actos de corrupción.</p>
<form action="/denuncia" method="post"><label>Nombre del funcionario <input name="f"></label>
<label>Hechos <textarea name="h"></textarea></label><button>Enviar denuncia</button></form>
</main>""",
        services={"Denuncia contra servidores públicos": (2, 2)},
    ),
    Case(
        name="birth-records-under-a-word-of-minutes",
        path="actas-de-nacimiento",
        html="""
<main><h1>Actas de nacimiento</h1><p>Copia certificada del registro civil.</p><h2>Costo</h2>
<p>$ 85.00</p><h2>Requisitos</h2><p>CURP</p></main>""",
        services={"Actas de nacimiento": (1, 1)},
    ),
    Case(
        name="permit-for-events",
        path="permiso-para-eventos",
        html="""
<main><h1>Permiso para eventos en la vía pública</h1><h2>Requisitos</h2><ul><li>Carta</li></ul>
<h2>Plazo</h2><p>10 días</p></main>""",
        services={"Permiso para eventos en la vía pública": (1, 1)},
    ),
    Case(
        name="wizard-that-is-over",
        path="solicitud/fin",
        html="<main><h1>Solicitud enviada</h1><p>Gracias. Su número es 123.</p></main>",
    ),
    Case(
        name="notice-board-in-italian",
        path="albo-pretorio",
        html="""
<main><h1>Albo pretorio</h1><ul><li><a href="/a/1.pdf">Delibera 1/2024</a></li>
<li><a href="/a/2.pdf">Determina 2/2024</a></li></ul></main>""",
    ),
    Case(
        name="transparency-in-italian",
        path="amministrazione-trasparente",
        html="""
<main><h1>Amministrazione trasparente</h1><ul><li>Bandi di gara e contratti</li>
<li>Sovvenzioni, contributi, sussidi</li><li>Pagamenti dell'amministrazione</li></ul></main>""",
    ),
    Case(
        name="official-gazette-in-portuguese",
        path="diario-oficial",
        html="""
<main><h1>Diário oficial</h1><ul><li><a href="/d/1.pdf">Edição 1</a></li><li><a href="/d/2.pdf">
Edição 2</a></li></ul></main>""",
    ),
    Case(
        name="tenders-in-portuguese",
        path="licitacoes",
        html="""
<main><h1>Licitações</h1><table><tr><th>Número</th><th>Objeto</th></tr><tr><td>1/2024</td>
<td>Prestação de serviços de limpeza</td></tr><tr><td>2/2024</td><td>Aquisição de veículos</td></tr>
</table></main>""",
    ),
    Case(
        name="council-in-portuguese",
        path="vereadores",
        html="""
<main><h1>Vereadores</h1><ul><li>João Exemplo</li><li>Maria Exemplo</li></ul></main>""",
    ),
    Case(
        name="vacancies-in-english",
        path="jobs",
        html="""
<main><h1>Job openings</h1><h2>Permit technician</h2><p>Salary $40,000.</p><h3>Requirements</h3>
<p>High school diploma.</p></main>""",
    ),
    Case(
        name="departments-in-english",
        path="departments",
        html="""
<main><h1>City departments</h1><ul><li>City Clerk</li><li>Public Works</li><li>Parks and Recreation
</li><li>Finance</li></ul></main>""",
    ),
    Case(
        name="table-of-forms-with-icons",
        path="descargas",
        html="""
<main><h1>Descargas</h1><table><tr><th>Documento</th><th>Archivo</th></tr>
<tr><td>Formulario de inscripción de comercio</td><td><a href="/f/1.pdf"><img src="pdf.png"
alt="PDF"></a></td></tr><tr><td>Formulario de traspaso de negocio</td><td><a href="/f/2.pdf"><img
src="pdf.png" alt="PDF"></a></td></tr><tr><td>Formulario de cierre de negocio</td><td>
<a href="/f/3.pdf"><img src="pdf.png" alt="PDF"></a></td></tr></table></main>""",
        services={
            "Inscripción de comercio": (2, 2),
            "Traspaso de negocio": (2, 2),
            "Cierre de negocio": (2, 2),
        },
    ),
    Case(
        name="electronic-office-as-a-whole",
        path="sede",
        html="""
<main><h1>Sede electrónica</h1><h2>Trámites</h2><div class="card"><h3>Padrón de habitantes</h3>
<p>Altas y cambios de domicilio.</p><a href="/sede/padron">Iniciar</a></div><div class="card">
<h3>Tributos</h3><p>Pago de recibos.</p><a href="/sede/tributos">Pagar</a></div><div class="card">
<h3>Instancia general</h3><p>Para cualquier solicitud.</p><a href="/sede/instancia">Iniciar</a>
</div>
</main>""",
        services={
            "Padrón de habitantes": (3, 1),
            "Tributos": (3, 1),
            "Instancia general": (3, 1),
        },
    ),
    Case(
        name="department-that-tells-what-it-does",
        path="departamentos/registro-familiar",
        html="""
<main><h1>Registro del Estado Familiar</h1><p>Es la unidad que inscribe los hechos de la vida.</p>
<h2>Servicios</h2><ul><li>Asentamiento de nacimientos</li><li>Partidas de defunción</li>
<li>Carné de minoridad</li></ul><h2>Jefa</h2><p>Ana Ejemplo</p></main>""",
        services={
            "Asentamiento de nacimientos": (1, 1),
            "Partidas de defunción": (1, 1),
            "Carné de minoridad": (1, 1),
        },
    ),
    Case(
        name="bold-names-in-running-text",
        path="servicios/varios",
        html="""
<div class="entry"><h2>Servicios</h2><p><strong>Certificado de soltería</strong><br>Se entrega el
mismo día.</p><p><strong>Permiso de baile</strong><br>Pague en tesorería.</p>
<p><strong>Licencia de rastro</strong><br>Con vacuna del animal.</p></div>""",
        services={
            "Certificado de soltería": (1, 1),
            "Permiso de baile": (1, 1),
            "Licencia de rastro": (1, 1),
        },
    ),
    Case(
        name="calendar-of-activities",
        path="actividades",
        html="""
<main><h1>Calendario de actividades</h1><table><tr><th>Fecha</th><th>Actividad</th></tr>
<tr><td>3 de junio de 2024</td><td>Vacunación canina</td></tr><tr><td>9 de junio de 2024</td>
<td>Entrega de licencias</td></tr></table></main>""",
    ),
    Case(
        name="report-of-figures",
        path="cifras",
        html="""
<main><h1>Cifras del año</h1><table><tr><th>Concepto</th><th>Total</th></tr><tr><td>Licencias
emitidas</td><td>120</td></tr><tr><td>Multas cobradas</td><td>40</td></tr></table></main>""",
    ),
    Case(
        name="sheet-that-is-not-ready",
        path="tramites/vacio",
        html="""
<main><h1>Licencia de anuncio</h1><h2>Requisitos</h2><p>Lorem ipsum dolor sit amet.</p>
<h2>Costo</h2>
<p>Lorem ipsum.</p></main>""",
    ),
    Case(
        name="survey-of-services",
        path="encuesta-de-servicios",
        html="""
<main><h1>Evalúe nuestros servicios</h1><form method="post"><label><input type="radio" name="a">
Bueno</label><label><input type="radio" name="a">Malo</label><textarea name="c"></textarea>
<button>Votar</button></form></main>""",
    ),
)
