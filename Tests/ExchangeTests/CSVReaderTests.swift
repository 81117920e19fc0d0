import Testing

@testable import Exchange

/// Rows as texts, and faults.
private func read(_ bytes: [UInt8], limits: CSVReader.Limits = .init()) -> (rows: [[String]], faults: [CSVFault]) {
    var reader = CSVReader(bytes, limits: limits)
    var rows: [[String]] = []
    var faults: [CSVFault] = []
    while let outcome = reader.next() {
        switch outcome {
        case .row(let row): rows.append(row.fields.map(reader.text(of:)))
        case .fault(let fault): faults.append(fault)
        }
    }
    #expect(reader.bytesDone == bytes.count)
    return (rows, faults)
}

private func read(_ text: String, limits: CSVReader.Limits = .init()) -> (rows: [[String]], faults: [CSVFault]) {
    read(Array(text.utf8), limits: limits)
}

@Suite struct CSVReaderTests {
    @Test(arguments: [
        ("", []), ("\n\r\n", []), ("a", [["a"]]), ("a,b", [["a", "b"]]), ("a,b\n", [["a", "b"]]),
        ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]), (",\n", [["", ""]]), ("a,\n,b\n", [["a", ""], ["", "b"]]),
        ("\"a\",\"b\"\n", [["a", "b"]]), ("\"a,b\",c", [["a,b", "c"]]), ("\"a\"\"b\",c", [["a\"b", "c"]]),
        ("\"\",\"\"\"\"", [["", "\""]]), ("\"a\r\nb\",c\n", [["a\r\nb", "c"]]), ("\"a\rb\",c\n", [["a\rb", "c"]]),
        ("\u{FEFF}a,b\n", [["a", "b"]]), ("a,b\n\n1,2\n\r\n", [["a", "b"], ["1", "2"]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
        ("Алматы,阿拉木图\n", [["Алматы", "阿拉木图"]]), ("a,=1+2,\u{1B}[31m\n", [["a", "=1+2", "\u{1B}[31m"]]),
        ("\"\"", [[""]]), ("a,\"\"\n", [["a", ""]]),
    ])
    func soundText(_ text: String, _ rows: [[String]]) {
        let found = read(text)
        #expect(found.rows == rows)
        #expect(found.faults == [])
    }

    @Test(arguments: [
        ("a,b\n1,\"2\n", CSVFault.Reason.unterminatedQuote, 2, 3), ("a,b\n1,2\"3\n", .quoteInUnquotedField, 2, 4),
        ("a,b\n\"1\"2,3\n", .textAfterClosingQuote, 2, 4), ("a,b\nЯя,\"é\" \n", .textAfterClosingQuote, 2, 7),
        ("a,b\n1,2\u{0}\n", .nullByte, 2, 4), ("a,b\n1,\"2\u{0}\"\n", .nullByte, 2, 5),
        ("a,b\n1,2\r3\n", .bareCarriageReturn, 2, 4), ("a,b\n1,2\r", .bareCarriageReturn, 2, 4),
        ("a,b\n1\n", .columnCount(found: 1, expected: 2), 2, 1),
        ("a,b\n1,2,3\n", .columnCount(found: 3, expected: 2), 2, 1),
        ("a,b\n\"x\ny\"z,2\n", .textAfterClosingQuote, 3, 3),
    ])
    func faultyText(_ text: String, _ reason: CSVFault.Reason, _ line: Int, _ column: Int) {
        let found = read(text)
        #expect(found.rows == [["a", "b"]])
        #expect(found.faults.first?.reason == reason)
        #expect(found.faults.first?.line == line)
        #expect(found.faults.first?.column == column)
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0xAF], [0xC2], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
            [0xF0, 0x80, 0x80, 0x80], [0xE2, 0x82], [0xC2, 0x41],
        ] as [[UInt8]])
    func notUTF8(_ bad: [UInt8]) {
        let plain = read(Array("a,b\né,".utf8) + bad + Array("\n3,4\n".utf8))
        #expect(plain.rows == [["a", "b"], ["3", "4"]])
        #expect(plain.faults.map(\.reason) == [.notUTF8])
        #expect(plain.faults.first?.line == 2)
        #expect(plain.faults.first?.column == 3)
        let quoted = read(Array("a,b\n1,\"x\ny".utf8) + bad + Array("\"\n3,4\n".utf8))
        #expect(quoted.rows == [["a", "b"], ["3", "4"]])
        #expect(quoted.faults.first?.reason == .notUTF8)
        #expect(quoted.faults.first?.line == 3)
        #expect(quoted.faults.first?.column == 2)
        #expect(quoted.faults.first?.skippedLines == 2...3)
    }

    @Test func faultInAFieldOfSeveralLinesSkipsAllOfThem() {
        for bad in [[0xFF], [0x00]] as [[UInt8]] {
            let found = read(Array("a,b\n1,\"x".utf8) + bad + Array("\ny\"\n3,4\n".utf8))
            #expect(found.rows == [["a", "b"], ["3", "4"]])
            #expect(found.faults.map(\.skippedLines) == [2...3])
        }
    }

    /// Every scalar value is let through, in agreement with the standard library.
    @Test func allOfUTF8() {
        for value in stride(from: UInt32(0x80), through: 0x10FFFF, by: 0x3B) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let bytes = Array(String(scalar).utf8)
            let invalid = bytes.withUnsafeBufferPointer { UTF8Check.firstInvalid(in: $0, 0..<bytes.count) }
            #expect(invalid == nil, "U+\(String(value, radix: 16))")
        }
    }

    @Test func strayQuoteSwallowsNothing() {
        let found = read("a,b\n1,2\n3,\"4\n5,6\n7,8\n9,\"x\"\n")
        #expect(found.rows == [["a", "b"], ["1", "2"], ["5", "6"], ["7", "8"], ["9", "x"]])
        #expect(found.faults.map(\.reason) == [.textAfterClosingQuote])
        #expect(found.faults.first?.line == 6)
        #expect(found.faults.first?.skippedLines == 3...3)
    }

    @Test func unterminatedQuoteSkipsToTheNextSoundRow() {
        let found = read("a,b\n1,\"2\nnot a row\nneither,a,row\n5,6\n")
        #expect(found.rows == [["a", "b"], ["5", "6"]])
        #expect(found.faults.map(\.reason) == [.unterminatedQuote])
        #expect(found.faults.first?.skippedLines == 2...4)
    }

    @Test func raggedRowOverSeveralLinesGivesItsLinesBack() {
        let ragged = read("a,b\n\"1\n3,4\n\"\n6,7\n")
        #expect(ragged.rows == [["a", "b"], ["3", "4"], ["6", "7"]])
        #expect(ragged.faults.first?.reason == .columnCount(found: 1, expected: 2))
    }

    @Test func limits() {
        var limits = CSVReader.Limits()
        limits.fieldBytes = 4
        limits.rowBytes = 12
        limits.columns = 3
        #expect(read("abcd,\"abcd\"\n", limits: limits).faults == [])
        #expect(read("abcde,1\n2,3\n", limits: limits).faults.map(\.reason) == [.fieldTooLong(limitBytes: 4)])
        #expect(read("1,\"abcde\"\n2,3\n", limits: limits).rows == [["2", "3"]])
        #expect(read("1,2,3,4\n", limits: limits).faults.map(\.reason) == [.tooManyColumns(limit: 3)])
        #expect(read("abcd,abcd,abcd\n", limits: limits).faults.map(\.reason) == [.rowTooLong(limitBytes: 12)])
    }

    /// A megabyte without a line break, and one of opening quotes, end quickly and are said.
    @Test(.timeLimit(.minutes(1))) func longGarbage() {
        #expect(read([UInt8](repeating: 0x61, count: 1 << 20)).faults.count == 1)
        #expect(read([UInt8](repeating: 0x22, count: 1 << 20)).faults.count == 1)
        let opening = read("a,b\n" + String(repeating: "\"\n", count: 1 << 15))
        #expect(opening.rows == [["a", "b"]])
        #expect(!opening.faults.isEmpty)
    }

    /// What is written by the rules is read back the same.
    @Test func roundTrip() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var chance = SeededChance(seed: seed)
        let pieces = ["a", "б", "中", "\"", ",", "\n", "\r\n", " ", "--", "e\u{301}", "\t", ""]
        for _ in 0..<300 {
            let width = Int.random(in: 2...6, using: &chance)
            let rows = (0..<Int.random(in: 1...6, using: &chance)).map { _ in
                (0..<width).map { _ in
                    (0..<Int.random(in: 0...5, using: &chance)).map { _ in pieces.randomElement(using: &chance) ?? "" }
                        .joined()
                }
            }
            let text = rows.map { row in
                row.map {
                    "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
                }
                .joined(separator: ",")
            }.joined(separator: Bool.random(using: &chance) ? "\n" : "\r\n")
            let found = read(text)
            #expect(
                found.rows.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } }, "seed \(seed)")
            #expect(found.faults == [], "seed \(seed)")
        }
    }

    /// Any bytes end, and every line is either in a row, blank, or named by a fault.
    @Test func everyLineIsAccountedFor() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var chance = SeededChance(seed: seed)
        let alphabet: [UInt8] = [0x61, 0x62, 0x2C, 0x2C, 0x22, 0x0A, 0x0A, 0x0D, 0x00, 0x80, 0xD0, 0xB0]
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...60, using: &chance)).map { _ in
                alphabet.randomElement(using: &chance) ?? 0
            }
            var reader = CSVReader(bytes)
            var seen: Set<Int> = []
            var last = 0
            while let outcome = reader.next() {
                let lines: ClosedRange<Int>
                switch outcome {
                case .row(let row): lines = row.line...row.lastLine
                case .fault(let fault): lines = fault.skippedLines
                }
                #expect(lines.lowerBound > last, "seed \(seed), \(bytes)")
                last = lines.upperBound
                seen.formUnion(lines)
            }
            let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            for (n, line) in lines.enumerated() where !line.isEmpty && line != [0x0D] && n + 1 <= last {
                #expect(seen.contains(n + 1), "seed \(seed), line \(n + 1) of \(bytes)")
            }
            #expect(reader.bytesDone == bytes.count, "seed \(seed)")
        }
    }

    @Test(.enabled(if: TestMaterial.hasHostileFiles, Comment(rawValue: TestMaterial.absence)))
    func hostileFiles() throws {
        let files = try TestMaterial.files(in: "hostile/csv")
        #expect(!files.isEmpty)
        for file in files {
            let found = read(file.bytes)
            #expect(!found.rows.isEmpty || !found.faults.isEmpty, "\(file.name)")
            #expect(found.faults == [], "\(file.name) is sound")
        }
        for file in try TestMaterial.files(in: "hostile/json") + TestMaterial.files(in: "hostile/xml") {
            _ = read(file.bytes)
        }
    }
}
