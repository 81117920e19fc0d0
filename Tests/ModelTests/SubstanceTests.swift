import TestSupport
import Testing

@testable import Model

@Suite struct SubstanceTests {
    @Test func theTablesReadAndNoCodeStandsTwice() throws {
        for part in SubstanceTable.parts { #expect(try !SubstanceTable.read(part).isEmpty) }
        #expect(Set(SubstanceRegistry.all.map(\.code)).count == SubstanceRegistry.all.count)
        #expect(SubstanceRegistry.all.count > 150)
        #expect(throws: SubstanceTable.Flaw(line: "nonsense")) { try SubstanceTable.read("a | opiate | N1\nnonsense") }
        #expect(throws: (any Error).self) { try SubstanceTable.read("a | opiate | N9\nen a") }
    }

    @Test func aTariffNumberFindsItsSubstances() {
        for typed in ["2915.24", "291524", "2915.24.0000"] {
            #expect(SubstanceFinder.find(tariff: typed).contains { $0.cas == "108-24-7" }, "\(typed)")
        }
        for typed in ["2915", "2915.99", "108-24-7", "29 15.24 kg", ""] {
            #expect(SubstanceFinder.find(tariff: typed).isEmpty, "\(typed)")
        }
        for substance in SubstanceRegistry.all {
            guard let hs = substance.hs else { continue }
            #expect(SubstanceFinder.find(tariff: hs).contains(substance), "\(hs)")
        }
        // In a text such a number is an amount.
        #expect(SubstanceFinder.locate(in: "2915.24 kg") == nil)
    }

    /// A name of two substances would be found as one of them, silently.
    @Test func noNameIsOfTwoSubstances() {
        var owners: [String: Set<String>] = [:]
        for substance in SubstanceRegistry.all {
            for name in substance.names.values.joined() {
                owners[SubstanceFinder.key(name), default: []].insert(substance.code)
            }
        }
        for (name, codes) in owners { #expect(codes.count == 1, "\(name): \(codes.sorted())") }
    }

    @Test func everyNameFindsItsSubstanceAlsoInCapitals() {
        for substance in SubstanceRegistry.all {
            for name in substance.names.values.joined() {
                #expect(SubstanceFinder.find(name).substance == substance, "\(name)")
                #expect(SubstanceFinder.find(" \(name.uppercased()) ").substance == substance, "\(name)")
            }
        }
    }

    @Test func namesOfOneScriptHaveLettersOfOneScript() {
        for substance in SubstanceRegistry.all {
            for name in substance.names.values.joined() {
                for word in name.split(whereSeparator: { !$0.isLetter }) {
                    let scalars = word.unicodeScalars.map(\.value)
                    let isMixed =
                        scalars.contains { (0x61...0x7A).contains($0) }
                        && scalars.contains { (0x0430...0x044F).contains($0) }
                    #expect(!isMixed, "\(name)")
                }
            }
        }
    }

    @Test(
        arguments: [
            ("героина", "heroin"), ("Героином", "heroin"), ("марихуаны", "cannabis"), ("опия", "opium"),
            ("гашишем", "hashish"), ("уксусного ангидрида", "acetic-anhydride"), ("海洛因", "heroin"),
            ("冰毒", "methamphetamine"),
            ("methadone M-40", "methadone"), ("methadone-40", "methadone"), ("methadone M40", "methadone"),
            ("Cocaine HCL", "cocaine"), ("Amfepramone Hydrochloride", "amfepramone"), ("STP (\"DOM\")", "dom"),
            ("Alprazolam (Xanax)", "alprazolam"), ("heroine", "heroin"), ("metamphetamine", "methamphetamine"),
            ("herion", nil), ("chars", "hashish"), ("108-24-7", "acetic-anhydride"), ("spaceship", nil), ("", nil),
            ("JWH-018", "jwh-018"), ("JWH-019", nil), ("3-MMC", "mmc-3"), ("5-MMC", nil), ("2C-C", nil),
            ("ecstasy tablets", "mdma"), ("Acetic  Anhydride", "acetic-anhydride"), ("прегабалина", "pregabalin"),
        ] as [(String, String?)])
    func finding(_ typed: String, _ code: String?) {
        #expect(SubstanceFinder.find(typed).substance?.code == code)
        if code == nil { #expect(SubstanceFinder.find(typed) == .unknown(asTyped: typed)) }
    }

    @Test func howANameWasRecognisedIsSaid() {
        func likeness(_ name: String) -> SubstanceFinder.Likeness? {
            if case .known(_, let likeness) = SubstanceFinder.find(name) { likeness } else { nil }
        }
        #expect(likeness("heroin") == .name)
        #expect(likeness("героин") == .name)
        #expect(likeness("диацетилморфин") == .synonym)
        #expect(likeness("героина") == .form)
        #expect(likeness("heroine") == .misspelt)
        #expect(likeness("561-27-3") == .cas)
    }

    @Test func aTextWithSeveralNamesGivesThemAll() {
        guard case .several(let found) = SubstanceFinder.find("opium+heroin+marijuana") else {
            Issue.record("one")
            return
        }
        #expect(found.map(\.code) == ["opium", "heroin", "cannabis"])
    }

    /// Domain facts, section 3.3, one by one.
    @Test(arguments: [
        ("heroin", "1961-I+IV"), ("opium", "1961-I"), ("morphine", "1961-I"), ("codeine", "1961-II"),
        ("cannabis", "1961-I"), ("hashish", "1961-I"), ("cocaine", "1961-I"), ("methadone", "1961-I"),
        ("fentanyl", "1961-I"), ("poppy-straw-concentrate", "1961-I"), ("mdma", "1971-I"), ("lsd", "1971-I"),
        ("amphetamine", "1971-II"), ("methamphetamine", "1971-II"), ("mephedrone", "1971-II"),
        ("alpha-pvp", "1971-II"), ("fenetylline", "1971-II"), ("ghb", "1971-II"), ("diazepam", "1971-IV"),
        ("tramadol", "not-listed"), ("pregabalin", "not-listed"), ("tropicamide", "not-listed"),
    ])
    func schedules(_ code: String, _ control: String) {
        #expect(SubstanceRegistry.substance(code: code)?.control.code == control)
    }

    /// Domain facts, section 3.4: name, CAS, HS and table.
    @Test func precursors() throws {
        let tables = [
            "1988-I":
                """
            acetic anhydride 108-24-7 2915.24,N-acetylanthranilic acid 89-52-1 2924.23,P-2-P 103-79-7 2914.31,\
            phenylacetic acid 103-82-2 2916.34,PMK 4676-39-5 2932.92,isosafrole 120-58-1 2932.91,\
            piperonal 120-57-0 2932.93,safrole 94-59-7 2932.94,ephedrine 299-42-3 2939.41,\
            pseudoephedrine 90-82-4 2939.42,norephedrine 14838-15-4 2939.44,ergometrine 60-79-7 2939.61,\
            ergotamine 113-15-5 2939.62,lysergic acid 82-58-6 2939.63,potassium permanganate 7722-64-7 2841.61,\
            APAAN 4468-48-8 2926.40,NPP 39742-60-4 -,ANPP 21409-26-7 -
            """,
            "1988-II":
                """
            acetone 67-64-1 2914.11,methyl ethyl ketone 78-93-3 2914.12,anthranilic acid 118-92-3 2922.43,\
            piperidine 110-89-4 2933.32,ethyl ether 60-29-7 2909.11,sulphuric acid 7664-93-9 2807.00,\
            hydrochloric acid 7647-01-0 2806.10,toluene 108-88-3 2902.30
            """,
            "not-listed":
                """
            acetyl chloride 75-36-5 2915.90,acetic acid 64-19-7 2915.21,ammonium chloride 12125-02-9 2827.10
            """,
        ]
        for (control, rows) in tables {
            for row in rows.split(separator: ",") {
                let words = row.split(separator: " ").map(String.init)
                let substance = try #require(SubstanceFinder.find(words.dropLast(2).joined(separator: " ")).substance)
                #expect(substance.cas == words[words.count - 2], "\(row)")
                #expect(substance.hs ?? "-" == words[words.count - 1], "\(row)")
                #expect(substance.control.code == control, "\(row)")
                #expect(substance.isPrecursor)
            }
        }
        let looked = SubstanceRegistry.all.filter(\.isOnSubstitutionList)
        #expect(
            looked.map(\.code).sorted() == ["acetic-acid", "acetic-anhydride", "acetyl-chloride", "ammonium-chloride"])
        for substance in looked { #expect(substance.travelsTowardsAfghanistan) }
    }

    @Test func everyCASNumberHasItsCheckDigitAndASlipIsSeen() {
        for substance in SubstanceRegistry.all {
            guard let cas = substance.cas else { continue }
            #expect(CASNumber(cas)?.isValid == true, "\(substance.code) \(cas)")
        }
        #expect(CASNumber("108-24-8")?.isValid == false)
        #expect(CASNumber("180-24-7")?.isValid == false)
        for text in ["", "108-24", "1-24-7", "108-2-7", "10824-7", "108-24-77", "a08-24-7", "12345678-24-7"] {
            #expect(CASNumber(text) == nil, "\(text)")
        }
    }

    @Test func aLaboratoryResultComesBackFromItsBody() throws {
        let result = LaboratoryResult(
            substance: "героин", substanceCode: "heroin", purity: "62.4", purityBasis: .base,
            netWeight: Quantity(amount: "5.1", unit: "kg", basis: .laboratory), laboratory: "лаборатория",
            date: Instant(milliseconds: 1), method: "GC-MS")
        var writer = BodyWriter()
        result.write(to: &writer)
        let back = try LaboratoryResult(reading: BodyReader(writer.object))
        #expect(back == result)
        #expect(result.isPurityPlausible)
        #expect(!LaboratoryResult(substance: "x", purity: "162").isPurityPlausible)
    }

    @Test func anyNameIsTakenWithoutHarm() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<2_000 {
            let name = generator.text(upTo: 12).trimmingBlanks
            if case .unknown(let typed) = SubstanceFinder.find(name) { #expect(typed == name) }
        }
    }
}
