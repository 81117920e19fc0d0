/// One thing that a writer did to a file of the log folder, as the recorder noted it (see `recorder.h`).
enum TracedCall {
    case create(file: UInt64, name: String)
    case open(file: UInt64, name: String)
    case write(file: UInt64, offset: Int, bytes: ArraySlice<UInt8>)
    case truncate(file: UInt64, size: Int)
    case sync(file: UInt64)
    case syncFolder
    case rename(from: String, to: String)
    case unlink(name: String)
}

/// What the recorder noted, in order.
struct Trace {
    private(set) var calls: [TracedCall] = []

    /// Names are relative to `folder`; calls outside it are left out.
    init(_ bytes: [UInt8], folder: String) throws {
        func number<Number: FixedWidthInteger>(_ offset: Int, as type: Number.Type) -> Number {
            bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Number.self) }
        }
        func name(_ text: ArraySlice<UInt8>) -> String {
            let path = String(decoding: text, as: UTF8.self)
            return path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.utf8.count + 1)) : path
        }
        var place = 0
        while place + 24 <= bytes.count {
            let length = Int(number(place + 4, as: UInt32.self))
            let file = number(place + 8, as: UInt64.self)
            let offset = Int(number(place + 16, as: UInt64.self))
            guard place + 24 + length <= bytes.count else { throw Violation("the trace ends within a record") }
            let data = bytes[(place + 24)..<(place + 24 + length)]
            switch number(place, as: UInt32.self) {
            case 1: calls.append(.create(file: file, name: name(data)))
            case 2: calls.append(.open(file: file, name: name(data)))
            case 3: calls.append(.write(file: file, offset: offset, bytes: data))
            case 4: calls.append(.truncate(file: file, size: offset))
            case 5: calls.append(.sync(file: file))
            case 6: calls.append(.syncFolder)
            case 7:
                let parts = data.split(separator: 0)
                guard parts.count == 2 else { throw Violation("a rename in the trace has no two names") }
                calls.append(.rename(from: name(parts[0]), to: name(parts[1])))
            case 8: calls.append(.unlink(name: name(data)))
            default: throw Violation("the trace holds a record of an unknown kind")
            }
            place += 24 + length
        }
    }
}
