/// Everything that is measured, in the order of the table.
enum Quantities {
    struct Quantity: Sendable {
        let name: String
        let measure: @Sendable (Workbench) throws -> [BudgetRow]
    }

    static let all: [Quantity] = [
        Quantity(name: "start") { try StartMeasurement(bench: $0).rows() },
        Quantity(name: "keys") { try KeyMeasurement(bench: $0).rows() },
        Quantity(name: "append") { try AppendMeasurement(bench: $0).rows() },
        Quantity(name: "deliveries") { try DeliveriesMeasurement(bench: $0).rows() },
        Quantity(name: "import") { try ImportMeasurement(bench: $0).rows() },
        Quantity(name: "matching") { try MatchingMeasurement(bench: $0).rows() },
        Quantity(name: "follow") { try FollowMeasurement(bench: $0).rows() },
        Quantity(name: "review") { try ReviewMeasurement(bench: $0).rows() },
        Quantity(name: "verify") { try VerifyMeasurement(bench: $0).rows() },
        Quantity(name: "officers") { try OfficersMeasurement(bench: $0).rows() },
        Quantity(name: "rebuild") { try RebuildMeasurement(bench: $0).rows() },
        Quantity(name: "idle") { try IdleMeasurement(bench: $0).rows() },
        Quantity(name: "busy") { try BusyMeasurement(bench: $0).rows() },
        Quantity(name: "spool-steady") { try SpoolSteadyMeasurement(bench: $0).rows() },
        Quantity(name: "spool-backlog") { try SpoolBacklogMeasurement(bench: $0).rows() },
        Quantity(name: "memory") { try MemoryMeasurement(bench: $0).rows() },
    ]

    static let names = all.map(\.name)
}
