import Model

extension IdentifierKind {
    package var message: Message {
        switch self {
        case .container: "container"
        case .plate: "registration plate"
        case .wagon: "wagon"
        case .vin: "VIN"
        case .vessel: "IMO number"
        case .airWaybill: "air waybill"
        case .parcel: "parcel"
        case .tirCarnet: "TIR carnet"
        case .consignmentNote: "CMR consignment note"
        case .seal: "seal"
        case .flight: "flight"
        case .cas: "CAS number"
        case .phone: "phone"
        case .document: "identity document"
        case .account: "bank account"
        case .wallet: "virtual-asset address"
        case .person: "name of a person"
        case .organisation: "name of an organisation"
        }
    }
}

extension IdentifierRemark {
    package var message: Message {
        switch self {
        case .unusualForm: "it does not have the form that these numbers have; look at it again"
        case .wrongCheckDigit(let expected, let found):
            "the check digit would be \(expected), not \(found); a sign may be misread"
        case .otherCheckDigit(let expected, let found):
            "the check digit would be \(expected), not \(found), but not everybody uses one"
        case .missingCheckDigit(let expected): "the check digit is missing; it would be \(expected)"
        case .wrongCheckSum: "the check sum does not hold; a sign may be misread"
        case .checkSumNotLookedAt: "its check sum is not looked at here"
        case .readAs(let odd): odd.message
        case .notOfState(let state): "it does not have a form that \(state) uses"
        case .trunkPrefixRead: "8 in front was read as +7"
        case .noCountryCode: "the country code is missing"
        }
    }
}

extension OddLetter {
    /// Which letter it is, counted from 1, of which script, and what it looks like.
    package var message: Message {
        if let looksLike {
            "sign \(place + 1) is \(script.message) “\(String(letter))”, which looks like “\(String(looksLike))”"
        } else {
            "sign \(place + 1) is \(script.message) “\(String(letter))”"
        }
    }
}

extension Script {
    package var message: Message {
        switch self {
        case .latin: "Latin"
        case .cyrillic: "Cyrillic"
        case .greek: "Greek"
        case .arabic: "Arabic"
        case .han: "Chinese"
        case .other: "of another script:"
        }
    }
}

extension NameLikeness.Reason {
    package var message: Message {
        switch self {
        case .same: "the same letters"
        case .lookAlike: "letters of another script that look the same"
        case .otherScript: "the same sounds in another script"
        case .transliteration: "another spelling of the same sounds"
        case .wordOrder: "the words in another order"
        case .joined: "in one word here, in several there"
        case .initial: "a first letter stands for a name"
        case .missingPatronymic: "a patronymic or initial is missing in one"
        case .missingWord: "a word is missing in one"
        case .oneLetter: "one letter differs"
        case .severalLetters: "several letters differ"
        case .misread: "signs that are easily misread for each other"
        case .alias: "two names of one operation or organisation"
        case .onePlace: "two names of one place"
        case .countrySign: "the country sign stands in one of the plates"
        case .different: "too little in common"
        }
    }
}

extension NameLikeness {
    package var message: Message {
        isSame
            ? "Taken for the same: \(score) of 1000"
            : score >= NameLikeness.likelyFrom ? "Perhaps the same: \(score) of 1000" : "Not the same: \(score) of 1000"
    }
}
