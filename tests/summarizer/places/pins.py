"""Where the places of the traps are: roughly, with the distance that still counts as right."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from summarizer.model import PlaceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A real place: degrees, its country's code, and kilometres within which another is it.

    `kind` None leaves open what the gazetteer calls it.
    """

    latitude: float
    longitude: float
    country: str | None
    kind: PlaceKind | None
    within: float

    def away(self, latitude: float, longitude: float) -> float:
        """Measure the kilometres to a point."""
        north, south = radians(self.latitude), radians(latitude)
        east = radians(longitude - self.longitude)
        half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(east / 2) ** 2
        return 12_742.0 * asin(min(1.0, sqrt(half)))


def _city(latitude: float, longitude: float, country: str) -> Pin:
    return Pin(
        latitude=latitude, longitude=longitude, country=country, kind=PlaceKind.CITY, within=50
    )


def _country(latitude: float, longitude: float, country: str, within: float = 600) -> Pin:
    return Pin(
        latitude=latitude,
        longitude=longitude,
        country=country,
        kind=PlaceKind.COUNTRY,
        within=within,
    )


def _division(latitude: float, longitude: float, country: str, within: float = 300) -> Pin:
    return Pin(latitude=latitude, longitude=longitude, country=country, kind=None, within=within)


def _area(latitude: float, longitude: float, within: float) -> Pin:
    return Pin(latitude=latitude, longitude=longitude, country=None, kind=None, within=within)


PINS: dict[str, Pin] = {
    # countries
    "argentina": _country(-34.0, -64.0, "AR", 1_200),
    "australia": _country(-25.0, 135.0, "AU", 1_500),
    "brazil": _country(-10.0, -55.0, "BR", 1_500),
    "canada": _country(60.0, -96.0, "CA", 2_000),
    "chad": _country(15.0, 19.0, "TD"),
    "china": _country(35.0, 105.0, "CN", 1_500),
    "cuba": _country(22.0, -79.5, "CU"),
    "cyprus": _country(35.0, 33.0, "CY", 150),
    "france": _country(46.0, 2.0, "FR"),
    "georgia": _country(42.0, 43.5, "GE", 300),
    "germany": _country(51.0, 10.0, "DE"),
    "greece": _country(39.0, 22.0, "GR"),
    "guinea": _country(11.0, -10.0, "GN"),
    "guinea_bissau": _country(12.0, -15.0, "GW"),
    "iran": _country(32.0, 53.0, "IR", 800),
    "iraq": _country(33.0, 44.0, "IQ"),
    "ireland": _country(53.0, -8.0, "IE", 300),
    "japan": _country(36.0, 138.0, "JP", 800),
    "jordan": _country(31.0, 36.5, "JO", 250),
    "kuwait": _country(29.5, 47.75, "KW", 250),
    "lebanon": _country(33.8, 35.8, "LB", 150),
    "luxembourg": _country(49.75, 6.17, "LU", 100),
    "mali": _country(17.0, -4.0, "ML", 800),
    "mexico": _country(23.0, -102.0, "MX", 1_000),
    "moldova": _country(47.2, 28.5, "MD", 250),
    "niger": _country(17.0, 9.5, "NE", 800),
    "nigeria": _country(9.5, 8.0, "NG"),
    "poland": _country(52.0, 20.0, "PL", 400),
    "romania": _country(46.0, 25.0, "RO", 400),
    "russia": _country(60.0, 90.0, "RU", 3_800),
    "saudi_arabia": _country(24.0, 45.0, "SA", 800),
    "senegal": _country(14.5, -14.5, "SN", 400),
    "spain": _country(40.0, -4.0, "ES"),
    "sudan": _country(15.5, 30.0, "SD", 800),
    "south_sudan": _country(7.5, 30.0, "SS", 600),
    "sweden": _country(62.0, 15.0, "SE", 700),
    "switzerland": _country(47.0, 8.0, "CH", 200),
    "syria": _country(35.0, 38.0, "SY", 350),
    "turkey": _country(39.0, 35.0, "TR", 600),
    "ukraine": _country(49.0, 32.0, "UA", 600),
    "usa": _country(39.8, -98.5, "US", 2_500),
    "yemen": _country(15.5, 47.5, "YE", 500),
    "singapore": _country(1.37, 103.8, "SG", 50),
    "czechia": _country(49.75, 15.5, "CZ", 250),
    "morocco": _country(32.0, -6.0, "MA", 500),
    "portugal": _country(39.5, -8.0, "PT", 300),
    # states, provinces and other divisions
    "anbar": _division(33.0, 42.0, "IQ"),
    "arkansas": _division(34.8, -92.2, "US"),
    "bavaria": _division(49.0, 11.5, "DE"),
    "georgia_state": _division(32.75, -83.5, "US"),
    "illinois": _division(40.0, -89.2, "US"),
    "kentucky": _division(37.5, -85.3, "US"),
    "new_mexico": _division(34.4, -106.1, "US", 350),
    "northern_ireland": _division(54.6, -6.7, "GB", 150),
    "queensland": _division(-21.0, 144.5, "AU", 900),
    "tennessee": _division(35.8, -86.4, "US", 400),
    "victoria_state": _division(-37.0, 144.5, "AU", 350),
    "west_virginia": _division(38.5, -80.5, "US", 250),
    # cities, towns and villages
    "addis_ababa": _city(9.02, 38.75, "ET"),
    "al_hol": _division(36.39, 41.15, "SY", 50),
    "aleppo": _city(36.20, 37.16, "SY"),
    "alexandria": _city(31.20, 29.92, "EG"),
    "alexandria_va": _city(38.80, -77.05, "US"),
    "amman": _city(31.96, 35.95, "JO"),
    "ankara": _city(39.92, 32.85, "TR"),
    "athens": _city(37.98, 23.73, "GR"),
    "athens_ga": _city(33.96, -83.38, "US"),
    "baghdad": _city(33.34, 44.40, "IQ"),
    "basra": _city(30.51, 47.81, "IQ"),
    "beijing": _city(39.90, 116.41, "CN"),
    "beirut": _city(33.89, 35.50, "LB"),
    "bellingham": _city(48.75, -122.48, "US"),
    "berlin": _city(52.52, 13.40, "DE"),
    "birmingham": _city(52.48, -1.90, "GB"),
    "birmingham_al": _city(33.52, -86.80, "US"),
    "boston": _city(42.36, -71.06, "US"),
    "brisbane": _city(-27.47, 153.03, "AU"),
    "cairo": _city(30.04, 31.24, "EG"),
    "cairo_il": _city(37.01, -89.18, "US"),
    "cambridge": _city(52.20, 0.12, "GB"),
    "cambridge_ma": _city(42.37, -71.11, "US"),
    "chicago": _city(41.88, -87.63, "US"),
    "cologne": _city(50.94, 6.96, "DE"),
    "cordoba": _city(37.89, -4.78, "ES"),
    "cordoba_ar": _city(-31.42, -64.18, "AR"),
    "damascus": _city(33.51, 36.29, "SY"),
    "dallas": _city(32.78, -96.80, "US"),
    "deir_ez_zor": _city(35.34, 40.14, "SY"),
    "detroit": _city(42.33, -83.05, "US"),
    "diyarbakir": _city(37.91, 40.24, "TR"),
    "donetsk": _city(48.00, 37.80, "UA"),
    "dublin": _city(53.33, -6.25, "IE"),
    "duhok": _division(36.87, 42.99, "IQ", 50),
    "erbil": _city(36.19, 44.01, "IQ"),
    "fallujah": _city(33.35, 43.78, "IQ"),
    "gaza": _division(31.45, 34.4, "PS", 30),
    "gaziantep": _city(37.06, 37.38, "TR"),
    "geneva": _city(46.20, 6.15, "CH"),
    "geneva_ny": _city(42.87, -76.98, "US"),
    "the_hague": _city(52.08, 4.31, "NL"),
    "hamburg": _city(53.55, 9.99, "DE"),
    "hasakah": _city(36.50, 40.75, "SY"),
    "houston": _city(29.76, -95.36, "US"),
    "istanbul": _city(41.01, 28.95, "TR"),
    "izmir": _city(38.41, 27.14, "TR"),
    "juba": _city(4.85, 31.60, "SS"),
    "kabul": _city(34.53, 69.17, "AF"),
    "kampala": _city(0.32, 32.58, "UG"),
    "kharkiv": _city(49.98, 36.25, "UA"),
    "khartoum": _city(15.55, 32.53, "SD"),
    "kirkuk": _city(35.47, 44.39, "IQ"),
    "kobani": _city(36.89, 38.35, "SY"),
    "kyiv": _city(50.45, 30.52, "UA"),
    "lexington_ky": _city(38.05, -84.46, "US"),
    "lansing": _city(42.73, -84.56, "US"),
    "london": _city(51.51, -0.13, "GB"),
    "london_on": _city(42.98, -81.25, "CA"),
    "lyon": _city(45.75, 4.85, "FR"),
    "madison": _city(43.07, -89.40, "US"),
    "madrid": _city(40.42, -3.70, "ES"),
    "malaga": _city(36.72, -4.42, "ES"),
    "manchester": _city(53.48, -2.24, "GB"),
    "manchester_nh": _city(42.99, -71.46, "US"),
    "marseille": _city(43.30, 5.37, "FR"),
    "melbourne": _city(-37.81, 144.96, "AU"),
    "mexico_city": _city(19.43, -99.13, "MX"),
    "milan": _city(45.46, 9.19, "IT"),
    "minneapolis": _city(44.98, -93.26, "US"),
    "mobile": _city(30.69, -88.04, "US"),
    "moscow": _city(55.75, 37.62, "RU"),
    "moscow_id": _city(46.73, -117.00, "US"),
    "mosul": _city(36.34, 43.13, "IQ"),
    "munich": _city(48.14, 11.58, "DE"),
    "najaf": _city(32.00, 44.34, "IQ"),
    "naples": _city(40.85, 14.27, "IT"),
    "new_york": _city(40.71, -74.01, "US"),
    "niamey": _city(13.51, 2.11, "NE"),
    "nice": _city(43.70, 7.27, "FR"),
    "odesa": _city(46.48, 30.73, "UA"),
    "odessa_tx": _city(31.85, -102.37, "US"),
    "oxford": _city(51.75, -1.26, "GB"),
    "oxford_ms": _city(34.37, -89.52, "US"),
    "paris": _city(48.86, 2.35, "FR"),
    "paris_tx": _city(33.66, -95.56, "US"),
    "perth": _city(-31.95, 115.86, "AU"),
    "portland": _city(45.52, -122.68, "US"),
    "portland_me": _city(43.66, -70.26, "US"),
    "qamishli": _city(37.05, 41.22, "SY"),
    "quito": _city(-0.23, -78.52, "EC"),
    "raqqa": _city(35.95, 39.01, "SY"),
    "ramadi": _city(33.42, 43.31, "IQ"),
    "reading": _city(51.46, -0.97, "GB"),
    "reading_pa": _city(40.34, -75.93, "US"),
    "riyadh": _city(24.69, 46.72, "SA"),
    "rome": _city(41.89, 12.48, "IT"),
    "rome_ga": _city(34.26, -85.16, "US"),
    "san_jose_cr": _city(9.93, -84.08, "CR"),
    "sanaa": _city(15.35, 44.21, "YE"),
    "seville": _city(37.38, -5.97, "ES"),
    "springfield_il": _city(39.80, -89.64, "US"),
    "st_louis": _city(38.63, -90.20, "US"),
    "stockholm": _city(59.33, 18.07, "SE"),
    "sulaimani": _city(35.56, 45.44, "IQ"),
    "sydney": _city(-33.87, 151.21, "AU"),
    "tbilisi": _city(41.69, 44.83, "GE"),
    "tehran": _city(35.69, 51.42, "IR"),
    "tikrit": _city(34.61, 43.68, "IQ"),
    "tokyo": _city(35.69, 139.69, "JP"),
    "toledo_oh": _city(41.65, -83.54, "US"),
    "tripoli_lb": _city(34.44, 35.85, "LB"),
    "troy_nc": _city(35.36, -79.89, "US"),
    "valencia": _city(39.47, -0.38, "ES"),
    "vienna": _city(48.21, 16.37, "AT"),
    "warsaw": _city(52.23, 21.01, "PL"),
    "washington": _city(38.90, -77.04, "US"),
    "winnipeg": _city(49.88, -97.15, "CA"),
    "york": _city(53.96, -1.08, "GB"),
    "zakho": _division(37.14, 42.69, "IQ", 50),
    "zurich": _city(47.37, 8.55, "CH"),
    "amsterdam": _city(52.37, 4.89, "NL"),
    "antwerp": _city(51.22, 4.40, "BE"),
    "brussels": _city(50.85, 4.35, "BE"),
    "copenhagen": _city(55.68, 12.57, "DK"),
    "eskisehir": _city(39.78, 30.52, "TR"),
    "freiburg": _city(47.99, 7.85, "DE"),
    "isfahan": _city(32.65, 51.68, "IR"),
    "kazan": _city(55.79, 49.11, "RU"),
    "lisbon": _city(38.72, -9.14, "PT"),
    "novosibirsk": _city(55.04, 82.93, "RU"),
    "recife": _city(-8.05, -34.88, "BR"),
    "samara": _city(53.20, 50.15, "RU"),
    "shanghai": _city(31.22, 121.46, "CN"),
    "turin": _city(45.07, 7.69, "IT"),
    "utrecht": _city(52.09, 5.12, "NL"),
    # rivers, seas, ranges and well-known regions
    "alps": _area(46.4, 9.6, 500),
    "balkans": _area(43.0, 21.5, 800),
    "black_sea": _area(43.3, 34.5, 700),
    "crimea": _area(45.3, 34.4, 250),
    "danube": _area(46.5, 21.0, 1_500),
    "darfur": _area(13.0, 25.0, 500),
    "donbas": _area(48.3, 38.0, 300),
    "euphrates": _area(34.5, 41.5, 700),
    "europe": _area(50.0, 15.0, 2_500),
    "himalayas": _area(28.5, 84.0, 1_500),
    "kurdistan_region": _area(36.3, 44.2, 250),
    "levant": _area(34.0, 37.0, 700),
    "mediterranean": _area(35.5, 17.5, 2_200),
    "middle_east": _area(29.5, 43.5, 1_800),
    "nile": _area(22.0, 31.5, 1_800),
    "red_sea": _area(20.5, 38.5, 1_300),
    "sahel": _area(15.0, 4.0, 2_500),
    "south_china_sea": _area(14.0, 114.5, 1_300),
    "tigris": _area(34.5, 43.5, 800),
    "west_bank": _area(32.0, 35.25, 120),
}
