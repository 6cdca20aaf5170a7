"""Pages about one service, in the dress of many site builders."""

from tests.crawler.kinds.case import Case

SHEETS = (
    Case(
        name="wordpress-elementor",
        path="licencia-de-construccion/",
        html="""
<body class="elementor-page"><header class="site-header"><nav><ul><li><a href="/">Inicio</a></li>
<li><a href="/tramites/">Trámites</a></li></ul></nav></header>
<div class="elementor"><section class="elementor-section"><div class="elementor-widget">
<h1 class="elementor-heading-title">Licencia de construcción</h1></div></section>
<section class="elementor-section"><div class="elementor-widget-text-editor">
<p>Autoriza a levantar o ampliar una casa.</p></div>
<div class="elementor-widget"><h2 class="elementor-heading-title">Requisitos</h2></div>
<div class="elementor-widget-icon-list"><ul class="elementor-icon-list-items">
<li class="elementor-icon-list-item"><span>Planos firmados</span></li>
<li class="elementor-icon-list-item"><span>Título de propiedad</span></li></ul></div>
<div class="elementor-widget"><h2>Costo</h2><p>Q 3.00 por metro cuadrado</p></div>
<a class="elementor-button" href="/wp-content/uploads/solicitud-construccion.pdf">
<span>Descargar formulario</span></a></section></div>
<footer class="site-footer"><p>Tel. 2222-0000</p></footer></body>""",
        services={"Licencia de construcción": (2, 2)},
    ),
    Case(
        name="joomla",
        path="index.php/servicios/boleto-de-ornato",
        html="""
<div class="item-page" itemscope><div class="page-header"><h2 itemprop="headline">
Boleto de ornato</h2></div><dl class="article-info"><dd>Categoría: Servicios</dd>
<dd>Visto: 1033</dd></dl><div itemprop="articleBody"><p><strong>Requisitos:</strong></p>
<ul><li>Documento de identidad</li></ul><p><strong>Valor:</strong> Q 15.00 a Q 150.00</p>
<p><strong>Lugar:</strong> ventanilla de Tesorería, de 8 a 16 horas.</p></div></div>""",
        services={"Boleto de ornato": (1, 1)},
    ),
    Case(
        name="drupal",
        path="node/214",
        html="""
<main role="main"><h1 class="page-title"><span class="field--name-title">
Certificado de residencia</span></h1><article class="node--type-tramite"><div class="field">
<div class="field__label">Descripción</div><div class="field__item">Acredita dónde vive.</div>
</div><div class="field"><div class="field__label">Requisitos</div><div class="field__items">
<div class="field__item">Cédula</div><div class="field__item">Recibo de luz</div></div></div>
<div class="field"><div class="field__label">Tiempo de entrega</div><div class="field__item">
3 días hábiles</div></div></article></main>""",
        services={"Certificado de residencia": (1, 1)},
    ),
    Case(
        name="aspnet-application",
        path="Tramites/SolicitudLicencia.aspx",
        html="""
<form method="post" action="./SolicitudLicencia.aspx" id="form1">
<input type="hidden" name="__VIEWSTATE" value="x"><div class="header"><input name="ctl00$txtBuscar">
<input type="submit" name="ctl00$btnBuscar" value="Buscar"></div>
<div id="contenido"><h1>Solicitud de licencia de funcionamiento</h1>
<p>Complete los datos del establecimiento.</p>
<span>DPI del propietario</span><input name="ctl00$cph$txtDpi"><span>NIT</span>
<input name="ctl00$cph$txtNit"><span>Dirección</span><input name="ctl00$cph$txtDireccion">
<input type="submit" name="ctl00$cph$btnEnviar" value="Enviar solicitud"></div></form>""",
        services={"Solicitud de licencia de funcionamiento": (3, 3)},
    ),
    Case(
        name="plain-text-with-breaks",
        path="solvencia.htm",
        html="""
<html><body><center><font size="5"><b>SOLVENCIA MUNICIPAL</b></font></center><br>
<font face="Verdana"><b>Requisitos:</b><br>1. Documento de identidad<br>2. Recibo de agua pagado
<br><br><b>Costo:</b> $ 5.00<br><br><b>Tiempo de entrega:</b> el mismo día<br>
<b>Lugar:</b> ventanilla 3</font></body></html>""",
        services={"SOLVENCIA MUNICIPAL": (1, 1)},
    ),
    Case(
        name="pasted-from-word",
        path="inscripcion.html",
        html="""
<div class="WordSection1"><p class="MsoTitle"><span lang="ES"><b>Inscripción de nacimiento</b>
<o:p></o:p></span></p><p class="MsoNormal"><b><span lang="ES">Requisitos<o:p></o:p></span></b></p>
<p class="MsoListParagraph"><!--[if !supportLists]--><span>·</span><!--[endif]-->Constancia del
hospital</p><p class="MsoListParagraph"><span>·</span>Documento de los padres</p>
<p class="MsoNormal"><b>Costo</b></p><p class="MsoNormal">Sin costo</p></div>""",
        services={"Inscripción de nacimiento": (1, 1)},
    ),
    Case(
        name="definition-list",
        path="tramites/finiquito",
        html="""
<main><h1>Finiquito</h1><dl><dt>¿Qué es?</dt><dd>Hace constar que no tiene cuentas pendientes.</dd>
<dt>Requisitos</dt><dd>Documento de identidad</dd><dt>Costo</dt><dd>Gratuito</dd>
<dt>Duración</dt><dd>1 día</dd></dl></main>""",
        services={"Finiquito": (1, 1)},
    ),
    Case(
        name="table-of-facts",
        path="tramites/conexion-agua",
        html="""
<div class="container"><h3>Conexión de agua potable</h3><table class="table">
<tr><td>Requisitos</td><td>Escritura, documento de identidad y boleta de pago</td></tr>
<tr><td>Costo</td><td>$ 1,200.00</td></tr><tr><td>Plazo</td><td>10 días hábiles</td></tr>
<tr><td>Oficina</td><td>Dirección de Agua</td></tr></table></div>""",
        services={"Conexión de agua potable": (1, 1)},
    ),
    Case(
        name="tabs",
        path="tramites/permiso-de-rotura",
        html="""
<main><h1>Permiso de rotura de calle</h1><ul class="nav nav-tabs" role="tablist">
<li><a data-toggle="tab" href="#req">Requisitos</a></li>
<li><a data-toggle="tab" href="#cos">Costo</a></li></ul><div class="tab-content">
<div class="tab-pane" id="req"><ul><li>Memoria del proyecto</li><li>Croquis</li></ul></div>
<div class="tab-pane" id="cos"><p>S/ 45.00</p></div></div></main>""",
        services={"Permiso de rotura de calle": (1, 1)},
    ),
    Case(
        name="accordion-parts",
        path="tramite/carnet-de-sanidad",
        html="""
<main><h1>Carné de sanidad</h1><p>Lo necesita quien vende alimentos.</p>
<div class="accordion"><div class="accordion-item"><h2 class="accordion-header">
<button class="accordion-button">Requisitos</button></h2><div class="accordion-body">
<p>Dos fotografías</p></div></div><div class="accordion-item"><h2 class="accordion-header">
<button class="accordion-button">¿Cuánto cuesta?</button></h2><div class="accordion-body">
<p>S/ 20.00</p></div></div></div></main>""",
        services={"Carné de sanidad": (1, 1)},
    ),
    Case(
        name="online-by-wording",
        path="ficha/456",
        html="""
<main><h1>Permiso de circulación</h1><h2>Descripción</h2><p>Permite obtener o renovar el permiso
de su vehículo. El trámite se puede realizar durante todo el año en el sitio web y en oficina.</p>
<h2>¿Cómo se hace?</h2><p>1. Ingrese a la sede electrónica con su ClaveÚnica.</p>
<p>2. Suba los documentos y pague en línea.</p><h2>Costo</h2><p>Según el vehículo.</p></main>""",
        services={"Permiso de circulación": (4, 1)},
    ),
    Case(
        name="online-by-button",
        path="tramites/partida",
        html="""
<main><h1>Copia certificada de partida</h1><p>Obtenga su partida sin venir.</p>
<h3>Requisitos</h3><p>Número de documento.</p><h3>Costo</h3><p>S/ 12.00</p>
<a class="btn btn-primary" href="https://partidas.otro.example/solicitud">Iniciar trámite</a>
</main>""",
        services={"Copia certificada de partida": (3, 1)},
    ),
    Case(
        name="button-that-leads-nowhere",
        path="tramites/partida-2",
        html="""
<main><h1>Copia certificada de partida</h1><p>Se entrega en la oficina del registro.</p>
<h3>Requisitos</h3><p>Número de documento.</p><h3>Costo</h3><p>S/ 12.00</p>
<a class="btn btn-primary" href="#">Iniciar trámite</a>
<button onclick="alert('Pronto')">Pagar</button></main>""",
        services={"Copia certificada de partida": (1, 1)},
    ),
    Case(
        name="all-in-person-with-live-link",
        path="tramites/exhumacion",
        html="""
<main><h1>Autorización de exhumación</h1><h2>Requisitos</h2><p>Original y copia del título.</p>
<h2>Pasos</h2><ol><li>Preséntese en la ventanilla del cementerio.</li><li>Pague en caja.</li></ol>
<a href="https://www.otra.example/cementerios/ficha">Ir al trámite</a></main>""",
        services={"Autorización de exhumación": (1, 1)},
    ),
    Case(
        name="status-by-case-number",
        path="consulta-expediente",
        html="""
<main><h1>Consulta de expediente</h1><p>Escriba el número que le dieron en ventanilla.</p>
<form action="/consulta" method="post"><label for="n">Número de expediente</label>
<input id="n" name="expediente"><button>Consultar</button></form></main>""",
        services={"Consulta de expediente": (3, 3)},
    ),
    Case(
        name="online-appointment",
        path="citas",
        html="""
<main><h1>Cita para licencia de conducir</h1><form action="/citas" method="post">
<label>Documento de identidad <input name="dni"></label><label>Fecha <input type="date" name="f">
</label><button type="submit">Reservar cita</button></form></main>""",
        services={"Cita para licencia de conducir": (3, 3)},
    ),
    Case(
        name="appointment-by-telephone",
        path="servicios/vacunacion",
        html="""
<main><h1>Vacunación de mascotas</h1><p>Pida su cita por teléfono al 2222-0000.</p>
<h2>Requisitos</h2><p>Cartilla de la mascota.</p><h2>Horario</h2><p>De 8 a 12 horas.</p></main>""",
        services={"Vacunación de mascotas": (1, 1)},
    ),
    Case(
        name="payment-by-transfer-is-not-online",
        path="tramites/pago-predial",
        html="""
<main><h1>Pago de predial</h1><h2>Requisitos</h2><p>Clave catastral.</p><h2>Formas de pago</h2>
<p>En caja o por transferencia a la cuenta bancaria 000 del municipio.</p></main>""",
        services={"Pago de predial": (1, 1)},
    ),
    Case(
        name="message-form-under-its-name",
        path="tramites/poda",
        html="""
<main><h1>Solicitud de poda de árbol</h1><p>Escriba dónde está el árbol.</p>
<form action="/poda" method="post"><input name="nombre" placeholder="Nombre">
<input type="email" name="correo" placeholder="Correo"><textarea name="mensaje"></textarea>
<button>Enviar</button></form></main>""",
        services={"Solicitud de poda de árbol": (2, 2)},
    ),
    Case(
        name="upload-that-only-looks-like-one",
        path="tramites/alta",
        html="""
<main><h1>Alta de establecimiento</h1><p>Presente la solicitud.</p><h2>Requisitos</h2>
<p>Contrato.</p><h2>Costo</h2><p>$ 300</p><div class="dropzone">Arrastre aquí sus archivos</div>
<button type="button">Subir</button></main>""",
        services={"Alta de establecimiento": (1, 1)},
    ),
    Case(
        name="form-of-a-builder-in-a-frame",
        path="tramites/registro-de-mascotas",
        html="""
<main><h1>Registro de mascotas</h1><p>Inscriba a su mascota con este formulario.</p>
<iframe src="https://docs.google.com/forms/d/e/1/viewform"></iframe></main>""",
        services={"Registro de mascotas": (2, 2)},
    ),
    Case(
        name="mail-form",
        path="tramites/constancia",
        html="""
<main><h1>Constancia de no adeudo</h1><h2>Requisitos</h2><p>Documento.</p><h2>Costo</h2><p>$ 50</p>
<form action="mailto:tesoreria@muni.example" method="post"><input name="nombre"><textarea name="m">
</textarea><button>Enviar</button></form></main>""",
        services={"Constancia de no adeudo": (2, 2)},
    ),
)
