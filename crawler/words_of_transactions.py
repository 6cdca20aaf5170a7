"""The words that say how a service is done: online, in person, some day, with whom; as data.

Source: the lexicons of the audit's method (docs/stages.md); some Portuguese, Italian and English
words stand beside them because neighbouring portals mix languages.
"""

from crawler.lexicon import Lexicon

ONLINE = Lexicon(
    "LX-ONL",
    r"""
    en ?linea  on-?line  virtual(?:mente)?  por internet  iniciar (?:el )?tramite
    nueva solicitud  enviar (?:la )?solicitud  solicitud electronica  electronicamente
    richiedi online
    (?:plataforma|via|forma|firma|sede|medios?|ventanilla) (?:electronic[oa]s?|digital(?:es)?)
    (?:plataforma|sede|ventanilla) virtual
    llen(?:ar|e) (?:el )?formulario (?:en linea|electronico|web)
    (?:subir|suba|sube) (?:l[ao]s? |el |una? |sus? |tus? )?(?:documentos?|archivos?|imagen(?:es)?)
    (?:subir|suba|sube) (?:la |una |su |tu )?(?:foto|tu|su)
    (?:cargar|cargue) (?:los |el |sus? |tus? )?(?:documentos?|archivos?)  adjuntar archivos?
    (?:agendar|agende|programar|reservar) (?:su |una |la )?cita (?:en linea|aqui)
    numero de tracking  (?:completar?|complete) y enviar? el formulario  identita digitale
    (?:direttamente|richiedere|presentare|servizio) online  apply online
    a traves de (?:la|el) (?:sede|portal|sitio|pagina|plataforma|sistema|aplicacion)
    """,
)

ACCOUNT = Lexicon(
    "LX-CUENTA",
    r"""
    cre(?:ar?|e) (?:un |su |una |tu )?(?:usuario|cuenta)  iniciar sesion  inicie sesion
    (?:ingres[ea]r?|acced[ae]r?|entr[ae]r?) (?:con|a) (?:su|tu) (?:usuario|cuenta)
    (?:ingres[ea]r?|acced[ae]r?) (?:al|en el) sistema (?:en linea|electronico|con)
    su usuario y contrasena  con su (?:usuario|contrasena|clave)
    correo electronico y contrasena  sign in to  signing in  create an account  create your
    sign in service
    """,
)

OFFER = Lexicon(
    "LX-OFFER",
    r"""
    tramite en linea  (?:realizar|hacer|ir a|acceder a) ?(?:el |l )?tramite  iniciar?(?: tramite)?
    inicia tu tramite  solicit(?:ar|alo|ala|e|elo|a)(?: aqui| ahora| en linea)?  tramitar  tramita
    (?:sacar?|pedir|pida|saque|obten(?:er|ga)) (?:mi |tu |su |un )?(?:turno|hora|cita)
    (?:obtener|obtenga|obten|descargar) (?:mi |tu |su |el |la |una? )?(?:cert|const|solven)\w+
    (?:emitir|emita|generar|genere) (?:mi |tu |su |el |la |una? )?(?:cert|const|bolet|solven)\w+
    renovar(?: en linea| ahora)?  inscrib(?:irse|irme|ete|ase)  inscripcion en linea
    postular(?:se|me)?  (?:realizar|hacer) (?:el |un |su )?pago  pago en linea  pagos en linea
    solicitud en linea  pag(?:ar|a|ue)(?: aqui| en linea| ahora)?
    agend(?:ar|e)(?: cita| tu cita| su cita)?  reserv(?:ar|e)(?: cita)?
    envia(?:r)? (?:un|una|tu|su|la)  presentar (?:una |su )?(?:queja|denuncia|solicitud)
    registr(?:arse|ate|ese)  consult(?:ar|e)
    consulta (?:aqui|tu|su|el estado|en linea)
    acceder a(?:l)? (?:formulario|tramite|servicio)  formulario en linea
    formulario electronico  ir al tramite en linea  richiedi online  prenota  paga  accedi
    solicitar agora  agendar  emitir (?:guia|certidao|segunda via)  cadastr(?:ar|e-se)
    apply(?: now| online)?  start (?:now|application|your application)
    (?:pay|renew|book|register)(?: now| online| here)
    pay (?:your|a) [a-z]+  file (?:a|your) [a-z]+  request (?:a|an|your) [a-z]+  sign in
    create an account  richiedi  effettua il pagamento  compila (?:la|il) (?:domanda|modulo)
    crear? (?:una )?cuenta  iniciar sesion  report an issue
    """,
)

# What a link may tell of a service without doing it: "Consultar requisitos".
NO_OFFER = Lexicon(
    "LX-NO-OFFER",
    r"""
    requisitos?  informes?  boletin(?:es)?  newsletter  telefonos?  ubicacion  horarios?
    tarifas?  costos?  preguntas  catalogo  listado  mas informacion  mas info  directorio
    noticias?  manual  guia  tutorial  normativa  requirements  more information
    """,
)

BY_MAIL = Lexicon(
    "LX-POR-CORREO",
    r"""
    (?<!se )(?<!le )(?:envi(?:ar|e|a|elos?|ela)|remit(?:ir|a)|mande) .{0,80}(?:correo|e-?mail)
    inviare .{0,80}(?:pec|e-?mail|posta elettronica)  (?:send|submit) .{0,60}by e-?mail
    e-?mail (?:your|the) (?:form|application|request|documents)
    """,
)

IN_PERSON = Lexicon(
    "LX-PRES",
    r"""
    present(?:arse|ese|andose)  se presentan?  apersonarse  apersonese  personalmente
    de forma presencial  presencial(?:mente)?  en (?:la )?ventanilla  a (?:la )?ventanilla
    en nuestras (?:oficinas|sedes)  (?:a|en) las (?:instalaciones|oficinas)
    imprim(?:ir|a|e)(?: y firmar| y rellenar)?  original y copias?  fotocopias?  foliad[oa]s?
    agencias? (?:bancarias?|de banrural)  en caja  acudir a  acuda a
    en (?:el area de )?tesoreria
    entrega(?:r)? (?:los |la |el )?(?:documentos|papeleria|expediente) en  di persona
    presso gli uffici
    """,
)

ALTERNATIVE = Lexicon(
    "LX-ALT",
    r"""
    si lo desea  tambien puede  en linea o (?:de forma )?presencial  oppure
    presencial o (?:en linea|virtual)  o bien  opcionalmente  o en linea  o via
    """,
)

FUTURE = Lexicon(
    "LX-FUT",
    r"""
    proximamente  en construccion  en desarrollo  en mantenimiento  no disponible
    temporalmente (?:fuera|suspendid[oa]|deshabilitad[oa])  se habilitara
    fase (?:de prueba|piloto)  coming soon
    """,
)

SHARED_LOGIN = Lexicon(
    "LX-SSO",
    r"""
    cl@ve  clave unica  spid  cie  cns  login\.gov  pagopa  gov\.br  clave ciudadana
    id uruguay  claveunica  llave mx  autenticacion digital  carpeta ciudadana
    inicio de sesion unico  identidad unica
    la misma cuenta (?:que usa )?en (?:las )?(?:demas|otras) instituciones
    """,
)

PERSONAL_AREA = Lexicon(
    "LX-MINE",
    r"""
    mis (?:tramites|pagos|solicitudes|citas|documentos)  area personale  mi carpeta
    espacio personal  le mie (?:pratiche|attivita)  historial de (?:tramites|solicitudes)
    bandeja de solicitudes
    """,
)

PREFILLED = Lexicon(
    "LX-PRECARGA",
    r"""
    informazioni su di te  datos (?:ya )?(?:precargados|prellenados)  datos ya registrados
    sus datos se (?:cargan|llenan|completan) automaticamente
    """,
)

DELIVERY = Lexicon(
    "LX-EMISION",
    r"""
    descarg(?:ar|ue|a) (?:su |la |el )?(?:constancia|certifica|licencia|solvencia|permiso)\w*
    emit(?:ir|e|a) su (?:constancia|certifica|licencia|solvencia|permiso)\w*
    (?:emi|ex[pt][ei])\w+ (?:[a-z]+ ){0,2}(?:constancia|certifica)\w* .{0,20}(?:en linea|pdf)
    (?:emi|ex[pt][ei])\w+ (?:[a-z]+ ){0,2}(?:constancia|certifica)\w* .{0,20}electronic\w+
    (?:emi|ex[pt][ei])\w+ (?:[a-z]+ ){0,2}(?:licencia|solvencia|permiso) .{0,20}(?:en linea|pdf)
    (?:emi|ex[pt][ei])\w+ (?:[a-z]+ ){0,2}(?:licencia|solvencia|permiso) .{0,20}electronic\w+
    (?:recib(?:ir|a|e|ira)|obtenga) (?:su |la )?(?:constancia|certifica|solvencia)\w* por correo
    (?:constancia|certificacion|certificado|solvencia) (?:en (?:formato )?pdf|electronic[oa])
    (?:envia|recib|remit)\w* (?:[a-z]+ ){0,3}(?:constancia|certifica|licencia)\w*.{0,40}correo
    (?:envia|recib|remit)\w* (?:[a-z]+ ){0,3}(?:documento|solvencia|permiso|titulo).{0,40}correo
    (?:constancia|certifica|licencia|solvencia)\w*.{0,60}(?:envia|llegar|remit)\w*.{0,40}correo
    """,
)

ONLINE_PAYMENT = Lexicon(
    "LX-PAGO-EN-LINEA",
    r"""
    pag(?:ar|ue|o|os) (?:en linea|por internet|electronicos?|con tarjeta)
    pago (?:virtual|digital)  pagar con  paga con  pagamento online  pay online
    """,
)

TRACKING = Lexicon(
    "LX-SEGUIMIENTO-EN-LINEA",
    r"""
    numero de (?:tracking|rastreo|guia)  consult(?:ar|e) (?:en linea )?el estado
    seguimiento en linea  estado de (?:su|tu) (?:tramite|solicitud|expediente)
    """,
)

SIGNATURE = Lexicon(
    "LX-FIRMA",
    r"""
    firma electronica(?: avanzada)?  firma digital  certificado digital
    certificado electronico
    """,
)

SHARED_DATA = Lexicon(
    "LX-INTEROP",
    r"""
    validad[oa]s? con (?:el )?(?:renap|sat|igss)  consultar dpi  no debe presentar copia
    no es necesario presentar (?:la |el )?(?:certificacion|copia)  datos obtenidos de
    """,
)

ONE_WINDOW = Lexicon(
    "LX-VENTANILLA",
    r"""
    ventanilla unica  una sola gestion  un solo tramite  un solo expediente
    en una sola ventanilla
    """,
)
