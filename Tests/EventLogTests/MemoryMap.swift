import Foundation
import Glibc

@testable import EventLog

/// What the kernel tells about the memory of a process.
enum MemoryMap {
    struct Range {
        let bounds: Swift.Range<UInt64>
        let isReadable: Bool
        /// Of proc(5), VmFlags: `lo` locked, `dd` not dumped, `wf` wiped on fork.
        var flags: Set<String> = []
    }

    static func ranges(process: String) -> [Range] {
        // Foundation reads one piece only of files whose size the kernel does not know.
        guard let bytes = PlainFile.read("/proc/\(process)/smaps", limit: 16 << 20) else { return [] }
        let text = String(decoding: bytes, as: UTF8.self)
        var ranges: [Range] = []
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words[0] == "VmFlags:", !ranges.isEmpty {
                ranges[ranges.count - 1].flags = Set(words.dropFirst().map(String.init))
            } else if words.count >= 5, let bounds = bounds(words[0]) {
                // The kernel's own pages cannot be read from outside.
                let isKernels = line.hasSuffix("[vvar]") || line.hasSuffix("[vsyscall]")
                ranges.append(Range(bounds: bounds, isReadable: words[1].hasPrefix("r") && !isKernels))
            }
        }
        return ranges
    }

    private static func bounds(_ word: Substring) -> Swift.Range<UInt64>? {
        let ends = word.split(separator: "-").map { UInt64($0, radix: 16) }
        guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else { return nil }
        return start..<end
    }

    static func flags(of address: UInt64, process: String) -> Set<String>? {
        ranges(process: process).first { $0.bounds.contains(address) }?.flags
    }

    /// Whether the pages around the one of `address` cannot be read.
    static func isGuarded(_ address: UInt64) -> Bool {
        let ranges = ranges(process: "self")
        let page = UInt64(sysconf(Int32(_SC_PAGESIZE)))
        return [address - 1, address + page].allSatisfy { place in
            ranges.first { $0.bounds.contains(place) }?.isReadable == false
        }
    }

    /// Where bytes stand in the readable memory of a process; nil where this account may not look.
    static func places(of needle: [UInt8], in process: pid_t) -> [(address: UInt64, range: Range)]? {
        let memory = open("/proc/\(process)/mem", O_RDONLY | O_CLOEXEC)
        guard memory >= 0 else { return nil }
        defer { close(memory) }
        var found: [(UInt64, Range)] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        let wanted = Data(needle)
        for range in ranges(process: "\(process)") where range.isReadable {
            var start = range.bounds.lowerBound
            while start < range.bounds.upperBound {
                let length = Int(min(UInt64(buffer.count), range.bounds.upperBound - start))
                let count = buffer.withUnsafeMutableBytes { pread(memory, $0.baseAddress, length, off_t(start)) }
                guard count > 0 else { break }
                let piece = Data(buffer[..<count])
                var from = 0
                while let place = piece.range(of: wanted, in: from..<count) {
                    found.append((start + UInt64(place.lowerBound), range))
                    from = place.lowerBound + 1
                }
                // What lies across two pieces is found in the next one.
                let isLast = start + UInt64(count) >= range.bounds.upperBound
                start += UInt64(isLast || count <= needle.count ? count : count - needle.count + 1)
            }
        }
        return found
    }
}
