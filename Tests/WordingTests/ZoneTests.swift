import Model
import Testing

@testable import Wording

@Suite struct ZoneTests {
    /// 1 March 2024, 00:00 in Almaty by the old clock.
    private let change = Civil(year: 2024, month: 3, day: 1).instant(offsetSeconds: 6 * 3_600)

    @Test(arguments: [Zone.almaty, .astana])
    func kazakhClockChangesAtTheMillisecond(_ zone: Zone) {
        #expect(change.milliseconds == 1_709_229_600_000)
        #expect(zone.offset(at: Instant(milliseconds: 1_709_229_599_999)) == 6 * 3_600)
        #expect(zone.offset(at: Instant(milliseconds: 1_709_229_600_000)) == 5 * 3_600)
        let face = ClockFace(language: .en, zone: zone)
        #expect(face.stamp(Instant(milliseconds: 1_709_229_599_999)) == "29 Feb 23:59 +06")
        #expect(face.stamp(change) == "29 Feb 23:00 +05")
    }

    @Test func aTimeShownTwiceIsTheEarlierOne() {
        let civil = Civil(year: 2024, month: 2, day: 29, hour: 23, minute: 30)
        #expect(Zone.almaty.instant(of: civil) == change - .minutes(30))
        let before = Civil(year: 2024, month: 2, day: 29, hour: 22, minute: 30)
        #expect(Zone.almaty.instant(of: before) == change - .minutes(90))
        let after = Civil(year: 2024, month: 3, day: 1)
        #expect(Zone.almaty.instant(of: after) == change + .hours(1))
    }

    @Test(arguments: [
        ("UTC", 0), ("Almaty", 300), ("Astana", 300), ("Aktau", 300), ("Tashkent", 300), ("Bishkek", 360),
        ("Dushanbe", 300),
        ("Ashgabat", 300), ("Baku", 240), ("Moscow", 180), ("Samara", 240), ("Omsk", 360), ("Kabul", 270),
        ("Tehran", 210),
        ("Oral", 300), ("Yekaterinburg", 300), ("Beijing", 480),
    ])
    func offsetInTheNightOfThePictures(_ name: String, _ minutes: Int) throws {
        let zone = try #require(Zone.named(name))
        #expect(zone.offset(at: Instant(milliseconds: 1_792_192_320_000)) == minutes * 60)
    }

    @Test func everyZoneIsInTheTestAbove() { #expect(Zone.all.count == 17) }

    @Test(arguments: [
        ("almaty", "Almaty"), ("ASIA/ALMATY", "Almaty"), ("Europe/Moscow", "Moscow"), ("utc", "UTC"), ("z", "UTC"),
        ("+00", "UTC"),
        ("+05", "+05"), ("+5", "+05"), ("+0430", "+04:30"), ("+04:30", "+04:30"), ("-3", "-03"), ("-03:30", "-03:30"),
    ])
    func named(_ text: String, _ name: String) { #expect(Zone.named(text)?.name == name) }

    @Test(arguments: ["", "Atlantis", "05", "+", "+15", "+14:01", "+05:60", "+5:3", "+123", "+05:00:00", "+٠٥", "+:30"])
    func notNamed(_ text: String) { #expect(Zone.named(text) == nil) }

    @Test func plainOffsetsHaveNoPlace() {
        #expect(Zone.fixed(16_200).place == nil)
        #expect(Zone.almaty.place?.key == "Almaty")
        #expect(Zone.fixed(16_200).offset(at: change) == 16_200)
    }

    @Test func moscowEndedItsPermanentSummerTime() throws {
        let zone = try #require(Zone.named("Moscow"))
        let change = Civil(year: 2014, month: 10, day: 26, hour: 2).instant(offsetSeconds: 4 * 3_600)
        #expect(zone.offset(at: change - Span(milliseconds: 1)) == 4 * 3_600)
        #expect(zone.offset(at: change) == 3 * 3_600)
    }
}
