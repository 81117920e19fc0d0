import Foundation
import TestSupport
import Testing

@testable import caricc

@Suite struct BatchWordsTests {
    @Test(arguments: [
        ("", []), ("  # only a remark", []), ("a b\tc\r", ["a", "b", "c"]), ("a#b c #d", ["a#b", "c"]),
        (#"say "two words" 'and "these"'"#, ["say", "two words", #"and "these""#]),
        (#"a\ b "c\"d" 'e\f' "g\h""#, ["a b", #"c"d"#, #"e\f"#, #"g\h"#]),
        ("--x=\"1 2\"'3'", ["--x=1 23"]), ("\"\" ''", ["", ""]), ("изъято \"6,3 кг\"", ["изъято", "6,3 кг"]),
        ("$HOME `x` *", ["$HOME", "`x`", "*"]),
    ])
    func wordsAreThoseOfAShell(_ line: String, _ words: [String]) throws {
        #expect(try BatchWords.split(line) == words)
    }

    @Test func whatIsOpenIsAFault() {
        #expect(throws: BatchWords.Fault.quoteOpen("\"")) { try BatchWords.split("a \"b") }
        #expect(throws: BatchWords.Fault.quoteOpen("'")) { try BatchWords.split("a 'b\\") }
        #expect(throws: BatchWords.Fault.backslashAtEnd) { try BatchWords.split("a\\") }
    }

    @Test func linesAreReadPieceByPiece() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/lines"
        let long = String(repeating: "y", count: LineStream.longestLine + 1)
        let lines = (0..<5_000).map { "line \($0) " + String(repeating: "x", count: $0 % 97) } + ["", long, "the end"]
        try lines.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
        var stream = try LineStream(path: path)
        defer { stream.close() }
        for (number, expected) in lines.enumerated() {
            let line = try #require(try stream.next())
            #expect(line.number == number + 1)
            #expect(line.isTooLong == (expected.utf8.count > LineStream.longestLine))
            if !line.isTooLong { #expect(line.text == expected) }
        }
        #expect(try stream.next() == nil)
        #expect(throws: LineStream.Fault.cannotOpen(errno: ENOENT)) { try LineStream(path: path + "-none") }
    }
}
