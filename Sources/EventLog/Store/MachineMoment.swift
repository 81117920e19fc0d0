import CSystem
import Glibc
import Model

/// What this machine's clocks say: the wall clock, and the one that never steps, with the start it counts from.
package struct MachineMoment: Equatable, Sendable {
    package var wall: Instant
    package var boot: String
    package var mono: Int64

    package init(wall: Instant, boot: String, mono: Int64) {
        self.wall = wall
        self.boot = boot
        self.mono = mono
    }

    package static func now() -> MachineMoment {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let wall = Instant(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
        return MachineMoment(wall: wall, boot: bootID, mono: caricc_boot_milliseconds())
    }

    /// The first 16 hexadecimal digits of the kernel's boot id; empty where there is none.
    package static let bootID: String = {
        let bytes = PlainFile.read("/proc/sys/kernel/random/boot_id", limit: 64) ?? []
        return String(String(decoding: bytes, as: UTF8.self).filter { $0.isHexDigit }.prefix(16))
    }()
}

/// Gives ids that keep their order within a process and never repeat, even when the clock steps back.
package struct EventIDSource: Sendable {
    private var last = Instant(milliseconds: 0)
    private var count: UInt16 = 0

    package init() {}

    package mutating func next(at wall: Instant) -> EventID {
        if wall > last {
            last = wall
            count = 0
        } else if count < 0x0FFF {
            count += 1
        } else {
            last = last + Span(milliseconds: 1)
            count = 0
        }
        return .timed(last, count: count, chance: UInt64.random(in: .min ... .max))
    }
}
