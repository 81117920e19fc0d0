/// Why an alert needs nothing more.
package enum Disposition: String, CaseIterable, Sendable {
    case handled
    case passedOn = "passed_on"
    case duplicate
    case falseAlarm = "false_alarm"
    case informationOnly = "information_only"
    case drillOver = "drill_over"
    /// Whoever sent it took it back.
    case cancelled
    /// It goes on as a controlled delivery.
    case delivery
    /// Nothing could be done in time, or with what was known.
    case noActionPossible = "no_action_possible"
}
