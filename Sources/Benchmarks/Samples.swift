/// Measured durations, and what is said about them.
struct Samples {
    private(set) var sorted: [Duration] = []

    mutating func add(_ duration: Duration) {
        sorted.insert(duration, at: sorted.firstIndex { $0 > duration } ?? sorted.endIndex)
    }

    var median: Duration { quantile(0.5) }
    var p99: Duration { quantile(0.99) }
    var worst: Duration { sorted.last ?? .zero }
    var count: Int { sorted.count }

    /// The smallest sample that at least the share `q` of all samples does not exceed.
    private func quantile(_ q: Double) -> Duration {
        guard !sorted.isEmpty else { return .zero }
        let place = Int((q * Double(sorted.count)).rounded(.up)) - 1
        return sorted[min(max(place, 0), sorted.count - 1)]
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
    var milliseconds: Double { seconds * 1_000 }

    /// With the unit that suits the size: "117 µs", "4.2 ms", "3.61 s".
    var text: String {
        if seconds >= 1 { return "\(Decimal.text(seconds, places: 2)) s" }
        if milliseconds >= 1 { return "\(Decimal.text(milliseconds, places: 1)) ms" }
        return "\(Decimal.text(seconds * 1_000_000, places: 0)) µs"
    }
}

enum Decimal {
    static func text(_ value: Double, places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let whole = Int64((value * scale).rounded())
        guard places > 0 else { return grouped(whole) }
        let fraction = String(whole.magnitude % UInt64(scale))
        let padding = String(repeating: "0", count: places - fraction.count)
        return "\(whole < 0 ? "-" : "")\(grouped(Int64(whole.magnitude / UInt64(scale)))).\(padding)\(fraction)"
    }

    /// Thousands apart: 1,000,000.
    static func grouped(_ number: Int64) -> String {
        var digits = String(number.magnitude)
        var out = ""
        while digits.count > 3 {
            out = "," + digits.suffix(3) + out
            digits.removeLast(3)
        }
        return (number < 0 ? "-" : "") + digits + out
    }
}
