import Model
import Settings

extension EscalationLadders {
    /// The steps that the settings name.
    init(_ preferences: Preferences) {
        self.init(
            preferences.escalation.map { steps in
                steps.compactMap { step in
                    Triage.Whom(rawValue: step.whom).map {
                        Triage.Rung(after: .minutes(Int64(step.minutes)), whom: $0)
                    }
                }
            })
    }
}
