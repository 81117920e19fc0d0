/// What a person acts as. One person may hold several roles and acts in one of them at a time.
package enum OfficerRole: String, CaseIterable, Sendable {
    /// Has the watch in turn, and writes down what is reported.
    case dutyOfficer = "duty_officer"
    /// Answers for the watch by day, appoints, approves.
    case supervisor
    /// Conducts exercises; on a live log looks on.
    case trainer
    /// Looks on.
    case observer
}
