import Model
import Screen
import Wording

/// What each pick list offers, and what choosing does.
extension AppState {
    func title(of pick: PickList) -> Message {
        switch pick.source {
        case .help: "Help: what can be done here and now"
        case .menu: "Menu"
        case .officers: "Who signs on?"
        case .roles(let officer): "In which role does \(officer) act?"
        case .approvals: "What waits for a second person"
        case .news(let indices): newsTitle(indices.count)
        case .matches(let name): "Beside \(name.text): the same seizure, and what is related"
        case .pair(let name, let other): .verbatim("\(name.text) | \(other.text)")
        case .held:
            heldMessages.count < heldCount
                ? "Messages that could not be taken in: \(grouped: heldMessages.count) of \(grouped: heldCount)"
                : "Messages that could not be taken in"
        case .handovers:
            handovers == nil
                ? "Handovers: loading"
                : handoverWords.isEmpty
                    ? "Handovers that were; typing searches what was written" : "Handovers with “\(handoverWords)”"
        case .facts(let name): "\(name.text): what can be written down, what is likeliest first"
        case .exceptions(let name): "\(name.text): what is not as planned?"
        case .steps(let name, false): "\(name.text): what is done?"
        case .steps(let name, true): "\(name.text): who was told?"
        }
    }

    /// The names of a list's pages; empty for a list without pages.
    func pages(of pick: PickList) -> [Message] {
        switch pick.source {
        case .help, .officers, .roles, .approvals, .news, .matches, .pair, .held, .facts, .exceptions, .steps,
            .handovers:
            []
        case .menu: Command.Group.allCases.map(\.heading)
        }
    }

    /// Every item, in the order in which they stand while nothing is typed.
    func allItems(of pick: PickList) -> [PickItem] {
        switch pick.source {
        case .officers: return officerItems
        case .roles(let officer): return roleItems(of: officer)
        case .approvals: return waitingItems
        case .held: return heldItems
        case .handovers: return pastItems
        case .facts(let name): return factItems(of: name)
        case .exceptions(let name): return exceptionItems(of: name)
        case .steps(let name, let onlyTelling): return stepItems(of: name, onlyTelling: onlyTelling)
        case .help: return Command.Group.allCases.flatMap { group in commandItems { $0.group == group } }
        case .menu:
            let group = Command.Group.allCases[min(pick.page, Command.Group.allCases.count - 1)]
            return commandItems { !pick.query.isEmpty || $0.group == group }.map { item in
                var item = item
                item.heading = nil
                return item
            }
        case .news(let indices): return newsItems(indices)
        case .matches(let name): return matchItems(of: name)
        case .pair(let name, let other): return pairItems(name, other)
        }
    }

    mutating func choose(_ id: String, in pick: PickList) -> [Effect] {
        switch pick.source {
        case .help, .menu: runShowingKey(id)
        case .officers: chooseRole(of: id)
        case .roles(let officer): take(role: id, of: officer)
        case .approvals: Int64(id).flatMap { waiting($0) }.map { examine($0) } ?? []
        case .news: openNews(id)
        case .matches(let name): openPair(name, id)
        case .pair(let name, let other): carryOut(id, on: name, other)
        case .held: showHeld(id)
        case .handovers: chooseHandover(id)
        case .facts(let name): run(DeliveryFact(rawValue: id).map { AppState.form(of: $0) } ?? id, name.text)
        case .exceptions(let name): choose(exception: id, of: name)
        case .steps(let name, _): choose(step: id, of: name, in: pick)
        }
    }

    /// What the space bar does with the row under the cursor.
    mutating func actAtOnce(in pick: PickList, of lines: [PickLine]) -> [Effect] {
        guard let item = lines.first(where: { $0.id == pick.list.anchor })?.item, item.reason == nil else { return [] }
        switch pick.source {
        case .matches(let name): return SubjectName(item.id).map { toggleLink(name, $0) } ?? []
        case .held: return SubjectName(item.id).map { raiseHeld($0) } ?? []
        case .steps(let name, _): return remark(onStep: item.id, of: name, in: pick)
        default: return []
        }
    }

    /// The keys of a list beside those that every list has.
    func keyHint(of pick: PickList) -> Message? {
        if !pick.query.isEmpty, !pick.source.keepsSpaceKey { return nil }
        return switch pick.source {
        case .matches:
            "Space links or takes the link back, \(keyNames(of: "withdraw").first ?? "u") undoes it, Enter shows both"
        case .held: "Space raises an alert of it, Enter shows its text"
        case .handovers: "Enter shows it; where nothing fits, Enter searches the lines as they were shown"
        case .steps: "Enter ticks it, Space asks for a remark and the hour first"
        default: nil
        }
    }

    /// Runs a command that was found by looking for it, and says how to have it faster.
    private mutating func runShowingKey(_ name: String) -> [Effect] {
        notice = nil
        let effects = run(name)
        if notice == nil, let key = keyNames(of: name).first {
            notice = Notice(message: "\(key) does this directly.", isError: false)
        }
        return effects
    }

    private func commandItems(_ isWanted: (Command) -> Bool) -> [PickItem] {
        Command.all.filter(isWanted).map { command in
            let keys = keyNames(of: command.name)
            let word = vocabulary.word(for: command)
            let reason = command.unavailable(in: self)
            // Where both names do not fit, that of the screen's language stands alone; either can be typed.
            let nameWidth = word == nil ? 14 : layout.overlay.width < 90 ? 16 : 22
            let both = word.map { ":\($0) :\(command.name)" } ?? ":\(command.name)"
            let name = SafeText(both).width <= nameWidth ? both : ":\(word ?? command.name)"
            let sentence = catalogue.text(reason ?? command.help)
            return PickItem(
                id: command.name,
                segments: [
                    Segment(AppState.shown(keys), reason == nil ? .key : .disabled, width: 10),
                    Segment(name, reason == nil ? .text : .disabled, width: nameWidth),
                    Segment(
                        clause(of: sentence, width: layout.overlay.width - 18 - nameWidth),
                        reason == nil ? .text : .disabled),
                ],
                names: command.names(in: spokenCatalogues), words: command.sentences(in: spokenCatalogues),
                keys: keys + keymap.names(of: command.name),
                heading: command.group.heading, hint: reason ?? command.help,
                nameColumns: 11..<(11 + nameWidth), reason: reason)
        }
    }

    /// A sentence that is longer than its place, up to the end of its longest clause that fits; the line below the list
    /// says the whole.
    private func clause(of sentence: String, width: Int) -> String {
        guard SafeText(sentence).width > width else { return sentence }
        let ends = sentence.indices.filter { ",;:(，；：（".contains(sentence[$0]) }
        let clauses = ends.map { String(sentence[..<$0]).trimmingBlanks }
        return clauses.last { SafeText($0).width <= width && $0.count >= 12 } ?? sentence
    }

    /// The first two keys, or the first alone where both are too long for their column.
    private static func shown(_ keys: [String]) -> String {
        let two = keys.prefix(2).joined(separator: " ")
        return two.count <= 10 ? two : keys.first ?? ""
    }

    /// The languages in which a command may be looked for: that of the screen, English, and the others once they are loaded.
    var spokenCatalogues: [Catalogue] {
        [catalogue, .english] + otherWords.filter { ![catalogue.language, .en].contains($0.language) }
    }

    /// Asks for the words of the other languages, which searches look in; once.
    mutating func wantedWords() -> [Effect] {
        guard !hasAskedForWords, languages.contains(where: { ![catalogue.language, .en].contains($0) }) else {
            return []
        }
        hasAskedForWords = true
        return [.loadWords]
    }
}

extension Command.Group {
    package var heading: Message {
        switch self {
        case .act: "Act"
        case .move: "Move"
        case .look: "Look"
        case .show: "Show"
        case .program: "Program"
        }
    }
}
