"""The words that name services and what stands around them, as data.

Source: the lexicons of the audit's method (docs/stages.md); some Portuguese, Italian and English
words stand beside them because neighbouring portals mix languages.
"""

from crawler.lexicon import Lexicon

SERVICE = Lexicon(
    "LX-SERV",
    r"""
    tramites?  solicit(?:ud|udes|ar|e|a)  inscripcion(?:es)?  inscribir(?:se)?
    certificacion(?:es)?  certificados?  constancias?  constanca  licencias?  permisos?
    autorizacion(?:es)?  renovacion(?:es)?  reposicion(?:es)?  solvencias?  finiquitos?
    pasaportes?  antecedentes  matriculas?  rematricular?  exoneracion(?:es)?  exencion(?:es)?
    patentes?  boletos? de ornato  iusi  apostillas?  legalizacion(?:es)?  residencias?
    becas?  subsidios?  denuncias?  quejas?  reclamos?  peticion(?:es)?  sugerencias?  citas?
    carnet?s?  carne  traspasos?  habilitacion(?:es)?  empadronamientos?  registro de  pago de
    pagos? por  partidas?  actas? de  copias? (?:certificadas?|de)  duplicados?  expedicion
    extension de  emision de  refrend(?:o|as?|acion)  alta de  baja de  cambio de  traslado de
    levantamiento de  cancelacion(?: de| por)?  dictamen(?:es)?  avaluos?  deslindes?  croquis
    titulos? de  adopcion  matrimonios?  divorcios?  defuncion(?:es)?  nacimientos?
    inhumacion  exhumacion  arrendamientos?  prestamos?  postulacion  vacunacion  consulta de
    verificacion de  validacion de  acreditacion  aprobacion  calibracion  devolucion de
    reconocimiento de  declaracion  reporte de  radicacion  instalacion de  conexion de
    reconexion  reinstalacion  apertura de  agua potable  alumbrado publico  recoleccion de
    cedulas?  credencial(?:es)?  testamentos?  visas?  visados?  empadronarse  padron  turnos?
    drenajes?  predial  multas?  placas  fierro  poda  tala
    guias? (?:de (?:movilizacion|transito|transporte|traslado|ganado|conduccion|venta)|por)
    certidao  certidoes  segunda via  solicitacao  solicitacoes  requerimento  isencao  licencas
    cadastro  ouvidoria  emissao d[eao]
    alvaras?  matricula  licenca  inscricao  agendamento  rilascio  richiest[ae]
    iscrizion[ei]  permess[oi]  pagament[oi]  prenotazion[ei]  segnalazion[ei]  certificat[oi]
    contribut[oi]  agevolazion[ei]  concession[ei]  rimbors[oi]  cambio di (?:residenza|abitazione)
    assegno  carta d.?identita  cambio  accesso agli atti  autorizzazione  abbonamento
    voucher  albo (?:scrutatori|degli|dei|presidenti)  tributi  inspeccion(?:es)?
    donacion(?:es)?  reservas? de  deposito legal
    revision de  consulta del?  reportes? de  vacunas?  apply  applications?  permits?
    licen[sc]es?  licen[sc]ing  certificates?  pay (?:your|a|for)  report (?:a|an|your)
    request (?:a|an|your|public)  birth records?  public records request  inspections?
    book (?:a|an)  renew(?:al|als)?  register  registration  create an account
    cre(?:ar?|e) una cuenta  verify your identity  accounts?  cuenta unica  formulario  prestamo de
    eliminar (?:su|la) cuenta
    verificar (?:su|la) identidad  convenio  laboratorio  mercado  perpetuidad  nichos?
    historias? clinicas?  enterramiento  casamientos?  derechos? de  verificar su identidad
    derecho de conexion
    """,
)

CONTEXT = Lexicon(
    "LX-CONTEXT",
    r"""
    tramites?(?: y servicios)?  servicios?(?: municipales| publicos)?
    catalogo de (?:tramites|servicios)  guia de tramites  ventanilla unica  servicos?
    servizi(?:o)?  services?  tasas municipales  tarifas  que (?:ofrecemos|puede hacer)
    servicios? que (?:se )?(?:prestan?|ofrecen?|brindan?)(?:mos)?  carta de servicos
    (?:le|les) (?:ofrece|presta|brinda)(?:mos)?  oferta de servicios  descargas  modulistica
    programas sociales  tram ?serv(?:icios)?
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
        instrucciones  que debe hacer  how to  proceso(?: de solicitud|(?! de))
        """,
    ),
    Lexicon(
        "costo",
        r"""
        costos?  aranceles  arancel  tarifas?  valor  precio  monto  costi  tasa
        derechos a pagar  q ?\d[\d,.]*
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
        unidad responsable  dependencia(?: responsable)?  informacion proporcionada por
        responsable
        """,
    ),
    Lexicon(
        "publico",
        r"""
        a quien (?:va )?dirigid[oa]  dirigido a  a chi e rivolto  quien puede  descripcion
        descrizione  cosa si ottiene  resultado(?! de)  en que consiste  objetivo  especificaciones
        ir al tramite en linea
        """,
    ),
)

NOT_A_SERVICE = Lexicon(
    "LX-NOT",
    r"""
    mision  vision  historia  resena  organigrama  directorio  siguenos  redes sociales
    contactos?  contactenos  contactanos  bienvenid[oa]s?  quienes somos  nosotros  acerca de
    enlaces?  politica  privacidad  terminos  cookies  copyright  derechos reservados
    mapa (?:del sitio|de sitio)  inicio  home  menu  buscar?  compartir  leer mas  ver mas
    ubicacion  direccion  telefonos?  horarios?  correo  autoridades  alcalde  concejo
    cabildo  concejal(?:es)?  valores  objetivos?  convocatorias?  licitacion(?:es)?  empleo
    vacantes?  plazas?  transparencia  rendicion  presupuesto  cuenta publica  leyes  ley
    reglamentos?  decretos?  acuerdos?  ordenanzas?
    noticias?  ultimas noticias  novedades  eventos?  agenda  comunicados?  boletin(?:es)?
    discursos?  manual(?:es)? de  guia de (?:componentes|estilos?|diseno)  feria
    plan (?:municipal|de desarrollo|operativo)  informe  turismo  gastronomia  galeria
    videos?  fotos?  estadisticas?  categorias?  temas?  instituciones  argomenti  contatti
    condividi  valuta  grazie  quanto e stato  footer  navegacion  accesibilidad  populares
    preguntas frecuentes  faq  lorem ipsum  get in touch
    """,
)

FORM_FILE = Lexicon(
    "LX-FORM",
    r"""
    formulario  solicitud  boleta  hoja de (?:datos|solicitud)  formato
    ficha de (?:inscripcion|registro)  planilla  modelo de  modul[oi]  requerimento
    (?:application|request|registration|claim) forms?  fillable form  ficha de cadastro
    llen(?:ar|e|a|ado)  complet(?:ar|e|a)  diligenci(?:ar|e|ado)  rellenar  declaracion jurad?a
    """,
)

COMPLAINT = Lexicon(
    "LX-PQRD",
    r"""
    (?<!zacion de libro de )(?<!zacion del libro de )(?<!tacion de libro de )quejas?
    denunci[ae]s?  denunciar  reclamos?  reclamaciones  sugerencias?  peticion(?:es)?
    pqrs?d?s?f?  felicitacion(?:es)?  segnalazion[ei]  ouvidoria  reporte ciudadano
    reporta(?:r)?  report (?:an?|your|the) [a-z]+  buzon  elogios?  reclamacao  reclamacoes
    """,
)

INFORMATION_REQUEST = Lexicon(
    "LX-LAIP",
    r"""
    (?:solicitud|solicitudes|formulario|acceso).{0,30}informacion(?: publica)?
    acceso a la informacion  informacion publica  e-?sic  accesso civico
    """,
)

PLACEHOLDER = Lexicon(
    "LX-PLACEHOLDER",
    r"""
    lorem ipsum  dolor sit amet  texto de ejemplo
    """,
)

STAFF = Lexicon(
    "LX-STAFF",
    r"""
    webmail  correo (?:institucional|interno|electronico institucional)  intranet
    personal interno  roundcube  zimbra  owa  outlook web  cpanel  wp-login  wp-admin
    administrator  sicoin  siges  guatenominas  siplan  vpn  glpi  nextcloud  marcaje
    uso interno  modulos del sistema  area riservata  panel de (?:control|administracion)
    (?:agreg|subi|public)\w* (?:audio|foto|imagen|video|noticia|usuario|evento)s?
    add (?:new )?(?:user|post|photo|video|news)
    (?:recibos?|boletas?|comprobantes?) de (?:nomina|sueldos?|salarios?)  contracheques?
    """,
)

# People who may also be what a citizen's form is about ("denuncia contra funcionarios").
STAFF_PEOPLE = Lexicon(
    "LX-STAFF-PERSONAS",
    r"""
    empleados?  colaboradores  funcionarios  servidores publicos  administrador(?:es)?  staff
    mesa de ayuda  docentes
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

CONTACT = Lexicon(
    "LX-CONTACTO",
    r"""
    contact(?:o|enos|anos|us|aci|ar)  contatti  contatta  escribanos  envianos tu mensaje
    """,
)

APPOINTMENT = Lexicon(
    "LX-CITA",
    r"""
    citas?  agendar  agende  turnos?  appuntament[oi]  agendamento  appointment
    prenota(?:zione)?
    """,
)
