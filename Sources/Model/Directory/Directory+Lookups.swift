/// What the rest of the program asks the directory.
extension Directory {
    /// Where to call a State at once.
    package struct Desk: Equatable, Sendable {
        package let item: DirectoryItem
        package let name: String
        package let channel: ContactChannel?
        package let number: String
        /// The number to call back, whatever number a caller gave.
        package let filedNumber: String?
        /// As they were typed, such as `ru, en`.
        package let languages: String?
        package let hours: String?
        package let isRoundTheClock: Bool
        /// IANA name: the desk's own, else its State's; for the time there.
        package let zone: String?

        package func age(at now: Instant) -> DirectoryAge { item.age(at: now) }
    }

    /// A crossing by one of its names.
    package struct CrossingPoint: Equatable, Sendable {
        package let item: DirectoryItem
        /// The two States, as the pair is written.
        package let states: [String]
        /// IANA name; of the crossing itself, else of its first State.
        package let zone: String?
        package let modes: [String]
        package let hours: String?
        /// Nil where nobody has reported: nothing is assumed.
        package let report: DirectoryRecord.Report?
    }

    /// Something that a request to a State must state, or keep to.
    package struct Requirement: Equatable, Sendable {
        package let key: DirectoryKey
        package let field: DirectoryField
        package let text: String
        package let verified: DirectoryRecord.Verification?
        package let age: DirectoryAge

        /// What nobody has looked at for so long counts as unverified while somebody is on the telephone.
        package func isUnverified(at now: Instant) -> Bool { verified.map { now - $0.at > .days(30) } ?? true }
    }

    /// The States of the directory: members first, then neighbours, then partners; by code.
    package var states: [DirectoryItem] {
        func place(_ item: DirectoryItem) -> Int {
            let membership = item.entry[.membership].flatMap { DirectoryMembership(rawValue: $0) }
            return membership.flatMap { DirectoryMembership.allCases.firstIndex(of: $0) } ?? 3
        }
        return items.filter { $0.key.sort == .state }.inOrder { StatePlace(rank: place($0), key: $0.key) }
    }

    private struct StatePlace: Comparable {
        let rank: Int
        let key: DirectoryKey

        static func < (a: StatePlace, b: StatePlace) -> Bool { (a.rank, a.key) < (b.rank, b.key) }
    }

    /// Everything about a State, the crossings last; pairs stand with both.
    package func items(of state: String) -> [DirectoryItem] {
        let all = items.filter { $0.key.concerns(state) }
        return all.filter { $0.key.sort != .crossing } + all.filter { $0.key.sort == .crossing }
    }

    package func zone(of state: String) -> String? {
        DirectoryKey(.state, state).flatMap { self[$0]?.entry[.zone] }
    }

    /// The contact points of a State: those at any hour first, then those verified last.
    package func contacts(_ state: String) -> [Desk] {
        items.filter { $0.key.sort == .contact && $0.key.state == state && $0.entry[.number] != nil }
            .inOrder { DeskPlace($0) }.map { desk($0) }
    }

    /// The contact point to call first; nil where none has a number.
    package func desk(of state: String) -> Desk? { contacts(state).first }

    private struct DeskPlace: Comparable {
        let isLimited: Bool
        let verified: Instant
        let key: DirectoryKey

        init(_ item: DirectoryItem) {
            isLimited = !item.entry.isRoundTheClock
            verified = item.verified?.at ?? .distantPast
            key = item.key
        }

        static func < (a: DeskPlace, b: DeskPlace) -> Bool {
            if a.isLimited != b.isLimited { return b.isLimited }
            return a.verified != b.verified ? a.verified > b.verified : a.key < b.key
        }
    }

    private func desk(_ item: DirectoryItem) -> Desk {
        let entry = item.entry
        return Desk(
            item: item, name: entry.title, channel: entry[.channel].flatMap { ContactChannel(rawValue: $0) },
            number: entry[.number] ?? "", filedNumber: entry[.filedNumber], languages: entry[.languages],
            hours: entry[.hours], isRoundTheClock: entry.isRoundTheClock, zone: entry[.zone] ?? zone(of: item.key.state)
        )
    }

    /// The number to call back that we filed ourselves; nil where none was filed.
    package func filedNumber(of key: DirectoryKey) -> String? { self[key]?.entry[.filedNumber] }

    /// Who has filed the number that a caller gives: digits are compared, nothing else. Empty where nobody has, and then the
    /// caller is to be called back on a number that is filed.
    package func filed(_ number: String) -> [DirectoryItem] {
        let wanted = Directory.digits(number)
        guard wanted.count >= 3 else { return [] }
        return items.filter { $0.entry[.filedNumber].map(Directory.digits) == wanted }
    }

    private static func digits(_ number: String) -> [UInt8] { number.utf8.filter { (0x30...0x39).contains($0) } }

    /// The crossing that bears this name, this other name or this key, without regard to case and accents; nil where there is
    /// none, or several.
    package func crossing(named name: String) -> CrossingPoint? {
        let found = crossings(named: name)
        return found.count == 1 ? found.first : nil
    }

    /// All crossings that bear a name, in the order of their keys: two borders may have posts of one name.
    package func crossings(named name: String) -> [CrossingPoint] {
        let wanted = SearchFolding.fold(name.trimmingBlanks)
        guard !wanted.isEmpty else { return [] }
        let found = items.filter { item in
            guard item.key.sort == .crossing else { return false }
            let names =
                [item.key.tail, item.key.description, item.entry.title] + item.entry.aliases
                + [item.entry[.name], item.entry[.otherName]].compactMap { $0 }
            return names.contains { SearchFolding.fold($0) == wanted }
        }
        return found.map { item in
            CrossingPoint(
                item: item, states: [item.key.state, item.key.other].compactMap { $0 },
                zone: item.entry[.zone] ?? zone(of: item.key.state),
                modes: item.entry[.modes]?.split(separator: ",").map(String.init) ?? [], hours: item.entry[.hours],
                report: item.report)
        }
    }

    /// How many minutes before a crossing a State wants to be told: the longest that any entry says, to be safe; nil where
    /// none says.
    package func notice(_ state: String) -> Int? {
        items.filter { $0.key.sort == .limit && $0.key.state == state }.compactMap(\.entry.noticeMinutes).max()
    }

    /// By State, how long before an hour it wants to be told of it; States of which nobody has said that are left out.
    package var notices: [String: Span] {
        var notices: [String: Span] = [:]
        for item in items where item.key.sort == .limit {
            guard let minutes = item.entry.noticeMinutes else { continue }
            notices[item.key.state] = max(notices[item.key.state] ?? .zero, .minutes(Int64(minutes)))
        }
        return notices
    }

    /// What a request to this State must state or keep to, as far as anybody has written it down.
    package func requirements(_ state: String, at now: Instant) -> [Requirement] {
        items.filter { $0.key.sort.isLaw && $0.key.state == state }.flatMap { item in
            item.key.sort.fields.compactMap { field in
                guard field != .source, let text = item.entry[field] else { return nil }
                return Requirement(
                    key: item.key, field: field, text: text, verified: item.verified, age: item.age(at: now))
            }
        }
    }
}
