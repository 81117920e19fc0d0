import Foundation
import Glibc
import Model
import Screen
import Terminal

/// What `selftest` found out about a kind of terminal, kept for the console.
struct TerminalProfile: Equatable {
    /// `TERM`, and what the terminal calls itself.
    var type: String
    var name: String
    var ladder: SymbolLadder
    var needsASCIIFrames: Bool
    var isSynchronised: Bool

    init(_ survey: TerminalSurvey) {
        type = survey.type
        name = survey.name
        ladder = survey.ladder
        needsASCIIFrames = survey.needsASCIIFrames
        isSynchronised = survey.modes[.synchronised] ?? false
    }

    // MARK: On disk

    private static let longest = 4_096

    /// The folder of the profiles: `caricc/terminals` in the XDG state folder; nothing where there is no home.
    static func folder(environment: (String) -> String?) -> String? {
        func absolute(_ name: String) -> String? { environment(name).flatMap { $0.hasPrefix("/") ? $0 : nil } }
        guard let state = absolute("XDG_STATE_HOME") ?? absolute("HOME").map({ "\($0)/.local/state" }) else {
            return nil
        }
        return "\(state)/caricc/terminals"
    }

    /// A name of a file that holds nothing of what the terminal said but its bytes.
    private var fileName: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in (type + "\n" + name).utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return String(hash, radix: 16) + ".json"
    }

    var json: JSONObject {
        var object = JSONObject()
        object["term"] = .string(type)
        object["name"] = .string(name)
        object["glyphs"] = .string(ladder.rawValue)
        object["ascii_frames"] = .bool(needsASCIIFrames)
        object["synchronised"] = .bool(isSynchronised)
        return object
    }

    private init?(json: JSON) {
        guard let object = json.object, let type = object["term"]?.string, let name = object["name"]?.string,
            let ladder = object["glyphs"]?.string.flatMap({ SymbolLadder(rawValue: $0) }),
            let needsASCIIFrames = object["ascii_frames"]?.bool, let isSynchronised = object["synchronised"]?.bool
        else { return nil }
        self.type = type
        self.name = name
        self.ladder = ladder
        self.needsASCIIFrames = needsASCIIFrames
        self.isSynchronised = isSynchronised
    }

    /// Puts the profile in place, readable by its owner only. Returns where; nothing if it cannot be kept.
    func store(in folder: String) -> String? {
        let manager = FileManager.default
        try? manager.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let path = "\(folder)/\(fileName)"
        let temporary = "\(path).new"
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return nil }
        let bytes = CanonicalJSON.bytes(of: .object(json)) + [0x0A]
        let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
        guard written == bytes.count, rename(temporary, path) == 0 else {
            unlink(temporary)
            return nil
        }
        return path
    }

    /// What is known about a type. Several terminals may call themselves by one `TERM`, so it is the most cautious of
    /// what they can do; nothing if none was measured.
    static func known(type: String, in folder: String) -> TerminalProfile? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        var result: TerminalProfile?
        for name in names.sorted().prefix(200) where name.hasSuffix(".json") {
            guard let profile = read("\(folder)/\(name)"), profile.type == type else { continue }
            guard var common = result else {
                result = profile
                continue
            }
            let ladders = SymbolLadder.allCases
            if let new = ladders.firstIndex(of: profile.ladder), let old = ladders.firstIndex(of: common.ladder) {
                common.ladder = ladders[max(new, old)]
            }
            common.needsASCIIFrames = common.needsASCIIFrames || profile.needsASCIIFrames
            common.isSynchronised = common.isSynchronised && profile.isSynchronised
            result = common
        }
        return result
    }

    private static func read(_ path: String) -> TerminalProfile? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: longest + 1)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        guard count > 0, count <= longest else { return nil }
        let json = buffer[..<count].withUnsafeBufferPointer { bytes in
            try? JSONReader.read(buffer: bytes, canonical: false)
        }
        return json.flatMap { TerminalProfile(json: $0) }
    }
}
