import Glibc

/// Time that has gone by, on the clock that never steps.
struct Stopwatch {
    private let start = Stopwatch.nanoseconds()

    static func nanoseconds() -> UInt64 {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
    }

    var milliseconds: Double { Double(Stopwatch.nanoseconds() - start) / 1e6 }
    var microseconds: Int { Int((Stopwatch.nanoseconds() - start) / 1_000) }
}

/// A row of measurements, told as median, 99th percentile and worst.
struct Spread: CustomStringConvertible {
    private var values: [Double] = []

    mutating func add(_ value: Double) { values.append(value) }

    var worst: Double { values.max() ?? 0 }

    func percentile(_ share: Double) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }

    var description: String {
        func text(_ value: Double) -> String {
            String(Int((value * 10).rounded()) / 10) + "." + String(Int((value * 10).rounded()) % 10)
        }
        return "p50 \(text(percentile(0.5))) ms, p99 \(text(percentile(0.99))) ms, worst \(text(worst)) ms"
    }
}
