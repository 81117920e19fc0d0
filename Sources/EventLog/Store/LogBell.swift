import Glibc

/// Rings when the head of a log moves, by inotify, so that nobody has to poll.
package final class LogBell {
    /// Readable when the head has moved; for poll(2). -1 where inotify is not to be had.
    package let descriptor: Int32

    package init(_ folder: LogFolder) {
        descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
        if descriptor >= 0 { _ = inotify_add_watch(descriptor, folder.head, UInt32(IN_MODIFY)) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Takes all rings that are waiting; true when there was one.
    @discardableResult
    package func silence() -> Bool {
        guard descriptor >= 0 else { return false }
        var rang = false
        var buffer = [UInt8](repeating: 0, count: 4096)
        while buffer.withUnsafeMutableBytes({ read(descriptor, $0.baseAddress, $0.count) }) > 0 { rang = true }
        return rang
    }
}
