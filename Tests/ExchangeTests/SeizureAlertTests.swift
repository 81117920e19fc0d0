import Model
import TestSupport
import Testing

@testable import Exchange

/// The alert and the record that one row of a table becomes.
@Suite struct SeizureAlertTests {
    private let report = SeizureReported(
        source: "test", region: "", subregion: "", country: "Tajikistan", administrativeDivision: "",
        place: "Fotehobod",
        drug: "Heroin", quantity: Quantity(amount: "6.942", unit: "Kilogram"), hidingPlace: "fuel tank",
        installation: "", transport: "truck", producingCountry: "", departureCountry: "AFG", destinationCountry: "RUS",
        routing: "AFG>TJK>RUS")

    private func item(_ id: EventID) -> ImportItem {
        ImportItem(
            target: .new(.seizures), event: .seizure(.reported(report)), at: SampleLog.night, precision: .day, id: id,
            actor: nil, line: 2)
    }

    private func raised(_ id: EventID) throws -> AlertRaised {
        guard case .alert(.raised(let raised))? = SeizureTable.raised(from: item(id), digest: testDigest)?.event else {
            throw SeizureTable.HeaderFault.emptyFile
        }
        return raised
    }

    @Test func theAlertSaysWhatTheRowSaid() throws {
        let said = try raised(.timed(SampleLog.night, count: 1, chance: 1)).particulars
        #expect(said.concealment == "fuel tank" && said.transport == "truck" && said.state == "TJK")
        #expect(said.departure == "AFG" && said.transit == ["TJK"] && said.destination == "RUS")
        #expect(said.items.map(\.substance) == ["heroin"])
    }

    @Test func twoOfOneRowAreNeverAskedAboutAndTwoOfTwoAre() throws {
        var log = SampleLog()
        let record = log.begin(.seizures, .seizure(.reported(report)), minutesAgo: 9)
        let id = try #require(log.entries.last).id
        let own = log.begin(.alerts, .alert(.raised(try raised(id))), minutesAgo: 9)
        let other = log.begin(
            .alerts, .alert(.raised(try raised(.timed(SampleLog.night, count: 7, chance: 7)))), minutesAgo: 9)
        func account(_ name: SubjectName) throws -> SeizureAccount {
            try #require(SeizureAccount(SubjectHistory(log.entries.filter { $0.subject == name })))
        }
        func match(_ name: SubjectName) throws -> Match {
            let links = try #require(log.board.alerts[name]).trail.links
            return try #require(Match(try account(name), links: nil, try account(record), links: links, nil))
        }
        #expect(try !match(own).isProposed && match(own).ties.contains(.row))
        #expect(try match(other).isProposed)
    }
}
