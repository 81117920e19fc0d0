import Foundation
import Glibc
import Model
import TestSupport
import Testing

/// A reader of the spool that goes on while something breaks under it.
@Suite struct SpoolCrashTests {
    private func start(_ desk: SpoolDesk) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = ["spool", "run"]
        process.environment = ["CARICC_HOME": desk.home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// By force: it may be killed at any time, and it inherits the signals that the test runner blocks.
    private func end(_ process: Process) {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private func wait(for condition: () -> Bool) -> Bool {
        for _ in 0..<3_000 {
            if condition() { return true }
            usleep(10_000)
        }
        return false
    }

    private func children(of id: Int32) -> [Int32] {
        let text = (try? String(contentsOfFile: "/proc/\(id)/task/\(id)/children", encoding: .utf8)) ?? ""
        return text.split(separator: " ").compactMap { Int32($0) }
    }

    /// Whether the reader says that it cannot write.
    private func trouble(of desk: SpoolDesk) -> Bool {
        let status = try? String(contentsOfFile: desk.home + "/spool.status", encoding: .utf8)
        return status?.contains("\"trouble\":") == true
    }

    /// Of the messages that a killed child had, none is held for it.
    @Test func aChildKilledInTheMiddleOfABatchCostsNoMessage() throws {
        let desk = try SpoolDesk()
        try desk.partner("uzb", "UZB", "per_minute = 100000")
        for number in 0..<150 { try desk.put(SpoolDesk.text("n\(number)"), as: "\(number)") }
        let reader = try start(desk)
        #expect(wait { !desk.names("done").isEmpty })
        for child in children(of: reader.processIdentifier) { kill(child, SIGKILL) }
        #expect(wait { desk.names("new").isEmpty })
        end(reader)
        #expect(desk.names("done").count == 150 && desk.held().isEmpty)
        #expect(Set(desk.bodies("alertRaised").compactMap { $0["their_number"] as? String }).count == 150)
        #expect(desk.bodies("alertRaised").count == 150)
        desk.isWhole()
    }

    /// A limit on the size of files stands for the disk that is full for a while.
    @Test func whatCouldNotBeWrittenIsTakenWhenThereIsRoomAgain() throws {
        guard access("/usr/bin/prlimit", X_OK) == 0 else { return }
        let desk = try SpoolDesk()
        try desk.partner("uzb", "UZB")
        let reader = try start(desk)
        #expect(wait { FileManager.default.fileExists(atPath: desk.home + "/spool.status") })
        func limit(_ bytes: String) {
            let set = Program.run(
                ["--pid", "\(reader.processIdentifier)", "--fsize=\(bytes):unlimited"], program: "/usr/bin/prlimit")
            #expect(set.status == 0, "\(set.errors)")
        }
        limit("40000")
        for number in 0..<40 { try desk.put(SpoolDesk.text("n\(number)"), as: "\(number)") }
        #expect(wait { trouble(of: desk) })
        #expect(!desk.names("new").isEmpty)
        limit("unlimited")
        #expect(wait { desk.names("new").isEmpty }, "\(desk.names("new").count) files wait")
        end(reader)
        #expect(desk.names("done").count == 40 && desk.bodies("alertRaised").count == 40)
        desk.isWhole()
    }
}
