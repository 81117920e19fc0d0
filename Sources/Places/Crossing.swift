/// A pair of posts at a border, seen from both sides. Posts have no UN/LOCODE: the ids are ours.
package struct Crossing: Hashable, Sendable {
    package struct Post: Hashable, Sendable {
        package let name: String
        package let cyrillic: String?
        /// ISO 3166-1 alpha-3.
        package let state: String
    }

    package enum Mode: String, CaseIterable, Hashable, Sendable {
        case road, rail, river, ferry
    }

    /// How far the position can be trusted.
    package enum Certainty: String, CaseIterable, Hashable, Sendable {
        case exact
        /// Within some kilometres: rounded figures, or the town that the post is named after.
        case approximate
        /// Two sources differ; both are kept, and neither is to be planned with.
        case conflict
        case unknown
    }

    /// Whether it is open. Nothing here is ever assumed: what nobody verified is unknown.
    package enum Standing: String, CaseIterable, Hashable, Sendable {
        case open, restricted, closed, unknown
    }

    package let first: Post
    /// Nil where the other side is not known.
    package let second: Post?
    /// The State on the other side.
    package let secondState: String
    package let modes: [Mode]
    package let certainty: Certainty
    /// The position that another source gives, where the certainty is a conflict.
    package let otherPosition: Coordinates?
    /// Such as `24 h`; nil where not known.
    package let hours: String?
    package let standing: Standing
    /// Where the names come from: `UN document`, `public page`, `general knowledge`.
    package let source: String
    package let remark: String?
}
