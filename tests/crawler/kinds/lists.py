"""Pages that name several services: lists, cards, tables, accordions, hubs."""

from tests.crawler.kinds.case import Case

LISTS = (
    Case(
        name="bulleted-names",
        path="servicios",
        html="""
<main><h1>Servicios municipales</h1><p>La municipalidad le ofrece:</p><ul>
<li>Boleto de ornato</li><li>Licencia de construcción</li><li>Matrimonio civil</li>
<li>Certificación de partidas</li></ul></main>""",
        services={
            "Boleto de ornato": (1, 1),
            "Licencia de construcción": (1, 1),
            "Matrimonio civil": (1, 1),
            "Certificación de partidas": (1, 1),
        },
    ),
    Case(
        name="links-to-sheets-in-pdf",
        path="tramites",
        html="""
<main><h1>Trámites</h1><p>Requisitos de cada trámite:</p><ul>
<li><a href="/doc/nacimiento.pdf">Inscripción de nacimiento</a></li>
<li><a href="/doc/defuncion.pdf">Inscripción de defunción</a></li>
<li><a href="/doc/divorcio.pdf">Divorcio</a></li></ul></main>""",
        services={
            "Inscripción de nacimiento": (1, 1),
            "Inscripción de defunción": (1, 1),
            "Divorcio": (1, 1),
        },
    ),
    Case(
        name="forms-to-download",
        path="formatos",
        html="""
<main><h1>Formatos de trámites</h1><ul>
<li><a href="/f/solicitud-licencia.pdf">Solicitud de licencia de obra</a></li>
<li><a href="/f/solicitud-alineamiento.docx">Solicitud de alineamiento</a></li>
<li><a href="/f/solicitud-uso-de-suelo.pdf">Solicitud de uso de suelo</a></li></ul></main>""",
        services={
            "Solicitud de licencia de obra": (2, 2),
            "Solicitud de alineamiento": (2, 2),
            "Solicitud de uso de suelo": (2, 2),
        },
    ),
    Case(
        name="bootstrap-cards",
        path="tramites-y-servicios",
        html="""
<section><div class="container"><h2>Trámites y servicios</h2><div class="row">
<div class="col"><div class="card"><div class="card-body"><h5 class="card-title">Licencia de
conducir</h5><p class="card-text">Emisión y renovación.</p>
<a class="btn" href="/tramites/licencia">Ver más</a></div></div></div>
<div class="col"><div class="card"><div class="card-body"><h5 class="card-title">Patente comercial
</h5><p class="card-text">Para abrir su negocio.</p><a class="btn" href="/tramites/patente">Ver más
</a></div></div></div>
<div class="col"><div class="card"><div class="card-body"><h5 class="card-title">Permiso de
ocupación</h5><p class="card-text">Para usar la vía pública.</p>
<a class="btn" href="/tramites/ocupacion">Ver más</a></div></div></div></div></div></section>""",
        services={
            "Licencia de conducir": (1, 1),
            "Patente comercial": (1, 1),
            "Permiso de ocupación": (1, 1),
        },
    ),
    Case(
        name="cards-that-start-online",
        path="tramites-en-linea",
        html="""
<main><h1>Trámites</h1><div class="card"><h3>Pago de multas</h3><p>Multas de tránsito.</p>
<a href="https://pagos.muni.example/multas">Pagar en línea</a></div>
<div class="card"><h3>Certificado de domicilio</h3><p>Para residentes.</p>
<a href="/certificado/nuevo">Solicitar</a></div>
<div class="card"><h3>Licencia de feria</h3><p>Para fiestas.</p><a href="#">Solicitar</a></div>
</main>""",
        services={
            "Pago de multas": (3, 1),
            "Certificado de domicilio": (3, 1),
            "Licencia de feria": (1, 1),
        },
    ),
    Case(
        name="table-of-services-and-prices",
        path="tasas",
        html="""
<main><h1>Tasas municipales</h1><table><thead><tr><th>Servicio</th><th>Costo</th></tr></thead>
<tbody>
<tr><td>Certificación de residencia</td><td>Q 10.00</td></tr>
<tr><td>Traspaso de puesto de mercado</td><td>Q 100.00</td></tr>
<tr><td>Arrendamiento de nicho</td><td>Q 200.00</td></tr></tbody></table></main>""",
        services={
            "Certificación de residencia": (1, 1),
            "Traspaso de puesto de mercado": (1, 1),
            "Arrendamiento de nicho": (1, 1),
        },
    ),
    Case(
        name="accordion-of-services",
        path="registro-civil",
        html="""
<main><h1>Servicios del registro civil</h1>
<details><summary>Partida de nacimiento</summary><p>Requisitos: nombre completo y fecha.</p>
<p>Costo: $ 2.00</p></details>
<details><summary>Partida de matrimonio</summary><p>Requisitos: nombres de los cónyuges.</p>
<p>Costo: $ 2.00</p></details>
<details><summary>Marginación</summary><p>Requisitos: sentencia. Costo: gratuito.</p></details>
</main>""",
        services={
            "Partida de nacimiento": (1, 1),
            "Partida de matrimonio": (1, 1),
            "Marginación": (1, 1),
        },
    ),
    Case(
        name="page-of-several-sheets",
        path="catastro",
        html="""
<main><h1>Dirección de Catastro</h1><h2>Avalúo de inmueble</h2><p>Determina el valor.</p>
<h3>Requisitos</h3><ul><li>Escritura</li></ul><h3>Costo</h3><p>$ 400</p>
<h2>Deslinde de terreno</h2><p>Fija los límites.</p><h3>Requisitos</h3><ul><li>Plano</li></ul>
<h3>Costo</h3><p>$ 700</p></main>""",
        services={"Avalúo de inmueble": (1, 1), "Deslinde de terreno": (1, 1)},
    ),
    Case(
        name="variants-on-one-sheet",
        path="licencias-de-conducir",
        html="""
<main><h1>Licencia de conducir</h1><p>Primera vez, renovación y reposición.</p>
<h2>Requisitos</h2><ul><li>Examen de la vista</li><li>Licencia vencida, para renovar</li></ul>
<h2>Costos</h2><table><tr><td>1 año</td><td>Q 100</td></tr><tr><td>5 años</td><td>Q 400</td></tr>
</table></main>""",
        services={"Licencia de conducir": (1, 1)},
    ),
    Case(
        name="complaint-channels",
        path="atencion",
        html="""
<main><h1>Atención ciudadana</h1><h2>Denuncia ambiental</h2><p>Reporte tala o basura.</p>
<form action="/denuncia" method="post"><label>Qué pasó <textarea name="d"></textarea></label>
<input type="email" name="correo"><button>Enviar denuncia</button></form>
<h2>Sugerencias</h2><p>Escriba a <a href="mailto:s@muni.example">s@muni.example</a>.</p></main>""",
        services={"Denuncia ambiental": (2, 2), "Sugerencias": (1, 1)},
    ),
    Case(
        name="one-page-site",
        path="",
        html="""
<nav class="navbar"><a href="#servicios">Servicios</a><a href="#contacto">Contacto</a></nav>
<section id="hero"><h1>Municipalidad de Ejemplo</h1><p>Trabajamos por usted.</p></section>
<section id="servicios"><h2>Nuestros servicios</h2><div class="row">
<div class="feature"><h4>Registro familiar</h4><p>Partidas y marginaciones.</p></div>
<div class="feature"><h4>Alumbrado público</h4><p>Reporte de lámparas.</p></div>
<div class="feature"><h4>Recolección de desechos</h4><p>Rutas y horarios.</p></div></div></section>
<section id="contacto"><h2>Contáctenos</h2><form><input name="nombre"><input name="email">
<textarea name="mensaje"></textarea><button>Enviar</button></form></section>""",
        services={
            "Registro familiar": (1, 1),
            "Alumbrado público": (1, 1),
            "Recolección de desechos": (1, 1),
        },
    ),
    Case(
        name="hub-without-headings",
        path="tramites/indice",
        html="""
<html><body><table width="760"><tr><td><b>TRÁMITES</b><br><br>
<a href="licencia.htm">Licencia de funcionamiento</a><br>
<a href="alineamiento.htm">Constancia de alineamiento</a><br>
<a href="inhumacion.htm">Permiso de inhumación</a><br></td></tr></table></body></html>""",
        services={
            "Licencia de funcionamiento": (1, 1),
            "Constancia de alineamiento": (1, 1),
            "Permiso de inhumación": (1, 1),
        },
    ),
    Case(
        name="numbered-offices-with-services",
        path="servicios/tesoreria",
        html="""
<main><h1>Servicios de Tesorería</h1><ol><li><strong>Pago de impuesto predial.</strong> Presente
su recibo anterior.</li><li><strong>Constancia de no adeudo.</strong> Costo: $ 120.</li>
<li><strong>Licencia de anuncio.</strong> Requiere croquis.</li></ol></main>""",
        services={
            "Pago de impuesto predial": (1, 1),
            "Constancia de no adeudo": (1, 1),
            "Licencia de anuncio": (1, 1),
        },
    ),
)
