import Foundation
import Testing

@testable import Model

/// Cover and minutes without a holder, against tables that another program makes by stepping through the minutes.
///
/// `Tests/Outside/delivery_tables.py` writes `delivery_tables.jsonl` beside it.
@Suite struct DeliveryTableTests {
    typealias Row = [String: Any]

    static func rows(_ sort: String) -> [Row] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Outside/delivery_tables.jsonl")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap {
            try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? Row
        }.filter { $0["sort"] as? String == sort }
    }

    @Test func consentsCoverTheLegsAsCountedMinuteByMinute() throws {
        let rows = Self.rows("cover")
        #expect(rows.count == 231)
        for (number, row) in rows.enumerated() {
            var script = DeliveryScript()
            for leg in row.list("legs") {
                script.tell(
                    .legPlanned(
                        LegPlanned(
                            number: try leg.int("number"), state: try leg.text("state"), entry: "in", exit: "out",
                            from: try leg.time("from"), until: try leg.time("until"), reportEvery: nil,
                            notice: (leg["notice"] as? Int).map { .minutes(Int64($0)) })))
            }
            for event in row.list("events") { script.tell(try event.consentEvent) }
            tellTheRoad(of: row, to: &script)
            let seen = row.minutes("seen").map { DeliveryScript.at($0) } ?? .distantPast
            let cover = try script.delivery.cover(at: seen)
            let expected = row.list("expected")
            #expect(cover.count == expected.count)
            for (leg, wanted) in zip(cover, expected) {
                let place = "row \(number + 1), leg \(leg.leg.number): \(leg)"
                #expect(leg.window.from == (try wanted.time("from")), "\(place)")
                #expect(leg.window.until == (try wanted.time("until_leg")), "\(place)")
                #expect(leg.cover.word == (try wanted.text("cover")), "\(place)")
                #expect(leg.until == (try? wanted.time("until")), "\(place)")
                #expect(leg.askBy == (try? wanted.time("ask_by")), "\(place)")
                #expect(leg.cover.missing == (wanted["missing"] as? Int), "\(place)")
                if case .oralOnly(let paperBy, _) = leg.cover {
                    #expect(paperBy == (try? wanted.time("paper_by")), "\(place)")
                }
            }
        }
    }

    /// Taken over at the border, heard of, an estimate that was given before that, and last a word of the leg before.
    private func tellTheRoad(of row: Row, to script: inout DeliveryScript) {
        guard let leg = row["current"] as? Int else { return }
        let state = row.list("legs")[leg - 1]["state"] as? String ?? ""
        let estimate = try? row.time("estimate")
        func report(_ leg: Int?, _ estimate: Instant?, _ text: String = "heard") -> DeliveryEvent {
            .reportReceived(ReportReceived(from: "\(state) desk", text: text, leg: leg, exitEstimate: estimate))
        }
        let taken = row.minutes("taken")
        if let taken {
            script.tell(.accepted(CustodyAccepted(party: "\(state) Customs", place: "in")), minutes: taken)
        }
        let early = row.minutes("estimate_told")
        if taken == nil || row.minutes("told") != nil {
            script.tell(report(leg, early == nil ? estimate : nil), minutes: row.minutes("told") ?? 0)
        }
        if let early { script.tell(report(nil, estimate), minutes: early) }
        if let back = row.minutes("back") { script.tell(report(leg - 1, nil, "left late"), minutes: back) }
    }

    @Test func nobodyHeldItForAsManyMinutesAsWereCounted() throws {
        let rows = Self.rows("custody")
        #expect(rows.count == 40)
        for (number, row) in rows.enumerated() {
            var script = DeliveryScript()
            script.tell(.limitAgreed(CustodyLimitAgreed(minutes: try row.int("limit"))))
            for event in row.list("events") {
                let party = try event.text("party")
                let isReleased = try event.text("what") == "released"
                let at = (try event.time("at") - DeliveryScript.night).milliseconds / 60_000
                script.tell(
                    isReleased
                        ? .released(CustodyReleased(party: party, place: "a post"))
                        : .accepted(CustodyAccepted(party: party, place: "a post")), minutes: at)
            }
            let custody = try script.delivery.custody
            let minutes = custody.uncontrolled(at: try row.time("now")).milliseconds / 60_000
            #expect(minutes == Int64(try row.int("expected")), "row \(number + 1)")
        }
    }
}

private struct Unreadable: Error {}

extension DeliveryTableTests.Row {
    fileprivate func list(_ key: String) -> [[String: Any]] { self[key] as? [[String: Any]] ?? [] }

    fileprivate func text(_ key: String) throws -> String {
        guard let text = self[key] as? String else { throw Unreadable() }
        return text
    }

    fileprivate func int(_ key: String) throws -> Int {
        guard let number = self[key] as? Int else { throw Unreadable() }
        return number
    }

    /// After the night's instant.
    fileprivate func minutes(_ key: String) -> Int64? {
        (try? time(key)).map { ($0 - DeliveryScript.night).milliseconds / 60_000 }
    }

    /// ISO 8601 with its offset.
    fileprivate func time(_ key: String) throws -> Instant {
        let parts = try text(key).matches(of: /[+-]?\d+/).compactMap { Int($0.0.drop { $0 == "-" }) }
        guard parts.count == 7 else { throw Unreadable() }
        let civil = Civil(year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4])
        return civil.instant(offsetSeconds: (parts[5] * 60 + parts[6]) * 60)
    }

    fileprivate var consentEvent: DeliveryEvent {
        get throws {
            let state = try text("state")
            let number = self["number"] as? String
            switch try text("what") {
            case "asked": return .requestSent(RequestSent(state: state, channel: "mail", text: "please"))
            case "refused": return .consentRefused(ConsentRefused(state: state, authority: "a court"))
            case "withdrawn":
                return .consentWithdrawn(
                    ConsentWithdrawn(state: state, authority: "a court", number: number, from: try time("from")))
            case "paper": return .paperReceived(ConsentPaperReceived(state: state, number: number ?? ""))
            default:
                let form = try text("form") == "written" ? ConsentForm.written : .oral
                return .consentGiven(
                    ConsentGiven(
                        state: state, authority: "a court", number: number, form: form, from: try time("from"),
                        until: try time("until"), entry: self["fits"] as? Bool == true ? "IN " : "elsewhere",
                        paperBy: try? time("paper_by"), replaces: self["replaces"] as? String))
            }
        }
    }
}

extension Cover {
    fileprivate var word: String {
        switch self {
        case .complete: "complete"
        case .oralOnly: "oral_only"
        case .lapsing: "lapsing"
        case .short: "short"
        case .late: "late"
        case .elsewhere: "elsewhere"
        case .withdrawn: "withdrawn"
        case .refused: "refused"
        case .unanswered: "unanswered"
        case .none: "none"
        }
    }

    /// In minutes.
    fileprivate var missing: Int? {
        switch self {
        case .short(let missing, _), .late(let missing, _): Int(missing.milliseconds / 60_000)
        default: nil
        }
    }
}
