import Glibc
import Model
import Testing

@testable import Exchange

@Suite struct ImportFormatTests {
    @Test(arguments: [
        ("x.csv", "REGION,SEIZURE_DATE,DRUG_NAME\n", ImportFormat.seizureTable),
        ("x", "SEIZURE_DATE,DRUG_NAME", .seizureTable),
        ("x.csv", "whatever", .seizureTable), ("x.csv", "\u{FEFF}{\"kind\":1}", .eventLines),
        ("-", "\n {}", .eventLines),
        ("X.JSONL", "oops", .eventLines),
    ])
    func detected(_ name: String, _ begin: String, _ format: ImportFormat) throws {
        #expect(try ImportFormat.detect(fileName: name, firstBytes: Array(begin.utf8)) == format)
    }

    @Test func notDetected() {
        #expect(throws: ImportFormat.DetectionFault.emptyFile) {
            try ImportFormat.detect(fileName: "x.csv", firstBytes: Array(" \n".utf8))
        }
        #expect(throws: ImportFormat.DetectionFault.unknownFormat(fileName: "x.pdf")) {
            try ImportFormat.detect(fileName: "x.pdf", firstBytes: Array("%PDF".utf8))
        }
    }
}

@Suite struct ImportBatchTests {
    @Test func linesFindTheirSubjects() throws {
        let body = Event.alert(.noted(AlertNoted(text: "x")))
        let id = EventID.derived(from: testDigest([]))
        func item(_ target: ImportTarget, line: Int) -> ImportItem {
            ImportItem(
                target: target, event: body, at: Instant(milliseconds: 1), precision: .day, id: id, actor: nil,
                line: line)
        }
        let name = try #require(SubjectName("AL-2026-0009"))
        let other = try #require(SubjectName("AL-2026-0004"))
        var batch = ImportBatch()
        var added: [Bool] = []
        added.append(batch.add(item(.existing(other), line: 1), actor: "importer"))
        added.append(batch.add(item(.new(.alerts), line: 2), actor: "importer"))
        added.append(batch.add(item(.sameAs(line: 2), line: 3), actor: "importer"))
        #expect(batch.proposals.map(\.target) == [.existing(other), .new(.alerts), .sameAs(1)])
        #expect(Set(batch.proposals.map(\.actor)) == ["importer"])
        batch.committed(as: [other, name, name])
        #expect(batch.isEmpty)
        added.append(batch.add(item(.sameAs(line: 2), line: 4), actor: "importer"))
        #expect(batch.proposals.map(\.target) == [.existing(name)])
        added.append(batch.add(item(.new(.alerts), line: 5), actor: "importer"))
        batch.dropped()
        added.append(batch.add(item(.sameAs(line: 5), line: 6), actor: "importer"))
        #expect(added == [true, true, true, true, true, false])
    }
}

/// A folder that goes away with the test.
private final class Scratch {
    let path: String

    init() {
        var template = Array("/tmp/exchange-XXXXXX".utf8CString)
        path = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? "/nonexistent"
        }
    }

    deinit {
        for name in ["file", "link", "pipe"] { unlink(path + "/" + name) }
        rmdir(path)
    }

    func write(_ bytes: [UInt8]) -> String {
        let name = path + "/file"
        let descriptor = open(name, O_CREAT | O_WRONLY | O_TRUNC, 0o600)
        _ = Glibc.write(descriptor, bytes, bytes.count)
        close(descriptor)
        return name
    }
}

@Suite struct SafeFileTests {
    @Test func regularFiles() throws {
        let scratch = Scratch()
        for count in [0, 1, 4_096, 100_001] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            #expect(try SafeFile.read(scratch.write(bytes)) == bytes)
        }
        let file = scratch.write([1, 2, 3])
        #expect(try SafeFile.read(file, limitBytes: 3) == [1, 2, 3])
        #expect(throws: SafeFile.Fault.tooLarge(limitBytes: 2)) { try SafeFile.read(file, limitBytes: 2) }
    }

    @Test(.timeLimit(.minutes(1))) func otherThings() {
        let scratch = Scratch()
        let file = scratch.write([1])
        symlink(file, scratch.path + "/link")
        mkfifo(scratch.path + "/pipe", 0o600)
        #expect(throws: SafeFile.Fault.symbolicLink) { try SafeFile.read(scratch.path + "/link") }
        #expect(throws: SafeFile.Fault.namedPipe) { try SafeFile.read(scratch.path + "/pipe") }
        #expect(throws: SafeFile.Fault.directory) { try SafeFile.read(scratch.path) }
        #expect(throws: SafeFile.Fault.device) { try SafeFile.read("/dev/null") }
        #expect(throws: SafeFile.Fault.notThere) { try SafeFile.read(scratch.path + "/absent") }
        #expect(throws: SafeFile.Fault.notThere) { try SafeFile.read(file + "/below") }
    }

    /// The kernel says 0 bytes for these, and gives more: just what a file that grows looks like.
    @Test func aFileThatIsNotAsLongAsItSays() {
        #expect(throws: SafeFile.Fault.changedWhileRead) { try SafeFile.read("/proc/self/status") }
    }

    @Test func streams() throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        let bytes = [UInt8](repeating: 7, count: 5_000)
        _ = Glibc.write(ends[1], bytes, bytes.count)
        close(ends[1])
        #expect(try SafeFile.drain(ends[0], limitBytes: 5_000) == bytes)
        #expect(try SafeFile.drain(ends[0], limitBytes: 5_000) == [])
        close(ends[0])
        let zero = open("/dev/zero", O_RDONLY)
        #expect(throws: SafeFile.Fault.tooLarge(limitBytes: 9)) { try SafeFile.drain(zero, limitBytes: 9) }
        close(zero)
    }
}
