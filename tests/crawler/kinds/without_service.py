"""Pages that speak the words of services and offer none."""

from tests.crawler.kinds.case import Case

WITHOUT_SERVICE = (
    Case(
        name="news-about-a-service",
        path="noticias/2024/nueva-licencia-en-linea",
        html="""
<article><h1>Alcalde inaugura trámite de licencia en línea</h1><time>12 de marzo de 2024</time>
<p>Desde hoy los vecinos podrán solicitar su licencia de construcción en línea y pagar con tarjeta.
</p><p>Redacción: Comunicación Social</p></article>""",
    ),
    Case(
        name="news-list-on-the-home-page",
        path="",
        html="""
<main><h2>Últimas noticias</h2><div class="card"><h5>Jornada de vacunación de mascotas</h5>
<p>Se atendió a 200 mascotas. 3 de mayo de 2024</p><a href="/noticias/1">Leer más</a></div>
<div class="card"><h5>Entrega de títulos de propiedad</h5><p>El alcalde entregó 30 títulos.</p>
<a href="/noticias/2">Leer más</a></div><div class="card"><h5>Inicia matrícula escolar</h5>
<p>Autoridades anunciaron el calendario.</p><a href="/noticias/3">Leer más</a></div></main>""",
    ),
    Case(
        name="tender",
        path="compras/licitacion-3",
        html="""
<main><h1>Licitación pública 3-2024: servicio de recolección de desechos</h1>
<h2>Requisitos</h2><p>Oferta firmada y fianza.</p><h2>Costo de las bases</h2><p>Q 100.00</p>
<a href="/bases.pdf">Descargar formulario de oferta</a></main>""",
    ),
    Case(
        name="job",
        path="empleo/inspector",
        html="""
<main><h1>Convocatoria: inspector de licencias</h1><h2>Requisitos</h2><p>Título universitario.</p>
<h2>Documentos</h2><p>Currículo y antecedentes.</p><p>Enviar a rrhh@muni.example</p></main>""",
    ),
    Case(
        name="law-text",
        path="marco-legal/reglamento-de-construccion",
        html="""
<main><h1>Reglamento de construcción</h1><h2>Capítulo I. Licencias</h2><p>Artículo 1. Toda obra
requiere licencia. Los requisitos son los siguientes.</p><h2>Capítulo II. Tasas</h2><p>Artículo 9.
El costo de la licencia será el 1 % de la obra.</p></main>""",
    ),
    Case(
        name="transparency-numerals",
        path="transparencia",
        html="""
<main><h1>Información pública de oficio</h1><ol><li><a href="/t/1.pdf">Estructura orgánica</a></li>
<li><a href="/t/2.pdf">Dirección y teléfonos</a></li><li><a href="/t/3.pdf">Directorio de empleados
</a></li><li><a href="/t/7.pdf">Presupuesto de ingresos y egresos</a></li>
<li><a href="/t/10.pdf">Contrataciones de bienes y servicios</a></li></ol></main>""",
    ),
    Case(
        name="organisation-chart",
        path="organigrama",
        html="""
<main><h1>Organigrama</h1><ul><li>Registro Civil</li><li>Dirección de Catastro</li>
<li>Departamento de Licencias</li><li>Unidad de Cobro de Agua Potable</li></ul></main>""",
    ),
    Case(
        name="office-with-mission-and-functions",
        path="direcciones/obras",
        html="""
<main><h1>Dirección de Obras</h1><h2>Misión</h2><p>Ordenar el territorio.</p><h2>Funciones</h2>
<ul><li>Emitir licencias de construcción.</li><li>Supervisar obras.</li>
<li>Autorizar fraccionamientos.</li></ul></main>""",
    ),
    Case(
        name="manual-of-procedures",
        path="manuales/manual-de-procedimientos",
        html="""
<main><h1>Manual de procedimientos internos</h1><h2>Procedimiento</h2><p>El analista traslada el
expediente a jefatura, que firma el dictamen y lo devuelve a archivo.</p></main>""",
    ),
    Case(
        name="event",
        path="eventos/feria-del-empleo",
        html="""
<main><h1>Feria del empleo</h1><p>Lugar: parque central. Fecha: 3 de junio de 2024.</p>
<h2>Horario</h2><p>De 8 a 16 horas.</p><a href="https://forms.gle/x">Inscríbase</a></main>""",
    ),
    Case(
        name="staff-log-in",
        path="intranet",
        html="""
<main><h1>Intranet institucional</h1><form method="post" action="/intranet/login">
<input name="usuario"><input type="password" name="clave"><button>Ingresar</button></form>
</main>""",
    ),
    Case(
        name="staff-mail",
        path="correo",
        html="""
<main><h1>Correo institucional</h1><p>Acceso para empleados.</p>
<form action="/owa/auth" method="post"><input name="username"><input type="password" name="p">
<button>Iniciar sesión</button></form></main>""",
    ),
    Case(
        name="log-in-and-nothing-else",
        path="acceso",
        html="""
<main><h1>Iniciar sesión</h1><form method="post"><input name="email" type="email">
<input type="password" name="pass"><button>Entrar</button></form>
<a href="/olvido">¿Olvidó su contraseña?</a></main>""",
    ),
    Case(
        name="lorem-ipsum-under-names",
        path="servicios-demo",
        html="""
<main><h1>Servicios</h1><div class="card"><h3>Licencias</h3><p>Lorem ipsum dolor sit amet.</p></div>
<div class="card"><h3>Permisos</h3><p>Lorem ipsum dolor sit amet.</p></div>
<div class="card"><h3>Pagos</h3><p>Lorem ipsum dolor sit amet.</p></div></main>""",
    ),
    Case(
        name="heading-and-nothing-under-it",
        path="licencias-de-conducir-vacia",
        html="<main><h1>Licencias de conducir</h1></main>",
    ),
    Case(
        name="guidance-for-webmasters",
        path="guia/componentes",
        html="""
<main><h1>Guía de componentes para sitios del gobierno</h1><p>Los equipos web usarán el botón para
acciones. Ejemplo: <code>Solicitar</code>.</p><h2>Formulario</h2><p>Cada campo lleva etiqueta.</p>
</main>""",
    ),
    Case(
        name="press-gallery",
        path="galeria",
        html="""
<main><h1>Galería de fotos</h1><h3>Entrega de becas 2023</h3><img src="a.jpg" alt="">
<h3>Jornada de cedulación</h3><img src="b.jpg" alt=""></main>""",
    ),
    Case(
        name="frequent-questions",
        path="preguntas-frecuentes",
        html="""
<main><h1>Preguntas frecuentes</h1><h3>¿Cómo solicito una licencia?</h3><p>En la oficina de obras.
</p><h3>¿Cuánto cuesta el boleto de ornato?</h3><p>Depende del ingreso.</p></main>""",
    ),
    Case(
        name="tourist-information",
        path="turismo",
        html="""
<main><h1>Turismo</h1><h2>Qué visitar</h2><ul><li>Mirador</li><li>Mercado de artesanías</li>
<li>Laguna</li></ul><h2>Gastronomía</h2><p>Platos típicos.</p></main>""",
    ),
    Case(
        name="general-contact-form",
        path="contacto",
        html="""
<main><h1>Contáctenos</h1><p>Palacio municipal, tel. 2222-0000.</p><form action="/enviar"
method="post"><input name="nombre"><input name="correo" type="email"><textarea name="mensaje">
</textarea><button>Enviar mensaje</button></form></main>""",
    ),
    Case(
        name="home-pages-of-other-institutions",
        path="enlaces",
        html="""
<main><h1>Enlaces de interés</h1><ul><li><a href="https://www.registro.gob.gt/">Registro Nacional
</a></li><li><a href="https://portal.impuestos.gob.gt/">Administración Tributaria</a></li>
<li><a href="https://www.migracion.gob.gt/">Pasaportes</a></li></ul></main>""",
    ),
    Case(
        name="mayor-speech",
        path="mensaje-del-alcalde",
        html="""
<main><h1>Mensaje del alcalde</h1><p>Hemos mejorado los trámites y servicios. Hoy la licencia de
construcción se obtiene en tres días y el pago del agua se hace en línea.</p></main>""",
    ),
    Case(
        name="council-sessions",
        path="concejo/sesiones",
        html="""
<main><h1>Sesiones del concejo</h1><ul><li><a href="/actas/1.pdf">Acta 1-2024</a></li>
<li><a href="/actas/2.pdf">Acta 2-2024</a></li><li><a href="/actas/3.pdf">Acta 3-2024</a></li></ul>
</main>""",
    ),
    Case(
        name="accounts-report",
        path="rendicion-de-cuentas",
        html="""
<main><h1>Rendición de cuentas</h1><p>En 2023 se emitieron 1,204 licencias y 5,301 certificaciones.
</p><a href="/informe.pdf">Descargar informe</a></main>""",
    ),
    Case(
        name="privacy-notice",
        path="privacidad",
        html="""
<main><h1>Aviso de privacidad</h1><p>Usted puede solicitar la rectificación de sus datos.</p>
<h2>Derechos</h2><p>Acceso, rectificación y cancelación.</p></main>""",
    ),
    Case(
        name="newsletter-and-search",
        path="boletin-2",
        html="""
<main><h1>Municipalidad de Ejemplo</h1><p>Bienvenidos.</p><form role="search"><input name="s">
<button>Buscar</button></form><form action="/news"><input type="email" name="e"><button>Suscribirse
</button></form></main>""",
    ),
    Case(
        name="not-found",
        path="licencias-viejas",
        html="""
<main><h1>Página no encontrada</h1><p>La licencia o el trámite que busca ya no está aquí.</p>
<form><input name="q"><button>Buscar</button></form></main>""",
    ),
    Case(
        name="library-hours",
        path="biblioteca",
        html="""
<main><h1>Biblioteca municipal</h1><p>Lunes a viernes de 9 a 17 horas.</p><p>Sala infantil y
hemeroteca.</p></main>""",
    ),
    Case(
        name="open-data",
        path="datos-abiertos",
        html="""
<main><h1>Datos abiertos</h1><ul><li><a href="/d/licencias.csv">Licencias de construcción 2023</a>
</li><li><a href="/d/multas.csv">Multas 2023</a></li><li><a href="/d/patentes.csv">Patentes 2023</a>
</li></ul></main>""",
    ),
    Case(
        name="by-laws-list",
        path="normatividad/reglamentos",
        html="""
<main><h1>Reglamentos</h1><ul><li><a href="/r/1.pdf">Reglamento de licencias</a></li>
<li><a href="/r/2.pdf">Reglamento de mercados</a></li><li><a href="/r/3.pdf">Ley de ingresos</a>
</li>
</ul></main>""",
    ),
    Case(
        name="italian-council-news",
        path="novita/comunicato",
        html="""
<main><h1>Nuovo servizio di prenotazione</h1><p>12 marzo 2024. Da oggi è possibile prenotare.</p>
</main>""",
    ),
    Case(
        name="empty-shell",
        path="app",
        html='<div id="root"></div><script src="/main.js"></script>',
    ),
    Case(
        name="directory-of-officials",
        path="directorio",
        html="""
<main><h1>Directorio</h1><table><tr><th>Nombre</th><th>Cargo</th><th>Teléfono</th></tr>
<tr><td>Ana Ejemplo</td><td>Registradora civil</td><td>2222-0001</td></tr>
<tr><td>Luis Ejemplo</td><td>Jefe de licencias</td><td>2222-0002</td></tr></table></main>""",
    ),
    Case(
        name="survey",
        path="encuesta",
        html="""
<main><h1>Encuesta de satisfacción</h1><form><p>¿Cómo califica la atención?</p>
<label><input type="radio" name="a" value="1">Buena</label>
<label><input type="radio" name="a" value="2">Mala</label><button>Votar</button></form></main>""",
    ),
    Case(
        name="works-projects",
        path="proyectos",
        html="""
<main><h1>Proyectos</h1><h3>Ampliación de agua potable</h3><p>Avance 60 %, costo Q 2,000,000.</p>
<h3>Mejoramiento de drenajes</h3><p>Avance 20 %.</p><h3>Alumbrado público de la 3a calle</h3>
<p>Terminado.</p></main>""",
    ),
)
