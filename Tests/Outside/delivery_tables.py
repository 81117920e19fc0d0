#!/usr/bin/env python3
"""Writes the tables against which the cover of consents and the minutes without a holder are tested.

It shares no code with the product and steps through the minutes one by one.

    python3 Tests/Outside/delivery_tables.py > Tests/Outside/delivery_tables.jsonl
"""
import json
import random
from datetime import datetime, timedelta, timezone

ZERO = datetime(2026, 10, 17, 17, 0, tzinfo=timezone.utc)  # 22:00 +05: most windows pass midnight
OFFSETS = [300, 240, 360, 270, 0]


def stamp(minute, offset):
    there = timezone(timedelta(minutes=offset))
    return (ZERO + timedelta(minutes=minute)).astimezone(there).isoformat(timespec="minutes")


class Consent:
    def __init__(self, event):
        self.begin, self.end = event["from"], event["until"]
        self.number, self.fits = event.get("number"), event["fits"]
        self.written = event["form"] == "written"
        self.paper_by, self.withdrawn = event.get("paper_by"), None

    def last(self):
        return self.end if self.withdrawn is None else min(self.end, self.withdrawn)

    def holds(self, minute):
        return self.fits and self.begin <= minute < self.last()


def stands(events, state):
    """The consents of a State after everything that was told, whether it refused, and whether it was asked."""
    consents, refused, asked = [], False, False
    for event in events:
        if event["state"] != state:
            continue
        what = event["what"]
        if what == "asked":
            asked = "more" if consents else True
        elif what == "refused":
            # A no to what was asked beside a consent that stands leaves that one alone.
            refused, asked = "more" if asked == "more" else True, False
        elif what == "given":
            replaced = event.get("replaces")
            consents = [c for c in consents if replaced is None or c.number != replaced]
            consents.append(Consent(event))
            refused, asked = False, False
        elif what == "withdrawn":
            for consent in consents:
                if event.get("number") in (None, consent.number):
                    before = consent.withdrawn
                    consent.withdrawn = event["from"] if before is None else min(before, event["from"])
        elif what == "paper":
            oral = [c for c in consents if not c.written]
            if oral:
                oral[-1].written, oral[-1].number = True, event["number"]
    return consents, refused, asked


def windows(legs, current, estimate, told, taken=None, clock=-10_000):
    """As expected at `clock`; whoever was heard on a leg was there, earlier or later than planned. Where it was taken over at the
    beginning of a leg (`taken`), it came in then, and without an estimate it needs as long as was planned. Nobody said that it
    left, so that it does not leave before `clock`."""
    found, free, sooner = [], None, 0
    for leg in legs:
        begin, end, late = leg["from"], leg["until"], False
        if current is not None and leg["number"] < current:
            if taken is not None and leg["number"] == current - 1:
                end = max(begin, taken if told is None else min(taken, told))
            found.append((begin, end, False))
            free = None
            continue
        if leg["number"] == current and taken is not None:
            begin = taken if told is None else min(taken, told)
        elif leg["number"] == current and told is not None:
            begin = min(begin, told)
        elif free is not None:
            begin = max(free, begin - sooner)
        end = max(end, begin + leg["until"] - leg["from"])
        if leg["number"] == (current or legs[0]["number"]) and estimate is not None and estimate > begin:
            end = estimate
        if leg["number"] == current:
            end = max([end] + [m for m in (told, taken) if m is not None])
            late, end = clock >= end, max(end, clock)
        found.append((begin, end, late))
        free, sooner = end, max(0, leg["until"] - end)
    return found


def reach(consents, begin):
    """The first minute from `begin` on in which none holds."""
    minute = begin
    while any(c.holds(minute) for c in consents):
        minute += 1
    return minute


def bare(consents, begin, end):
    """The minutes of a leg in which none holds, all gaps together."""
    return sum(1 for minute in range(begin, end) if not any(c.holds(minute) for c in consents))


def counted_from(usable, begin, end, told):
    """Where the consent of the leg under way lapsed and another one has begun since, the hours count from that one."""
    start, lapse = begin, None
    minute = begin
    while minute <= told:
        held = any(c.holds(minute) for c in usable)
        if held and lapse is not None:
            start, lapse = minute, None
        elif not held and lapse is None:
            if minute >= end:
                break
            lapse = minute
        minute += 1
    return start


def asked_by(answer, usable, begin, end, late, notice):
    """The first minute without cover less the notice; where its hour is over, the end of what covers it less the notice."""
    word = answer["cover"]
    if notice is None or word in ("refused", "unanswered"):
        return None
    if word in ("complete", "oral_only", "lapsing"):
        return answer["until"] - notice if late else None
    return next(m for m in range(begin, end) if not any(c.holds(m) for c in usable)) - notice


def judged(stand, begin, end, told, late, notice, clock):
    """The cover of a leg and by when to ask. A load that is still there after its hour needs more time, once the last moment to
    ask for it has come; two hours before the end where nobody knows the notice."""
    answer = cover(*stand, begin, end, told)
    if late and answer["cover"] in ("complete", "oral_only") and clock >= answer["until"] - (120 if notice is None else notice):
        answer = {"cover": "lapsing", "until": answer["until"]}
    usable = [c for c in stand[0] if c.fits and c.last() > c.begin]
    first = counted_from(usable, begin, end, told) if told is not None and usable else begin
    by = asked_by(answer, usable, first, end, late, notice)
    return answer if by is None else {**answer, "ask_by": by}


def cover(consents, refused, asked, begin, end, told):
    if refused is True:
        return {"cover": "refused"}
    fitting = [c for c in consents if c.fits]
    if not fitting:
        if consents:
            return {"cover": "elsewhere"}
        return {"cover": "refused" if refused else "unanswered" if asked else "none"}
    usable = [c for c in fitting if c.last() > c.begin]
    withdrawals = [c.withdrawn for c in fitting if c.withdrawn is not None]
    if not usable:
        return {"cover": "withdrawn"}
    if told is not None:
        begin = counted_from(usable, begin, end, told)
    first = reach(usable, begin)
    if first == begin:
        later = [c.begin for c in usable if c.begin > begin]
        if later:
            return {"cover": "late", "missing": bare(usable, begin, end)}
        if withdrawals and max(withdrawals) <= begin:
            return {"cover": "withdrawn"}
        last = max(c.last() for c in usable)
        return {"cover": "short", "missing": bare(usable, begin, end), "until": last}
    if first < end:
        return {"cover": "short", "missing": bare(usable, begin, end), "until": first}
    papers = reach([c for c in usable if c.written], begin)
    if papers >= end:
        return {"cover": "complete", "until": papers}
    promised = [c.paper_by for c in usable if not c.written and c.paper_by is not None]
    return {"cover": "oral_only", "until": first, "paper_by": min(promised) if promised else None}


def consents_of(chance, state, leg, number):
    begin, end = leg["from"], leg["until"]
    sort = chance.randrange(8)
    edge = lambda: chance.choice([-90, -30, -1, 0, 1, 30, 90])
    def given(a, b, **more):
        event = {"what": "given", "state": state, "from": a, "until": max(b, a + 1), "number": f"{number}/{chance.randrange(9)}",
                 "form": chance.choice(["written", "written", "oral"]), "fits": chance.random() < 0.9}
        if event["form"] == "oral" and chance.random() < 0.7:
            event["paper_by"] = a + chance.randrange(-60, 600)
        event.update(more)
        return event
    if sort == 0:
        return []
    if sort == 1:
        return [{"what": "asked", "state": state}]
    if sort == 2:
        return [{"what": "asked", "state": state}, {"what": "refused", "state": state}]
    middle = (begin + end) // 2
    events = [{"what": "asked", "state": state}] if chance.random() < 0.5 else []
    events.append(given(begin + edge(), end + edge()))
    if sort == 3:  # the first has ended when it comes in, the second begins on the road or after it
        events = [given(begin - 200, begin - chance.choice([0, 30])),
                  given(chance.choice([middle, middle, end + 10]), end + 60)]
    if sort in (4, 5):
        events = [given(begin + edge(), middle), given(middle + chance.choice([-20, 0, 0, 5]), end + edge())]
        if chance.random() < 0.4:
            events.append(given(end - 10, end + 120))
    if sort == 6:
        old = events[-1]
        events.append(given(old["from"], end + edge(), replaces=old["number"]))
    if sort == 7 or chance.random() < 0.2:
        withdrawn = {"what": "withdrawn", "state": state, "from": chance.choice([begin - 300, begin, middle, end])}
        if chance.random() < 0.5:
            withdrawn["number"] = events[-1].get("number")
        events.append(withdrawn)
        if chance.random() < 0.5:
            events.append(given(begin - 10, end + edge()))
    if chance.random() < 0.4:
        events.append({"what": "paper", "state": state, "number": "p/1"})
    return events


def cover_row(chance):
    legs, minute = [], chance.randrange(0, 240)
    for number, state in enumerate(["TJK", "UZB", "KAZ"][: chance.randrange(1, 4)], 1):
        length = chance.randrange(60, 600)
        legs.append({"number": number, "state": state, "from": minute, "until": minute + length,
                     "notice": chance.choice([None, 0, 30, 120])})
        minute += length + chance.choice([0, 0, 15, -10])
    events = [e for leg in legs for e in consents_of(chance, leg["state"], leg, leg["number"])]
    current = chance.choice([None] + [leg["number"] for leg in legs])
    estimate = None
    if current is not None and chance.random() < 0.6:
        estimate = next(l["until"] for l in legs if l["number"] == current) + chance.choice([-45, 1, 60, 200])
    expected, told = [], None if current is None else legs[current - 1]["from"]
    if current is not None and chance.random() < 0.7:
        running = legs[current - 1]
        told = running["from"] + chance.randrange(-120, running["until"] - running["from"] + 90)
        state, middle = running["state"], (running["from"] + running["until"]) // 2
        if chance.random() < 0.5:  # it lapses on the road, and there is a new one
            lapse, again = middle - chance.choice([5, 20]), middle + chance.choice([0, 1, 15, 40])
            events = [e for e in events if e["state"] != state]
            for number, (a, b) in enumerate([(running["from"] - 60, lapse), (again, running["until"] + chance.choice([-10, 0, 45]))]):
                events.append({"what": "given", "state": state, "from": a, "until": max(b, a + 1), "number": f"l/{number}",
                               "form": chance.choice(["written", "oral"]), "fits": True})
    clock = -10_000 if told is None else told
    for leg, (begin, end, late) in zip(legs, windows(legs, current, estimate, told, None, clock)):
        answer = judged(stands(events, leg["state"]), begin, end, told if leg["number"] == current else None, late,
                        leg["notice"], clock)
        expected.append({"from": begin, "until_leg": end, **answer})
    return {"sort": "cover", "legs": legs, "events": events, "current": current, "estimate": estimate, "told": told, "expected": expected}


def row(legs, events, current=None, estimate=None, told=None, taken=None, now=None, estimate_told=None, back=None):
    """One row by hand: `now` is when one looks, `taken` when the State of the leg took it over at its entry, `estimate_told`
    when the estimate was given (before `told`), `back` when a report of the leg before was told of, afterwards."""
    expected = []
    known = max(m for m in [told, taken, now, estimate_told, back, -10_000] if m is not None)
    for leg, (begin, end, late) in zip(legs, windows(legs, current, estimate, told, taken, known)):
        here = known if leg["number"] == current else None
        answer = judged(stands(events, leg["state"]), begin, end, here, late, leg["notice"], known)
        expected.append({"from": begin, "until_leg": end, **answer})
    return {"sort": "cover", "legs": legs, "events": events, "current": current, "estimate": estimate, "told": told,
            "taken": taken, "seen": now, "estimate_told": estimate_told, "back": back, "expected": expected}


def road_row(chance):
    """On its way from one State to the next: taken over at the border early or late, a consent that begins after that,
    estimates that are told late, and a word of the leg before that comes last."""
    border = chance.randrange(300, 500)
    end = border + chance.randrange(180, 400)
    legs = [{"number": 1, "state": "TJK", "from": border - 240, "until": border, "notice": None},
            {"number": 2, "state": "UZB", "from": border + chance.choice([0, 0, 15]), "until": end, "notice": chance.choice([None, 60])},
            {"number": 3, "state": "KAZ", "from": end + chance.choice([0, 0, 20, -10]), "until": end + 300, "notice": 30}]
    taken = border + chance.choice([-30, 0, 10, 50])
    begin = taken + chance.choice([-60, 0, 10, 25])
    given = lambda state, a, b, number: {"what": "given", "state": state, "from": a, "until": b, "number": number, "form": "written", "fits": True}
    events = [given("TJK", border - 300, border + 60, "t"), given("UZB", begin, end + chance.choice([-40, 0, 60]), "u"),
              given("KAZ", end + chance.choice([-60, 0]), end + 330, "k")]
    if chance.random() < 0.3:
        events.append({"what": "refused", "state": "UZB"})
    elif chance.random() < 0.3:
        events += [{"what": "asked", "state": "UZB"}, {"what": "refused", "state": "UZB"}]
    told = chance.choice([None, taken - 5, taken + 7])
    estimate = chance.choice([None, end - 45, end + 65]) if told is not None else None
    now = chance.choice([None, begin - 1, begin, begin + 3])
    return row(legs, events, 2, estimate, told, taken, now, chance.choice([None, told - 3]) if told and estimate else None,
               chance.choice([None, taken - 30]))


def custody_row(chance):
    """Handovers; now and then the one who takes over calls first, or the clock of the one who lets go is ahead."""
    told, minute, free = [("accepted", "side 0", 0)], 0, []
    limit, holder = chance.choice([10, 30, 45]), "side 0"
    for number in range(1, chance.randrange(2, 6)):
        before, holder = holder, f"side {number}"
        if chance.random() < 0.3:  # let go after it was taken over, by its own clock: no minute is without a holder
            accepted = minute + chance.randrange(60, 400)
            told += [("accepted", holder, accepted),
                     ("released", before, accepted + chance.choice([1, limit // 2, limit]))]
            minute = accepted + limit
            continue
        released = minute + chance.randrange(30, 400)
        accepted = released + chance.choice([0, 1, 12, 45, 200])
        pair = [("released", before, released), ("accepted", holder, accepted)]
        free.append((released, accepted))
        told += pair[::-1] if chance.random() < 0.3 else pair
        minute = accepted
    now = minute + chance.randrange(1, 300)
    if chance.random() < 0.4:
        told.append(("released", "the last side", minute + 5))
        free.append((minute + 5, now))
        if now > minute + 12 and chance.random() < 0.5:  # another side lets it go of which nobody said that it had it
            told.append(("released", "yet another side", minute + 12))
    elif chance.random() < 0.5:  # later than the limit it is another letting go, and nobody has taken it over since
        told += [("accepted", "a new side", minute), ("released", holder, minute + limit + 1)]
        free.append((minute + limit + 1, now))
    nobody = sum(1 for m in range(0, now) if any(a <= m < b for a, b in free))
    return {"sort": "custody", "now": now, "limit": limit, "expected": nobody,
            "events": [{"what": w, "party": p, "at": at} for w, p, at in told]}


def gaps_row():
    """Four consents in one leg: written, taken back, by word of mouth, and nothing in between for five hours."""
    leg = {"number": 2, "state": "UZB", "from": 0, "until": 840, "notice": 60}
    given = lambda a, b, number, form: {"what": "given", "state": "UZB", "from": a, "until": b, "number": number, "form": form, "fits": True}
    events = [given(0, 360, "1", "written"), given(360, 719, "2", "written"),
              {"what": "withdrawn", "state": "UZB", "from": 340, "number": "2"}, given(660, 900, "3", "oral")]
    answer = cover(*stands(events, "UZB"), 0, 840, None)
    assert answer == {"cover": "short", "missing": 300, "until": 360}, answer
    expected = [{"from": 0, "until_leg": 840, "ask_by": 300, **answer}]
    return {"sort": "cover", "legs": [leg], "events": events, "current": None, "estimate": None, "told": None, "expected": expected}


def by_hand():
    """Reckoned on paper, minutes after noon."""
    leg = lambda n, state, a, b, notice=60: {"number": n, "state": state, "from": a, "until": b, "notice": notice}
    given = lambda state, a, b: {"what": "given", "state": state, "from": a, "until": b, "number": "1", "form": "written", "fits": True}
    uzb = [leg(1, "TJK", -60, 0), leg(2, "UZB", 0, 270)]
    # Taken over 12:50, consent 13:00 to 16:10; the plan has 4h30 for it, so that it is out 17:20: 10 and 70 minutes.
    one = row(uzb, [given("UZB", 60, 250)], 2, None, None, 50, 55)
    assert one["expected"][1]["missing"] == 80, one
    # The same with an estimate of 17:15: 10 and 65; from 13:00 on by the clock only the 65, to be asked for by 15:10.
    two = row(uzb, [given("UZB", 60, 250)], 2, 315, 57, 50, 58)
    assert two["expected"][1]["missing"] == 75, two
    three = row(uzb, [given("UZB", 60, 250)], 2, 315, 57, 50, 61)
    assert three["expected"][1] == {"from": 50, "until_leg": 315, "cover": "short", "missing": 65, "until": 250, "ask_by": 190}, three
    # Out of Uzbekistan at 15:30 in the place of 16:00; the consent of Kazakhstan begins at 16:00.
    four = row([leg(1, "UZB", 0, 240), leg(2, "KAZ", 240, 600)], [given("UZB", 0, 300), given("KAZ", 240, 700)], 1, 210, 10)
    assert four["expected"][1]["missing"] == 30 and four["expected"][1]["from"] == 210, four
    # Heard at 13:08; what was said at 13:05 is written down after it: out at 19:00, the consent ends at 17:00.
    five = row([leg(1, "UZB", 0, 240)], [given("UZB", 0, 300)], 1, 420, 68, None, None, 65)
    assert five["expected"][0]["missing"] == 120, five
    # Out of Tajikistan 22:40 by plan, consent to 00:00, an hour's notice; heard 23:55, and nobody said that it left. At 23:56 the
    # moment to ask, 23:00, is over; at 00:10 it has been without consent for ten minutes, and comes into Uzbekistan now.
    night = [leg(1, "TJK", 420, 640), leg(2, "UZB", 640, 990)]
    consents = [given("TJK", 400, 720), given("UZB", 600, 1080)]
    six = row(night, consents, 1, None, 715, None, 716)
    assert six["expected"][0] == {"from": 420, "until_leg": 716, "cover": "lapsing", "until": 720, "ask_by": 660}, six
    seven = row(night, consents, 1, None, 715, None, 730)
    assert seven["expected"][0] == {"from": 420, "until_leg": 730, "cover": "short", "missing": 10, "until": 720, "ask_by": 660}, seven
    assert seven["expected"][1] == {"from": 730, "until_leg": 1080, "cover": "complete", "until": 1080}, seven
    # Taken over 01:00, 2h20 late; 5h50 by plan: out 06:50, the consent ends 06:00: 50 minutes, to be asked for by 05:00.
    eight = row(night, consents, 2, None, None, 780, 781)
    assert eight["expected"][1] == {"from": 780, "until_leg": 1130, "cover": "short", "missing": 50, "until": 1080, "ask_by": 1020}, eight
    # Nobody asked Uzbekistan: the last moment is 21:40. A consent that ends before it comes in: 21:40 as well.
    nine = row(night, consents[:1])
    ten = row(night, [consents[0], given("UZB", 400, 630)])
    assert nine["expected"][1]["ask_by"] == ten["expected"][1]["ask_by"] == 580, (nine, ten)
    return [one, two, three, four, five, six, seven, eight, nine, ten]


TIMES = {"taken", "seen", "estimate_told", "back", "from", "until", "until_leg", "ask_by", "paper_by", "estimate", "at", "now", "told"}


def zoned(value, chance, key=None):
    """Minutes become times in the zones of several States."""
    if isinstance(value, dict):
        return {k: zoned(v, chance, k) for k, v in value.items()}
    if isinstance(value, list):
        return [zoned(v, chance) for v in value]
    return stamp(value, chance.choice(OFFSETS)) if key in TIMES and value is not None else value


def main():
    chance = random.Random(20081018)
    for _ in range(160):
        print(json.dumps(zoned(cover_row(chance), chance), separators=(",", ":")))
    print(json.dumps(zoned(gaps_row(), chance), separators=(",", ":")))
    for _ in range(60):
        print(json.dumps(zoned(road_row(chance), chance), separators=(",", ":")))
    for hand in by_hand():
        print(json.dumps(zoned(hand, chance), separators=(",", ":")))
    for _ in range(40):
        print(json.dumps(zoned(custody_row(chance), chance), separators=(",", ":")))


main()
