import Testing

@testable import Model

@Suite struct IdentifierTests {
    @Test(arguments: [
        (IdentifierKind.container, "CSQU 305438-3", "CSQU3054383"), (.container, "cbhu3202732", "CBHU3202732"),
        (.parcel, "RR 473 124 829 GB", "RR473124829GB"), (.cas, "108-24-7", "108-24-7"),
        (.cas, "CAS 12125029", "12125-02-9"),
        (.vessel, "IMO 9074729", "9074729"), (.vin, "1M8GDM9AXKP042788", "1M8GDM9AXKP042788"),
        (.airWaybill, "020-1234 5675", "02012345675"), (.wagon, "4470 7453", "44707453"),
        (.account, "KZ86 125K ZT50 0410 0100", "KZ86125KZT5004100100"),
        (.account, "AZ21NABZ00000000137010001944", "AZ21NABZ00000000137010001944"),
        (.wallet, "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"),
        (
            .wallet, "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
            "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"
        ),
        (.flight, "HY 0601", "HY601"), (.flight, "UZB601", "UZB601"), (.tirCarnet, "XB 70498764", "XB70498764"),
    ])
    func whatIsRightHasNoRemark(kind: IdentifierKind, typed: String, normal: String) {
        let identifier = Identifier(kind, typed)
        #expect(identifier.normal == normal)
        #expect(identifier.remarks.isEmpty, "\(typed)")
        #expect(identifier.typed == typed)
    }

    @Test(arguments: [
        (IdentifierKind.container, "CSQU3054384", "3", "4"), (.parcel, "RR473124828GB", "9", "8"),
        (.cas, "108-24-8", "7", "8"),
        (.vessel, "9074728", "9", "8"), (.vin, "1M8GDM9A1KP042788", "X", "1"), (.airWaybill, "020-12345676", "5", "6"),
        (.wagon, "44707450", "3", "0"),
    ])
    func aWrongCheckDigitIsARemarkThatNamesTheRightOne(
        kind: IdentifierKind, typed: String, expected: String, found: String
    ) {
        #expect(Identifier(kind, typed).remarks == [.wrongCheckDigit(expected: expected, found: found)])
    }

    /// ISO 6346: ten is written 0, and category J and Z need no check digit.
    @Test func containersFollowTheStandard() {
        // CSQU305438: 6185 modulo 11 is 3; the sum that leaves ten is written 0.
        var tens = 0
        for serial in 100_000..<100_400 {
            let number = "HLXU\(serial)"
            guard let digit = CheckDigits.container(number.utf8) else {
                Issue.record("\(number) has no check digit")
                continue
            }
            #expect(Identifier(.container, number + String(Unicode.Scalar(digit))).remarks.isEmpty)
            var sum = 0
            for (place, byte) in number.utf8.enumerated() {
                let letters = [
                    10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 34, 35, 36, 37,
                    38,
                ]
                sum += (byte < 0x3A ? Int(byte) - 0x30 : letters[Int(byte) - 0x41]) << place
            }
            if sum % 11 == 10 {
                tens += 1
                #expect(digit == UInt8(ascii: "0"))
            }
        }
        #expect(tens > 10)
        #expect(Identifier(.container, "CSQU305438").remarks == [.missingCheckDigit(expected: "3")])
        guard case .otherCheckDigit? = Identifier(.container, "CSQJ3054380").remarks.first else {
            Issue.record("category J only recommends the digit")
            return
        }
        #expect(Identifier(.container, "12 kg").remarks == [.unusualForm])
    }

    @Test func aVinOfEuropeMayHaveAnyNinthSign() {
        #expect(
            Identifier(.vin, "XTA210930V2696785").remarks.allSatisfy {
                if case .otherCheckDigit = $0 { true } else { false }
            })
        let read = Identifier(.vin, "1M8GDM9AXKPO42788")
        #expect(read.normal == "1M8GDM9AXKP042788")
        #expect(read.remarks == [.readAs(OddLetter(letter: "O", script: .latin, looksLike: "0", place: 11))])
    }

    @Test(arguments: [
        ("123 ABC 02", "123ABC02", ["KAZ"]), ("A123BCD", "A123BCD", ["KAZ"]), ("05KG711ABJ", "05KG711ABJ", ["KGZ"]),
        ("05KG997PA", "05KG997PA", ["KGZ"]), ("01 123 ABC", "01123ABC", ["KGZ", "UZB"]),
        ("1234 AB 01", "1234AB01", ["RUS", "TJK"]),
        ("1234 FD 01", "1234FD01", ["TJK"]), ("01 A 123 BC", "01A123BC", ["UZB"]), ("AA 1234 AG", "AA1234AG", ["TKM"]),
        ("A123BC77", "A123BC77", ["RUS"]), ("А123ВС777", "A123BC777", ["RUS"]), ("10-AA-123", "10AA123", ["AZE"]),
        ("34 ABC 123", "34ABC123", ["TUR"]), ("京A12345", "京A12345", ["CHN"]), ("۱۲ ب ۳۴۵ ۶۷", "12ب34567", ["IRN"]),
    ])
    func platesFitTheirStates(typed: String, normal: String, states: [String]) {
        let plate = Identifier(.plate, typed)
        #expect(plate.normal == normal)
        #expect(Set(plate.states) == Set(states))
        #expect(plate.remarks.isEmpty)
    }

    @Test func aLookAlikeLetterInAPlateIsNamedAndRead() {
        let plate = Identifier(.plate, "05KG711АBJ")
        #expect(plate.normal == "05KG711ABJ")
        #expect(plate.remarks == [.readAs(OddLetter(letter: "А", script: .cyrillic, looksLike: "A", place: 7))])
        #expect(plate.key == Identifier(.plate, "05 711 ABJ").key)
    }

    @Test func anotherStateThanTheOneNamedIsARemark() {
        #expect(Identifier(.plate, "A123BC77", state: "KAZ").remarks == [.notOfState("KAZ")])
        #expect(Identifier(.plate, "1234 AB 01", state: "TJK").states == ["TJK"])
    }

    @Test(arguments: [
        ("+996 700 123-456", "+996700123456", "KGZ"), ("8 (701) 123-45-67", "+77011234567", "KAZ"),
        ("8 916 123 45 67", "+79161234567", "RUS"), ("00992 93 500 11 22", "+992935001122", "TJK"),
        ("+7 (727) 250-12-01 доб. 12", "+77272501201;ext=12", "KAZ"), ("998 90 123 45 67", "+998901234567", "UZB"),
        ("+993 65 12 34 56", "+99365123456", "TKM"), ("+98 912 345 6789", "+989123456789", "IRN"),
    ])
    func phonesBecomeInternational(typed: String, normal: String, state: String) {
        let phone = Identifier(.phone, typed)
        #expect(phone.normal == normal && phone.state == state)
    }

    @Test func aPhoneWithoutCountryTakesTheStateThatWasNamed() {
        #expect(Identifier(.phone, "0700 123456").remarks == [.noCountryCode])
        #expect(Identifier(.phone, "0700 123456", state: "KGZ").normal == "+996700123456")
        #expect(Identifier(.phone, "8 701 123 45 67").remarks == [.trunkPrefixRead])
        #expect(Identifier(.phone, "+996 700 123").remarks == [.unusualForm])
    }

    @Test func accountsAndWalletsAreCheckedWhereTheModelCan() {
        #expect(Identifier(.account, "KZ86125KZT5004100101").remarks == [.wrongCheckSum])
        #expect(Identifier(.account, "40817810099910004312").remarks.isEmpty)
        #expect(Identifier(.wallet, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5").remarks == [.wrongCheckSum])
        #expect(
            Identifier(.wallet, "0x52908400098527886E0F7030069857D2E4169EE7").normal
                == "0x52908400098527886e0f7030069857d2e4169ee7")
    }

    /// The first Bitcoin address, the vectors of BIP 173, BIP 350 and EIP-55, and the contract of USDT on Tron.
    @Test(arguments: [
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
        "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh",
        "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
    ])
    func theCheckSumOfAWalletFindsASignThatIsAnother(wallet: String) throws {
        #expect(Identifier(.wallet, wallet).remarks.isEmpty)
        let found = IdentifierFinder.find(in: "he wants it on \(wallet) by noon")
        #expect(found.map(\.identifier.kind) == [.wallet])
        // The last sign but three becomes its neighbour, or changes its case.
        var signs = Array(wallet)
        let place = try #require(signs.indices.last { signs[$0].isLetter && $0 < signs.count - 3 })
        let sign = signs[place]
        signs[place] =
            wallet.hasPrefix("0x")
            ? Character(sign.isLowercase ? sign.uppercased() : sign.lowercased())
            : sign == "Q" || sign == "q" ? (sign.isLowercase ? "p" : "P") : (sign.isLowercase ? "q" : "Q")
        #expect(Identifier(.wallet, String(signs)).remarks == [.wrongCheckSum])
    }

    @Test func aWalletWithoutACheckSumIsSaidToHaveNone() {
        #expect(Identifier(.wallet, "0xfb6916095ca1df60bb79ce92ce3ea74c37c5d359").remarks.isEmpty)
        #expect(Identifier(.wallet, "4" + String(repeating: "A", count: 94)).remarks == [.checkSumNotLookedAt])
        // A later witness with the check sum of the first one is the mistake that BIP 350 is about.
        #expect(
            Identifier(.wallet, "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd").remarks
                == [.wrongCheckSum])
    }

    /// 880101301234 is made up; its check digit is computed by hand: 8·1+8·2+0+1·4+0+1·6+3·7+0+1·9+2·10+3·11 = 117, 117 mod 11 = 7.
    @Test func theNumberOfAKazakhPersonIsChecked() {
        #expect(Identifier(.document, "880101301237", state: "KAZ").remarks.isEmpty)
        #expect(
            Identifier(.document, "880101301234", state: "KAZ").remarks == [.wrongCheckDigit(expected: "7", found: "4")]
        )
    }

    @Test func nothingTypedIsRefusedAndNothingCrashes() {
        let texts = [
            "", " ", "—", "+", "8", "0", "a", "\u{301}", "🚚", "ААААААААААААААААА", "99999999999999999999999999999999",
            "KZ", "bc1", "0x",
            "ext", "5+5#5", "1x1x1x1x1", String(repeating: "1", count: 5000), "٣٣٣", "İıſ", "\u{202E}05KG",
        ]
        for kind in IdentifierKind.allCases {
            for text in texts {
                let identifier = Identifier(kind, text)
                #expect(identifier.typed == text)
                #expect(
                    Identifier(kind, identifier.normal).key == identifier.key || !identifier.remarks.isEmpty,
                    "\(kind) \(text)")
            }
        }
    }
}
