import Model

/// The part of the log that the log screen holds: a run of entries, or the hits of a search.
package struct LogWindow: Equatable, Sendable {
    /// How many entries a page holds.
    package static let pageSize = 400

    /// In order of the log, oldest first.
    package internal(set) var entries: [Entry] = []
    /// The newest entry stays in sight as it comes.
    package internal(set) var isFollowing = true
    package internal(set) var isLoading = false
    package internal(set) var raw: RawRecord?
    /// The first line of the raw record that is in sight.
    var rawFirst = 0
    /// While a filter is on: how far back was searched, and whether that was all.
    package internal(set) var searchedTo: Int64?
    package internal(set) var isSearchOver = false
    var generation = 0
    /// The record to go to when its page comes.
    var wanted: Int64?

    /// - Parameter generation: of the next search; answers to earlier ones are not taken.
    init(generation: Int = 0) { self.generation = generation }

    package struct RawRecord: Equatable, Sendable {
        package let index: Int64
        /// What came with the record, or left with it; nil where nothing did.
        package var words: MessageWords?
        package let text: String
        package let isSound: Bool
    }
}

/// A message word for word, as it is kept beside its record.
package struct MessageWords: Equatable, Sendable {
    /// Of the payload, in hexadecimal.
    package let hash: String
    /// Made safe to draw; nil where it was erased.
    package let text: String?
    /// Whether only the beginning is here.
    package let isCut: Bool

    package init(hash: String, text: String?, isCut: Bool = false) {
        self.hash = hash
        self.text = text
        self.isCut = isCut
    }
}
