"""Pages of other countries and languages: the kinds are the same."""

from tests.crawler.kinds.case import Case

OTHER_LANGUAGES = (
    Case(
        name="italian-sheet-with-shared-login",
        path="servizi/iscrizione-nido",
        html="""
<main><h1>Iscrizione all'asilo nido</h1><p>Il servizio permette di iscrivere i bambini.</p>
<h2>A chi è rivolto</h2><p>Famiglie residenti.</p><h2>Cosa serve</h2><ul><li>ISEE</li></ul>
<h2>Accedi al servizio</h2><p>Puoi richiedere il servizio online con SPID o CIE.</p>
<a class="btn" href="/richiesta">Richiedi online</a></main>""",
        services={"Iscrizione all'asilo nido": (4, 1)},
    ),
    Case(
        name="italian-sheet-at-the-office",
        path="servizi/certificato",
        html="""
<main><h1>Certificato di residenza</h1><p>Attesta la residenza nel comune.</p>
<h2>Come fare</h2><p>Recarsi di persona presso gli uffici.</p><h2>Costi</h2><p>Gratuito.</p>
</main>""",
        services={"Certificato di residenza": (1, 1)},
    ),
    Case(
        name="italian-form-to-fill-in",
        path="modulistica/suolo",
        html="""
<main><h1>Autorizzazione occupazione suolo pubblico</h1><p>Per lavori o eventi.</p>
<h2>Cosa serve</h2><p>Planimetria.</p><h2>Tempi e scadenze</h2><p>30 giorni.</p>
<p><a href="/moduli/modulo-suolo.pdf">Modulo di domanda (PDF)</a></p></main>""",
        services={"Autorizzazione occupazione suolo pubblico": (2, 2)},
    ),
    Case(
        name="portuguese-sheet",
        path="servicos/alvara",
        html="""
<main><h1>Alvará de funcionamento</h1><p>Autoriza o funcionamento de empresas.</p>
<h2>Documentos necessários</h2><ul><li>CNPJ</li><li>Contrato social</li></ul>
<h2>Prazo</h2><p>15 dias</p><h2>Taxa</h2><p>R$ 120,00</p></main>""",
        services={"Alvará de funcionamento": (1, 1)},
    ),
    Case(
        name="portuguese-online",
        path="carta-de-servicos/iptu",
        html="""
<main><h1>Emissão de segunda via do IPTU</h1><p>O serviço é feito pela internet com a conta gov.br.
</p><h2>Etapas</h2><ol><li>Acesse o portal.</li><li>Emita a guia.</li></ol>
<a href="https://iptu.cidade.example/guia">Solicitar agora</a></main>""",
        services={"Emissão de segunda via do IPTU": (4, 1)},
    ),
    Case(
        name="portuguese-ombudsman",
        path="ouvidoria",
        html="""
<main><h1>Ouvidoria</h1><p>Registre aqui sua reclamação, denúncia ou elogio.</p>
<form action="/ouvidoria/enviar" method="post"><label>Nome <input name="nome"></label>
<label>E-mail <input name="email" type="email"></label><label>Mensagem
<textarea name="mensagem"></textarea></label><button>Enviar</button></form></main>""",
        services={"Ouvidoria": (2, 2)},
    ),
    Case(
        name="portuguese-information-request",
        path="e-sic",
        html="""
<main><h1>e-SIC: Acesso à Informação</h1><p>Faça seu pedido de informação pública.</p>
<form action="/esic" method="post"><label>CPF <input name="cpf"></label><label>Nome
<input name="nome"></label><label>Pedido <textarea name="pedido"></textarea></label>
<button>Enviar pedido</button></form></main>""",
        services={"e-SIC: Acesso à Informação": (3, 3)},
    ),
    Case(
        name="english-licence",
        path="services/dog-license",
        html="""
<main><h1>Dog license</h1><p>All dogs must be licensed every year.</p><h2>What you need</h2>
<ul><li>Rabies certificate</li></ul><h2>Fees</h2><p>$15 per dog</p>
<p><a href="/forms/dog-license-application.pdf">Dog license application form</a></p></main>""",
        services={"Dog license": (2, 2)},
    ),
    Case(
        name="english-apply-online",
        path="services/business-permit",
        html="""
<main><h1>Business permit</h1><p>Required to open a shop.</p><h2>Requirements</h2>
<p>Proof of address.</p><a href="https://permits.city.example/apply">Apply online</a></main>""",
        services={"Business permit": (3, 1)},
    ),
    Case(
        name="spain-with-shared-login",
        path="sede/empadronamiento",
        html="""
<main><h1>Alta en el padrón de habitantes</h1><h2>Descripción</h2><p>Inscripción en el padrón.</p>
<h2>Documentación</h2><p>DNI y contrato de alquiler.</p><h2>Forma de presentación</h2>
<p>Electrónicamente, a través de la sede electrónica con certificado digital o Cl@ve.</p></main>""",
        services={"Alta en el padrón de habitantes": (4, 1)},
    ),
    Case(
        name="colombia-ficha",
        path="tramites-y-servicios/certificado-de-estratificacion",
        html="""
<main><h1>Certificado de estratificación</h1><p>Obtener el certificado del estrato del predio.</p>
<p>¿A quién va dirigido? Ciudadanos y organizaciones.</p><p>Tiempo de obtención: 5 días hábiles</p>
<p>Costo: no tiene costo</p><p>¿Se puede hacer en línea? Parcialmente en línea</p>
<h4>Documentos necesarios</h4><p>Recibo del predial.</p></main>""",
        services={"Certificado de estratificación": (3, 1)},
    ),
    Case(
        name="colombia-complaints-form-with-identity",
        path="pqrsd",
        html="""
<main><h1>PQRSD</h1><p>Presente su petición, queja o reclamo.</p>
<form method="post" action="/pqrsd"><label>Tipo de documento <select name="td"><option>CC</option>
</select></label><label>Número de documento <input name="doc"></label><label>Descripción
<textarea name="d"></textarea></label><label>Anexos <input type="file" name="f"></label>
<button>Radicar</button></form></main>""",
        services={"PQRSD": (3, 3)},
    ),
    Case(
        name="peru-tupa-row",
        path="tupa",
        html="""
<main><h1>Servicios y trámites</h1><table><tr><th>N°</th><th>Trámite</th><th>Requisitos</th>
<th>Derecho</th></tr><tr><td>1</td><td>Licencia de edificación</td><td>FUE y planos</td>
<td>S/ 120.50</td></tr><tr><td>2</td><td>Constancia de posesión</td><td>Solicitud simple</td>
<td>S/ 35.00</td></tr><tr><td>3</td><td>Separación convencional</td><td>Acta de matrimonio</td>
<td>S/ 210.00</td></tr></table></main>""",
        services={
            "Licencia de edificación": (1, 1),
            "Constancia de posesión": (1, 1),
            "Separación convencional": (1, 1),
        },
    ),
    Case(
        name="argentina-turno",
        path="tramites/registro-de-conducir",
        html="""
<main><h1>Licencia de conducir: renovación</h1><p>Renová tu licencia antes de que venza.</p>
<h2>¿Qué necesito?</h2><ul><li>DNI</li></ul><h2>¿Cómo hago?</h2><ol><li>Sacá un turno online.</li>
<li>Pagá la boleta.</li></ol><a href="https://turnos.ciudad.example/licencias">Sacar turno</a>
</main>""",
        services={"Licencia de conducir: renovación": (3, 1)},
    ),
    Case(
        name="mexico-cedula",
        path="tramite.php?id=8",
        html="""
<div class="contenido"><h2>Cédula de trámite</h2><p><b>Nombre del trámite:</b> Constancia de
alineamiento y número oficial</p><p><b>Requisitos:</b> escritura, predial y croquis</p>
<p><b>Costo:</b> 3 UMA</p><p><b>Tiempo de respuesta:</b> 5 días hábiles</p>
<p><b>Oficina:</b> Obras Públicas</p></div>""",
        services={"Constancia de alineamiento y número oficial": (1, 1)},
    ),
)
