private import CSystem
private import Glibc

/// What the outside world asks of the run loop.
package enum SignalEvent: Hashable, Sendable {
    case resized
    case terminate
    case hangUp
    case interrupt
    case suspend
    case resumed
}

/// Turns signals into bytes on a descriptor that a run loop can poll. One per process; open it before the terminal.
package struct SignalGate {
    /// Readable when there is something for `pending`.
    package let descriptor: Int32

    package static func open() throws(TerminalFault) -> SignalGate {
        let descriptor = caricc_signals_open()
        guard descriptor >= 0 else { throw .system(call: "pipe2", errno: errno) }
        return SignalGate(descriptor: descriptor)
    }

    /// Every signal since the last call, each kind once, in order of arrival. Never blocks.
    package func pending() -> [SignalEvent] {
        var events: [SignalEvent] = []
        var buffer = [UInt8](repeating: 0, count: 256)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return events }
            for byte in buffer[..<count] {
                guard let event = Self.event(of: Int32(byte)), !events.contains(event) else { continue }
                events.append(event)
            }
        }
    }

    /// Stops the process as Ctrl-Z does elsewhere and returns when it continues. Give the terminal back before.
    package func stopProcess() {
        caricc_stop_self()
    }

    /// Restores the default actions and closes the descriptor.
    package func close() {
        caricc_signals_close()
    }

    private static func event(of number: Int32) -> SignalEvent? {
        switch number {
        case SIGWINCH: .resized
        case SIGTERM: .terminate
        case SIGHUP: .hangUp
        case SIGINT: .interrupt
        case SIGTSTP: .suspend
        case SIGCONT: .resumed
        default: nil
        }
    }
}

/// What other programs of the same user may see of this one.
package enum ProcessPrivacy {
    /// No core dumps, no debugger, no reading of memory through `/proc`. Returns whether it worked.
    package static func forbidInspection() -> Bool {
        caricc_forbid_inspection() == 0
    }
}
