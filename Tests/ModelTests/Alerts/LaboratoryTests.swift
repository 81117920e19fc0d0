import TestSupport
import Testing

@testable import Model

/// A laboratory speaks later than the roadside, and both stay.
@Suite struct LaboratoryTests {
    @Test func theResultStandsBesideTheFirstReportEvenAfterTheEnd() throws {
        var log = SampleLog()
        let raised = AlertRaised(
            priority: 2, message: .seizureReport, headline: "powder", source: "UZB",
            particulars: Particulars(items: [
                SeizedItem(kind: .drug, name: "powder", quantity: Quantity(amount: "6.3", unit: "kg"))
            ]))
        let name = log.begin(.alerts, .alert(.raised(raised)), minutesAgo: 600)
        log.add(.alert(.closed(AlertClosed(disposition: .handled))), to: name, minutesAgo: 300)
        let result = LaboratoryReported(
            LaboratoryResult(substance: "heroin", purity: "62.4", netWeight: Quantity(amount: "6.1", unit: "kg")))
        #expect(
            log.history(of: name).refusal(of: .alert(.laboratory(result)), by: "orazov", at: SampleLog.night) == nil)
        log.add(.alert(.laboratory(result)), to: name, minutesAgo: 10)
        guard case .alert(let alert)? = log.history(of: name).subject else {
            Issue.record("no alert")
            return
        }
        #expect(alert.laboratory == [result])
        #expect(alert.particulars.items.first?.name == "powder", "the first report is as it was")
        #expect(alert.status(at: SampleLog.night) == .closed, "a result opens nothing")
        let nameless = LaboratoryReported(LaboratoryResult(substance: " "))
        #expect(
            log.history(of: name).refusal(of: .alert(.laboratory(nameless)), by: "orazov", at: SampleLog.night)
                == .textMissing)
    }
}
