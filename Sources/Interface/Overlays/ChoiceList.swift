import Model
import Screen
import Wording

/// A list over the screen: one of its rows is opened, or several are chosen and put in order.
package struct ChoiceList: Equatable, Sendable {
    package enum Purpose: Equatable, Sendable {
        case columns(ListKind)
        case views
    }

    package struct Row: Equatable, Sendable {
        package let id: String
        let label: Message
        let remark: Message
        /// Nil in a list where one row is opened.
        package internal(set) var isChosen: Bool?
        /// Stays chosen whatever is pressed.
        var isFixed = false
    }

    package let purpose: Purpose
    let title: Message
    package internal(set) var rows: [Row]
    package internal(set) var list = ListState()
}

extension AppState {
    var viewChoices: ChoiceList {
        var choices = ChoiceList(
            purpose: .views, title: "Views",
            rows: allViews.map { ChoiceList.Row(id: $0.name, label: .verbatim($0.name), remark: $0.explanation) })
        settle(&choices)
        return choices
    }

    mutating func chooseColumns(_ argument: String) -> [Effect] {
        guard let list = argument.isEmpty ? focusedPanel.list : ListKind(rawValue: argument.lowercased()) else {
            let known = ListKind.allCases.map(\.rawValue).joined(separator: ", ")
            return say("There is no list “\(argument)”; there are: \(known).", isError: true)
        }
        let chosen = chosenColumns(of: list)
        let others = list.columns.filter { column in !chosen.contains { $0.id == column.id } }
        var choices = ChoiceList(
            purpose: .columns(list), title: list.title,
            rows: (chosen + others).map { column in
                ChoiceList.Row(
                    id: column.id, label: .verbatim(column.id), remark: column.heading,
                    isChosen: chosen.contains { $0.id == column.id }, isFixed: column.place == .always)
            })
        settle(&choices)
        overlay = .choices(choices)
        return []
    }

    private func settle(_ choices: inout ChoiceList) {
        choices.list.settle(choices.rows.map(\.id), height: choiceRows(choices))
    }

    /// Rows that the overlay shows at once: all of them, or what the window has room for.
    func choiceRows(_ choices: ChoiceList) -> Int { min(choices.rows.count, max(1, layout.overlayRows - 1)) }
}
