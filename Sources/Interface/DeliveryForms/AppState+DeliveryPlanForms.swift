import Model
import Places
import Wording

/// The forms for what is agreed before the road and for what comes after it.
extension AppState {
    private static let mayBeEmpty: Message = "may stay empty"
    private static let several: Message = "several are parted by ;"
    private static let stateHint: Message = "State code, such as UZB"

    func planFields(for fact: DeliveryFact, _ d: Delivery) -> [Form.Field]? {
        typealias Field = Form.Field
        let states = d.statesOnTheRoad.joined(separator: ", ")
        switch fact {
        case .check:
            return [
                Field("What", hint: "what was looked at: other operations, plates, people").about(.text),
                .question("Stands against it", .clear, hint: "y: something stands against it"),
            ]
        case .plan:
            return [
                Field("States", states, hint: "codes, parted by commas").about(.states),
                Field("What", hint: "the aim and the rules, in one line").about(.text),
                Field("Version", String((d.plan?.version ?? 0) + 1)).about(.version),
            ]
        case .startDecided:
            return [
                Field("Who decided", d.opened.initiator, hint: "the State with its authority").about(.from),
                .question("It starts", .goes, yes: true), Field("Number", hint: Self.mayBeEmpty).about(.number),
                Field("Remark", hint: Self.mayBeEmpty).about(.text),
            ]
        case .announce:
            return [
                Field("States", states, hint: "codes, parted by commas").about(.states),
                Field("Because", hint: "only where a State has not consented: on whose word").about(.reason),
            ]
        case .prepared:
            return [
                Field("Who prepared it", stateNow(of: d)).about(.party),
                Field("What", hint: "what was left in, taken out, where that is kept").about(.text),
                Field("Place", d.lastPlace ?? d.legs.first?.entry ?? "", place: .anywhere).about(.place),
                Field(
                    "Method", choices: DeliveryMethod.allCases.map(\.message),
                    selected: DeliveryMethod.allCases.firstIndex(of: d.method) ?? 0
                ).about(.method), Field("Seal", hint: Self.mayBeEmpty).about(.seal),
                Field("Weight", hint: "of all, with its unit: 31,440 kg; may stay empty").about(.weight),
                Field("Tracker", hint: "its number; may stay empty").about(.tracker),
            ]
        case .limit:
            return [Field("Minutes", "30", hint: "how long nobody may hold it at one border").about(.minutes)]
        case .intervention:
            return [
                Field("Situation", choices: ExceptionKind.allCases.map(\.message)).about(.exception),
                Field("Who decides", stateNow(of: d), hint: "the State on whose soil it happens").about(.decides),
                Field("Steps", hint: Self.several).about(.steps),
                Field("Who is told", states, hint: "States or desks, parted by commas").about(.tell),
                Field("Leg", hint: "empty for every leg").about(.leg),
            ]
        case .checklist:
            return [
                Field("Procedure", hint: "its name").about(.procedure), Field("Version", "1").about(.version),
                Field("Steps", hint: "parted by ; an hour stands before its step: -60 ask UZB; T+2h tell KAZ").about(
                    .steps),
            ]
        default: return nil
        }
    }

    func evidenceFields(for fact: DeliveryFact, _ d: Delivery) -> [Form.Field]? {
        typealias Field = Form.Field
        let exhibit = d.exhibits.last
        let label = Field("Exhibit", exhibit?.registered.exhibit ?? "", hint: "its number or mark").about(.exhibit)
        let state = stateNow(of: d)
        switch fact {
        case .exhibit:
            return [
                Field("Exhibit", hint: "as its label says: UZB-88/3").about(.exhibit),
                Field("What", hint: "name and amount: heroin 1.07 kg").about(.thing),
                Field("State", exhibit?.registered.state ?? state, hint: Self.stateHint).about(.state),
                Field("Place", d.end?.ended.place ?? d.lastPlace ?? "", place: .anywhere).about(.place),
                Field("Seal", hint: Self.mayBeEmpty).about(.seal),
                Field("Kind", choices: ["as it is read"] + SeizedItem.Kind.allCases.map(\.message)).about(.sort),
            ]
        case .weigh:
            return [
                label, Field("Weighing", choices: Weighing.allCases.map(\.message)).about(.weighing),
                Field("Weight", hint: "with its unit: 1.07 kg; what is pure may be in percent").about(.weight),
                Field("Weighed by", hint: "the scale or the laboratory").about(.from),
                Field("Remark", hint: Self.mayBeEmpty).about(.note),
            ]
        case .reseal:
            return [
                label, Field("Old seal", exhibit?.seals.last ?? "").about(.oldSeal), Field("New seal").about(.seal),
                Field("Because", hint: "the reason is kept").about(.reason),
            ]
        case .sample:
            return [
                label, Field("Kind", choices: ExhibitRecorded.Sort.allCases.map(\.message)).about(.sort),
                Field("Number", hint: "of the sample or test, or the file of the photograph").about(.number),
                Field("Result", hint: Self.mayBeEmpty).about(.result),
            ]
        case .formal:
            return [
                Field("Matter", choices: FormalMatter.allCases.map(\.message)).about(.matter),
                Field("From", d.opened.initiator, hint: Self.stateHint).about(.from),
                Field("To", exhibit?.registered.state ?? "", hint: Self.stateHint).about(.to),
                Field("Number", hint: "as it went out").about(.number),
                Field("Answer by", hint: "empty for none; 06:00, 2h", time: .deadline).about(.due),
            ]
        case .formalAnswer:
            return [
                Field("Number", d.formalRequests.first { $0.answered == nil }?.sent.number ?? "").about(.number),
                .question("Granted", .goes, yes: true), Field("In words", hint: "what they answered").about(.text),
            ]
        case .investigation:
            return [
                Field("Kind", choices: InvestigationNoted.Sort.allCases.map(\.message)).about(.sort),
                Field("State", hint: Self.stateHint).about(.state),
                Field("Authority", hint: Self.mayBeEmpty).about(.authority),
                Field("Number", hint: Self.mayBeEmpty).about(.number),
                Field("In words", hint: Self.mayBeEmpty).about(.text),
            ]
        case .debrief:
            return [
                Field("What", hint: "what was found, in one line").about(.text),
                Field("Next time", hint: "what is to be done otherwise, and whose task it is; parted by ;").about(
                    .lessons),
            ]
        default: return nil
        }
    }
}
