import Foundation
import Testing

@testable import Exchange

/// Messages of other services and of other projects' tests: each is taken whole, or held with the right reason.
@Suite struct CAPMaterialTests {
    /// By the end of the name; everything else is taken.
    private static let held: [(name: String, reason: IntakeRefusal.Reason)] = [
        ("CAP-v1.2.xsd", .foreignXML), ("nws_atom_feed_example.xml", .feed),
        ("AllElementsFilledAlert.xml", .badReferences),
        ("ExpiredAlertXml.xml", .wrongValue), ("MultipleAlertAndInfoThunderstorm.xml", .severalMessages),
        ("MultipleAlertXml.xml", .badReferences), ("MultipleThunderstorm12Xml.xml", .severalMessages),
        ("WrongData.xml", .wrongTime), ("WrongDateXml.xml", .wrongTime), ("sns_test_1.txt", .foreignJSON),
        ("sns_test_skel.txt", .foreignJSON), ("pelmorex.atom", .notUTF8), (".atom", .feed),
        ("earthquake-iso8859-1.cap", .encoding), ("testdata__earthquake_signed.cap", .encoding),
        ("testdata__invalid.cap", .missingElement), ("noaa_errors.cap", .wrongValue), ("xee.cap", .documentType),
        ("invalid_xmlns.cap", .unknownNamespace), ("rfs.xml", .wrapper), ("smhi.se.alerts.cap", .severalMessages),
        ("resources__sweden.cap", .elementOrder), ("sc__invalid_schema.xml", .foreignXML),
        ("invalid_schema.xml", .missingElement),
    ]

    private static func expected(_ name: String) -> IntakeRefusal.Reason? {
        // Their times have no offset.
        if name.contains("loadtest__alerts__") { return .missingOffset }
        return held.first { name.hasSuffix($0.name) }?.reason
    }

    @Test(.enabled(if: TestMaterial.hasHostileFiles, "\(TestMaterial.absence)"))
    func everyFileIsTakenWholeOrHeldWithTheRightReason() throws {
        var taken: [String: CAPMessage] = [:]
        var reasons: [String: Int] = [:]
        for (name, bytes) in try TestMaterial.files(in: "cap") {
            let wanted = Self.expected(name)
            do throws(IntakeRefusal) {
                #expect(try MessageGate().format(of: bytes) == .cap)
                let message = try CAPReader.read(bytes)
                taken[name] = message
                #expect(wanted == nil, "\(name) was taken")
                checkSummary(message, name)
            } catch {
                reasons[error.reason.rawValue, default: 0] += 1
                #expect(error.reason == wanted, "\(name): \(error)")
            }
        }
        print("CAP material: \(taken.count) taken, held: \(reasons.sorted { $0.key < $1.key })")
        try compareWithPython(taken)
    }

    /// Every text is somewhere in what the log gets.
    private func checkSummary(_ message: CAPMessage, _ name: String) {
        let incoming = IncomingMessage(message)
        let shapes = Set(incoming.shapes.flatMap { $0.points + [$0.radius ?? "0", "0.0"] })
        let known =
            [
                incoming.sender, incoming.number, incoming.sent.text(), incoming.headline ?? "", incoming.text ?? "",
                incoming.senderName ?? "", incoming.place ?? "", incoming.handling ?? "", incoming.urgency ?? "",
                incoming.severity ?? "", incoming.certainty ?? "", incoming.expires?.text() ?? "",
                incoming.happened?.text() ?? "",
                message.status.rawValue,
                message.messageType.rawValue,
            ] + incoming.recipients + incoming.extras.flatMap { [$0.value] + [$0.label] }
        let texts = Set(known)
        for leaf in message.leaves {
            let isThere =
                texts.contains(leaf.value) || leaf.path.hasSuffix("/valueName") || leaf.path.contains("/references")
                || leaf.path == "alert/addresses"
                || leaf.path.hasSuffix("/areaDesc") && (incoming.place ?? "").contains(leaf.value.trimmingBlanks)
                || leaf.value.split(whereSeparator: \.isWhitespace).allSatisfy { shapes.contains(String($0)) }
            #expect(isThere, "\(name): \(leaf.path)")
        }
    }

    private func compareWithPython(_ taken: [String: CAPMessage]) throws {
        guard let python = OutsideTool.path(of: "python3") else { return print("No python3: nothing was compared.") }
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Outside/read_cap.py").standardizedFileURL.path
        let names = taken.keys.sorted()
        let output = OutsideTool.run(python, [script] + names.map { "\(TestMaterial.folder)/cap/\($0)" })
        #expect(output.code == 0, "\(output.text.prefix(300))")
        let lines = output.text.split(separator: "\n")
        #expect(lines.count == names.count)
        for (name, line) in zip(names, lines) {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            let theirs = (object?["leaves"] as? [[String]]) ?? []
            let ours = taken[name]?.leaves.map { [$0.path, $0.value] } ?? []
            #expect(ours.map { $0.map { Array($0.utf8) } } == theirs.map { $0.map { Array($0.utf8) } }, "\(name)")
        }
    }
}
