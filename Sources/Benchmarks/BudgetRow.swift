/// One line of the budget table.
struct BudgetRow: Sendable {
    enum Verdict: Sendable {
        case met, notMet, notMeasured
        /// Not a budget, but worth knowing beside one.
        case aside

        var text: String {
            switch self {
            case .met: "met"
            case .notMet: "NOT MET"
            case .notMeasured: "not measured"
            case .aside: ""
            }
        }
    }

    let quantity: String
    let budget: String
    let measured: String
    let verdict: Verdict
    /// The peer, measured in the same run.
    let peer: String

    init(_ quantity: String, budget: String = "", measured: String, _ verdict: Verdict = .aside, peer: String = "") {
        self.quantity = quantity
        self.budget = budget
        self.measured = measured
        self.verdict = verdict
        self.peer = peer
    }

    init(_ quantity: String, budget: String, measured: String, met: Bool, peer: String = "") {
        self.init(quantity, budget: budget, measured: measured, met ? .met : .notMet, peer: peer)
    }
}
