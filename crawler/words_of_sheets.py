"""The words that stand over each part of a service's sheet, as data.

Finer than the groups by which a sheet is recognised: here each part has its own place to go.
"""

from enum import StrEnum

from crawler.lexicon import Lexicon


class SheetPart(StrEnum):
    """A part of a sheet; the value names it in the rule of its evidence."""

    DESCRIPTION = "descripcion"
    REQUIREMENTS = "requisitos"
    STEPS = "pasos"
    FEES = "costo"
    TIME = "plazo"
    PLACE = "lugar"
    HOURS = "horario"
    CONTACT = "contacto"
    LAW = "normativa"
    RESULT = "resultado"
    UNIT = "unidad"
    OWNER = "institucion"
    OTHER = "otra"


PART_WORDS: tuple[tuple[SheetPart, Lexicon], ...] = (
    (
        SheetPart.OWNER,
        Lexicon(
            "ficha-institucion",
            r"""
            informacion proporcionada por  institucion(?: responsable| que lo brinda)?
            entidad(?: responsable| encargada)?  organismo(?: responsable)?  orgao responsavel
            """,
        ),
    ),
    (
        SheetPart.UNIT,
        Lexicon(
            "ficha-unidad",
            r"""
            (?:unidad|dependencia|area|oficina|direccion|departamento) (?:responsable|encargada)
            (?:unidad|dependencia)  responsable(?: del (?:tramite|servicio))?
            unita organizzativa(?: responsabile)?  ufficio responsabile  setor responsavel
            responsible (?:office|unit)
            """,
        ),
    ),
    (
        SheetPart.REQUIREMENTS,
        Lexicon(
            "ficha-requisitos",
            r"""
            requisitos?  requerimientos?  documentos?  documentacion(?: requerida| necesaria)?
            papeleria  que (?:necesita|necesito|debo (?:llevar|presentar))  cosa serve
            what you (?:will )?need  required documents  requirements  documentacao
            """,
        ),
    ),
    (
        SheetPart.STEPS,
        Lexicon(
            "ficha-pasos",
            r"""
            pasos?(?: a seguir)?  procedimi?ento  como (?:hacer|realizar|solicitar|se hace|obtener)
            como (?:lo )?(?:hago|solicito|realizo|tramito)  come (?:fare|richiedere)
            instrucciones  que debe hacer  que debo hacer  how to  steps  passo a passo  etapas
            proceso(?: de solicitud)?  tramitacion
            """,
        ),
    ),
    (
        SheetPart.FEES,
        Lexicon(
            "ficha-costo",
            r"""
            costos?  aranceles  arancel  tarifas?  valor  precios?  montos?  tasas?  costi
            cuanto (?:cuesta|vale)  derechos(?: a pagar)?  importe  custos?  taxas?  quanto custa
            quanto costa  fees?  costs?  how much
            """,
        ),
    ),
    (
        SheetPart.TIME,
        Lexicon(
            "ficha-plazo",
            r"""
            tiempos?(?: de (?:respuesta|entrega|resolucion)| estimado| promedio)?
            plazos?(?: de (?:respuesta|entrega|resolucion)| maximo)?  duracion
            cuanto (?:tarda|demora|tiempo)  tempi(?: e scadenze)?  tempo  prazos?
            processing time  how long
            """,
        ),
    ),
    (
        SheetPart.HOURS,
        Lexicon("ficha-horario", r"horarios?(?: de atencion)?  orari(?:o)?  (?:office )?hours"),
    ),
    (
        SheetPart.CONTACT,
        Lexicon(
            "ficha-contacto",
            r"""
            contactos?  informacion de contacto  telefonos?  tel  pbx  correos?(?: electronicos?)?
            e-?mail  contatti  contact(?:s| us| information)?  canales? de atencion  whatsapp
            """,
        ),
    ),
    (
        SheetPart.PLACE,
        Lexicon(
            "ficha-lugar",
            r"""
            lugar(?:es)?(?: de (?:atencion|entrega|pago))?  (?:en )?donde  a donde  ubicacion
            direccion(?:es)?  oficinas?(?: de atencion)?  sedes?  puntos? de atencion  where
            onde  dove  presencial  atencion presencial  locais de atendimento
            """,
        ),
    ),
    (
        SheetPart.LAW,
        Lexicon(
            "ficha-normativa",
            r"""
            normativas?  normas?(?: aplicables?)?  bases? legal(?:es)?  leyes
            fundamentos?(?: (?:legal|juridico)(?:es)?)?  marco (?:legal|juridico|normativo)
            sustento legal  riferimenti normativi  normativa di riferimento  legislacao
            legal basis
            """,
        ),
    ),
    (
        SheetPart.RESULT,
        Lexicon(
            "ficha-resultado",
            r"""
            resultados?  que (?:obtiene|obtengo|se obtiene)  cosa si ottiene
            documento(?: (?:que se obtiene|a obtener|obtenido))  producto  comprobante a obtener
            """,
        ),
    ),
    (
        SheetPart.DESCRIPTION,
        Lexicon(
            "ficha-descripcion",
            r"""
            descripcion(?: del (?:tramite|servicio))?  en que consiste  (?:de )?que (?:es|se trata)
            para que sirve  objetivo  definicion  descrizione(?: estesa| breve)?  descricao
            description  what (?:is|it is)  o que e  cos.?e
            """,
        ),
    ),
    (
        SheetPart.OTHER,
        Lexicon(
            "ficha-otra",
            r"""
            a quien (?:va )?dirigid[oa]  dirigido a  quien(?:es)? puede  a chi e rivolto
            formularios?  formatos?  modulistica  descargas?  vigencia  validez
            ir al tramite en linea  accedi al servizio  observaciones?  notas?
            ultima actualizacion  ulteriori informazioni  preguntas frecuentes
            servicios? (?:relacionados|populares)  tramites? relacionados  compartir
            """,
        ),
    ),
)

UNSAID = Lexicon(
    "ficha-sin-dato",
    r"""
    pendiente  por definir  n/?a  no aplica  ningun[oa]?  sin (?:datos?|informacion)  s/?n
    no (?:especificad[oa]|disponible|definid[oa])  lorem ipsum  xx+  tbd
    """,
)

FREE = Lexicon(
    "gratuito",
    r"""
    gratuit[oa]s?  gratis  sin (?:ningun )?costo  no tiene (?:ningun )?costo  sin cobro
    no (?:genera|se cobra) ?(?:costo)?  sem custo  free of charge  no charge  free
    """,
)
