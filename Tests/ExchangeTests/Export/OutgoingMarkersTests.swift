import Exchange
import Model
import TestSupport
import Testing

/// Of every text of every event that can stand on an alert or a seizure: what leaves, in any form, and what never does.
@Suite struct OutgoingMarkersTests {
    /// Words that stand in one place only, in no language, none the beginning of another.
    private struct Marks {
        private(set) var places: [String: String] = [:]

        mutating func word(for place: String) -> String {
            let word = "⟦qx\(100_000 + places.count)⟧"
            places[word] = place
            return word
        }

        func places(in text: String) -> Set<String> {
            Set(
                text.split(separator: "⟦").dropFirst().compactMap { $0.split(separator: "⟧").first }
                    .compactMap { places["⟦\($0)⟧"] })
        }
    }

    /// The members whose words may leave, by kind; everything else may not.
    private static let allowed: [String: [String]] = [
        "alertRaised": ["headline", "place", "substance", "quantity.", "particulars."],
        "messageFiled": ["headline", "particulars."], "alertDetailed": ["particulars."],
        "seizureReported": [
            "region", "subregion", "country", "division", "place", "drug", "quantity.", "hiding", "installation",
            "transport", "producing", "departure", "destination", "routing",
        ],
    ]

    private static func mayLeave(_ mark: String) -> Bool {
        let parts = mark.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, let list = allowed[parts[0]] else { return false }
        if parts[1].contains("payload") { return false }
        return list.contains { $0.hasSuffix(".") ? parts[1].hasPrefix($0) : parts[1] == $0 }
    }

    /// Everything that a record would be in all formats, as one text.
    static func everything(_ record: OutgoingRecord) throws -> String {
        let head = OutgoingHead(
            sender: "CARICC", number: "AL-2026-0001/1", sent: SampleLog.night, offsetSeconds: 18_000,
            recipients: ["KAZ"])
        var bytes = RecordTable.write([record], offsetSeconds: 18_000).bytes
        for language in SpreadsheetLanguage.allCases {
            bytes += SpreadsheetTable.write([record], language, offsetSeconds: 18_000).bytes
        }
        bytes += RecordLines.write([record], offsetSeconds: 18_000) + RecordMap.write([record], offsetSeconds: 18_000)
        bytes += ReturnTable.write([record], offsetSeconds: 18_000).bytes + (try OutgoingMessage.cap(record, head))
        for language in MessageLabel.Language.allCases {
            bytes += OutgoingMessage.text(record, head, language).utf8
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let recipients = ["KAZ", "INTERPOL", "a newspaper"]

    @Test func nothingThatTellsWhoToldUsLeavesInAnyForm() throws {
        var words = Marks()
        let samples = EveryEvent.marked(isOpen: true) { words.word(for: $0) }
        let raised = samples.first { $0.event.kind == AlertRaised.kind }
        var left: Set<String> = []
        for sample in samples where [.alerts, .seizures].contains(sample.area) {
            var log = SampleLog()
            let isFirst = [AlertRaised.kind, SeizureReported.kind].contains(sample.event.kind)
            let first = isFirst ? sample.event : try #require(raised?.event)
            let name = log.begin(sample.area == .seizures ? .seizures : .alerts, first, minutesAgo: 60)
            if !isFirst { log.add(sample.event, to: name, minutesAgo: 30, actor: "b.umarov") }
            for purpose in ReleasePurpose.allCases {
                for recipient in OutgoingMarkersTests.recipients {
                    let release = Release(to: ReleaseRecipient(recipient), for: purpose, by: nil)
                    guard let preview = release.preview(of: SubjectHistory(log.entries)) else { continue }
                    let marks = words.places(in: try OutgoingMarkersTests.everything(preview.record))
                    for mark in marks {
                        #expect(OutgoingMarkersTests.mayLeave(mark), "\(mark) by \(sample.event.kind)")
                    }
                    left.formUnion(marks)
                }
            }
        }
        // Otherwise nothing was looked at.
        #expect(left.contains("alertRaised.headline") && left.contains("seizureReported.drug"))
        #expect(left.count > 20)
    }

    /// The words of a source that stand anywhere else, too, take the whole field with them.
    @Test func aSourceThatIsNamedInEveryTextTakesThemAllWithIt() throws {
        for sample in EveryEvent.marked(isOpen: true, { _ in "Karimov" }) where sample.area == .alerts {
            var log = SampleLog()
            var raised = AlertRaised(priority: 1, message: .information, headline: "a tip", source: "Karimov")
            if case .alert(.raised(let body)) = sample.event { raised = body }
            raised.source = "Karimov"
            let name = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 60)
            if sample.event.kind != AlertRaised.kind { log.add(sample.event, to: name, minutesAgo: 30) }
            let release = Release(
                to: ReleaseRecipient("UZB"), for: .operational, by: nil, ownWords: "Ask Karimov again")
            guard let preview = release.preview(of: SubjectHistory(log.entries)) else { continue }
            let text = try OutgoingMarkersTests.everything(preview.record)
            #expect(!text.contains("Karimov"), "\(sample.event.kind)")
        }
    }
}
