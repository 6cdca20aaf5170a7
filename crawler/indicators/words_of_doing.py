"""The words by which portals say how a service is done, handled and delivered, as data.

Patterns are those of `crawler.lexicon`: folded text, whole words, two blanks between patterns.
"""

from crawler.lexicon import Lexicon

_THE = r"(?:los |las |la |el |su |sus |mi |tu |un |una |de )*"
_A_NUMBER = rf"{_THE}(?:numero|codigo|no\.?) (?:unico )?de"
_PAPERS = (
    r"(?:documentos?|certifica\w+|constancias?|solvencias?|licencias?|codigos?"
    r"|firmas?|recibos?|permisos?)"
)

CURRICULUM = Lexicon(
    "curriculo",
    r"curriculum(?: vitae)?  curriculo  cv  hoja de vida  vacantes?  empleos?  candidat[oa]s?",
)
UPLOAD = Lexicon(
    "subir-archivos",
    rf"""
    (?:sub(?:ir|a|e)|carg(?:ar|ue)) {_THE}(?:documentos?|archivos?|imagen|fotos?|fotografias?)
    (?:sub(?:ir|a|e)|carg(?:ar|ue)) {_THE}(?:papeleria|requisitos|expediente)
    adjunt(?:ar|e) {_THE}archivos?
    """,
)
SLIP = Lexicon(
    "generar-boleta",
    rf"""
    (?:gener|emit|imprim|obten)\w* {_THE}(?:boleta|orden|ficha|codigo) de pago
    (?:gener|emit)\w* {_THE}boleta  (?:gener|llen)\w* {_THE}formulario sat-? ?\d*
    declaraguate  boleta de pago electronica  generazione avviso di pagamento
    """,
)
OTHER_FOLLOWING = Lexicon(
    "otro-seguimiento",
    r"""
    paquetes?  encomiendas?  guia de envio  rastreo postal  juzgados?  sentencias?  sorteos?
    procesos? judicial\w*  licitacion(?:es)?  guatecompras  nog
    """,
)
# Said to the person, not of what officials do with the file among themselves.
_YOU_GET = (
    r"(?:recibir[ae]s?|recibe|obtendras?|obtiene|obtenga|se (?:le|te) \w+|(?:le|te) enviar\w+"
    r"|genera(?:ra)?|proporcionar\w*)"
)
RECEIPT = Lexicon(
    "acuse-de-recibo",
    rf"""
    acuse de reci(?:bo|bido)  correo (?:electronico )?de confirmacion
    {_YOU_GET} {_A_NUMBER} (?:gestion|solicitud|expediente|tramite|seguimiento)
    {_YOU_GET} {_A_NUMBER} (?:caso|ticket|radicado|registro|referencia)
    comprobante de (?:envio|recepcion|solicitud)  confirmacion (?:de recepcion|de su solicitud)
    """,
)
ISSUE = Lexicon(
    "emitir-resultado",
    rf"""
    (?:descarg|emit|obten|gener|imprim)\w* (?:y descargar )?{_THE}(?:constancia|certifica\w+|acta)
    (?:descarg|emit|obten|gener|imprim)\w* (?:y descargar )?{_THE}(?:licencia|solvencia|permiso)
    (?:descarg|emit|obten|gener|imprim)\w* (?:y descargar )?{_THE}(?:carne|finiquito|antecedentes)
    """,
)
BLANK = Lexicon("en-blanco", r"solicitud  formulario  formato  requisitos  modelo  instructivo")
VERIFY = Lexicon(
    "verificar-documentos",
    rf"""
    (?:verific|valid|autentic|comprob|comprueb)\w* {_THE}(?:autenticidad )?{_THE}{_PAPERS}
    autenticidad de {_THE}\w+  escane\w+ el (?:codigo )?qr para (?:verificar|validar|comprobar)
    """,
)
# Officials verify papers too; people verify whether one is genuine.
GENUINE = Lexicon(
    "autentico",
    r"autentic\w+  validez  codigo (?:qr|de (?:verificacion|seguridad|barras))  qr  en linea",
)
NOT_VERIFY = Lexicon(
    "otro-codigo",
    r"menu  vacun\w+  restaurantes?  captcha  codigo postal  calibracion  requisitos",
)
SIGNING = Lexicon(
    "firmar",
    r"""
    firma (?:electronica|digital)  certificado (?:digital|electronico)  e\.?firma  llave privada
    firmar (?:electronicamente|digitalmente|y enviar|documento)  archivo \.?(?:p12|pfx|cer|key)
    """,
)
NOTICE = Lexicon(
    "notificacion-electronica",
    r"""
    notificacion(?:es)? electronicas?  casillero (?:electronico|judicial|virtual)
    domicilio electronico  buzon (?:tributario|fiscal|judicial|electronico)
    notificaciones en linea
    """,
)
OPINIONS = Lexicon("buzon-de-opiniones", r"sugerencias?  quejas?  opinion(?:es)?")
CONSENT = Lexicon(
    "consentimiento",
    r"""
    acept[oa]  he leido  autoriz[oa]  consiento  terminos (?:y condiciones|de uso|del servicio)
    (?:tratamiento|proteccion|uso) de (?:mis |sus |los )?datos  aviso de privacidad
    politica de privacidad  declaro bajo juramento  ho letto  concordo
    """,
)
OF_DATA = Lexicon("datos", r"datos  privacidad  privacy  habeas data")
COOKIES = Lexicon("galletas", r"cookies?  galletas")
ONLINE_STEPS: tuple[Lexicon, ...] = (
    Lexicon(
        "registrarse",
        rf"registr(?:arse|ese|ate|e)  cre(?:ar?|e) {_THE}(?:cuenta|usuario)",
    ),
    Lexicon(
        "entrar",
        r"inici(?:ar|e) sesion  (?:ingres|acced|entr)(?:ar|er|e|a) (?:al?|con|en) \w+",
    ),
    Lexicon("subir", r"(?:sub|carg|adjunt|anex)(?:ir|a|ar|e|ue)"),
    Lexicon("llenar", r"(?:llen|complet)(?:ar|e) (?:el |los )?(?:formulario|datos|campos)"),
    Lexicon("enviar", r"envi(?:ar|e) (?:la |el |su |los )?\w+"),
    Lexicon("pagar", r"(?:realice|realizar|efectue) (?:el )?pago  pag(?:ar|ue)"),
    Lexicon("descargar", r"descarg(?:ar|ue)  recib(?:ir|ira|a) .{0,30}correo"),
)
ON_PAPER = Lexicon(
    "paso-en-papel",
    r"""
    descarg\w+ .{0,20}formulario  imprim(?:ir|a|e)\w*  escane(?:ar|e|arlo)\w*  fotocopias?  a mano
    firm(?:ar|e) y sell(?:ar|e)
    """,
)
REPORT = Lexicon(
    "declaracion-periodica",
    rf"""
    declaraguate  asiste ?web  libro de salarios  informe (?:del )?(?:empleador|patronal)
    (?:present|envi|hac|realiz)\w* {_THE}(?:declaracion|informe) (?:mensual|anual|trimestral)
    (?:present|envi|hac|realiz)\w* {_THE}declaracion (?:jurada|de impuestos|patronal)
    declaracion(?:es)? (?:electronicas?|en linea|mensual(?:es)?|anual(?:es)?|de impuestos)
    declaracion jurada (?:en linea|electronica)  reportes? (?:mensual|anual)(?:es)? en linea
    """,
)
ENROL = Lexicon(
    "inscribirse",
    rf"""
    inscrib(?:irse|ete|ase|irme)(?: en linea| aqui)?  inscripcion(?:es)? (?:en linea|abiertas?)
    matricula en linea  compr(?:ar|e) (?:en linea|{_THE}(?:boletos?|entradas?))
    (?:presentar|enviar) (?:su )?oferta en linea  iscriviti al corso
    """,
)
ENROLMENT = Lexicon(
    "inscripcion",
    r"""
    inscripcion(?:es)?  inscrib\w+  matricula  curso  examen  capacitacion  taller
    preinscripcion
    """,
)
