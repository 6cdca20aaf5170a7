"""The words in the name of a service that say under which theme of the catalogue it belongs.

Own work after the catalogue's categories (canse/seed/categorias.csv); the first word of each entry
is the slug of the category. Words that stand in names of several themes ("licencia", "registro")
are left out: they decide nothing.
"""

from crawler.lexicon import Lexicon

CATEGORY_WORDS: tuple[Lexicon, ...] = (
    Lexicon(
        "identidad",
        r"""
        dpi  cui  documento (?:personal )?de identi(?:dad|ficacion)  cedula de identidad  renas
        (?:certificado|certificacion|acta|partida)s? de (?:nacimiento|matrimonio|defuncion)s?
        antecedentes  solteria  carnet? de identidad  registro civil  carta d.?identita
        """,
    ),
    Lexicon(
        "familia",
        r"""
        recien nacid[oa]s?  matrimonios?(?: civil(?:es)?)?  divorcios?  pension alimenticia
        adopcion(?:es)?  adoptar  violencia (?:contra la mujer|intrafamiliar)  union de hecho
        casarse  guarderias?  ninez  mujer(?:es)?  maternita
        inscri\w+ (?:de |un[ao]? )?(?:nacimientos?|defuncion(?:es)?)
        """,
    ),
    Lexicon(
        "salud",
        r"""
        salud  sanitari[oa]s?  medic(?:o|a|os|as|amentos?|ina|inas)  farmacias?  hospital(?:es)?
        clinicas?  vacun\w+  consulta externa  discapacidad  manipula\w+ de alimentos
        odontolog\w+  farmaceutic[oa]s?  laboratorio clinico  rayos x  historia clinica
        """,
    ),
    Lexicon(
        "educacion",
        r"""
        becas?  estudios?  estudiantes?  escuelas?  colegios?  universidad  universitari[oa]s?
        educa\w+  alumn[oa]s?  diplomas?  alfabetizacion  iscrizione scolastica  mensa scolastica
        equivalencias?
        """,
    ),
    Lexicon(
        "trabajo",
        r"""
        igss  emple(?:o|os|ador|adores)
        laboral(?:es)?  trabajo  trabajador(?:es|as?)?  patron(?:o|os|al)
        jubila\w+  pension(?:es)? (?:por|de|del)  salarios?  sindicatos?  clases pasivas
        contratos? de trabajo
        """,
    ),
    Lexicon(
        "apoyo-social",
        r"""
        bono(?:s)? social(?:es)?  bolsas? de alimentos  adultos? mayor(?:es)?  ayuda social
        programas? social(?:es)?  subsidio (?:social|familiar)  assegno  sussidio
        apoyos? (?:social|economico)(?:es|s)?  comedor(?:es)? social(?:es)?
        """,
    ),
    Lexicon(
        "vivienda",
        r"""
        vivienda  catastr\w+  fincas?  inmuebles?  terrenos?  lotes?
        propiedad(?: horizontal| inmueble)
        avaluos?  tierras?  desmembracion(?:es)?  deslindes?  registro de la propiedad
        """,
    ),
    Lexicon(
        "vehiculos",
        r"""
        vehicul\w+  licencias? (?:de conducir|extranjera)  conducir
        escuela de manejo  conductor(?:es)?  transito  placas?  circulacion
        calcomanias?  transporte\w*  motocicletas?  taxis?  pilotos?  mototaxis?  remision(?:es)?
        estacionamiento\w*  pass ztl  ztl  parcheggi\w*  autobus(?:es)?
        """,
    ),
    Lexicon(
        "impuestos",
        r"""
        nit  sat  impuestos? sobre la renta  iva  isr  facturas?  factura electronica
        contribuyentes?  rtu  solvencia fiscal  tributari[oa]s?  fiscal(?:es)?  fel
        """,
    ),
    Lexicon(
        "empresas",
        r"""
        empresas?  comerciantes?  sociedad(?:es)? (?:anonima|mercantil)\w*  marcas?  patentes?
        mercantil(?:es)?  exporta\w+  importador(?:es)?  proveedor(?:es)?  consumidor(?:es)?
        cooperativas?  libro de quejas  negocios?  comercial(?:es)?  invencion(?:es)?
        derechos? de autor
        """,
    ),
    Lexicon(
        "migracion",
        r"""
        pasaportes?  visas?  migrat\w+  residencia (?:temporal|permanente)  extranjer[oa]s?
        consulados?  consular(?:es)?  apostillas?  nacionalidad  refugiad[oa]s?  turistas?
        arraigos?  naturalizacion  legalizacion de documentos
        """,
    ),
    Lexicon(
        "justicia",
        r"""
        judicial(?:es)?  juzgados?  demandas?  defensor(?:ia)?  victimas?  derechos humanos
        denuncias? penal(?:es)?  conciliacion  mediacion  abogad[oa]s?  notari\w+
        """,
    ),
    Lexicon(
        "seguridad",
        r"""
        armas?  seguridad privada  policia\w*  bomberos?  desastres?  emergencias?
        desapar\w+  explosivos?  gestion del riesgo
        """,
    ),
    Lexicon(
        "ambiente",
        r"""
        ambiental(?:es)?  forestal(?:es)?  arbol(?:es)?  bosques?  areas protegidas  cites
        energia  electric[oa]s?  miner[oa]s?  hidrocarburos?  gasolineras?  caceria
        residuos? (?:peligrosos|especiales)  flora y fauna  tala  poda
        """,
    ),
    Lexicon(
        "agricultura",
        r"""
        agropecuari[oa]s?  ganad(?:o|er[oa]s?)  mascotas?  fitosanitari[oa]s?  zoosanitari[oa]s?
        pesca  semillas?  agricol(?:a|as)  veterinari[oa]s?  animal(?:es)?  plaguicidas?
        avicolas?  apicultor(?:es)?  fierros?  agro\w+  acuicol\w+
        """,
    ),
    Lexicon(
        "cultura",
        r"""
        teatros?  museos?  patrimonio cultural  deport\w+  espectaculos?  bibliotec\w+
        turistic[oa]s?  arte(?:s)?  artistas?  cultural(?:es)?  conciertos?  canchas?
        arqueologic[oa]s?  idiomas mayas  restaurador(?:es)?
        """,
    ),
    Lexicon(
        "participacion",
        r"""
        informacion publica  empadronamiento  votar  votacion  finiquitos?  probidad
        acceso a la informacion  accesso (?:agli atti|civico)
        asociacion(?:es)? civil(?:es)?  fundacion(?:es)?  iglesias?  ong
        """,
    ),
    Lexicon(
        "municipal",
        r"""
        boleto de ornato  iusi  agua(?: potable)?  drenajes?  alcantarillado  construccion
        alumbrado(?: publico)?  basura  desechos solidos  cementerios?  nichos?  inhumacion\w*
        exhumacion\w*  mercados?  rastro  via publica  solvencias? municipal(?:es)?  predial
        tren de aseo  panteon(?:es)?  tributi  imu  tari  suolo pubblico
        (?:arbitrios?|tasas?|permisos?|licencias?) municipal(?:es)?  uso de suelo
        """,
    ),
)

# A complaint is about something: where its name says what, that decides.
WEAK_WORDS = Lexicon(
    "participacion",
    r"""
    quejas?  sugerencias?  peticion(?:es)?  pqrs?d?s?f?  ouvidoria  felicitacion(?:es)?
    reclamos?  buzon  denuncias?
    """,
)
