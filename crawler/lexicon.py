"""The words by which a page shows what it is, as data: folded, whole words, Spanish first.

Source: the lexicons of the audit's method (docs/stages.md); some Portuguese, Italian and English
words stand beside them because neighbouring portals mix languages. A pattern is a regular
expression over folded text (lower case, no accents); two blanks part one from the next. Whoever
changes one raises CATALOGUE_VERSION.
"""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from canse.domain.naming import fold


FOLDED_TEXTS = 20_000  # one page is asked about the same words by many lexicons


@lru_cache(maxsize=FOLDED_TEXTS)
def folded(text: str) -> str:
    """`fold` with a memory: the same text is looked up in dozens of lists."""
    return fold(text)


@dataclass(frozen=True)
class Lexicon:
    """A named list of patterns, matched as whole words in folded text."""

    name: str
    words: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """All patterns as one expression."""
        patterns = re.split(r"\s{2,}", self.words.strip())
        return re.compile(r"(?<![a-z0-9])(?:" + "|".join(patterns) + r")(?![a-z0-9])")

    def find(self, text: str) -> str:
        """The first words of the text that match, folded; empty when none does."""
        match = self.regex.search(folded(text))
        return match.group() if match else ""

    def starts(self, text: str) -> bool:
        """Whether the text begins with a word of the list."""
        return bool(self.regex.match(folded(text).lstrip(" ¿¡.-•*0123456789")))


SERVICE = Lexicon(
    "LX-SERV",
    r"""
    tramites?  solicit(?:ud|udes|ar|e|a)  inscripcion(?:es)?  inscribir(?:se)?
    certificacion(?:es)?  certificados?  constancias?  constanca  licencias?  permisos?
    autorizacion(?:es)?  renovacion(?:es)?  reposicion(?:es)?  solvencias?  finiquitos?
    pasaportes?  antecedentes  matriculas?  rematricular?  exoneracion(?:es)?  exencion(?:es)?
    patentes?  boletos? de ornato  iusi  apostillas?  legalizacion(?:es)?  residencias?  becas?
    subsidios?  denuncias?  quejas?  reclamos?  peticion(?:es)?  sugerencias?  citas?  carnet?s?
    carne  traspasos?  habilitacion(?:es)?  empadronamientos?  registro de  pago de  pagos? por
    partidas?  actas? de  copias? (?:certificadas?|de)  duplicados?  expedicion  extension de
    emision de  refrend(?:o|as?|acion)  alta de  baja de  cambio de  traslado de
    levantamiento de  cancelacion(?: de| por)?  dictamen(?:es)?  avaluos?  deslindes?  croquis
    titulos? de  adopcion  matrimonios?  divorcios?  defuncion(?:es)?  nacimientos?  inhumacion
    exhumacion  arrendamientos?  prestamos?  postulacion  vacunacion  consulta de
    verificacion de  validacion de  acreditacion  aprobacion  calibracion  devolucion de
    reconocimiento de  declaracion  reporte de  radicacion  instalacion de  conexion de
    reconexion  reinstalacion  apertura de  agua potable  alumbrado publico  recoleccion de
    drenajes?  predial  multas?  placas  fierro  guia(?:s)? (?:de|por)  poda  tala  certidao
    alvara  matricula  licenca  inscricao  agendamento  emissao  rilascio  richiesta  iscrizione
    permesso  pagamento  prenotazione  segnalazione  certificato  contributo  assegno
    carta d.?identita  cambio  accesso agli atti  autorizzazione  abbonamento  voucher  albo
    tributi  inspeccion(?:es)?  donacion(?:es)?  reservas? de  deposito legal  revision de
    consulta del?  reportes? de  vacunas?  apply  application  permit  license  renew  register  sign in  create an account
    cre(?:ar?|e) una cuenta  verify your identity  accounts?  cuenta unica  formulario  prestamo de
    eliminar (?:su|la) cuenta  verificar (?:su|la) identidad  convenio  laboratorio  mercado
    perpetuidad  nichos?  enterramiento  casamientos?  derechos? de  verificar su identidad  derecho de conexion
    """,
)

CONTEXT = Lexicon(
    "LX-CONTEXT",
    r"""
    tramites?(?: y servicios)?  servicios?(?: municipales| publicos)?
    catalogo de (?:tramites|servicios)  guia de tramites  ventanilla unica  servicos?
    servizi(?:o)?  services?  tasas municipales  tarifas  que (?:ofrecemos|puede hacer)
    oferta de servicios  descargas  modulistica  programas sociales
    tram ?serv(?:icios)?
    """,
)

REQUIREMENT_GROUPS: tuple[Lexicon, ...] = (
    Lexicon(
        "requisitos",
        r"""
        requisitos?  requerimientos?  documentos (?:necesarios|requeridos|a presentar)
        documentacion(?: requerida| necesaria)?  cosa serve  que necesita  papeleria
        condiciones(?: de uso)?  what you need  documentos
        """,
    ),
    Lexicon(
        "pasos",
        r"""
        pasos  procedimiento  como (?:hacer|realizar|solicitar|se hace|obtener)  come fare
        instrucciones  que debe hacer  how to  proceso(?: de solicitud)?
        """,
    ),
    Lexicon(
        "costo",
        r"""
        costos?  aranceles  arancel  tarifas?  valor  precio  monto  costi  tasa  derechos a pagar
        q ?\d[\d,.]*
        """,
    ),
    Lexicon(
        "plazo",
        r"""
        tiempo(?: de (?:respuesta|entrega))?  plazos?  duracion  tempi(?: e scadenze)?
        """,
    ),
    Lexicon(
        "lugar",
        r"""
        horarios?(?: de atencion)?  lugar(?:es)?(?: de atencion)?  donde  ubicacion  contatti
        oficina(?: responsable)?  accedi al servizio
        """,
    ),
    Lexicon(
        "normativa",
        r"""
        normativa  base legal  fundamento(?: legal| juridico)?  marco legal
        """,
    ),
    Lexicon(
        "formulario",
        r"""
        formularios?  formatos?  modulistica
        """,
    ),
    Lexicon(
        "vigencia",
        r"""
        vigencia  validez  condizioni di servizio
        """,
    ),
    Lexicon(
        "responsable",
        r"""
        unidad responsable  dependencia(?: responsable)?  informacion proporcionada por  responsable
        """,
    ),
    Lexicon(
        "publico",
        r"""
        a quien (?:va )?dirigid[oa]  dirigido a  a chi e rivolto  quien puede  descripcion
        descrizione  cosa si ottiene  resultado  en que consiste  objetivo  especificaciones
        ir al tramite en linea
        """,
    ),
)

ONLINE = Lexicon(
    "LX-ONL",
    r"""
    en ?linea  on-?line  virtual(?:mente)?  por internet  iniciar (?:el )?tramite  nueva solicitud
    enviar (?:la )?solicitud  solicitud electronica  electronicamente  richiedi online
    (?:plataforma|via|forma|firma|sede|medios?|ventanilla) (?:electronic[oa]s?|digital(?:es)?|virtual)
    llen(?:ar|e) (?:el )?formulario (?:en linea|electronico|web)
    (?:subir|suba|sube|adjuntar|adjunte|cargar|cargue) (?:los |la |el |una? )?(?:documentos?|archivos?|imagen(?:es)?|foto|tu|su)
    (?:agendar|agende|programar|reservar) (?:su |una |la )?cita (?:en linea|aqui)
    numero de tracking
    (?:completar?|complete) y enviar? el formulario  identita digitale
    (?:direttamente|richiedere|presentare|servizio) online  apply online
    a traves de (?:la|el) (?:sede|portal|sitio|pagina|plataforma|sistema|aplicacion)
    """,
)

OFFER = Lexicon(
    "LX-OFFER",
    r"""
    tramite en linea  realizar (?:el )?tramite  hacer (?:el )?tramite  iniciar(?: tramite)?
    inicia tu tramite  solicit(?:ar|alo|ala|e|elo|a)(?: aqui| ahora| en linea)?
    solicitud en linea  pag(?:ar|a|ue)(?: aqui| en linea| ahora)?
    agend(?:ar|e)(?: cita| tu cita| su cita)?  reservar?(?: cita)?
    envia(?:r)? (?:un|una|tu|su|la)  presentar (?:una |su )?(?:queja|denuncia|solicitud)
    registr(?:arse|ate|ese)  consultar(?: estado| aqui)?
    acceder a(?:l)? (?:formulario|tramite|servicio)  formulario en linea  formulario electronico
    ir al tramite en linea  richiedi online  prenota  paga  accedi  solicitar agora  agendar
    apply(?: now| online)?  sign in  create an account  crear? (?:una )?cuenta  iniciar sesion
    report an issue
    """,
)

IN_PERSON = Lexicon(
    "LX-PRES",
    r"""
    present(?:arse|ese|andose)  se presentan?  apersonarse  apersonese  personalmente
    de forma presencial  presencial(?:mente)?  en (?:la )?ventanilla  a (?:la )?ventanilla
    en nuestras (?:oficinas|sedes)  (?:a|en) las (?:instalaciones|oficinas)
    imprim(?:ir|a|e)(?: y firmar| y rellenar)?  original y copias?  fotocopias?  foliad[oa]s?
    agencias? (?:bancarias?|de banrural)  en caja  acudir a  acuda a  en (?:el area de )?tesoreria
    entrega(?:r)? (?:los |la |el )?(?:documentos|papeleria|expediente) en
    di persona  presso gli uffici
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

STAFF = Lexicon(
    "LX-STAFF",
    r"""
    webmail  correo (?:institucional|interno|electronico institucional)  intranet  empleados?
    colaboradores  funcionarios  personal interno  roundcube  zimbra  owa  outlook web  cpanel
    wp-login  wp-admin  administrator  sicoin  siges  guatenominas  siplan  vpn  glpi
    mesa de ayuda  nextcloud  marcaje  servidores publicos  uso interno  modulos del sistema
    staff  area riservata  administrador(?:es)?  panel de (?:control|administracion)
    """,
)

IDENTITY = Lexicon(
    "LX-ID",
    r"""
    dpi  cui  documento (?:personal )?de identi(?:ficacion|dad)  nit  dni  nie  pasaporte
    (?:numero de )?expediente  gestion  (?:no\.?|numero de) solicitud  boleta
    referencia de pago  finca  folio  placas?  matricula  carne  cedula  curp  rfc
    clave catastral  cuenta predial
    numero de (?:cuenta|contrato|documento|identificacion|radicado|tracking|guia)
    n[.o]?[ ]?documento  nro\.? (?:de )?documento  numero ?documento  radicado
    fecha de nacimiento  cpf  cnpj  codice fiscale  targa  identificacion  tipo de documento
    num(?:ero)?_?doc(?:umento)?  ssn  passport number
    """,
)

SHARED_LOGIN = Lexicon(
    "LX-SSO",
    r"""
    cl@ve  clave unica  spid  cie  cns  login\.gov  pagopa  gov\.br  clave ciudadana  id uruguay
    claveunica  llave mx  autenticacion digital  carpeta ciudadana  inicio de sesion unico  identidad unica
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

APPOINTMENT = Lexicon(
    "LX-CITA",
    r"""
    citas?  agendar  agende  turnos?  appuntament[oi]  agendamento  appointment
    prenota(?:zione)?
    """,
)

COMPLAINT = Lexicon(
    "LX-PQRD",
    r"""
    quejas?  denunci[ae]s?  denunciar  reclamos?  reclamaciones  sugerencias?  peticion(?:es)?
    pqrs?d?s?f?  felicitacion(?:es)?  segnalazion[ei]  ouvidoria  reporte ciudadano
    reporta(?:r)?  report an issue  buzon
    """,
)

INFORMATION_REQUEST = Lexicon(
    "LX-LAIP",
    r"""
    (?:solicitud|solicitudes|formulario|acceso).{0,30}informacion(?: publica)?
    acceso a la informacion  informacion publica  e-?sic  accesso civico
    """,
)

FORM_FILE = Lexicon(
    "LX-FORM",
    r"""
    formulario  solicitud  boleta  hoja de (?:datos|solicitud)  formato
    ficha de (?:inscripcion|registro)  planilla  modelo de  modulo  requerimento
    llen(?:ar|e|ado)  diligenci(?:ar|e|ado)  rellenar  declaracion jurad?a
    """,
)

DELIVERY = Lexicon(
    "LX-EMISION",
    r"""
    (?:descarg(?:ar|ue|a)|emit(?:ir|e)|recib(?:ir|a|e|ira)|obten(?:er|ga)|imprim(?:ir|a)) (?:su |la |el |una? )?(?:constancia|certificacion|certificado|licencia|solvencia|permiso)
    (?:constancia|certificacion|certificado|licencia|solvencia) (?:en (?:formato )?pdf|electronic[oa]|digital)
    (?:se )?(?:le )?(?:enviara|envia|recibira).{0,40}(?:por|a su|al) correo
    """,
)

NOT_A_SERVICE = Lexicon(
    "LX-NOT",
    r"""
    mision  vision  historia  resena  organigrama  directorio  siguenos  redes sociales
    contactos?  contactenos  contactanos  bienvenid[oa]s?  quienes somos  nosotros  acerca de
    enlaces?  politica  privacidad  terminos  cookies  copyright  derechos reservados
    mapa (?:del sitio|de sitio)  inicio  home  menu  buscar?  compartir  leer mas  ver mas
    ubicacion  direccion  telefonos?  horarios?  correo  autoridades  alcalde  concejo  cabildo
    concejal(?:es)?  valores  objetivos?  convocatorias?  licitacion(?:es)?  empleo  vacantes?
    plazas?  transparencia  rendicion  presupuesto  cuenta publica  leyes  ley  reglamentos?
    decretos?  acuerdos?  ordenanzas?  plan (?:municipal|de desarrollo|operativo)  informe
    turismo  gastronomia  galeria  videos?  fotos?  estadisticas?  categorias?  temas?
    instituciones  argomenti  contatti  condividi  valuta  grazie  quanto e stato  footer
    navegacion  accesibilidad  populares  preguntas frecuentes  faq  lorem ipsum  get in touch
    """,
)

PLACEHOLDER = Lexicon(
    "LX-PLACEHOLDER",
    r"""
    lorem ipsum  dolor sit amet  texto de ejemplo
    """,
)

ACCOUNT = Lexicon(
    "LX-CUENTA",
    r"""
    cre(?:ar?|e) (?:un |su |una |tu )?(?:usuario|cuenta)  iniciar sesion  inicie sesion
    (?:ingres[ea]r?|acced[ae]r?|entr[ae]r?) (?:con|a) (?:su|tu) (?:usuario|cuenta)
    (?:ingres[ea]r?|acced[ae]r?) (?:al|en el) sistema (?:en linea|electronico|con)
    su usuario y contrasena  con su (?:usuario|contrasena|clave)  correo electronico y contrasena
    sign in to  signing in  create an account  create your  sign in service
    """,
)

ONLINE_PAYMENT = Lexicon(
    "LX-PAGO-EN-LINEA",
    r"""
    pag(?:ar|ue|o|os) (?:en linea|por internet|electronicos?|con tarjeta)  pago (?:virtual|digital)
    pagar con  paga con  pagamento online  pay online
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
    firma electronica(?: avanzada)?  firma digital  certificado digital  certificado electronico
    """,
)

SHARED_DATA = Lexicon(
    "LX-INTEROP",
    r"""
    validad[oa]s? con (?:el )?(?:renap|sat|igss)  consultar dpi  no debe presentar copia
    no es necesario presentar (?:la |el )?(?:certificacion|copia)  datos obtenidos de
    """,
)

CONTACT = Lexicon(
    "LX-CONTACTO",
    r"""
    contact(?:o|enos|anos|us|aci|ar)  contatti  contatta  escribanos  envianos tu mensaje
    """,
)

PREFILLED = Lexicon(
    "LX-PRECARGA",
    r"""
    informazioni su di te  datos (?:ya )?(?:precargados|prellenados)  datos ya registrados
    sus datos se (?:cargan|llenan|completan) automaticamente
    """,
)

ONE_WINDOW = Lexicon(
    "LX-VENTANILLA",
    r"""
    ventanilla unica  una sola gestion  un solo tramite  un solo expediente  en una sola ventanilla
    """,
)
