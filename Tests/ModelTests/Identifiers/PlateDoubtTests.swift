import Testing

@testable import Model

/// A plate that mixes scripts, or that no State here uses: said once, with the letters that differ.
@Suite struct PlateDoubtTests {
    @Test(arguments: [
        ("truck 48А1 АТ O2", "48А1 АТ O2", "O", Script.latin, PlateDoubt.Form.ofNoState),
        ("Kamaz 01 A 123 ВС blue", "01 A 123 ВС", "ВС", .cyrillic, .known),
        ("truck 01А123ВС", "01А123ВС", "АВС", .cyrillic, .known),
        ("plate ZZ-99-QQQ-1", "ZZ-99-QQQ-1", "", .cyrillic, .ofNoState),
    ])
    func itIsFoundAndTheLettersAreNamed(
        _ text: String, _ typed: String, _ letters: String, _ script: Script, _ form: PlateDoubt.Form
    ) throws {
        let doubt = try #require(PlateDoubt.find(in: text).first)
        #expect(doubt.typed == typed && String(doubt.letters) == letters && doubt.form == form)
        #expect(doubt.letters.isEmpty || doubt.script == script)
    }

    @Test(arguments: [
        "truck TJK 4821 AT 02", "truck with 2 trailers", "flight KC 127", "container TKRU 428117 4",
        "грузовик А123ВС77",
        "queue 40 trucks eta 0620", "", "seal TJ 004417",
    ])
    func whatIsAsItShouldBeIsNotDoubted(_ text: String) {
        #expect(PlateDoubt.find(in: text).isEmpty, "\(PlateDoubt.find(in: text))")
    }
}
