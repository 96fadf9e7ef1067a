"""From what a person typed to the terms that a query's variables are bound to."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches

from kgraph.claims import Claims, Named, lookup
from kgraph.errors import BadQuery, Unknown
from kgraph.ontology import Code, Ontology
from kgraph.ontology import load as load_ontology
from kgraph.questions.question import Parameter, Question
from kgraph.questions.values import check_text, value_of
from kgraph.terms import Term, iri, name

__all__ = ["bind", "resolver"]


def bind(
    question: Question,
    given: Mapping[str, str],
    resolve: Callable[[str, tuple[str, ...]], Term],
    ontology: Ontology | None = None,
) -> dict[str, Term]:
    """The terms for a question's variables. A parameter that may be left out, and is, stays free.

    Args:
        given: what was typed, by the parameter's name.
        resolve: the thing that a name means, of one of these kinds (`resolver` makes one).
        ontology: where codes are looked up; the one that ships, if none is given.

    Raises:
        BadQuery: a parameter is missing, or a value is not what it takes.
        Unknown: there is no such parameter, thing or code; `nearest` holds what may have been meant.
    """
    names = [parameter.name for parameter in question.parameters]
    for wrong in sorted(set(given) - set(names)):
        near = tuple(get_close_matches(wrong, names, n=3))
        hint = f"; did you mean {near[0]}?" if near else "."
        raise Unknown(f"{question.name} has no {wrong!r}{hint} {_usage(question)}", near)
    terms: dict[str, Term] = {}
    for parameter in question.parameters:
        text = given.get(parameter.name, parameter.default)
        if text is None:
            if parameter.required:
                raise BadQuery(f"{question.name} needs {parameter.name}: {parameter.summary}. {_usage(question)}")
            continue
        try:
            terms[parameter.name] = _term(parameter, text, resolve, ontology)
        except Unknown as error:
            raise Unknown(f"{parameter.name}: {error}", error.nearest) from None
        except BadQuery as error:
            raise BadQuery(f"{parameter.name}: {error}") from None
    return terms


def resolver(claims: Claims, find: Callable[[str, tuple[str, ...]], Named]) -> Callable[[str, tuple[str, ...]], Term]:
    """What `bind` needs: the things of a graph by what people call them, its documents too.

    Args:
        find: as `kgraph.Graph.find`; knows everything but documents.
    """

    def resolve(text: str, kinds: tuple[str, ...]) -> Term:
        if "doc" not in kinds:
            return find(text, kinds).term
        documents = [claims.named(q.subject) for q in claims.store.quads(None, iri("rdf:type"), iri("kg:Source"))]
        return lookup(sorted(set(documents), key=lambda d: (d.label, d.term)), text, None, kinds).term

    return resolve


def _term(
    parameter: Parameter, text: str, resolve: Callable[[str, tuple[str, ...]], Term], ontology: Ontology | None
) -> Term:
    check_text(text)
    if parameter.type == "entity":
        return resolve(text, parameter.kinds)
    if parameter.type == "code":
        return _code(parameter, text, (ontology or load_ontology()).scheme(f"kgc:{parameter.scheme}"))
    return value_of(parameter, text)


def _code(parameter: Parameter, text: str, codes: Mapping[Term, Code]) -> Term:
    called = {term: (code.label, name(term), name(term).partition(":")[2]) for term, code in codes.items()}
    typed = text.strip().casefold()
    for place in range(3):
        for term, names in called.items():
            if typed == names[place].casefold():
                return term
    labels = sorted(code.label for code in codes.values())
    near = tuple(get_close_matches(typed, labels, n=3, cutoff=0.6))
    hint = (
        f"did you mean {' or '.join(near)}?"
        if near
        else f"write one of {', '.join(labels[:12])}" + (" …" if len(labels) > 12 else "")
    )
    raise Unknown(f"the vocabulary has no {text!r} ({parameter.summary}); {hint}", near)


def _usage(question: Question) -> str:
    if not question.parameters:
        return f"It takes nothing: {question.call}"
    takes = [
        f"{p.name} ({p.summary}: {p.kind_words}{'' if p.required else '; may be left out'})"
        for p in question.parameters
    ]
    return f"It takes {', '.join(takes)}. For example: {question.call}"
