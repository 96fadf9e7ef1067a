"""Whether a literal is written as its datatype demands: XML Schema 1.1 part 2 (https://www.w3.org/TR/xmlschema11-2/).

RDF tools take `"12x"^^xsd:integer` without a word, and then leave it out of every sum and comparison.
"""

import calendar
import re
from functools import lru_cache

from kgraph.claims.edtf import is_edtf
from kgraph.terms import EDTF, PREFIXES, Term, parts

__all__ = ["is_ill_typed"]

_XSD = PREFIXES["xsd"]

_ZONE = r"(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"
_YEAR = r"-?(?:[1-9][0-9]{3,}|0[0-9]{3})"
_MONTH = r"(?:0[1-9]|1[0-2])"
_DAY = r"(?:0[1-9]|[12][0-9]|3[01])"
_TIME = r"(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?|24:00:00(?:\.0+)?)"
_NUMBER = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"
_DAYS = r"(?:[0-9]+D)?"
_HOURS = r"(?:T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\.[0-9]+)?S)?)?"
_MONTHS = r"(?:[0-9]+Y)?(?:[0-9]+M)?"

#: datatype to the form of its literals
_FORMS = {
    f"{_XSD}{name}": re.compile(form)
    for name, form in {
        "boolean": "true|false|1|0",
        "integer": "[+-]?[0-9]+",
        "nonNegativeInteger": r"\+?[0-9]+|-0+",
        "positiveInteger": r"\+?0*[1-9][0-9]*",
        "decimal": _NUMBER,
        "double": rf"{_NUMBER}(?:[eE][+-]?[0-9]+)?|[+-]?INF|NaN",
        "float": rf"{_NUMBER}(?:[eE][+-]?[0-9]+)?|[+-]?INF|NaN",
        "date": f"(?P<date>{_YEAR}-{_MONTH}-{_DAY}){_ZONE}",
        "dateTime": f"(?P<date>{_YEAR}-{_MONTH}-{_DAY})T{_TIME}{_ZONE}",
        "dateTimeStamp": f"(?P<date>{_YEAR}-{_MONTH}-{_DAY})T{_TIME}{_ZONE.removesuffix('?')}",
        "time": _TIME + _ZONE,
        "gYear": _YEAR + _ZONE,
        "gYearMonth": f"{_YEAR}-{_MONTH}{_ZONE}",
        "gMonth": f"--{_MONTH}{_ZONE}",
        "gMonthDay": f"--(?:(?!02)(?!(?:04|06|09|11)-31){_MONTH}-{_DAY}|02-(?:0[1-9]|[12][0-9])){_ZONE}",
        "gDay": f"---{_DAY}{_ZONE}",
        "duration": f"-?P(?=[0-9T]){_MONTHS}{_DAYS}{_HOURS}",
        "yearMonthDuration": f"-?P(?=[0-9]){_MONTHS}",
        "dayTimeDuration": f"-?P(?=[0-9T]){_DAYS}{_HOURS}",
        "hexBinary": "(?:[0-9a-fA-F]{2})*",
        "language": "[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*",
        "anyURI": r"[^\s<>\"{}|\\^`]*",
    }.items()
}


@lru_cache(maxsize=1 << 14)
def is_ill_typed(term: Term) -> bool:
    """Whether the term is a literal of an XML Schema datatype, or an EDTF date, that has another form.

    Datatypes that are not known here are never ill-typed.
    """
    if not term.startswith('"') or not term.endswith(">"):
        return False
    text, _, datatype = parts(term)
    if datatype == EDTF:
        return not is_edtf(text)
    form = _FORMS.get(datatype or "")
    if form is None:
        return False
    match = form.fullmatch(text)
    return match is None or ("date" in form.groupindex and not _is_day(match["date"]))


def _is_day(text: str) -> bool:
    year, month, day = text.rsplit("-", 2)
    length = calendar.monthrange(int(year), int(month))[1]
    return int(day) <= length
