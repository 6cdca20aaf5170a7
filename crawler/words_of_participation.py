"""The words by which pages ask people to take part, as data.

Source: the participation row of the audit's method; neighbouring languages stand beside.
"""

from crawler.lexicon import Lexicon

CONTACT = Lexicon(
    "contacto",
    r"contact\w*  escriba(?:nos)?  escribenos  sugerencias?  quejas?  atencion al \w+",
)

FORUM = Lexicon(
    "foro",
    r"""
    foros? (?:ciudadanos?|de (?:discusion|debate|participacion|consulta)|virtual(?:es)?)
    foros  forum de discussao  debates? ciudadanos?
    """,
)

SURVEY = Lexicon(
    "encuesta",
    r"""
    encuestas? (?:de (?:satisfaccion|opinion|percepcion|servicio|participacion)|ciudadanas?)
    (?:responda|conteste|llene|participe en) (?:la|nuestra|esta|una) encuesta  encuestas?
    sondeos?  cuestionarios?  pesquisa de satisfacao  questionario  sondaggio  survey
    """,
)

_FAULT = r"(?:un |una )?(?:error(?:es)?|problemas?|fallas?)"
USEFUL = Lexicon(
    "utilidad",
    rf"""
    fue util  le sirvio esta  te sirvio esta  encontr(?:o|aste) lo que busca\w*
    (?:esta|la) (?:pagina|informacion) (?:le|te) (?:fue|resulto) util  fue de utilidad
    (?:califi\w+|valor\w+|evalu\w+) (?:esta|la|este) (?:pagina|informacion|contenido|sitio)
    was this (?:page |information )?(?:helpful|useful)  quanto sono chiare le informazioni
    valuta da \d a \d  esta pagina foi util
    (?:report\w+|inform\w+|avis\w+) (?:de |sobre )?{_FAULT} (?:en|de|con|sobre) (?:esta|la) pagina
    """,
)

# "Consulta pública de expedientes" looks a file up and asks nobody for an opinion.
_LOOKED_UP = "(?:expedientes?|bienes|inmuebles|vehiculos|placas|multas|titulos|facturas|tramites)"
CONSULTATION = Lexicon(
    "consulta-publica",
    rf"""
    consultas? publicas?(?! (?:de|del|sobre) (?:los |las |sus )?{_LOOKED_UP})
    consultas? ciudadanas?  consultas? (?:comunitarias?|vecinales?|populares?|previas?)
    (?:proyectos?|borrador(?:es)?|iniciativas?) (?:de \w+ )?en consulta
    consulta de (?:proyectos? normativos?|anteproyectos?)  consultazioni? pubblic[ah]e?
    public consultations?
    """,
)

ACCOUNT = Lexicon(
    "rendicion",
    r"""
    rendicion(?:es)? (?:publica )?de cuentas  audiencias? publicas?  cabildos? abiertos?
    informe anual de (?:labores|gobierno|gestion)  informes? de (?:labores|gobierno|gestion)
    memorias? de labores  dialogos? ciudadanos?  prestacao de contas  audiencia publica
    """,
)

COUNCIL = Lexicon(
    "consejos",
    r"""
    cocodes?  comudes?  codedes?  consejos? comunitarios? de desarrollo
    consejos? municipal(?:es)? de desarrollo  consejos? departamental(?:es)? de desarrollo
    consejos? (?:de|para la) (?:participacion|planeacion)(?: ciudadana| municipal)?
    juntas? (?:vecinales?|de accion comunal|administradoras? local(?:es)?)
    comites? (?:ciudadanos?|vecinales?|de participacion(?: ciudadana)?|comunitarios?)
    asociacion(?:es)? de desarrollo comunal
    gabinetes? (?:de desarrollo|municipal(?:es)?|especificos?)
    alcaldes? (?:comunitarios?|auxiliares)  alcaldias? (?:comunitarias?|auxiliares)
    """,
)

# Not the surveys of statistics, nor the results of an examination or a tender.
_ASKED = (
    r"(?:consultas?|sondeos?|votacion(?:es)?|participacion|presupuesto participativo|cabildos?"
    r"|audiencias? publicas?|encuestas? (?:ciudadanas?|de (?:satisfaccion|opinion|percepcion)))"
)
RESULTS = Lexicon(
    "resultados",
    rf"""
    resultados? (?:de|del) (?:la |las |los |el )?(?:ultima )?{_ASKED}
    informes? (?:de|sobre) (?:la |las |los )?(?:resultados? de (?:la )?)?{_ASKED}
    informes? (?:de|sobre) (?:las )?observaciones recibidas
    lo que (?:nos )?(?:dijeron|dijo la gente)  esiti? della consultazione
    (?:respuestas?|devolucion) a (?:las |sus |los )?(?:observaciones|propuestas|aportes)
    """,
)

SOCIAL_AUDIT = Lexicon(
    "auditoria-social",
    r"""
    auditorias? social(?:es)?  contralorias? (?:social(?:es)?|ciudadanas?)
    veedurias?(?: ciudadanas?)?  controlador(?:es)? ciudadanos?
    denunci\w+ (?:de |por |sobre )?(?:actos? de |hechos? de |la )?corrupcion
    (?:linea|canal|buzon|ventanilla) (?:de )?(?:denuncias?|anticorrupcion|etic[oa])
    denuncias? anticorrupcion  whistleblow\w*  segnalazione (?:di )?(?:illeciti|condotte illecite)
    """,
)
