"""Lists of words as people say them: those that tell nothing, those that tell little, the common.

All are folded: lower case, no accents.
"""

from importlib.resources import files

_LITTLE = """
    a al algo alguien algun alguna algunas alguno algunos ante antes aqui asi aun aunque bajo cada
    como con contra cual cuales cualquier cuando cuanta cuantas cuanto cuantos de del desde donde
    dos durante e el ella ellas ellos en entonces entre era eran eres es esa esas ese eso esos esta
    estaba estan estar estas este esto estos estoy fue fueron ha hace hacer haces hago han hasta hay
    he hemos i la las le les lo los mas me mi mia mio mis misma mismo mucho muy nada ni no nos
    nosotros nuestra nuestro o otra otras otro otros para pero poco por porque puede pueden puedo
    pues que quien quienes quiera quiere quiero queremos se sea ser si sido siendo sin sobre son
    soy su sus tal tambien tan tanto te tener tengo ti tiene tienen todo todos tu tus un una unas
    uno unos usted ustedes va van voy y ya yo debo debe necesito necesita necesitan favor
"""
_OF_QUESTIONS = """
    vos queres podes tenes necesitas ocupo ocupa quisiera gustaria
    saber sabe decir dice digan ahorita ahora ayer hoy manana
    saco saca sacar sacan sacando tramito tramita tramitar obtengo obtener consigo conseguir
    queda quedan toca hacerlo hacerme pasos pasa
"""
_IN_ENGLISH = "would want need how get the for and my of to where what do in a an is"

STOP_WORDS = frozenset(f"{_LITTLE} {_OF_QUESTIONS} {_IN_ENGLISH}".split())
"""They say nothing about what is looked for: articles, pronouns, the words of a question."""

_FAINT = """
    solicitud solicitar tramite tramites servicio servicios registro autorizacion gestion
    informacion papel papeles documento documentos persona personas gente nuevo nueva nacional
    guatemala pais gobierno estado ano anos mes meses dia dias cosa cosas casa
"""
FAINT_WORDS = frozenset(_FAINT.split())
"""They tell little: services of every kind have them."""


def everyday_words() -> list[str]:
    """Common words of Spanish, with accents: right, even where the catalogue has none of them."""
    return files("indices").joinpath("everyday_words.txt").read_text(encoding="utf-8").split()
