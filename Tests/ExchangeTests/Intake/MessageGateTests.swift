import Testing

@testable import Exchange

private let alert = """
    <?xml version="1.0" encoding="UTF-8"?>
    <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
      <identifier>1</identifier><sender>a@b</sender><sent>2026-10-17T04:06:00+05:00</sent>
      <status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
    </alert>

    """

private func refusal(_ bytes: [UInt8]) -> IntakeRefusal? {
    do throws(IntakeRefusal) {
        if try MessageGate().format(of: bytes) == .cap { _ = try CAPReader.read(bytes) }
        return nil
    } catch {
        return error
    }
}

private func refusal(_ text: String) -> IntakeRefusal? { refusal(Array(text.utf8)) }

@Suite struct MessageGateTests {
    @Test func aSoundMessagePasses() {
        #expect(refusal(alert) == nil)
        #expect(refusal([0xEF, 0xBB, 0xBF] + alert.utf8) == nil)
        #expect(refusal(alert.replacing("\n", with: "\r\n")) == nil)
        #expect(refusal(alert.replacing("<alert", with: "<?xml-stylesheet href='x.xsl'?><alert")) == nil)
        #expect(refusal(alert.replacing("<scope>", with: "<!-- <!DOCTYPE x> --><scope>")) == nil)
    }

    @Test func whatIsNotUTF8IsRefusedAndNeverConverted() {
        func wide(_ unit: (UInt8) -> [UInt8]) -> [UInt8] { alert.utf8.flatMap(unit) }
        let bare = String(alert.drop { $0 != "\n" }.dropFirst())
        let doctype = "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"
        let cases: [([UInt8], IntakeRefusal.Reason)] = [
            (wide { [$0, 0] }, .encoding), (wide { [0, $0] }, .encoding),
            ([0xFF, 0xFE] + wide { [$0, 0] }, .encoding),
            ([0xFE, 0xFF] + wide { [0, $0] }, .encoding), (wide { [$0, 0, 0, 0] }, .encoding),
            (wide { [0, 0, 0, $0] }, .encoding), (doctype.utf8.flatMap { [$0, 0] }, .encoding),
            (Array(alert.replacing("UTF-8", with: "ISO-8859-1").utf8), .encoding),
            (Array(alert.replacing("UTF-8", with: "windows-1251").utf8), .encoding),
            (Array(alert.replacing("UTF-8", with: "UTF-7").utf8), .encoding),
            (Array("+ADw-alert+AD4-".utf8), .encoding),
            ([0x4C, 0x6F, 0xA7, 0x94, 0x93], .encoding), (Array(bare.utf8) + [0xC3], .notUTF8),
            (Array(bare.utf8) + [0xC0, 0xBC], .notUTF8), (Array(bare.utf8) + [0xED, 0xA0, 0x80], .notUTF8),
            (Array(bare.utf8) + [0xF4, 0x90, 0x80, 0x80], .notUTF8), (Array(bare.utf8) + [0xE9], .notUTF8),
            (Array("CARICC MESSAGE 1\n\u{0}".utf8), .controlCharacter),
            (Array((alert + "\u{1B}").utf8), .controlCharacter),
            (Array((alert + "\u{8}").utf8), .controlCharacter), ([], .empty), (Array("\n \t\r\n".utf8), .empty),
            ([0xEF, 0xBB, 0xBF], .empty),
        ]
        for (n, (bytes, reason)) in cases.enumerated() { #expect(refusal(bytes)?.reason == reason, "case \(n)") }
        #expect(refusal(Array(bare.utf8) + [0x0A, 0xE9])?.offset == bare.utf8.count + 1)
        #expect(refusal(Array(bare.utf8) + [0x0A, 0xE9])?.line == bare.split(separator: "\n").count + 2)
    }

    @Test func bombsAndFloodsAreRefused() {
        let declared = "<!DOCTYPE a [<!ENTITY x 'lol'><!ENTITY y '&x;&x;&x;'>]><a>&y;</a>"
        let flood = (0..<200_000).map { "a\($0)='1'" }.joined(separator: " ")
        let cases: [(String, IntakeRefusal.Reason)] = [
            (declared, .documentType), ("<!doctype a><a/>", .documentType), ("<a>&x;</a>", .unknownEntity),
            ("<a>&#0;</a>", .malformed), ("<a>&#xFFFE;</a>", .malformed), ("<a>&#x1B;</a>", .malformed),
            ("<a " + flood.prefix(1_000_000) + "/>", .tooManyAttributes),
            ("<a " + flood + "/>", .tooLarge),
            (String(repeating: "<a>", count: 300_000), .tooDeep), (String(repeating: "<a>", count: 33), .tooDeep),
            ("<a>" + String(repeating: "<b/>", count: 20_000) + "</a>", .tooManyElements),
            ("<a>" + String(repeating: "x", count: 50 << 20) + "</a>", .tooLarge),
            ("<a b='" + String(repeating: "x", count: 20 << 20) + "'/>", .tooLarge),
            ("<a b='" + String(repeating: "x", count: 20_000) + "'/>", .textTooLong),
            ("<" + String(repeating: "n", count: 129) + "/>", .nameTooLong),
            ("<?php echo ?><a/>", .processingInstruction),
            ("<a><?xml-stylesheet href='x'?></a>", .processingInstruction),
            ("<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='/etc/passwd'/></a>", .foreignXML),
        ]
        for (n, (text, reason)) in cases.enumerated() { #expect(refusal(text)?.reason == reason, "case \(n)") }
    }

    @Test func whatIsNotWellFormedIsRefused() {
        for text in [
            "<a>", "<a></b>", "<a/><b/>", "<a/>x", "x<a/>", "<a", "<a b/>", "<a b=1/>", "<a b='1' b='2'/>",
            "<a b='<'/>",
            "<a>]]></a>", "<a><!-- -- --></a>", "<a><![CDATA[x</a>", "<a>&amp</a>", "<a>& b</a>", "< a/>",
            "<a b='1'c='2'/>",
            "<a xmlns:b=''/>", "<b:a/>", "<a:b:c/>", "<a>\u{FFFF}</a>", "<?xml version='1.1'?><a/>",
            " <?xml version='1.0'?><a/>",
            "<!-- x", "<?xml version='1.0'", "<a><?xml version='1.0'?></a>", "<é/>",
        ] {
            let found = refusal(text.replacing("<a", with: "<alert").replacing("</a>", with: "</alert>"))
            #expect(found != nil, "\(text)")
            #expect(
                [
                    .malformed, .severalMessages, .unknownEntity, .unknownFormat, .processingInstruction,
                    .unknownNamespace, .foreignXML,
                ]
                .contains(found?.reason), "\(text): \(String(describing: found?.reason))")
        }
    }

    @Test func whatItIsIsDecidedHere() throws {
        let cases: [(String, MessageFormat)] = [
            (alert, .cap), ("Hello\n\n> CARICC MESSAGE 1\n", .labelledText),
            ("{\"kind\":\"alertRaised\",\"subject\":{\"new\":\"AL\"}}\n", .eventLines),
            (SeizureColumn.names.joined(separator: ",") + "\n", .seizureTable),
        ]
        for (text, format) in cases { #expect(try MessageGate().format(of: Array(text.utf8)) == format) }
        let refused: [(String, IntakeRefusal.Reason)] = [
            ("<feed/>", .feed), ("<x:feed xmlns:x='y'/>", .feed), ("<rss/>", .feed), ("<alerts/>", .severalMessages),
            ("<html/>", .foreignXML), ("{}", .foreignJSON), ("[1]", .foreignJSON), ("a,b,c\n1,2,3", .foreignTable),
            ("Dear colleagues,", .unknownFormat), ("<EDXLDistribution/>", .wrapper),
        ]
        for (text, reason) in refused { #expect(refusal(text)?.reason == reason, "\(text)") }
    }
}
