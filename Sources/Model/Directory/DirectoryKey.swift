/// What an entry of the directory is about.
package enum DirectorySort: String, CaseIterable, Sendable {
    case state
    case agency
    /// A desk that can be called or written to.
    case contact
    /// A liaison officer: a way to a State, never the one who asks.
    case liaison
    case financialUnit = "fiu"
    /// A border liaison office and its twin on the other side.
    case borderOffice = "blo"
    case mobileTeam = "team"
    /// A unit at a port or an airport.
    case portUnit = "unit"
    case crossing
    // The four sorts of what a State's law and practice ask; each has columns of its own.
    case constraint
    case requirement
    case limit
    case special
    /// What an agreement lets us pass on.
    case agreement

    package static let law: [DirectorySort] = [.constraint, .requirement, .limit, .special]
    /// Those that can be called.
    package static let reachable: [DirectorySort] = [
        .contact, .liaison, .financialUnit, .borderOffice, .mobileTeam, .portUnit,
    ]

    package var isLaw: Bool { DirectorySort.law.contains(self) }
    package var hasNumber: Bool { DirectorySort.reachable.contains(self) && self != .liaison }
    /// Whether it lies between two States.
    package var isPair: Bool { self == .borderOffice || self == .crossing }

    /// What may be reported of it: open or closed, on call or not; none where nothing may.
    package var standings: [DirectoryStanding] {
        switch self {
        case .crossing: [.open, .restricted, .closed]
        case .borderOffice, .mobileTeam, .portUnit: [.open, .closed]
        case .liaison: [.onCall, .offCall]
        default: []
        }
    }
}

package enum DirectoryStanding: String, CaseIterable, Sendable {
    case open
    case restricted
    case closed
    case onCall = "on_call"
    case offCall = "off_call"
}

/// The name of an entry that stays the same between logs, files and programs: `state:UZB`, `contact:UZB:1`, `blo:UZB-TKM:1`,
/// `crossing:UZB-TKM:alat-farap`.
///
/// It holds codes, numbers and the names of posts, never a person's name: it stands in the open in every list.
package struct DirectoryKey: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let sort: DirectorySort
    /// ISO 3166-1 alpha-3.
    package let state: String
    /// The State on the other side of a pair.
    package let other: String?
    /// A running number from 1, or the short name of a crossing; empty for a State itself.
    package let tail: String

    package static let longestTail = 48

    /// Nil unless the parts are of the form that the sort asks for.
    package init?(_ sort: DirectorySort, _ state: String, _ other: String? = nil, tail: String = "") {
        guard DirectoryKey.isState(state), sort.isPair == (other != nil), other.map(DirectoryKey.isState) ?? true,
            DirectoryKey.isTail(tail, of: sort)
        else { return nil }
        self.init(unchecked: sort, state, other, tail: tail)
    }

    /// What stands in a log is taken as it is: behind the veil it is not of that form any more.
    package init(unchecked sort: DirectorySort, _ state: String, _ other: String?, tail: String) {
        self.sort = sort
        self.state = state
        self.other = other
        self.tail = tail
    }

    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard (2...3).contains(parts.count), let sort = DirectorySort(rawValue: parts[0]),
            parts.count == 3 || sort == .state
        else { return nil }
        let states = parts[1].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard (1...2).contains(states.count), sort != .state || parts.count == 2 else { return nil }
        self.init(sort, states[0], states.count == 2 ? states[1] : nil, tail: parts.count == 3 ? parts[2] : "")
    }

    package static func isState(_ text: String) -> Bool {
        text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }

    private static func isTail(_ tail: String, of sort: DirectorySort) -> Bool {
        let isNumber = !tail.isEmpty && tail.utf8.count <= 4 && tail.utf8.allSatisfy { (0x30...0x39).contains($0) }
        if sort == .state { return tail.isEmpty }
        if isNumber { return tail.first != "0" }
        return sort == .crossing && (1...longestTail).contains(tail.utf8.count)
            && tail.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
            && tail.first != "-" && tail.last != "-"
    }

    package var serial: Int? { Int(tail) }

    package var description: String {
        let states = other.map { "\(state)-\($0)" } ?? state
        return sort == .state ? "\(sort.rawValue):\(states)" : "\(sort.rawValue):\(states):\(tail)"
    }

    package func concerns(_ state: String) -> Bool { self.state == state || other == state }

    /// By State, sort and number.
    package static func < (a: DirectoryKey, b: DirectoryKey) -> Bool {
        func place(_ key: DirectoryKey) -> (String, Int, String, Int, String) {
            (
                key.state, DirectorySort.allCases.firstIndex(of: key.sort) ?? 0, key.other ?? "", key.serial ?? 0,
                key.tail
            )
        }
        return place(a) < place(b)
    }
}
