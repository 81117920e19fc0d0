import Model

extension Gazetteer {
    /// The crossings that ship, as entries of the directory: nothing of them is verified.
    package var directoryEntries: [DirectoryEntry] { all(.crossing).compactMap(\.directoryEntry) }
}

extension Place {
    /// The entry that a crossing ships as; nil for everything else.
    package var directoryEntry: DirectoryEntry? {
        guard let crossing, id.hasPrefix("bcp:"),
            let key = DirectoryKey(.crossing, crossing.first.state, crossing.secondState, tail: String(id.dropFirst(4)))
        else { return nil }
        let names = [crossing.first.cyrillic, crossing.second?.cyrillic].compactMap { $0 } + aliases
        var entry = DirectoryEntry(
            key,
            [
                .name: crossing.first.name, .aliases: names.joined(separator: "|"),
                .modes: crossing.modes.map(\.rawValue).joined(separator: ","),
            ])
        entry[.otherName] = crossing.second?.name
        entry[.hours] = crossing.hours
        entry[.zone] = zone
        return entry
    }
}
