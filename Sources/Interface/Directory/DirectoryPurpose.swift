import Model

/// What a form about the directory makes.
package enum DirectoryPurpose: Equatable, Sendable {
    /// A new entry; its number is the next one of these.
    case begin(Directory)
    case set(DirectoryItem)
    case verify(DirectoryItem)
    case retire(DirectoryItem)
    case standing(DirectoryItem)

    /// The kind of the event that the answers make.
    var kind: String {
        switch self {
        case .begin, .set: DirectoryEntrySet.kind
        case .verify: DirectoryEntryVerified.kind
        case .retire: DirectoryEntryRetired.kind
        case .standing: DirectoryStandingReported.kind
        }
    }

    /// The same for the same question, however the log moved meanwhile.
    var draftKey: String {
        switch self {
        case .begin: "directory begin"
        case .set(let item): "directory set \(item.key)"
        case .verify(let item): "directory verify \(item.key)"
        case .retire(let item): "directory retire \(item.key)"
        case .standing(let item): "directory standing \(item.key)"
        }
    }
}
