"""Sheets in the manner of national portals of procedures, and of municipal home pages."""

from tests.crawler.kinds.case import Case

NATIONAL = (
    Case(
        name="questions-as-headings",
        path="ficha/882-pasaporte",
        html="""
<main><h1>Pasaporte</h1><h2>Descripción</h2><p>Documento para viajar.</p><h2>¿A quién está dirigido?
</h2><p>Personas mayores de edad.</p><h2>¿Qué necesito para hacer el trámite?</h2><p>Cédula.</p>
<h2>¿Cuál es el costo del trámite?</h2><p>$ 69.660</p><h2>¿Cómo y dónde hago el trámite?</h2>
<h3>En oficina</h3><ol><li>Diríjase a una oficina.</li></ol></main>""",
        services={"Pasaporte": (1, 1)},
    ),
    Case(
        name="question-sheet-with-site-of-the-procedure",
        path="servicio/obtener-licencia",
        html="""
<main><h1>Obtener la licencia de caza</h1><h2>¿Qué necesito?</h2><ul><li>DNI</li></ul>
<h2>¿Cómo hago?</h2><ol><li>Completá la solicitud en línea.</li></ol><h2>¿Cuánto cuesta?</h2>
<p>Gratuito</p><p>
<a class="btn" href="https://tramites.otro.example/caza">Ir al sitio del trámite</a>
</p></main>""",
        services={"Obtener la licencia de caza": (3, 1)},
    ),
    Case(
        name="guide-with-start-button",
        path="apply-fishing-licence",
        html="""
<main><h1>Apply for a fishing licence</h1><p>You need a licence to fish in rivers and lakes.</p>
<h2>What you need</h2><p>Your date of birth and a card.</p>
<a role="button" href="https://fishing.service.example/start">Start now</a></main>""",
        services={"Apply for a fishing licence": (3, 1)},
    ),
    Case(
        name="procedure-with-modalities",
        path="tramites-y-servicios/T1234",
        html="""
<main><h1>Licencia de intervención del espacio público</h1><p>Autoriza ocupar o intervenir.</p>
<p><strong>Puedes realizar este trámite:</strong> Presencial</p><h3>Requisitos</h3><ul>
<li>Formulario diligenciado</li></ul><h3>Tiempo de respuesta</h3><p>45 días</p></main>""",
        services={"Licencia de intervención del espacio público": (1, 1)},
    ),
    Case(
        name="municipal-home-page",
        path="",
        html="""
<header><img src="logo.png" alt="Municipalidad de Ejemplo"></header>
<main><section class="slider"><h2>Juntos construimos</h2></section>
<section><h2>Servicios en línea</h2><div class="row"><div class="box"><a
href="https://pagos.muni.example/iusi"><h4>Pago de IUSI</h4></a><p>Desde su casa.</p></div>
<div class="box"><a href="/licencias"><h4>Licencia de construcción</h4></a>
<p>Requisitos y costos.</p>
</div><div class="box"><a href="/quejas"><h4>Quejas y denuncias</h4></a><p>Le escuchamos.</p></div>
</div></section><section><h2>Noticias</h2><div class="card"><h4>Inauguran puente</h4><p>Vecinos
celebran.</p></div><div class="card"><h4>Jornada médica</h4><p>Este sábado.</p></div></section>
<section><h2>Eventos</h2><p>Feria patronal del 3 al 9.</p></section></main>""",
        services={
            "Pago de IUSI": (1, 1),
            "Licencia de construcción": (1, 1),
            "Quejas y denuncias": (1, 1),
        },
    ),
    Case(
        name="municipal-home-page-without-services",
        path="",
        html="""
<main><h1>Municipalidad de Ejemplo</h1><p>Bienvenidos a nuestro portal.</p><section>
<h2>Nuestro alcalde</h2><p>Ing. Juan Ejemplo</p></section><section><h2>Transparencia</h2>
<a href="/laip">Información pública</a></section><section><h2>Noticias</h2><h4>Se reparte abono</h4>
<p>Agricultores reciben abono.</p></section><section><h2>Galería</h2></section></main>""",
    ),
    Case(
        name="office-with-requirements-in-lists",
        path="dmm",
        html="""
<main><h2>Dirección Municipal de la Mujer</h2><p>Promueve los derechos.</p>
<h3>Constitución de comité
</h3><p>Requisitos:</p><ul><li>Acta</li><li>Documento de identidad</li></ul><p>Tiempo: 8 días</p>
<h3>Capacitación técnica</h3><p>Requisitos:</p><ul><li>Solicitud</li></ul><p>Costo: gratuito</p>
</main>""",
        services={"Constitución de comité": (1, 1), "Capacitación técnica": (1, 1)},
    ),
    Case(
        name="table-row-for-each-part",
        path="tramite-unico",
        html="""
<main><table border="1"><tr><td colspan="2"><b>LICENCIA DE TRANSPORTE</b></td></tr>
<tr><td>REQUISITOS</td><td>Solicitud, fotocopia de documento</td></tr><tr><td>COSTO</td>
<td>Q 200.00</td></tr><tr><td>TIEMPO</td><td>15 días</td></tr></table></main>""",
        services={"LICENCIA DE TRANSPORTE": (1, 1)},
    ),
    Case(
        name="nested-accordions",
        path="tramites/todos",
        html="""
<main><h1>Trámites</h1><div class="accordion"><div class="card"><div class="card-header"><h5><button
data-toggle="collapse" data-target="#a">Licencia de abarrotes</button></h5></div>
<div id="a" class="collapse"><div class="card-body"><p><b>Requisitos:</b></p><ul><li>Solicitud</li>
</ul><p><b>Costo:</b> Q 100</p></div></div></div><div class="card"><div class="card-header"><h5>
<button data-toggle="collapse" data-target="#b">Licencia de cantina</button></h5></div>
<div id="b" class="collapse"><div class="card-body"><p><b>Requisitos:</b></p><ul><li>Solvencia</li>
</ul><p><b>Costo:</b> Q 900</p></div></div></div></div></main>""",
        services={"Licencia de abarrotes": (1, 1), "Licencia de cantina": (1, 1)},
    ),
    Case(
        name="links-to-other-hosts-that-do-it",
        path="servicios-electronicos",
        html="""
<main><h1>Servicios electrónicos</h1><ul><li><a href="https://ventanilla.otra.example/nit">
Inscripción de contribuyente</a></li><li><a href="https://ventanilla.otra.example/solvencia">
Solvencia fiscal</a></li><li><a href="https://ventanilla.otra.example/factura">Verificación de
facturas</a></li></ul></main>""",
        services={
            "Inscripción de contribuyente": (1, 1),
            "Solvencia fiscal": (1, 1),
            "Verificación de facturas": (1, 1),
        },
    ),
    Case(
        name="school-enrolment",
        path="matricula",
        html="""
<main><h1>Proceso de matrícula 2025</h1><h2>Requisitos</h2><ul><li>Partida de nacimiento</li>
<li>Certificado de estudios</li></ul><h2>Fechas</h2><p>Del 5 al 20 de enero.</p></main>""",
        services={"Proceso de matrícula 2025": (1, 1)},
    ),
    Case(
        name="scholarship-call-with-form",
        path="becas",
        html="""
<main><h1>Becas municipales</h1><p>Para estudiantes de escasos recursos.</p><h2>Requisitos</h2>
<ul><li>Promedio de 80 puntos</li></ul><a href="/f/solicitud-beca.pdf">Descargar solicitud</a>
</main>""",
        services={"Becas municipales": (2, 2)},
    ),
    Case(
        name="water-company",
        path="clientes/reconexion",
        html="""
<main><h1>Reconexión del servicio de agua</h1><p>Si le cortaron el agua por falta de pago.</p>
<h2>¿Qué debo hacer?</h2><p>Pague su deuda y solicite la reconexión por teléfono.</p></main>""",
        services={"Reconexión del servicio de agua": (1, 1)},
    ),
    Case(
        name="customer-portal-log-in-for-a-service",
        path="oficina-virtual",
        html="""
<main><h1>Consulta de facturas de agua</h1><p>Ingrese para ver y pagar sus facturas.</p>
<form method="post"><label>Número de contrato <input name="contrato"></label><label>Contraseña
<input type="password" name="p"></label><button>Ingresar</button></form></main>""",
        services={"Consulta de facturas de agua": (3, 3)},
    ),
    Case(
        name="verification-of-a-paper",
        path="verificar",
        html="""
<main><h1>Verificación de certificados</h1><p>Compruebe que un certificado es auténtico.</p>
<form><label>Código <input name="codigo"></label><button>Verificar</button></form></main>""",
        services={"Verificación de certificados": (2, 2)},
    ),
)
