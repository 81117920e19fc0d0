import TestSupport

/// A disk that keeps what was synced, and of the rest whatever chance leaves when the power goes.
///
/// The content of a file is durable once the file was synced; its name once the file or the folder was.
struct SimulatedDisk {
    private enum Change {
        case write(offset: Int, bytes: ArraySlice<UInt8>)
        case truncate(size: Int)
    }

    private enum NameChange {
        case create(name: String, file: UInt64)
        case rename(from: String, to: String)
        case unlink(name: String)
    }

    private var contents: [UInt64: [UInt8]] = [:]
    private var names: [String: UInt64] = [:]
    private var pending: [UInt64: [(order: Int, change: Change)]] = [:]
    private var pendingNames: [NameChange] = []
    private var order = 0

    /// What the power leaves of the writes that were not synced.
    enum Remainder: CaseIterable { case none, prefix, subset }

    /// Begins with files that have been on the disk for long; the trace must open each before it changes it.
    init(_ files: [String: [UInt8]]) { resting = files }

    /// Files of the beginning that the trace has not opened yet.
    private var resting: [String: [UInt8]]

    mutating func take(_ call: TracedCall) {
        order += 1
        switch call {
        case .create(let file, let name):
            contents[file] = []
            pending[file] = []
            resting[name] = nil
            pendingNames.append(.create(name: name, file: file))
        case .open(let file, let name):
            guard let bytes = resting.removeValue(forKey: name) else { return }
            contents[file] = bytes
            names[name] = file
        case .write(let file, let offset, let bytes):
            pending[file, default: []].append((order, .write(offset: offset, bytes: bytes)))
        case .truncate(let file, let size): pending[file, default: []].append((order, .truncate(size: size)))
        case .sync(let file): sync(file)
        case .syncFolder:
            for change in pendingNames { SimulatedDisk.apply(change, to: &names) }
            pendingNames = []
        case .rename(let from, let to): pendingNames.append(.rename(from: from, to: to))
        case .unlink(let name):
            resting[name] = nil
            pendingNames.append(.unlink(name: name))
        }
    }

    private mutating func sync(_ file: UInt64) {
        for item in pending[file] ?? [] { SimulatedDisk.apply(item.change, to: &contents[file, default: []]) }
        pending[file] = []
        for change in pendingNames {
            if case .create(_, let created) = change, created == file { SimulatedDisk.apply(change, to: &names) }
        }
        pendingNames.removeAll { if case .create(_, let created) = $0 { created == file } else { false } }
    }

    /// The files after the power was cut now. One surviving write in five is torn at a sector of 512 bytes.
    func afterPowerCut(_ remainder: Remainder, _ generator: inout SeededGenerator) -> [String: [UInt8]] {
        var contents = contents
        var names = names
        let last = pending.values.compactMap { $0.last?.order }.max() ?? 0
        let first = pending.values.compactMap { $0.first?.order }.min() ?? 0
        // Chosen over the calls that are still open, near the cut as often as far from it.
        let end =
            Bool.random(using: &generator)
            ? Int.random(in: first...max(first, last) + 1, using: &generator)
            : max(first, last - Int.random(in: 0...40, using: &generator))
        let share = Double.random(in: 0...1, using: &generator)
        for file in pending.keys.sorted() {
            for item in pending[file] ?? [] {
                let survives =
                    switch remainder {
                    case .none: false
                    case .prefix: item.order < end
                    case .subset: Double.random(in: 0...1, using: &generator) < share
                    }
                guard survives else { continue }
                let change = Int.random(in: 0..<5, using: &generator) == 0 ? torn(item.change, &generator) : item.change
                SimulatedDisk.apply(change, to: &contents[file, default: []])
            }
        }
        for change in pendingNames where remainder != .none && Bool.random(using: &generator) {
            SimulatedDisk.apply(change, to: &names)
        }
        return names.reduce(into: resting) { files, item in files[item.key] = contents[item.value] ?? [] }
    }

    /// Some of the sectors of a write, from its beginning or up to its end.
    private func torn(_ change: Change, _ generator: inout SeededGenerator) -> Change {
        guard case .write(let offset, let bytes) = change, bytes.count > 512 else { return change }
        let cut = Int.random(in: 1...(bytes.count - 1) / 512, using: &generator) * 512
        if Bool.random(using: &generator) { return .write(offset: offset, bytes: bytes.prefix(cut)) }
        return .write(offset: offset + cut, bytes: bytes.dropFirst(cut))
    }

    private static func apply(_ change: Change, to content: inout [UInt8]) {
        switch change {
        case .truncate(let size):
            if size < content.count { content.removeLast(content.count - size) }
            if size > content.count { content += [UInt8](repeating: 0, count: size - content.count) }
        case .write(let offset, let bytes):
            let end = offset + bytes.count
            if end > content.count { content += [UInt8](repeating: 0, count: end - content.count) }
            content.replaceSubrange(offset..<end, with: bytes)
        }
    }

    private static func apply(_ change: NameChange, to names: inout [String: UInt64]) {
        switch change {
        case .create(let name, let file): names[name] = file
        case .rename(let from, let to): names[to] = names.removeValue(forKey: from)
        case .unlink(let name): names[name] = nil
        }
    }
}
