import ArgumentParser

/// The number of a record, typed as `4711` or `#4711`.
struct EntryNumber: ExpressibleByArgument, Equatable, Sendable {
    let index: Int64

    init?(argument: String) {
        let digits = argument.hasPrefix("#") ? argument.dropFirst() : argument[...]
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let index = Int64(digits)
        else { return nil }
        self.index = index
    }
}
