"""More kinds, chosen because they are common and easily misjudged."""

from tests.crawler.kinds.case import Case

VARIED = (
    Case(
        name="requirements-for-each-thing",
        path="registro-civil/requisitos",
        html="""
<main><h1>Registro Civil</h1><h2>Requisitos para matrimonio civil</h2><ul>
<li>Partidas recientes</li>
<li>Dos testigos</li></ul><h2>Requisitos para inscripción de nacimiento</h2><ul>
<li>Constancia del hospital</li></ul><h2>Requisitos para divorcio</h2><ul><li>Sentencia</li></ul>
</main>""",
        services={
            "Matrimonio civil": (1, 1),
            "Inscripción de nacimiento": (1, 1),
            "Divorcio": (1, 1),
        },
    ),
    Case(
        name="sheet-whose-title-begins-with-requirements",
        path="obras/requisitos-licencia",
        html="""
<main><h1>Requisitos para licencia de construcción</h1><ol><li>Solicitud escrita</li><li>Planos</li>
<li>Solvencia municipal</li></ol><p>Costo: según presupuesto de obra.</p></main>""",
        services={"Licencia de construcción": (1, 1)},
    ),
    Case(
        name="virtual-filing-desk",
        path="mesa-de-partes",
        html="""
<main><h1>Mesa de partes virtual</h1><p>Presente sus documentos desde su casa.</p>
<form action="/mpv" method="post"><label>DNI o RUC <input name="doc"></label>
<label>Asunto <input name="asunto"></label><label>Archivo <input type="file" name="f"></label>
<button>Enviar</button></form></main>""",
        services={"Mesa de partes virtual": (3, 3)},
    ),
    Case(
        name="book-of-complaints",
        path="libro-de-reclamaciones",
        html="""
<main><h1>Libro de reclamaciones</h1><form method="post" action="/reclamo">
<label>Nombre <input name="n"></label><label>DNI <input name="dni"></label>
<label>Detalle <textarea name="d"></textarea></label><button>Registrar reclamo</button></form>
</main>""",
        services={"Libro de reclamaciones": (3, 3)},
    ),
    Case(
        name="quick-links-on-the-home-page",
        path="",
        html="""
<main><section class="accesos"><h2>Trámites destacados</h2><a class="acceso" href="/predial">
Pago de predial</a><a class="acceso" href="/licencias">Licencia de funcionamiento</a>
<a class="acceso" href="/multas">Consulta de multas</a></section></main>""",
        services={
            "Pago de predial": (1, 1),
            "Licencia de funcionamiento": (1, 1),
            "Consulta de multas": (1, 1),
        },
    ),
    Case(
        name="buttons-that-pay",
        path="pagos",
        html="""
<main><h1>Pagos en línea</h1><div class="card"><h4>Impuesto predial</h4><p>Pague sin filas.</p>
<a href="https://pagos.muni.example/predial">Pagar</a></div><div class="card"><h4>Agua potable</h4>
<p>Con su número de cuenta.</p><a href="https://pagos.muni.example/agua">Pagar</a></div>
<div class="card"><h4>Multas de tránsito</h4><p>Con la placa.</p>
<a href="https://pagos.muni.example/multas">Pagar</a></div></main>""",
        services={
            "Impuesto predial": (3, 1),
            "Agua potable": (3, 1),
            "Multas de tránsito": (3, 1),
        },
    ),
    Case(
        name="payment-by-account-number",
        path="pagar-predial",
        html="""
<main><h1>Pago de impuesto predial</h1><form action="/pago" method="post"><label>Clave catastral
<input name="clave"></label><button>Consultar adeudo</button></form></main>""",
        services={"Pago de impuesto predial": (3, 3)},
    ),
    Case(
        name="site-menu-of-services-only",
        path="inicio",
        html="""
<body><nav><ul><li><a href="/s/1">Licencia de construcción</a></li><li><a href="/s/2">Boleto de
ornato</a></li><li><a href="/s/3">Agua potable</a></li></ul></nav><main><h1>Bienvenidos</h1>
<p>Sitio oficial de la municipalidad.</p></main><footer><ul><li><a href="/s/1">Licencia de
construcción</a></li></ul></footer></body>""",
    ),
    Case(
        name="english-report-an-issue",
        path="services/report",
        html="""
<main><h1>Report a pothole</h1><p>Tell us where the street needs repair.</p>
<form action="/report" method="post"><label>Location <input name="location"></label>
<label>Description <textarea name="d"></textarea></label><button>Submit</button></form></main>""",
        services={"Report a pothole": (2, 2)},
    ),
    Case(
        name="english-pay-bill",
        path="services/water",
        html="""
<main><h1>Pay your water bill</h1><p>Pay online, by mail or in person.</p>
<a href="https://pay.city.example/water">Pay online</a></main>""",
        services={"Pay your water bill": (3, 1)},
    ),
    Case(
        name="spain-previous-appointment",
        path="cita-previa",
        html="""
<main><h1>Cita previa</h1><p>Solicite cita para ser atendido en el registro.</p>
<a href="https://citas.ayto.example/nueva">Solicitar cita</a></main>""",
        services={"Cita previa": (3, 1)},
    ),
    Case(
        name="chile-permit-online",
        path="transito/permiso-de-circulacion",
        html="""
<main><h1>Permiso de circulación</h1><p>Renueve su permiso.</p><h3>Documentos</h3>
<ul><li>Revisión técnica</li><li>SOAP</li></ul><a href="https://www.pagopermiso.example/muni">
Pagar aquí</a></main>""",
        services={"Permiso de circulación": (3, 1)},
    ),
    Case(
        name="information-request-by-form-to-download",
        path="oir",
        html="""
<main><h1>Oficina de información y respuesta</h1>
<p>Presente su solicitud en la oficina o por correo.
</p><p><a href="/doc/solicitud-informacion.docx">Formulario de solicitud de información</a></p>
</main>""",
        services={"Solicitud de información": (2, 2)},
    ),
    Case(
        name="payslips-for-employees",
        path="contracheque",
        html="""
<main><h1>Consulta de recibos de nómina</h1><p>Exclusivo para trabajadores del ayuntamiento.</p>
<form method="post"><input name="rfc"><input type="password" name="c"><button>Entrar</button></form>
</main>""",
    ),
    Case(
        name="mention-in-prose",
        path="historia-2",
        html="""
<main><h1>Nuestra comunidad</h1><p>Aquí puede obtener su licencia y pagar el agua, como hace cien
años, en el palacio del parque central.</p></main>""",
    ),
    Case(
        name="dated-post-with-a-name",
        path="2023/05/03/jornada",
        html="""
<article><h1>Jornada de licencias de conducir</h1><p class="meta">3 de mayo de 2023 · Comunicación
</p><p>Más de cien personas recibieron su licencia durante la jornada.</p></article>""",
    ),
    Case(
        name="social-programme",
        path="programas/adulto-mayor",
        html="""
<main><h1>Programas sociales</h1><h2>Apoyo económico al adulto mayor</h2><p>Entrega mensual a
personas de 65 años o más.</p><h3>Requisitos</h3><ul><li>Documento de identidad</li></ul>
<h3>¿Dónde solicitarlo?</h3><p>Oficina del adulto mayor.</p></main>""",
        services={"Apoyo económico al adulto mayor": (1, 1)},
    ),
    Case(
        name="health-services",
        path="servicios-de-salud",
        html="""
<main><h1>Servicios</h1><div class="service-item"><h3>Consulta externa</h3><p>Medicina general y
pediatría, de lunes a viernes.</p></div><div class="service-item"><h3>Laboratorio clínico</h3>
<p>Exámenes de sangre.</p></div><div class="service-item"><h3>Urgencias</h3><p>Todos los días.</p>
</div></main>""",
        services={
            "Consulta externa": (1, 1),
            "Laboratorio clínico": (1, 1),
            "Urgencias": (1, 1),
        },
    ),
    Case(
        name="procedure-in-steps-online-behind-a-login",
        path="tramites/antecedentes",
        html="""
<main><h1>Constancia de antecedentes</h1><h2>Pasos</h2><ol>
<li>Cree su usuario en la plataforma.</li>
<li>Ingrese con su usuario y contraseña.</li><li>Pague en línea con tarjeta.</li>
<li>Descargue su constancia.</li></ol><h2>Costo</h2><p>Q 30.00</p></main>""",
        services={"Constancia de antecedentes": (3, 1)},
    ),
    Case(
        name="acknowledgement-is-not-delivery",
        path="tramites/aviso",
        html="""
<main><h1>Aviso de apertura</h1><h2>Pasos</h2><p>Envíe la solicitud en línea. Recibirá el número de
expediente por correo.</p><h2>Costo</h2><p>Gratuito</p></main>""",
        services={"Aviso de apertura": (3, 1)},
    ),
    Case(
        name="online-some-day",
        path="tramites/patente",
        html="""
<main><h1>Patente municipal</h1><h2>Requisitos</h2><p>Documento.</p><h2>Costo</h2><p>$ 10</p>
<h2>Trámite en línea</h2><p>Próximamente.</p></main>""",
        services={"Patente municipal": (1, 1)},
    ),
    Case(
        name="third-party-form-by-link",
        path="tramites/huertos",
        html="""
<main><h1>Inscripción a huertos comunitarios</h1><p>Para vecinos con terreno.</p>
<p><a href="https://forms.gle/abc">Llenar formulario</a></p></main>""",
        services={"Inscripción a huertos comunitarios": (2, 1)},
    ),
    Case(
        name="headerless-office-page",
        path="oficina-de-la-mujer",
        html="""
<div><p><strong>Oficina de la Mujer</strong></p><p>Servicios que presta:</p><ul>
<li>Asesoría jurídica gratuita</li><li>Atención psicológica</li><li>Cursos de cocina</li></ul>
</div>""",
        services={
            "Asesoría jurídica gratuita": (1, 1),
            "Atención psicológica": (1, 1),
            "Cursos de cocina": (1, 1),
        },
    ),
    Case(
        name="frames-page",
        path="marco.htm",
        html='<frameset cols="20%,80%"><frame src="menu.htm"><frame src="tramites.htm"></frameset>',
    ),
    Case(
        name="open-oauth-link",
        path="tramites/cedula-digital",
        html="""
<main><h1>Cédula profesional digital</h1><p>Obtenga su cédula.</p><h2>Requisitos</h2><p>Título.</p>
<a href="https://identidad.nacion.example/oauth2/authorize?response_type=code&amp;client_id=x">
Entrar</a></main>""",
        services={"Cédula profesional digital": (4, 1)},
    ),
    Case(
        name="social-log-in-is-not-shared-identity",
        path="tramites/cedula-comun",
        html="""
<main><h1>Cédula profesional</h1><p>Obtenga su cédula.</p><h2>Requisitos</h2><p>Título.</p>
<h2>Costo</h2><p>$ 100</p>
<a href="https://www.facebook.com/v3/dialog/oauth?response_type=token">Entrar con Facebook</a>
</main>""",
        services={"Cédula profesional": (1, 1)},
    ),
)
