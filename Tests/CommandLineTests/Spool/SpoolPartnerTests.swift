import Exchange
import Foundation
import Glibc
import Model
import Settings
import TestSupport
import Testing

@testable import caricc

/// Moving files between folders that somebody else writes into.
@Suite struct SpoolPartnerTests {
    private func partner(_ folder: TemporaryFolder, _ settings: String = "") throws -> SpoolPartner {
        let path = folder.path + "/spool"
        _ = try SpoolFolder.make("uzb", party: "UZB", realm: .live, in: path)
        try "party = \"UZB\"\n\(settings)".write(toFile: path + "/uzb/partner.toml", atomically: true, encoding: .utf8)
        return try SpoolPartner(opening: try #require(FileName("uzb")), in: try SpoolFolder(opening: path))
    }

    private func put(_ text: String, _ name: String, _ partner: SpoolPartner) throws {
        try text.write(toFile: "\(partner.path)/new/\(name)", atomically: true, encoding: .utf8)
    }

    private func names(_ part: String, _ partner: SpoolPartner) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(partner.path)/\(part)")) ?? []).sorted()
    }

    private let now = Instant(milliseconds: 1_800_000_000_000)

    /// Between reading and moving somebody renames another file over it: that one was not read, and may not be lost.
    @Test func aFileThatTookThePlaceOfTheOneThatWasReadGoesBack() throws {
        let folder = try TemporaryFolder()
        let partner = try partner(folder)
        try put("first", "a", partner)
        let name = try #require(try partner.next(at: now))
        let stamp = try #require(partner.new.stamp(of: name))
        try put("second", "b", partner)
        try #require(rename("\(partner.path)/new/b", "\(partner.path)/new/a") == 0)
        partner.move(name, stamp, isHeld: false, hash: Digest.zero)
        #expect(names("new", partner) == ["a"] && names("done", partner).isEmpty)
        #expect(try partner.next(at: now) == nil || names("new", partner) == ["a"])
    }

    @Test func twoFilesOfOneNameAndHashBothStay() throws {
        let folder = try TemporaryFolder()
        let partner = try partner(folder)
        for _ in 0..<3 {
            try put("same", "a", partner)
            partner.wake()
            let name = try #require(try partner.next(at: now))
            let stamp = try #require(partner.new.stamp(of: name))
            partner.move(name, stamp, isHeld: true, hash: Digest.zero)
        }
        let zeros = String(repeating: "0", count: 12)
        #expect(names("held", partner) == ["a~\(zeros)", "a~\(zeros)~2", "a~\(zeros)~3"])
    }

    @Test func aLongNameStaysWithinTheFileSystemsLimit() throws {
        let long = try #require(FileName(String(repeating: "n", count: 255)))
        let target = try #require(SpoolPartner.target(long, hash: Digest.zero, attempt: 7))
        #expect(target.bytes.count == 255 && target.text.hasSuffix("~000000000000~8"))
    }

    @Test func theOldestComesFirstAndNothingTwice() throws {
        let folder = try TemporaryFolder()
        let partner = try partner(folder)
        for (number, name) in ["c", "a", "b"].enumerated() {
            try put(name, name, partner)
            var times = [timespec(tv_sec: 1_000 + number, tv_nsec: 0), timespec(tv_sec: 1_000 + number, tv_nsec: 0)]
            utimensat(AT_FDCWD, "\(partner.path)/new/\(name)", &times, 0)
        }
        var order: [String] = []
        while let name = try partner.next(at: now) { order.append(name.text) }
        #expect(order == ["c", "a", "b"])
    }

    @Test func theQuotaIsFilledAgainAsTimePasses() throws {
        let folder = try TemporaryFolder()
        let partner = try partner(folder, "per_minute = 2\nper_day = 4\n")
        for number in 0..<9 { try put("\(number)", "\(number)", partner) }
        func take(at instant: Instant) throws -> Int {
            partner.wake()
            var count = 0
            while try partner.next(at: instant) != nil { count += 1 }
            return count
        }
        #expect(try take(at: now) == 2 && partner.isOverQuota)
        #expect(try take(at: now + .seconds(29)) == 0)
        #expect(try take(at: now + .seconds(61)) == 2)
        // The day is full, whatever the minute says.
        #expect(try take(at: now + .minutes(10)) == 0 && partner.isOverQuota)
        #expect(try take(at: now + .days(1)) == 2)
    }
}
