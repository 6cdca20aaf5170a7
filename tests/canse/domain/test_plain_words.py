"""Heavy words are found in the company that makes them heavy, and plain ones are let be."""

import re

import pytest

from canse.domain.plain_word_list import HEAVY_WORDS
from canse.domain.plain_words import find_heavy_words
from canse.domain.readability import measure

EXAMPLES = """
firma del administrado | al interesado | la peticionaria | los solicitantes | la infrascrita
los progenitores | su cónyuge | ambos contrayentes | el occiso | los educandos
ante la autoridad competente | debe apersonarse | personarse en la sede | si no comparece
concurrirá a la sede | dirigirse a la sede | sírvase pasar | si tiene a bien tenga a bien
se le insta a pagar | absténgase de fumar | deberán pagar | podrá pagar | so pena de multa
queda prohibido fumar | es menester pagar | serán requisitos | se requiere pago
plazo perentorio | de forma extemporánea | realizar el pago | efectúe el depósito
se llevará a cabo | proceda a pagar | se dará cumplimiento | hacer entrega del carné
hacer de su conocimiento | tomar conocimiento | se expide hoy | extender la constancia
le otorgan el permiso | se le confiere | brindar ayuda | proporcione su nombre
suministrar agua | se proveerá | recepcionar papeles | aperturar una cuenta
ofertar un puesto | accesar al sitio | visualice el mapa | al finalizar el mes | se constate
cerciorarse de ello | cuente con su recibo | posea un carro | ostenta el cargo
se encuentra inscrito | gestionar un permiso | agilizar el pago | implementar un plan
coadyuvar en el plan | subsanar un error | acreditar su edad | adjunte su recibo
anexar fotos | rubricado por él | suscribir el acta | consigne su nombre
cumplimentar el formulario | incoar un juicio | interponga un recurso | se le notificará
manifestar que no | dictaminará en un mes | fue denegado | se desestima | ha fenecido
erogar dinero | sufragar los gastos | cancelar el monto | lo devengado | percibirá un sueldo
sus emolumentos | exonerado del pago | exento de pago | pena pecuniaria | a efecto de pagar
con el fin de pagar | en aras de pagar | tendiente a pagar | mediante cheque
a través del banco | por parte del juez | en virtud de ello | toda vez que pagó | no obstante ello
sin perjuicio de ello | asimismo paga | por ende paga | de conformidad con la ley
en base a la ley | con respecto a ello | relativo al pago | en materia de pagos
en el marco de la ley | en calidad de dueño | en concepto de multa | en caso de que pague
siempre y cuando pague | en su defecto | hasta tanto pague | previo pago | con anterioridad
posterior a ello | dentro del plazo de un mes | a la brevedad posible | por vía legal
de forma gratuita | cabe señalar | salvo lo dispuesto | dicho documento | firme el mismo.
susodicho | antes mencionado | por la presente | la multa correspondiente | respectivamente
lo pertinente | cualesquiera | prueba fehaciente | bienes inmuebles | vehículo automotor
el nosocomio | su deceso | tres fojas | un ocurso | documentos de soporte
domiciliado en Zacapa | in situ | inexistencia de deudas | pago ambulatorio | constancia registral
"""
PHRASES = [phrase.strip() for line in EXAMPLES.split("\n") for phrase in line.split("|")]
PHRASES = [phrase for phrase in PHRASES if phrase]


@pytest.mark.parametrize(("row", "phrase"), list(zip(HEAVY_WORDS, PHRASES, strict=True)))
def test_each_row_of_the_list_finds_its_example(row: tuple[str, str], phrase: str) -> None:
    assert row[1] in [word.instead for word in find_heavy_words(phrase)]


def test_list_is_long_and_each_row_has_its_replacement() -> None:
    assert len(HEAVY_WORDS) >= 80
    assert len({pattern for pattern, _ in HEAVY_WORDS}) == len(HEAVY_WORDS)
    assert all(instead.strip() for _, instead in HEAVY_WORDS)
    assert not any(re.compile(pattern).groups for pattern, _ in HEAVY_WORDS)


def test_replacements_are_not_heavy_themselves() -> None:
    assert [word for _, instead in HEAVY_WORDS for word in find_heavy_words(instead)] == []


@pytest.mark.parametrize(
    "phrase",
    [
        "Mejor dicho, venga mañana.", "Eso le ha dicho el juez de paz.", "Es el mismo día.",
        "Da lo mismo.", "Usted mismo puede hacerlo.", "Le interesa saber.", "Vea su expediente.",
        "La expedición salió ayer.", "Pida una persona de apoyo.", "El debate es hoy.",
        "Es un deber de todos.", "Cuente las horas.", "Lo mató un perro mediano.", "Conforme pase.",
        "Cancele su cita si no puede venir.", "El vehículo consignado está en el predio.",
        "Anote el número de anexo.", "Una media hora.", "Firme la presente semana no, la otra.",
        "Ante la duda, pregunte.", "Los interesantes cursos.", "El correo le llega hoy.",
        "Saldrá en la otra línea.", "Podría costar más.", "Debería ser gratis.",
        "Un número de trámite.", "La hoja de inicio.",
    ],
)  # fmt: skip
def test_plain_phrases_raise_no_alarm(phrase: str) -> None:
    assert find_heavy_words(phrase) == ()


def test_words_come_in_order_with_their_places() -> None:
    text = "El Interesado deberá\nAPERSONARSE."

    found = find_heavy_words(text)

    assert [word.found for word in found] == ["El Interesado", "deberá", "APERSONARSE"]
    assert [text[word.start :].startswith(word.found) for word in found] == [True] * 3


def test_phrase_is_found_where_a_line_breaks_it() -> None:
    assert [word.found for word in find_heavy_words("a\nefecto  de pagar")] == ["a\nefecto  de"]


def test_heavy_sentence_says_the_same_in_plain_words_and_reads_easier() -> None:
    heavy = "El interesado deberá apersonarse mediante cita previa a efecto de que se le expida."
    plain = "Pida una cita. Vaya ese día y ahí le dan el papel que busca."

    heavy_read, plain_read = measure(heavy), measure(plain)

    assert heavy_read is not None
    assert plain_read is not None
    assert plain_read.score > heavy_read.score
    assert len(find_heavy_words(heavy)) > len(find_heavy_words(plain)) == 0
