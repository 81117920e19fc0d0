import Exchange
import Model
import TestSupport

/// Records of any content.
enum RecordSamples {
    static func text(_ random: inout SeededGenerator) -> String? {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return nil
        case 1: return HostileText.corpus(&random, mixtures: 1).randomElement(using: &random).map(kept)
        case 2: return payloads.randomElement(using: &random).map(kept)
        case 3:
            return ["a|b%7C", "x,\"y\"\r\nz", "--", "0", " ", "a;b", "\"", "'", "\u{FEFF}a"].randomElement(
                using: &random)
        default:
            let text = kept(random.text(upTo: 12))
            return text.isEmpty ? nil : text
        }
    }

    /// No table can hold a null character.
    private static func kept(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\0" }))
    }

    static func record(_ random: inout SeededGenerator) -> OutgoingRecord {
        let number = Int.random(in: 1...9_999, using: &random)
        let name = SubjectName(
            area: .alerts, year: 2026, number: number, isExercise: Bool.random(using: &random))
        var particulars = Particulars(
            items: (0..<Int.random(in: 0...3, using: &random)).map { _ in item(&random) },
            identifiers: (0..<Int.random(in: 0...2, using: &random)).compactMap { _ in
                IdentifierMention(.plate, typed: text(&random) ?? "", state: text(&random))
            },
            state: text(&random), place: text(&random), placeID: text(&random), departure: text(&random),
            transit: (0..<Int.random(in: 0...2, using: &random)).map { _ in text(&random) ?? "a" },
            destination: text(&random), concealment: text(&random), transport: text(&random), text: text(&random))
        if Bool.random(using: &random) {
            particulars.position = Position(
                latitude: .random(in: -9_000_000...9_000_000, using: &random),
                longitude: .random(in: -18_000_000...18_000_000, using: &random))
        }
        let at = Instant(milliseconds: .random(in: -2_000_000_000_000...4_000_000_000_000, using: &random))
        let isDated = Bool.random(using: &random)
        return OutgoingRecord(
            name, kind: MessageKind.allCases.randomElement(using: &random),
            priority: .random(in: 1...4, using: &random),
            headline: text(&random), at: isDated ? at : nil, precision: isDated ? .minute : .millisecond,
            particulars: particulars, answerBy: Bool.random(using: &random) ? at : nil,
            validUntil: Bool.random(using: &random) ? at + .hours(1) : nil,
            handling: HandlingCode.allCases.randomElement(using: &random),
            columns: .init(
                region: text(&random), subregion: text(&random), country: text(&random), division: text(&random),
                installation: text(&random), producing: text(&random), routing: text(&random)),
            ownWords: text(&random))
    }

    static func item(_ random: inout SeededGenerator) -> SeizedItem {
        let amounts = ["6.3", "0", "--", "", "0.5579999999999999", "1e3", "много", "-1"]
        let units = ["kg", "Kilogram", "tablet", "шт.", "matchbox"]
        return SeizedItem(
            kind: SeizedItem.Kind.allCases.randomElement(using: &random) ?? .drug, name: text(&random),
            substance: text(&random),
            quantity: Quantity(
                amount: amounts.randomElement(using: &random) ?? "", unit: units.randomElement(using: &random) ?? "kg",
                amountHigh: Bool.random(using: &random) ? "9" : nil,
                bound: [.about, .between, nil].randomElement(using: &random) ?? nil,
                basis: Quantity.Basis.allCases.randomElement(using: &random), basisTyped: text(&random),
                typed: text(&random)),
            currency: text(&random), packaging: text(&random), logo: text(&random), note: text(&random))
    }

    /// What people have used against spreadsheets, and variants of it that filters let through.
    static let payloads: [String] = {
        let commands = [
            "cmd|' /C calc'!A0", "1+1", "SUM(A1:A9)", "HYPERLINK(\"http://x\",\"y\")", "DDE(\"cmd\";\"/C calc\";\"x\")",
        ]
        let starts = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\u{2212}"]
        let before = [
            "", " ", "\t", "\r", "\n", "\u{A0}", "\u{3000}", "\u{200B}", "\u{FEFF}", "\"", "'", ";", ",", "a;", "a,",
            "a|", "x\n", "x\r\n=", "\u{202E}",
        ]
        var all: [String] = []
        for (place, prefix) in before.enumerated() {
            for (turn, start) in starts.enumerated() {
                all.append(prefix + start + commands[(place + turn) % commands.count])
            }
        }
        return all + ["=1", "==1", "+-1", "-2+3", "@A1", "\t1", "\r1", "\n=1", "--1", "%0A=1", "=\u{0}1"]
    }()
}
