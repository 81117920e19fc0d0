import Foundation

@testable import Exchange

/// Programs that are not ours, and that may be absent.
enum OutsideTool {
    static let schema = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Schema/CAP-v1.2.xsd").path

    /// Programs that check files against the schema, with what stands before the names of the files.
    static var schemaCheckers: [(tool: String, arguments: [String])] {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Outside/check_schema.py").standardizedFileURL.path
        let python = path(of: "python3").map { ($0, [script, schema]) }
        let lint = path(of: "xmllint").map { ($0, ["--noout", "--nonet", "--schema", schema]) }
        return [python, lint].compactMap(\.self)
    }

    static func path(of name: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
        return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    static func run(_ tool: String, _ arguments: [String]) -> (code: Int32, text: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: tool)
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = output
        guard (try? process.run()) != nil else { return (-1, "") }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
