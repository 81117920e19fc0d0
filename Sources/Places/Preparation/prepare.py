#!/usr/bin/env python3
"""Makes the tables of places that are shipped from the files they come from.

Usage: prepare.py DATA OUT. DATA holds places/geonames-region.csv (GeoNames, CC BY 4.0), places/airports-region.csv
(airportsdata, MIT), places/unlocode-region.csv (UN/LOCODE, codes only) and borders/natural-earth-50m-eurasia.geojson
(Natural Earth, public domain). names.txt, codes.txt and regions.txt beside this script are ours, as are crossings.tsv
and ports.tsv, which it does not touch. The same input gives the same bytes.
"""
import csv
import json
import math
import os
import re
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
ALPHA3 = dict(AF="AFG", AM="ARM", AZ="AZE", CN="CHN", GE="GEO", IR="IRN", KG="KGZ", KZ="KAZ", MN="MNG", PK="PAK",
              RU="RUS", TJ="TJK", TM="TKM", TR="TUR", UZ="UZB")
CODED = {"AFG", "AZE", "KAZ", "KGZ", "RUS", "TJK", "TKM", "UZB"}
BORDER_CODES = dict(KOS="XKX", PSX="PSE", ALD="ALA")
UNSETTLED = {"CYN", "KAS"}


def own(name):
    """The lines of a text of ours: what stands before the colon, and the alternatives behind it."""
    with open(os.path.join(HERE, name), encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                head, rest = line.rstrip("\n").split(":", 1)
                yield head.strip(), [part.strip() for part in rest.split("|") if part.strip()]


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def folded(text):
    text = unicodedata.normalize("NFD", text.lower())
    return re.sub(r"[^a-zа-я0-9]", "", "".join(c for c in text if not unicodedata.combining(c)))


def steps(text):
    return str(round(float(text) * 100000))


CYRILLIC = [("shch", "щ"), ("yëv", "ьёв"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"),
            ("yu", "ю"), ("ya", "я"), ("ye", "е"), ("yë", "ё"), ("yo", "ё")]
SINGLE = dict(zip("abvgdzklmnoprstufie", "абвгдзклмнопрстуфие"))
SINGLE["ë"] = "ё"


def russian(name):
    """Back from BGN/PCGN, in which GeoNames writes Russian names; None where it is not that."""
    if not re.fullmatch(r"[A-Za-zë’\-. ]+", name) or re.search(r"[wqxj]|on-|Saint", name, re.I):
        return None
    words = []
    for word in re.split(r"([ \-.])", name):
        low, out, place = word.lower(), "", 0
        while place < len(low):
            for latin, letter in CYRILLIC:
                if low.startswith(latin, place):
                    out += letter
                    place += len(latin)
                    break
            else:
                letter = low[place]
                if letter == "y":
                    before = low[place - 1] if place else ""
                    out += "й" if before in "aeiouyë" and before else "ы"
                elif letter == "e":
                    out += "э" if place == 0 else "е"
                elif letter == "’":
                    out += "ь"
                elif letter in SINGLE:
                    out += SINGLE[letter]
                elif letter in " -.":
                    out += letter
                else:
                    return None
                place += 1
        out = re.sub("иы$", "ий", out)
        words.append(out[:1].upper() + out[1:] if word[:1].isupper() else out)
    return "".join(words)


def towns(data):
    names = {key: values for key, values in own("names.txt")}
    result = []
    for row in rows(os.path.join(data, "places/geonames-region.csv")):
        state, name, given = ALPHA3[row["country"]], row["name"], row["name_cyrillic"]
        other = []
        if row["geonameid"] in names:
            cyrillic, *other = names[row["geonameid"]]
        else:
            back = russian(name) if state == "RUS" else None
            if back and folded(back).replace("э", "е") == folded(given).replace("э", "е"):
                cyrillic = given
            elif back:
                cyrillic = back
            else:
                cyrillic = given
        if given and folded(given) != folded(cyrillic):
            other.append(given)
        other = [o for n, o in enumerate(other) if o not in other[:n] and o not in (name, cyrillic)]
        result.append([row["geonameid"], name, cyrillic, "|".join(other), state, row["admin1"], steps(row["lat"]),
                       steps(row["lon"]), row["population"] or "0", row["timezone"]])
    return sorted(result, key=lambda r: int(r[0]))


def airports(data):
    return sorted([r["icao"], r["iata"], r["name"], r["city"], ALPHA3[r["country"]], steps(r["lat"]), steps(r["lon"]),
                   r["tz"]] for r in rows(os.path.join(data, "places/airports-region.csv")))


def degrees(text):
    match = re.fullmatch(r"(\d\d)(\d\d)([NS]) (\d\d\d)(\d\d)([EW])", text)
    if not match:
        return None
    d, m, ns, dd, mm, ew = match.groups()
    return ((int(d) + int(m) / 60) * (-1 if ns == "S" else 1), (int(dd) + int(mm) / 60) * (-1 if ew == "W" else 1))


def codes(data, table):
    """Codes of the States that the Centre works with, where the name and the State name one town of ours."""
    fixed = {code: town[0] for code, town in own("codes.txt")}
    byName = {}
    for town in table:
        for name in {folded(n) for n in [town[1]] + town[3].split("|") if n}:
            byName.setdefault((town[4], name), []).append(town)
    for row in rows(os.path.join(data, "places/unlocode-region.csv")):
        state, code = ALPHA3[row["country"]], row["country"] + row["location"]
        if state not in CODED or code in fixed or not row["location"]:
            continue
        found = byName.get((state, folded(row["name_ascii"])), [])
        where = degrees(row["coordinates"])
        if where:
            found = [t for t in found if math.hypot(int(t[6]) / 1e5 - where[0], int(t[7]) / 1e5 - where[1]) < 0.4]
        if len(found) == 1:
            fixed[code] = found[0][0]
    return sorted([code, town] for code, town in fixed.items())


def regions(table):
    result = []
    for key, names in own("regions.txt"):
        state, admin = key.split()
        inside = [t for t in table if t[4] == state and t[5] == admin]
        largest = max(inside, key=lambda t: (int(t[8]), -int(t[0])))
        cyrillic = next((n for n in names if re.match("[А-яЁё]", n)), "")
        result.append([state + "-" + admin, names[0], cyrillic, "|".join(n for n in names[1:] if n != cyrillic),
                       largest[0]])
    return result


def borders(data):
    with open(os.path.join(data, "borders/natural-earth-50m-eurasia.geojson"), encoding="utf-8") as file:
        features = json.load(file)["features"]
    result = []
    for feature in sorted(features, key=lambda f: f["properties"]["iso_a3"]):
        about, shape = feature["properties"], feature["geometry"]
        if about["iso_a3"] in UNSETTLED:
            continue
        code = BORDER_CODES.get(about["iso_a3"], about["iso_a3"])
        result.append(["S", code, about["name_en"], about["name_ru"], about["name_zh"]])
        for polygon in shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]:
            for ring in polygon:
                numbers, last = [], (0, 0)
                for east, north in ring:
                    point = (round(east * 1000), round(north * 1000))
                    numbers += [str(point[0] - last[0]), str(point[1] - last[1])]
                    last = point
                result.append(["R", " ".join(numbers)])
    return result


def write(out, name, head, table):
    with open(os.path.join(out, name), "w", encoding="utf-8", newline="\n") as file:
        file.write("# " + head + "\n")
        for row in table:
            assert not any("\t" in cell or "\n" in cell for cell in row), row
            file.write("\t".join(row) + "\n")


def main():
    data, out = sys.argv[1:3]
    table = towns(data)
    write(out, "towns.tsv", "GeoNames, CC BY 4.0, changed: id, name, Cyrillic, other names, State, division, north and "
          "east in 0.00001 degrees, inhabitants, zone.", table)
    write(out, "airports.tsv", "airportsdata, MIT: ICAO, IATA, name, city, State, north and east in 0.00001 degrees, "
          "zone.", airports(data))
    write(out, "codes.tsv", "UN/LOCODE 2023-1, codes only: code, GeoNames id.", codes(data, table))
    write(out, "regions.tsv", "Divisions of States: id, name, Cyrillic, other names, GeoNames id of the largest town.",
          regions(table))
    write(out, "borders.tsv", "Natural Earth 1:50m, public domain: S State and its names in en, ru, zh; R a ring, east "
          "and north in 0.001 degrees, each point as the step from the one before.", borders(data))


main()
