import ArgumentParser
import Interface
import Model
import Wording

/// Says what the registry knows of a substance.
struct SubstanceCommand: SpokenCommand {
    static let configuration = CommandConfiguration(
        commandName: "substance",
        abstract: "What the registry says of a substance: names, convention, CAS and HS numbers.",
        discussion: """
            A name in English, Russian or Chinese, a name of the street, a code, a CAS or an HS number. The exit status is 1 when the
            name is not known or only near to one that is. Examples:

              caricc substance "уксусный ангидрид"
              caricc substance 108-24-7 --json
              caricc substance 2915.24
            """)

    @Argument(help: "The name; several words need no quotation marks.") var name: [String]

    @Flag(help: "Answer in JSON, one object on a line.")
    var json = false

    @OptionGroup var speech: SpeechOptions

    func perform(_ voice: Voice) throws -> ExitStatus {
        let typed = name.joined(separator: " ")
        let match = SubstanceFinder.find(typed)
        let found: [Substance] =
            switch match {
            case .known(let substance, _): [substance]
            case .several(let substances): substances
            case .unknown: SubstanceFinder.find(tariff: typed)
            }
        if json {
            for substance in found { try voice.json(substance.json(match)) }
            if found.isEmpty {
                var object = JSONObject()
                object["unknown"] = .string(typed)
                try voice.json(object)
            }
        } else {
            let says = SubstanceWords(voice.catalogue)
            if let remark = says.remark(on: match, typed: typed), match.isFound || found.isEmpty {
                try voice.say(remark)
            }
            for substance in found { for line in says.lines(of: substance) { try voice.say(line) } }
        }
        if let number = CASNumber(typed), !number.isValid {
            voice.warn("The check digit of \(typed) does not fit; compare it with the label.")
        }
        if case .known(_, .misspelt) = match { return .findings }
        return found.isEmpty ? .findings : .done
    }
}

extension SubstanceFinder.Match {
    fileprivate var isFound: Bool { if case .unknown = self { false } else { true } }
}

extension Substance {
    fileprivate func json(_ match: SubstanceFinder.Match) -> JSONObject {
        var object = JSONObject()
        object["code"] = .string(code)
        object["group"] = .string(group.rawValue)
        object["control"] = .string(control.code)
        object["cas"] = cas.map { .string($0) }
        object["hs"] = hs.map { .string($0) }
        var words = JSONObject()
        for (language, list) in names { words[language.rawValue] = .array(list.map { .string($0) }) }
        object["names"] = .object(words)
        object["precursor"] = .bool(isPrecursor)
        object["substitution"] = .bool(isOnSubstitutionList)
        object["new"] = .bool(isNew)
        object["class"] = .bool(isGeneric)
        object["unverified"] = .bool(isUnverified)
        object["edition"] = .string(SubstanceRegistry.edition)
        if case .known(_, let likeness) = match { object["found_by"] = .string(likeness.rawValue) }
        return object
    }
}
