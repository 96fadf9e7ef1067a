"""The wordings of each relation, by family: what they say, how it is put, and what they leave alone.

Each row is a text, and the claims read in it: stance, modality, subject, relation, object. Events and the offices that
titles name are other tests' matter.
"""

import pytest

PEOPLE_AND_POSTS = [
    (
        "The Senate confirmed Merrick Garland as Attorney General of the United States.",
        {("states", None, "person:merrick-garland", "org:holds", "office:us-attorney-general")},
    ),
    (
        "Ada Moss, a member of the Harbour Party, spoke in Oslo.",
        {("states", None, "person:ada-moss", "org:memberOf", "body:harbour-party")},
    ),
    (
        "Ada Moss is the leader of the Harbour Party.",
        {("states", None, "person:ada-moss", "org:memberOf", "body:harbour-party")},
    ),
    (
        "The Harbour Party, led by Ada Moss, was founded in 1999.",
        {("states", None, "person:ada-moss", "org:memberOf", "body:harbour-party")},
    ),
    ("Ada Moss was a member of the Harbour Party.", set()),
    ("Ada Moss, a former member of the Harbour Party, spoke in Oslo.", set()),
    ("If Ada Moss leads the Harbour Party, nobody saw it.", set()),
    (
        "Ada Moss does not belong to the Harbour Party.",
        {("denies", None, "person:ada-moss", "org:memberOf", "body:harbour-party")},
    ),
    (
        "Ada Moss may belong to the Harbour Party.",
        {("states", "possible", "person:ada-moss", "org:memberOf", "body:harbour-party")},
    ),
    (
        "Lena Holt, a professor at the University of Oslo, was asked first.",
        {("states", None, "person:lena-holt", "kg:employedBy", "body:university-of-oslo")},
    ),
    (
        "Eric Berg, a lawyer for Ada Moss, denied everything.",
        {("states", None, "person:eric-berg", "kg:represents", "person:ada-moss")},
    ),
    (
        "European Commission spokesman Eric Berg slept.",
        {("states", None, "person:eric-berg", "kg:represents", "body:european-commission")},
    ),
    (
        "Eric Berg and Ada Moss, who leads the Harbour Party, were there.",
        {("states", None, "person:ada-moss", "org:memberOf", "body:harbour-party")},
    ),
    (
        "Jonas Berg and Ada Moss, the wife of Tom Reed, were there.",
        {("states", None, "person:ada-moss", "kg:relatedTo", "person:tom-reed")},
    ),
    (
        "William Ruto succeeded Uhuru Kenyatta.",
        {("states", None, "person:william-ruto", "kg:replaces", "person:uhuru-kenyatta")},
    ),
    (
        "Ada Moss, a Norwegian citizen, was silent.",
        {("states", None, "person:ada-moss", "kg:nationality", "place:norway")},
    ),
]

PLACES_AND_BODIES = [
    (
        "Nairobi, the capital of Kenya, was calm.",
        {("states", None, "place:nairobi", "schema:containedInPlace", "place:kenya")},
    ),
    (
        "The European Central Bank is based in Frankfurt.",
        {("states", None, "body:european-central-bank", "schema:location", "place:frankfurt")},
    ),
    (
        "The Federal Aviation Administration is part of the Department of Transportation.",
        {
            (
                "states",
                None,
                "body:us-federal-aviation-administration",
                "org:subOrganizationOf",
                "body:us-department-of-transportation",
            )
        },
    ),
    ("Turkey recognised Kosovo.", {("states", None, "body:government-of-turkey", "kg:recognizes", "place:kosovo")}),
]

LAW = [
    (
        "The European Parliament enacted the Data Protection Act in 2018.",
        {
            ("states", None, "law:data-protection-act", "kg:issuedBy", "body:european-parliament"),
            ("states", None, "law:data-protection-act", "schema:legislationDate", "2018"),
        },
    ),
    (
        "Ada Moss invoked the Emergencies Act.",
        {("states", None, "person:ada-moss", "kg:invokes", "law:emergencies-act")},
    ),
    (
        "The World Bank violated the Clean Air Act.",
        {("states", None, "body:ibrd", "kg:defies", "law:clean-air-act")},
    ),
    (
        "Ada Moss refused to comply with the Clean Air Act.",
        {("refuses", None, "person:ada-moss", "kg:compliesWith", "law:clean-air-act")},
    ),
    (
        "Ada Moss said that the Clean Air Act violated the Emergencies Act.",
        {("states", None, "law:clean-air-act", "kg:conflictsWith", "law:emergencies-act")},
    ),
    (
        "The Finance Act amends the Clean Air Act.",
        {("states", None, "law:finance-act", "kg:amends", "law:clean-air-act")},
    ),
    (
        "Ada Moss would repeal the Clean Air Act.",
        {("states", "expected", "person:ada-moss", "kg:revokes", "law:clean-air-act")},
    ),
    (
        "The Finance Act is unconstitutional.",
        {("disputes", None, "law:finance-act", "kg:hasLawfulBasis", "True")},
    ),
    (
        "The Finance Act empowers the US Secretary of State.",
        {("states", None, "law:finance-act", "kg:empowers", "office:us-secretary-of-state")},
    ),
    (
        "France ratified the Paris Agreement.",
        {("states", None, "body:government-of-france", "kg:partyTo", "law:paris-agreement")},
    ),
    (
        "France withdrew from the Paris Agreement.",
        {("denies", None, "body:government-of-france", "kg:partyTo", "law:paris-agreement")},
    ),
]

COURTS = [
    (
        "The ruling overturned the Clean Air Act.",
        {("states", None, "law:ruling-*", "kg:strikesDown", "law:clean-air-act")},
    ),
    (
        "The Constitutional Court of South Africa struck down the Mining Act.",
        {
            (
                "states",
                None,
                "law:constitutional-court-of-south-africa-ruling-*",
                "kg:issuedBy",
                "body:constitutional-court-of-south-africa",
            ),
            ("states", None, "law:constitutional-court-of-south-africa-ruling-*", "kg:strikesDown", "law:mining-act"),
        },
    ),
    (
        "The Constitutional Court of South Africa suspended the Mining Act.",
        {("states", None, "body:constitutional-court-of-south-africa", "kg:suspends", "law:mining-act")},
    ),
    (
        "Ada Moss dissented from the ruling.",
        {("states", None, "law:ruling-*", "kg:dissentBy", "person:ada-moss")},
    ),
    (
        "Ada Moss appealed against the ruling.",
        {("states", None, "person:ada-moss", "kg:challenges", "law:ruling-*")},
    ),
]

CRIME = [
    (
        "Ada Moss accused Tom Reed of embezzlement.",
        {("alleges", None, "person:tom-reed", "kg:accusedOf", "kgc:fraud")},
    ),
    (
        "Tom Reed was arrested on suspicion of murder.",
        {("states", None, "person:tom-reed", "kg:accusedOf", "kgc:murder")},
    ),
    (
        "Tom Reed was charged with taking bribes.",
        {("states", None, "person:tom-reed", "kg:chargedWith", "kgc:bribery")},
    ),
    (
        "Tom Reed faces charges of tax evasion.",
        {("states", None, "person:tom-reed", "kg:chargedWith", "kgc:fraud")},
    ),
    (
        "Tom Reed was found guilty of money laundering.",
        {("states", None, "person:tom-reed", "kg:convictedOf", "kgc:money-laundering")},
    ),
    (
        "Tom Reed was acquitted of perjury.",
        {("denies", None, "person:tom-reed", "kg:convictedOf", "kgc:perjury")},
    ),
    (
        "Tom Reed was not convicted of perjury.",
        {("denies", None, "person:tom-reed", "kg:convictedOf", "kgc:perjury")},
    ),
    (
        "Germany declared Hezbollah a terrorist organisation.",
        {("states", None, "body:hezbollah", "kg:designatedAs", "kgc:terrorist-organization")},
    ),
    (
        "Hezbollah, a terrorist group, denied it.",
        {("states", None, "body:hezbollah", "org:classification", "kgc:terrorist-organization")},
    ),
]

OPINIONS = [
    (
        "The European Union criticised Hungary.",
        {("states", None, "body:european-union", "kg:criticizes", "body:government-of-hungary")},
    ),
    (
        "Ada Moss, a critic of the Clean Air Act, was silent.",
        {("states", None, "person:ada-moss", "kg:criticizes", "law:clean-air-act")},
    ),
    (
        "Ada Moss did not support the Clean Air Act.",
        {("denies", None, "person:ada-moss", "kg:supports", "law:clean-air-act")},
    ),
    (
        "The Clean Air Act is backed by Ada Moss.",
        {("states", None, "person:ada-moss", "kg:supports", "law:clean-air-act")},
    ),
    (
        "Ada Moss voted against the Clean Air Act.",
        {("states", None, "person:ada-moss", "kg:opposes", "law:clean-air-act")},
    ),
    (
        "Ada Moss praised Tom Reed.",
        {("states", None, "person:ada-moss", "kg:praises", "person:tom-reed")},
    ),
    (
        "Boko Haram poses a threat to Chad.",
        {("states", None, "body:boko-haram", "kg:threatens", "place:chad")},
    ),
    (
        "Ada Moss plans to cut fuel taxes.",
        {("states", None, "person:ada-moss", "kg:pursues", "topic:cut-fuel-taxes")},
    ),
    (
        "The World Bank did not disclose the cost of the ships.",
        {("denies", None, "body:ibrd", "kg:disclosed", "topic:cost-of-ships")},
    ),
    ("Did Ada Moss criticise Tom Reed?", set()),
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [*PEOPLE_AND_POSTS, *PLACES_AND_BODIES, *LAW, *COURTS, *CRIME, *OPINIONS],
)
def test_wording(read_text, text, expected) -> None:
    document, draft = read_text(text)
    own = document.id.removeprefix("doc:")
    found = {
        (
            said.stance,
            claim.modality,
            *(str(x).replace(own, "*") for x in (claim.subject, claim.relation, _value(claim))),
        )
        for said in draft.dossier.attributions
        for claim in said.claims
        if not claim.subject.startswith(("event:", "office:"))
    }
    assert found == expected


def _value(claim) -> str:
    return str(getattr(claim.object, "value", claim.object))


def test_what_is_quoted_is_the_speakers(read_text) -> None:
    _, draft = read_text(
        "“Tom Reed violated the Clean Air Act,” said Ada Moss.\nAda Moss denied that Tom Reed leads Hezbollah."
    )
    found = {(s.speaker, s.stance, c.relation) for s in draft.dossier.attributions for c in s.claims}
    assert found == {("person:ada-moss", "states", "kg:defies"), ("person:ada-moss", "denies", "org:memberOf")}


def test_every_wording_is_counted_or_estimated() -> None:
    from kgraph.extraction.frames import frames

    assert len({frame.id for frame in frames()}) == len(frames())
    assert all(0 <= frame.precision <= 1 and frame.judged >= 0 for frame in frames())


def test_every_relation_of_a_wording_is_in_the_ontology() -> None:
    from kgraph import ontology
    from kgraph.extraction.frames import frames
    from kgraph.terms import iri

    known = ontology.load().relations
    assert [frame.id for frame in frames() if iri(frame.relation) not in known] == []
