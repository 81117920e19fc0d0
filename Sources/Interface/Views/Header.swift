import Model
import Screen
import Wording

extension AppState {
    /// The mode line, the figures, and the NOW sentence: the same three lines on every screen.
    func drawHeader(on canvas: inout Canvas) {
        let (word, role) = modeWord
        let used = canvas.put(text(word), row: 0, column: 0, role: role)
        let right = text(rightOfModeLine)
        let place = max(used + 2, width - right.width)
        canvas.put(text(timeLine), row: 0, column: used + 2, width: max(0, place - used - 3), role: .text)
        canvas.put(right, row: 0, column: place, role: board.isExercise ? .modeDrill : .text)
        drawFigures(on: &canvas)
        drawNow(on: &canvas)
    }

    /// The first word of every screen, and in a drill the last one, too.
    private var modeWord: (Message, Role) {
        if obstacle != nil { return ("STALE", .modeStale) }
        switch mode {
        case .review: return ("REVIEW", .modeReview)
        case .frozen: return ("FROZEN", .modeStale)
        case .live: break
        }
        if board.isExercise { return ("DRILL DRILL", .modeDrill) }
        return isReadOnly ? ("READ ONLY", .modeReview) : ("LIVE", .modeLive)
    }

    private var timeLine: Message {
        let place = zone.place ?? .verbatim("")
        switch mode {
        case .review(let instant):
            return "\(face.dateLine(instant)) \(face.zonedTime(instant)) \(place), as it was KNOWN then"
        case .frozen(let since):
            return "this is the board of \(face.clockTime(since, seconds: true)) \(face.offsetText(since)); = thaws it"
        case .live: break
        }
        if board.isExercise {
            let speed =
                board.clock.speed == 0
                ? catalogue.text("paused") : "x\(catalogue.convention.decimal(board.clock.speed.speedText))"
            if width < 80 { return "\(face.zonedTime(now)) \(speed)" }
            return "«\(board.clock.title ?? "")» \(face.dateLine(now)) \(face.zonedTime(now)) \(speed)"
        }
        if width < 80 { return "\(face.zonedTime(now)) \(place)" }
        let utc = ClockFace(convention: catalogue.convention, zone: .utc).clockTime(now)
        return "\(face.dateLine(now))  \(face.zonedTime(now)) \(place)  \(utc) UTC"
    }

    private var rightOfModeLine: Message {
        if board.isExercise {
            return width < 80 ? "NOT REAL" : "real \(face.zonedTime(real))  NOT REAL"
        }
        guard let watch = board.watch else { return "nobody has the watch" }
        let served = face.age(max(now - watch.from, .zero))
        let whole = face.age(watch.started.until - watch.from)
        return width < 80 ? "\(watch.started.officer) \(served)" : "\(watch.started.officer), \(served) of \(whole)"
    }

    private func drawFigures(on canvas: inout Canvas) {
        var column = 0
        if let obstacle {
            canvas.put(text(obstacle), row: 1, column: 0, width: width, role: .error)
            return
        }
        if let (count, oldest) = board.unacknowledged(at: now) {
            column +=
                canvas.put(text("\(count) UNACKED, oldest \(face.age(oldest))"), row: 1, column: 0, role: .urgent) + 2
        } else {
            column += canvas.put(text("0 unacked"), row: 1, column: 0, role: .good) + 2
        }
        column +=
            canvas.put(
                text("saved #\(Int(board.size) - 1)"), row: 1, column: column, width: width - column, role: .saved) + 2
        if let certified {
            column +=
                canvas.put(
                    text("certified to #\(Int(certified) - 1)"), row: 1, column: column, width: width - column,
                    role: .dim) + 2
        }
        if let shown = filters[screen], !shown.isEmpty {
            column +=
                canvas.put(text("FILTER /\(shown)"), row: 1, column: column, width: width - column, role: .warning) + 2
        }
        if board.isExercise, let watch = board.watch {
            let officer = text(
                "\(watch.started.officer), \(face.age(max(now - watch.from, .zero))) of \(face.age(watch.started.until - watch.from))"
            )
            canvas.put(officer, row: 1, column: max(column, width - officer.width), width: width - column, role: .text)
        }
    }

    private func drawNow(on canvas: inout Canvas) {
        let needs = board.needs(at: now)
        let headline = needs.first ?? .quiet(until: board.agenda(at: now).first)
        let lead = text(headline.priority.map { "NOW \($0)" } ?? "NOW")
        let role: Role = headline.priority == nil ? .good : headline.priority == 1 ? .urgent : .now
        let indent = canvas.put(lead, row: 2, column: 0, role: role) + 1
        var sentence = text(headline.message(face, now: now))
        if needs.count > 1 { sentence += text("  (+\(needs.count - 1) more)") }
        guard width < 80 else {
            canvas.put(sentence, row: 2, column: indent, width: width - indent, role: role)
            return
        }
        for (line, piece) in sentence.wrapped(to: width - indent).prefix(2).enumerated() {
            canvas.put(piece, row: 2 + line, column: indent, width: width - indent, role: role)
        }
    }
}
