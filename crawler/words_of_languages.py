"""The small words by which a language is known, as data.

Spanish, English, Portuguese, Italian and French: their most common articles, prepositions,
conjunctions and pronouns, as every grammar lists them. K'iche', Kaqchikel, Mam, Ixil and Q'eqchi':
only words attested in published translations (Firefox and Focus of Mozilla, Bloom of SIL, CLDR,
Facebook in Maya languages), each with its source in the inclusion research of this project.
"""

from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION_WORDS: Mapping[str, frozenset[str]] = {
    "es": _words(
        """
        de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o
        este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo
        nos durante todos ni contra otros ese eso ante ellos e esto antes qué otro otra otras tanto
        esa estos mucho cual poco ella estar estas algo usted ustedes debe deberá es son está según
        será si cada mediante
        """
    ),
    "en": _words(
        """
        the of and to in a is that for it as was with be by on not he this are or his from at which
        but have an had they you were their one all we can her has there been if more when will who
        so no your our about how what may must should any us it's don't
        """
    ),
    "pt": _words(
        """
        de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele
        das tem à seu sua ou ser quando muito há nos já está também só pelo pela até isso ela entre
        depois sem mesmo aos seus quem nas esse eles são você num nem às numa pelos pelas qual será
        """
    ),
    "it": _words(
        """
        di e il la che in a per un è con non una sono del le si da i nel alla dei gli della al lo
        delle dal ma come anche se o nella sul più ai degli su ci questo questa dalla essere alle
        sulla tra nei nelle dello allo i suoi ogni quando
        """
    ),
    "fr": _words(
        """
        de la et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont
        le avec vous votre ou son nous aux cette ses mais comme être ont leur vos nos où chaque si
        """
    ),
}  # fmt: skip

# The Latin of templates that nobody has filled in.
PLACEHOLDER_WORDS = _words(
    """
    et in sed ut ac at vel nec eu sit amet non ex quis id ad ipsum dolor lorem nulla tempor
    vestibulum mauris aliquet integer vitae ante eget tincidunt elit diam felis nunc
    """
)

ATTESTED_WORDS: Mapping[str, frozenset[str]] = {
    "quc": _words(
        """
        uwach uxaq uya'ik rech tob'anem wuj tzijob'al ukab' katajin nab'e nik'aj ja'i' ya'tal
        okib'al utz upam resaxik uqajisaxik utzukuxik k'olib'al jule' uk'olik uq'atexik uchupik
        ucha'ik echeb'alil wachib'al ub'ixik
        """
    ),
    "cak": _words(
        """
        tikanöx ruxaq ch'ab'äl ch'aqa' ütz wakami to'ïk k'amaya'l manäq tob'äl tiq'at tikomonïx
        tiyak rutzijol ichinanem tijaq chuwäch achib'il rub'i' taqoya'l nab'ey rutikirib'al
        tikirib'äl k'ojlib'äl tetamäx oyonib'äl k'utunïk tib'e okel
        """
    ),
    "mam": _words(
        """
        tu'n qe' tnam aq'unb'il b'ant txqantl tx'otx' onb'il tuj najsal techil toj tqanil
        xnaq'tzb'il twitz twi' b'ib'aj juntl ti'j u'j xk'utz'ib' b'inchal kab' tu'mel qkanen
        """
    ),
    "ixl": _words(
        """
        vee' chuk sojsa kuxhtu' b'en axh svatz lochb'al ile' ku'tzan tatine' tuche' kola jupa uvaa'
        vatz ivatz q'ajsab'en ve't yolb'al u'uj chukb'al
        """
    ),
    "kek": _words(
        """
        xb'een xkab' rox xkaa xwaq xwuuq xwaqxaq xb'elee xlajee xjunlaj xkab'laj reheb' ninqi
        tenamit ruchich'och' molam q'eqchi'
        """
    ),
}  # fmt: skip

# ISO 639-3 codes of the national languages other than Spanish (Decreto 19-2003), with the names by
# which people and pages call them, folded; Chalchiteko has no code of its own.
NATIONAL_LANGUAGES: Mapping[str, tuple[str, ...]] = {
    "quc": ("kiche", "quiche"),
    "kek": ("qeqchi", "kekchi"),
    "cak": ("kaqchikel", "cakchiquel", "kakchiquel"),
    "mam": ("mam",),
    "kjb": ("qanjobal", "kanjobal"),
    "poh": ("poqomchi", "pocomchi"),
    "poc": ("poqomam", "pocomam"),
    "acr": ("achi",),
    "ixl": ("ixil",),
    "tzj": ("tzutujil", "tzutuhil"),
    "knj": ("akateko", "acateco"),
    "cac": ("chuj",),
    "jac": ("popti", "jakalteko", "jacalteco"),
    "agu": ("awakateko", "aguacateco", "chalchiteko", "chalchiteco"),
    "caa": ("chorti",),
    "quv": ("sakapulteko", "sacapulteco"),
    "usp": ("uspanteko", "uspanteco"),
    "qum": ("sipakapense", "sipacapense"),
    "ttc": ("tektiteko", "tectiteco"),
    "mop": ("mopan",),
    "itz": ("itza",),
    "cab": ("garifuna",),
    "xin": ("xinka", "xinca"),
}
MAYA_FAMILY = "myn"
