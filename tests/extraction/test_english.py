"""What is not English is not read: told by the small words, whatever the subject."""

import pytest

from kgraph.extraction import is_english

ENGLISH = [
    "The treaty was signed in 1998, and it binds all of the states that have ratified it.",
    "IT IS ORDERED THAT THE MOTION BE DENIED, AND THAT THE PARTIES BEAR THEIR OWN COSTS.",
    "SEC. 4. (a) In general.—Section 12(b) of the Harbour Act is amended by striking “vessel” and inserting “ship” "
    "wherever it appears, and by adding at the end of it the following:",
    "o wind that over water goes,\nthe king is asleep,\nand they who knew it have not told",
    "“Der Rat ist dagegen”, he told reporters in Bern, and they wrote that he would not be moved.",
    # too little to tell
    "Council meets today",
    "Ada Moss, Ben Okoro, Carla Díaz",
    "12 400 7.5",
    "---",
]
OTHERS = [
    "Der Bürgermeister sagte am Montag, dass der Rat das Gesetz ablehnt und vor Gericht gehen will.",
    "De burgemeester zei op maandag dat de raad tegen de wet is en dat hij in beroep gaat bij de rechter.",
    "El presidente dijo el lunes que el consejo se opone a la ley y que no va a firmar el tratado.",
    "Le maire a dit lundi que le conseil est contre la loi et qu’il a fait appel devant la cour.",
    "Il sindaco ha detto lunedì che il consiglio è contro la legge e che non ha firmato il trattato.",
    "Borgmesteren sagde mandag at rådet er imod loven og at det vil gå til domstolen for at få den omgjort.",
    "Presiden mengatakan pada hari Senin bahwa dewan menentang undang-undang itu dan tidak akan menandatangani.",
    "Президент сказал в понедельник, что совет против закона и что он обратится в суд.",
    "市长星期一说，议会反对这项法律，他将向法院上诉。",
    "قال رئيس البلدية يوم الاثنين إن المجلس يعارض القانون",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text) -> None:
    assert is_english(text)


@pytest.mark.parametrize("text", OTHERS)
def test_another_language(text) -> None:
    assert not is_english(text)
