/// A large value that is copied often and changed seldom: copies share one place in memory until one of them changes.
struct Shared<Value: Equatable & Sendable>: Equatable, Sendable, CustomDebugStringConvertible {
    /// Written only where nobody else holds it.
    private final class Box: @unchecked Sendable {
        var value: Value

        init(_ value: Value) { self.value = value }
    }

    private var box: Box

    init(_ value: Value) { box = Box(value) }

    var value: Value {
        _read { yield box.value }
        _modify {
            if !isKnownUniquelyReferenced(&box) { box = Box(box.value) }
            yield &box.value
        }
    }

    /// What is printed of a value is what is in it, or whoever looks for a hidden word there would find none.
    var debugDescription: String { "\(value)" }

    static func == (a: Shared, b: Shared) -> Bool { a.box === b.box || a.box.value == b.box.value }
}
