import Foundation

extension OfficerKeyFile {
    /// Takes exactly what `header` and the sealing write; the first line that differs is named.
    init(_ bytes: [UInt8], path: String, found: FileHome, least: Int) throws(KeyFileFault) {
        var lines = Lines(bytes)
        try lines.readVersion()
        guard let name = OfficerKeyName(try lines.next("name: ")) else { throw .damaged(line: lines.number) }
        let keyText = try lines.next("key: ")
        guard let key = try? VerifierKey(keyText), key.name == name.text, key.isSafe else {
            throw lines.fault
        }
        guard let home = FileHome(try lines.next("home: ")) else { throw .damaged(line: lines.number) }
        let stretching = try OfficerKeyFile.stretching(try lines.next("kdf: "), line: lines.number, least: least)
        guard let nonce = Data(base64Encoded: try lines.next("aead: \(OfficerKeyFile.cipher) ")), nonce.count == 12
        else {
            throw .damaged(line: lines.number)
        }
        self.init(
            path: path, name: name, key: key, home: home, found: found, stretching: stretching, nonce: Array(nonce),
            sealed: try lines.sealed())
        // One spelling only: what is not written so was changed.
        let (header, rest) = (header, bytes.prefix(lines.headerLength))
        if let different = zip(header, rest).enumerated().first(where: { $1.0 != $1.1 })?.offset {
            throw .damaged(line: bytes.prefix(different).count { $0 == 0x0A } + 1)
        }
        guard header.count == rest.count else { throw .damaged(line: 6) }
    }

    private static func stretching(_ text: String, line: Int, least: Int) throws(KeyFileFault) -> PassphraseStretching {
        do throws(PassphraseStretching.ReadingFault) {
            return try PassphraseStretching(text, least: least)
        } catch {
            switch error {
            case .malformed: throw .damaged(line: line)
            case .weak: throw .weakStretching
            case .excessive: throw .excessiveStretching
            }
        }
    }

    /// The lines of a key file, one after the other.
    private struct Lines {
        private let bytes: [UInt8]
        private var offset = 0
        /// Of the line that was read last, counted from 1.
        private(set) var number = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        var fault: KeyFileFault { .damaged(line: number) }
        var headerLength: Int { offset }

        mutating func readVersion() throws(KeyFileFault) {
            number = 1
            let magic = Array(OfficerKeyFile.magic.utf8)
            guard bytes.starts(with: magic) else {
                throw magic.starts(with: bytes) ? .truncated : .notAKeyFile
            }
            offset = magic.count
            guard let end = bytes[offset...].firstIndex(of: 0x0A) else {
                throw bytes.count - offset <= 6 ? .truncated : .notAKeyFile
            }
            let digits = String(decoding: bytes[offset..<end], as: UTF8.self)
            guard let version = Int(digits), version > 0, "\(version)" == digits else { throw .notAKeyFile }
            guard version <= OfficerKeyFile.version else { throw .newerFormat(version: version) }
            offset = end + 1
        }

        /// What stands behind the label of the next line.
        mutating func next(_ label: String) throws(KeyFileFault) -> String {
            number += 1
            guard let end = bytes[offset...].firstIndex(of: 0x0A) else { throw .truncated }
            let line = bytes[offset..<end]
            guard line.starts(with: label.utf8), line.allSatisfy({ (0x20..<0x7F).contains($0) }) else { throw fault }
            offset = end + 1
            return String(decoding: line.dropFirst(label.utf8.count), as: UTF8.self)
        }

        /// The sealed part, told by its length alone: what its characters are is not looked at.
        mutating func sealed() throws(KeyFileFault) -> [UInt8] {
            number += 1
            let label = Array(OfficerKeyFile.sealedLabel.utf8)
            let rest = bytes[offset...]
            let length = label.count + OfficerKeyFile.sealedLength + 1
            guard rest.count >= length else { throw .truncated }
            guard rest.count == length, rest.starts(with: label), rest.last == 0x0A else { throw fault }
            return Array(rest.dropFirst(label.count).dropLast())
        }
    }
}
