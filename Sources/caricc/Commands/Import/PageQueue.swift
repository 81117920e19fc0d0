import Foundation

/// Pages that one thread parses while another signs and writes those before.
final class PageQueue: @unchecked Sendable {
    // Everything below is only touched under the condition's lock.
    private let condition = NSCondition()
    private var pages: [ImportPage] = []
    private var isFinished = false
    private var isAbandoned = false
    private static let depth = 2

    /// Parses on a thread of its own until the end of the file, or until nobody wants more.
    init(reading reader: ImportReader, pageLimit: Int) {
        let thread = Thread { [self] in
            var reader = reader
            while true {
                let page = reader.page(limit: pageLimit)
                guard !page.outcomes.isEmpty, put(page) else { break }
            }
            finish()
        }
        thread.stackSize = 4 << 20
        thread.start()
    }

    /// The next page; nil at the end.
    func take() -> ImportPage? {
        condition.lock()
        defer { condition.unlock() }
        while pages.isEmpty, !isFinished { condition.wait() }
        guard !pages.isEmpty else { return nil }
        condition.broadcast()
        return pages.removeFirst()
    }

    /// Tells the parser to stop.
    func abandon() {
        condition.lock()
        isAbandoned = true
        condition.broadcast()
        condition.unlock()
    }

    private func put(_ page: ImportPage) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        while pages.count >= PageQueue.depth, !isAbandoned { condition.wait() }
        guard !isAbandoned else { return false }
        pages.append(page)
        condition.broadcast()
        return true
    }

    private func finish() {
        condition.lock()
        isFinished = true
        condition.broadcast()
        condition.unlock()
    }
}
