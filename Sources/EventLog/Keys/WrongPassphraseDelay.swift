import Model

/// How long the next try waits after wrong passphrases. It never locks anybody out for good: a desk is manned day and night.
package enum WrongPassphraseDelay {
    package static let longest = Span.seconds(30)

    /// - Parameter count: wrong ones in this process since the last right one: 0, 0, 1, 2, 4, 8, 16, 30, 30 … seconds
    package static func after(wrong count: Int) -> Span {
        switch count {
        case ...1: .zero
        case 2...6: .seconds(1 << Int64(count - 2))
        default: longest
        }
    }
}
