import Foundation

/// Work on a thread of its own, for what waits for a person: the few threads that tests share may all be busy, and whoever
/// asks there would ask too late.
package final class Aside<Value: Sendable>: @unchecked Sendable {
    package struct Late: Error {}

    private let done = DispatchSemaphore(value: 0)
    /// Written before the semaphore is signalled, read after.
    private var result: Result<Value, any Error>?

    package init(_ work: @escaping @Sendable () throws -> Value) {
        Thread.detachNewThread {
            self.result = Result(catching: work)
            self.done.signal()
        }
    }

    /// What came of it.
    ///
    /// - Parameter giveUp: ends what the work waits for, when it takes longer than a minute
    /// - Throws: what the work threw, or ``Late``
    package func value(orElse giveUp: () -> Void) throws -> Value {
        if done.wait(timeout: .now() + 60) == .timedOut {
            giveUp()
            _ = done.wait(timeout: .now() + 10)
            throw Late()
        }
        guard let result else { throw Late() }
        return try result.get()
    }
}
