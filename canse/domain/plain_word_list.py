"""The heavy words of official Spanish with what people say instead: the data of the linter.

Each row is a pattern and its replacement. A pattern is a regular expression of whole words, in
lower case, where a space stands for any white space. It is narrow on purpose: a word that people
use as well is here only in the company that makes it heavy ("dicho documento", not "mejor dicho").
Sources: the manuals of plain language of Mexico, Peru, Argentina and the City of Buenos Aires, and
what the portals of Guatemala write.
"""

_DOING = r"(?:pago|trámite|solicitud|gestión|consulta|inscripción|registro|denuncia|entrega|cita)"
_OBJECT = rf"(?:el|la|los|las|un|una|su|sus) {_DOING}(?:s|es)?"

PEOPLE = (
    (r"(?:el|la|los|las|del|al) administrad[oa]s?", "usted, la persona"),
    (r"(?:el|la|los|las|del|al) interesad[oa]s?", "usted, quien pide"),
    (r"(?:el|la|los|las|del|al) (?:peticionari[oa]|recurrente|compareciente)s?", "usted"),
    (r"(?:el|la|los|las|del|al) solicitantes?", "usted, quien pide"),
    (r"(?:el|la|del|al) (?:infrascrit|suscrit)[oa]", "yo, quien firma"),
    (r"progenitor(?:es|a|as)?", "padre o madre"),
    (r"cónyuges?", "esposo o esposa"),
    (r"contrayentes?", "quienes se casan"),
    (r"occis[oa]s?", "la persona que murió"),
    (r"educandos?", "estudiante"),
    (r"(?:la |las )?autoridad(?:es)? competentes?", "el nombre de la institución"),
)

GOING = (
    (r"apersona\w*", "ir, presentarse"),
    (r"person(?:arse|arme|ese)", "ir, presentarse"),
    (r"comparec(?:er|e|en|erá|erán|iendo|ido)|comparezca\w*|comparecencia", "ir, presentarse"),
    (r"concurrir(?:á|án)?", "ir, llegar"),
    (r"dirigirse a", "ir a, escribir a"),
    (r"sírva(?:se|nse)", "por favor"),
    (r"teng(?:a|an) a bien", "por favor"),
    (r"(?:se )?(?:le|les) (?:insta|exhorta) a", "le pedimos que"),
    (r"absten(?:erse|ga|gan|drá|drán)|absténga(?:se|nse)", "no haga"),
)

DUTIES = (
    (r"deberá[ns]?|habrán? de", "debe, tiene que"),
    (r"podrá[ns]?", "puede"),
    (r"so pena de|bajo pena de|bajo apercibimiento", "si no lo hace"),
    (r"quedan? (?:terminantemente )?prohibid[oa]s?", "no se puede"),
    (r"es (?:menester|preciso)", "hay que"),
    (r"será[n]? requisitos?", "se pide"),
    (r"requer(?:ir|irá|irán|ido|ida|idos|idas|imiento|imientos)|requier(?:e|en|a|an)", "pedir"),
    (r"perentori[oa]s?|improrrogables?|impostergables?", "que no se puede alargar"),
    (r"extemporáne(?:[oa]s?|amente)", "tarde, fuera de plazo"),
)

DOING = (
    (
        rf"(?:reali[zc]|efect[uú]|llev)\w* (?:a cabo )?{_OBJECT}",
        "el verbo solo: pagar, pedir, inscribir",
    ),
    (r"(?:efectuar?|efectú[ae]n?|efectuad[oa]s?|efectuando)", "hacer"),
    (r"llev(?:ar|e|en|a|an|ará|arán) a cabo|llevad[oa]s? a cabo", "hacer"),
    (r"(?:proceder|procederán?|procede|procedan?) (?:a|al)", "el verbo solo"),
    (
        r"d(?:ar|é|en|a|an|ará|arán|ando) (?:cumplimiento|inicio|lectura|trámite|respuesta)",
        "cumplir, empezar, leer, tramitar, responder",
    ),
    (
        r"(?:hacer|hace|haga|hagan|haciendo) (?:entrega|uso|constar|mención|efectiv[oa])",
        "entregar, usar, decir, pagar",
    ),
    (r"(?:poner|pone|ponga|hacer|hace|haga) (?:de|en) (?:su |el )?conocimiento", "avisar"),
    (r"tom(?:ar|e|en|a) conocimiento", "saber"),
    (r"expid\w+|expedi(?:r|rá|rán|do|da|dos|das)", "dar, entregar"),
    (
        r"extend(?:er|erá|erán|ido|ida) (?:el|la|un|una) (?:constancia|certificación|recibo|copia)",
        "dar, entregar",
    ),
    (r"otorg\w+", "dar"),
    (r"confer(?:ir|ido|ida|irá)|confier[ae]n?", "dar"),
    (r"brind(?:ar|e|en|a|an|ado|ada|ando|ará)", "dar"),
    (r"proporcion(?:ar|e|en|a|an|ado|ada|ará)", "dar"),
    (r"suministr(?:ar|e|en|a|an|ado|ada|ará)", "dar"),
    (r"prove(?:er|e|en|erá|ído|ída|yendo)|provea[n]?", "dar"),
    (r"recepcion(?:ar|e|en|a|an|ado|ada)", "recibir"),
    (r"apertur(?:ar|e|en|ado|ada|ando)", "abrir"),
    (r"ofert(?:ar|e|en|ado|ada|ando)", "ofrecer"),
    (r"acces(?:ar|e|en|ando)", "entrar"),
    (r"visuali[zc]\w+", "ver"),
    (r"finali[zc](?:ar|e|en|a|an|ado|ada|ará)", "terminar"),
    (r"constat(?:ar|e|en|a|an|ado)", "ver, comprobar"),
    (r"cerciora\w*", "asegurarse, ver"),
    (r"(?:contar|cuente|cuenten|cuenta|cuentan|contará) con", "tener"),
    (r"pose(?:er|e|en|erá|ído|ída)|posea[n]?", "tener"),
    (r"ostent(?:ar|e|en|a|an)|detent(?:ar|e|en|a|an)", "tener"),
    (
        r"(?:encontrarse|se encuentr[ae]n?) (?:inscrit|registrad|ubicad|solvent|vigent|vencid)\w+",
        "está inscrito, está vencido",
    ),
    (r"gestion(?:ar|e|en|a|an|ando|ado|ada)", "pedir, tramitar"),
    (r"agili[zc](?:ar|e|en|a|an|ado)", "hacer más rápido"),
    (r"implement(?:ar|e|en|a|an|ado|ada|ación)", "poner en marcha, hacer"),
    (r"coadyuv\w+", "ayudar"),
    (r"subsan\w+", "corregir"),
    (r"acredit(?:ar|e|en|a|an|ando|ará|arán)", "probar, mostrar"),
    (r"adjunt(?:ar|e|en|a|an|ando|as|os)", "agregar"),
    (r"anex(?:ar|e|en|ado|ada|ando)", "agregar"),
    (r"rubric(?:ar|ado|ada)|rubrique[n]?", "firmar"),
    (
        r"suscrib(?:ir|e|en|a|an|irá) (?:el|la|un|una) (?:acta|contrato|documento|convenio)",
        "firmar",
    ),
    (r"consign(?:ar|e|en|ando)", "escribir, anotar"),
    (r"cumpliment(?:ar|e|en|ado)|diligenci(?:ar|e|en|ado)", "llenar"),
    (r"incoar|incoad[oa]s?", "empezar"),
    (r"interpon(?:er|e|en|drá|ga|gan)|interpuest[oa]s?", "presentar"),
    (r"(?:se (?:le|les) )?notificarán?", "le avisan"),
    (r"manifest(?:ar|e|en) (?:que|su|por)", "decir"),
    (r"dictamin(?:ar|e|en|a|an|ará)", "decidir"),
    (r"deneg(?:ar|ado|ada|ará|arán|ación)|denieg(?:a|an|ue|uen)", "no aceptar"),
    (r"desestim(?:ar|e|en|a|an|ado|ada|ará)", "no aceptar"),
    (r"feneci\w+|fenec(?:er|e|en)|fenezca[n]?", "terminar, vencer"),
)

MONEY = (
    (r"erog\w+", "pagar, gastar"),
    (r"sufrag(?:ar|ue|uen|a|an) (?:el|la|los|las|sus?)", "pagar"),
    (
        r"cancel(?:ar|e|en|ado|ando) (?:el|la|los|las|un|una) "
        r"(?:valor|monto|suma|pago|arancel|costo|cuota|multa|tasa)s?",
        "pagar",
    ),
    (r"deveng(?:ar|ue|uen|a|an|ado|ada)", "ganar, deber"),
    (r"percib(?:ir|e|en|a|an|irá|ido|idos|iendo)", "recibir, ganar"),
    (r"emolumentos?|estipendios?", "pago, sueldo"),
    (r"exoner(?:ar|e|en|a|an|ado|ada|ados|adas|ación|aciones)", "no cobrar, perdonar el pago"),
    (r"exent[oa]s?|exención|exenciones", "que no paga"),
    (r"pecuniari[oa]s?", "de dinero"),
)

LINKS = (
    (r"a (?:los )?efectos? de(?:l| que)?|para (?:los )?efectos de", "para"),
    (
        r"(?:con el|a) fin de(?: que)?|con (?:el objeto|el propósito|la finalidad) de(?: que)?",
        "para",
    ),
    (r"en aras de", "para"),
    (r"tend(?:i)?entes? a", "para"),
    (r"mediante", "con, por"),
    (r"a través de(?:l)?", "por, con, en"),
    (r"por parte de(?:l)?", "de"),
    (r"en virtud de(?:l| que)?|en razón de(?:l| que)?", "por, porque"),
    (r"toda vez que|habida cuenta(?: de que)?|por cuanto|dado que|en vista de que", "porque"),
    (r"no obstante|empero", "pero, aunque"),
    (r"sin perjuicio de(?:l)?", "además de, aunque"),
    (r"asimismo|así mismo", "también"),
    (r"por ende|por consiguiente|en consecuencia", "por eso"),
    (r"de conformidad con|con arreglo a|conforme (?:a|al|con)|acorde (?:a|con)", "según"),
    (r"en base a|con base en|en función de(?:l)?", "según, con"),
    (
        r"con respecto a|en lo (?:que respecta|concerniente|tocante|relativo) a|concernientes? a",
        "sobre",
    ),
    (r"(?:relativ[oa]s?|referentes?|atinentes?) (?:a|al)", "sobre"),
    (r"en materia de|en relación (?:a|al|con)", "de, sobre"),
    (r"en el marco de(?:l)?|a nivel(?: de)?", "en"),
    (r"en calidad de|a título de", "como"),
    (r"(?:en|por) concepto de", "por, de"),
    (r"en (?:el )?caso de que|en el supuesto de(?: que)?|en el evento de que", "si"),
    (r"siempre y cuando|siempre que se", "si, solo si"),
    (r"en su defecto", "o si no hay"),
    (r"hasta tanto", "hasta que"),
    (
        r"previ[oa]s? (?:a|al|presentación|pago|autorización|solicitud|cita|aviso)",
        "antes de, después de, con",
    ),
    (r"con (?:anterioridad|antelación|posterioridad)", "antes, después"),
    (r"posterior(?:mente)? a", "después de"),
    (r"dentro del plazo de", "en"),
    (r"a la (?:mayor )?brevedad(?: posible)?", "en cuántos días"),
    (r"por vía|vía (?:telefónica|electrónica|correo|web|internet)", "por teléfono, por correo"),
    (
        r"de (?:forma|manera) (?:gratuita|presencial|inmediata|mensual|anual|obligatoria|virtual)",
        "gratis, en persona, al momento, cada mes",
    ),
    (r"cabe (?:señalar|mencionar|destacar|resaltar)", "nada: quítelo"),
    (r"salvo lo dispuesto|lo dispuesto|lo preceptuado|lo estipulado", "lo que dice"),
)

POINTING = (
    (
        r"(?<!mejor\s)(?<!propiamente\s)(?<!\bhe\s)(?<!\bha\s)(?<!\bhan\s)dich[oa]s?(?= \w{4})",
        "este, ese",
    ),
    (
        r"(?:el|la|los|las|del|al) mism[oa]s?(?=\s?[,.;:)]|\s?\Z| deberá| será| debe)",
        "él, ella, o la palabra otra vez",
    ),
    (r"(?:ante|pre|suso)dich[oa]s?|(?:ante|pre|supra|infra)citad[oa]s?", "este, ese"),
    (r"(?:antes|arriba|anteriormente) (?:mencionad|indicad|citad|descrit)[oa]s?", "este, ese"),
    (r"por (?:medio de )?(?:el|la) presente", "nada: quítelo"),
    (r"correspondientes?", "su, ese, o nada"),
    (r"respectiv(?:[oa]s?|amente)", "su, o nada"),
    (r"pertinentes?", "que hace falta"),
    (r"cualesquiera", "cualquiera"),
)

THINGS = (
    (r"fehaciente(?:s|mente)?", "seguro, que prueba"),
    (r"(?:bien|bienes) inmuebles?", "casa, terreno"),
    (r"vehículos? automotor(?:es)?", "carro, moto"),
    (r"nosocomios?", "hospital"),
    (r"óbitos?|decesos?", "muerte"),
    (r"fojas?", "hoja"),
    (r"ocursos?|libelos?", "carta, escrito"),
    (
        r"documentación de soporte|soporte documental|documentos de soporte",
        "los papeles que lo prueban",
    ),
    (r"domiciliad[oa]s?", "que vive en"),
    (r"in situ|ipso facto|ad hoc|sui generis|per cápita|motu proprio", "dígalo en español"),
    (r"inexistencia", "que no hay"),
    (r"ambulatori[oa]s?", "sin quedarse internado"),
    (r"registral(?:es)?", "del registro"),
)

HEAVY_WORDS: tuple[tuple[str, str], ...] = (
    *PEOPLE, *GOING, *DUTIES, *DOING, *MONEY, *LINKS, *POINTING, *THINGS,
)  # fmt: skip
