"""What the registry knows: an entity, who held which office, and what a text may mean."""

from dataclasses import dataclass

__all__ = ["REASONS", "Candidate", "Holding", "Known"]

#: characters of a date that is known to the day
_DAY = 10

#: Why a text may mean an entity, the strongest first.
REASONS = ("name", "short", "alias", "acronym", "demonym", "holder", "title", "surname")


@dataclass(frozen=True)
class Known:
    """An entity of the registry."""

    #: its name, such as `person:tom-homan`
    id: str
    label: str
    #: class of kgraph without its prefix, such as `Person`
    class_: str
    #: a shorter label for cards, or empty
    short: str = ""
    #: other names
    aliases: tuple[str, ...] = ()
    #: confirmed addresses in other databases, such as `wd:Q792`
    same_as: tuple[str, ...] = ()
    #: the text that alone teaches the entry, so that a blind test can leave it out; or empty
    origin: str = ""
    #: what a place's people and its adjective are called, such as `Salvadoran`
    demonyms: tuple[str, ...] = ()
    #: identifiers in other tables, not yet confirmed by a reviewer, such as `bioguide:S000033`
    ids: tuple[str, ...] = ()
    #: birth, founding, enactment, signature: an ISO date cut to what is known, or empty
    since: str = ""
    #: the family's name where it is not the last word of the label (`Xi`), or empty
    surname: str = ""
    #: death, dissolution, or empty: not known to have ended
    until: str = ""
    #: the country of which it is a part, such as `place:kenya`; empty: of none, or not known
    country: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called."""
        return tuple(dict.fromkeys(n for n in (self.label, self.short, *self.aliases) if n))

    @property
    def kind(self) -> str:
        """`person`, `body`, `law` …"""
        return self.id.partition(":")[0]


@dataclass(frozen=True)
class Holding:
    """A person in an office. Dates are ISO, cut to what is known (`2004`, `2004-07`)."""

    office: str
    person: str
    #: the court, chamber or state, where many hold the office; or empty
    where: str
    #: first day; empty: not known, but before `end`
    start: str
    #: the day on which it ended; empty: not known to have ended as of `as_of`
    end: str
    #: until when the table is complete
    as_of: str

    def certain(self, date: str) -> bool:
        """Whether the person held it on a day (`YYYY-MM-DD`), as far as the table goes.

        On the day of a change the new one counts. Within a year or month that is all that is known of a start or an
        end, nothing is certain.
        """
        begun = self.start <= date if len(self.start) >= _DAY else self.start < date[: len(self.start)]
        ended = self.end and self.end <= date[: len(self.end)]
        return begun and not ended and (bool(self.end) or date[: len(self.as_of)] <= self.as_of)

    def possible(self, date: str) -> bool:
        """Whether nothing is known against it: it may have begun, and is not known to have ended before."""
        if self.certain(date):
            return True
        ended = self.end and (self.end <= date if len(self.end) >= _DAY else self.end < date[: len(self.end)])
        return self.start <= date and not ended


@dataclass(frozen=True)
class Candidate:
    """An entity that a text may mean, and why."""

    known: Known
    #: one of REASONS
    reason: str
    #: the name, demonym or family name that fits; for `holder` the office
    by: str
    #: whether the person is known to hold an office on the date asked for
    in_office: bool = False
