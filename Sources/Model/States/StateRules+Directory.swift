extension StateRules {
    /// What the directory says of a State; nil where nobody has written anything down.
    package init?(of state: String, in directory: Directory, at now: Instant) {
        self.init(
            desk: directory.desk(of: state).map { desk in
                Desk(
                    name: desk.name, number: desk.number, languages: desk.languages, zone: desk.zone,
                    verified: desk.item.verified?.at)
            },
            notice: directory.notice(state).map { .minutes(Int64($0)) },
            requirements: directory.requirements(state, at: now).map { Requirement($0.text, verified: $0.verified?.at) }
        )
        if desk == nil, notice == nil, requirements.isEmpty { return nil }
    }
}
