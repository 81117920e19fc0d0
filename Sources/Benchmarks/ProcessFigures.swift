import Foundation
import Glibc

/// What the kernel says of a running process.
struct ProcessFigures {
    let process: pid_t

    /// Processor time of all its threads so far, as the scheduler counted it.
    var processorTime: Duration {
        let folder = "/proc/\(process)/task"
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let nanoseconds = threads.reduce(Int64(0)) { sum, thread in
            let text = (try? String(contentsOfFile: "\(folder)/\(thread)/schedstat", encoding: .utf8)) ?? ""
            return sum + (text.split(separator: " ").first.flatMap { Int64($0) } ?? 0)
        }
        return .nanoseconds(nanoseconds)
    }

    /// Processor time of this process so far.
    static var own: Duration {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
    }

    /// Megabytes (2^20 bytes) in memory now, and the most there ever were.
    var memory: (now: Double, most: Double) { (megabytes("VmRSS:"), megabytes("VmHWM:")) }

    private func megabytes(_ key: String) -> Double {
        let text = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix(key) }
        let number = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Double($0) }
        return (number ?? 0) / 1_024
    }
}
