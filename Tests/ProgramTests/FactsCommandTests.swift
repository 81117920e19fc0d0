import Testing

/// Amounts and substances as officers ask for them.
@Suite struct FactsCommandTests {
    @Test func aDoubtIsSaidWithBothReadingsAndInTheStatus() {
        let outcome = Program.run(["quantity", "5,065 kg"])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("is read as: 5065 kg"))
        #expect(outcome.output.contains("It may also be 5.065 kg"))
        let russian = Program.run(["quantity", "5,065", "кг", "--language", "ru"])
        #expect(russian.status == 1)
        #expect(russian.output.contains("прочитано как: 5,065 кг"))
        #expect(russian.output.contains("Возможно и 5065 кг"))
    }

    @Test func amountsAreAddedAndComparedWithWhatWasPrinted() {
        let parts = "9 kg 880 g; 3 kg 250 g; 2 thousand tablets"
        let outcome = Program.run(["quantity", "--total", "13.3 kg", parts])
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.output.contains("In all: 13.13 kg, 2000 tablets (180 g to 600 g)"))
        #expect(outcome.output.contains("only when tablets and litres are counted by their rules"))
        let wrong = Program.run(["quantity", "--total", "26.6 kg", "1.9 kg; 3.9 kg; 17.7 kg; 2.9 kg"])
        #expect(wrong.status == 1)
        #expect(wrong.output.contains("200 g more than its parts"))
        #expect(Program.run(["quantity", "--total", "much", parts]).errors.contains("“much” is no amount"))
    }

    @Test func theLanguagesSpeakOfTheSameAmount() {
        let russian = Program.run(["quantity", "2 тыс. таблеток", "--language", "ru"])
        #expect(russian.output.contains("2000 таблеток"))
        #expect(russian.output.contains("Вес: от 180 г до 600 г (90–300 мг на таблетку)"))
        let chinese = Program.run(["quantity", "3公斤250克", "--language", "zh"])
        #expect(chinese.output.contains("3.25 公斤"))
    }

    @Test func programsGetOneObjectOnALine() {
        let lines = Program.run(["quantity", "--json", "5,065 кг, 3 matchboxes"]).output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.first?.contains(#""ambiguity":{"other":"5065","reason":"language","taken":"decimal"}"#) == true)
        #expect(lines.first?.contains(#""ug":5065000000"#) == true)
        #expect(lines.last?.contains(#""complete":false"#) == true)
    }

    @Test func nothingToReadIsSaid() {
        let outcome = Program.run(["quantity", "nothing", "here"])
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("write a number and its unit"))
    }

    @Test func aListOfSeizedThingsIsReadItemByItem() {
        let outcome = Program.run(["quantity", "--items", "heroin 6,3 kg; 2 AK; 15 000 USD"])
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(outcome.output.contains("“heroin 6,3 kg”: drug, heroin, 6.3 kg"))
        #expect(outcome.output.contains("“2 AK”: weapon, AK, 2"))
        #expect(outcome.output.contains("“15 000 USD”: cash, 15000 USD"))
        let json = Program.run(["quantity", "--items", "--json", "15 000 USD"]).output
        #expect(json.contains(#""currency":"USD""#) && json.contains(#""amount":"15000""#))
    }

    @Test func theRegistryAnswersInThreeLanguagesAndSaysWhatItIsNot() {
        let outcome = Program.run(["substance", "уксусный", "ангидрид"])
        #expect(outcome.status == 0)
        for words in [
            "acetic anhydride, precursor", "醋酸酐", "1988 Convention, Table I", "CAS 108-24-7, HS 2915.24", "2024-12",
        ] {
            #expect(outcome.output.contains(words), "\(words)")
        }
        #expect(Program.run(["substance", "海洛因", "--language", "ru"]).output.contains("героин, опиат: heroin"))
        #expect(Program.run(["substance", "--json", "108-24-7"]).output.contains(#""found_by":"cas""#))
    }

    @Test func anUnknownOrNearNameIsAFindingAndKept() {
        let unknown = Program.run(["substance", "spaceship dust"])
        #expect(unknown.status == 1)
        #expect(unknown.output.contains("“spaceship dust” is not in the registry"))
        let near = Program.run(["substance", "heroine"])
        #expect(near.status == 1)
        #expect(near.output.contains("the nearest name is heroin"))
        #expect(Program.run(["substance", "108-24-8"]).errors.contains("check digit"))
        #expect(Program.run(["substance", "--json", "spaceship"]).output.contains(#""unknown":"spaceship""#))
    }
}
