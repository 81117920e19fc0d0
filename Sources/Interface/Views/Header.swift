import Model
import Screen
import Wording

extension AppState {
    /// The mode line, the figures, and the NOW sentence: the same three lines on every screen.
    func drawHeader(on canvas: inout Canvas) {
        let (word, role) = modeWord
        var used = canvas.put(text(word), row: 0, column: 0, role: role)
        if isVisitor { used += 1 + canvas.put(text("VISITOR"), row: 0, column: used + 1, role: .modeReview) }
        used += drawSession(on: &canvas, after: used)
        let forms = rightForms.map { text($0) }
        let right = (forms.first { $0.width <= width / 2 } ?? forms.last ?? SafeText()).clipped(to: width / 2)
        let place = max(used + 2, width - right.width)
        let room = max(0, place - used - 3)
        let lines = timeLines.map { text($0) }
        if let line = lines.first(where: { $0.width <= room }) ?? lines.last {
            canvas.put(line, row: 0, column: used + 2, width: room, role: .text)
        }
        let isOver = board.watch.map { $0.started.until <= now } ?? true
        canvas.put(
            right, row: 0, column: place,
            role: board.isExercise ? .modeDrill : isOver && !isReviewing ? .warning : .text)
        drawFigures(on: &canvas)
        drawNow(on: &canvas)
    }

    /// The first word of every screen, and in a drill the last one, too.
    var modeWord: (Message, Role) {
        if obstacle != nil { return ("STALE", .modeStale) }
        switch mode {
        case .review: return ("REVIEW", .modeReview)
        case .frozen: return ("FROZEN", .modeStale)
        case .live: break
        }
        if board.isExercise { return ("DRILL DRILL", .modeDrill) }
        return isReadOnly ? ("READ ONLY", .modeReview) : ("LIVE", .modeLive)
    }

    /// The time in words, the longest form first; the first that fits is shown.
    private var timeLines: [Message] {
        let place = zone == .utc ? .verbatim("") : zone.place ?? .verbatim("")
        switch mode {
        case .review(let instant):
            return [
                "\(face.dateLine(instant)) \(face.zonedTime(instant)) \(place), as it was KNOWN then",
                "\(face.stamp(instant)), as KNOWN then", "\(face.stamp(instant))",
            ]
        case .frozen(let since):
            let time = "\(face.clockTime(since, seconds: true)) \(face.offsetText(since))"
            let (age, wall) = (face.age(max(liveNow - since, .zero)), face.zonedTime(liveNow))
            return [
                "this is the board of \(time), \(age) old; it is \(wall) now; = thaws it",
                "board of \(time), \(age) old, now \(wall), = thaws",
                "\(age) old, now \(face.zonedTime(liveNow)), = thaws",
            ]
        case .live: break
        }
        if board.isExercise {
            let speed: Message = board.clock.speed == 0 ? "paused" : "x\(decimal: board.clock.speed.speedText)"
            // The title is typed by people; without it there is room for the date.
            if isVisitor {
                return [
                    .verbatim("\(face.dateLine(now)) \(face.zonedTime(now)) \(catalogue.text(speed))"),
                    "\(face.zonedTime(now)) \(speed)",
                ]
            }
            let title = board.clock.title ?? ""
            return [
                "«\(title)» \(face.dateLine(now)) \(face.zonedTime(now)) \(speed)",
                "«\(title)» \(face.zonedTime(now)) \(speed)",
                "\(face.zonedTime(now)) \(speed)",
            ]
        }
        let utc = ClockFace(convention: catalogue.convention, zone: .utc).clockTime(now)
        return [
            "\(face.dateLine(now))  \(face.zonedTime(now)) \(place)  \(utc) UTC",
            "\(face.dateLine(now))  \(face.zonedTime(now)) \(place)",
            "\(face.shortDay(now)) \(face.zonedTime(now)) \(place)", "\(face.zonedTime(now)) \(place)",
            "\(face.zonedTime(now))",
        ]
    }

    /// The right end of the mode line, the longest form first; the first that takes at most half of it is shown.
    private var rightForms: [Message] {
        if board.isExercise {
            return [width < 80 ? "NOT REAL" : "real \(face.zonedTime(real))  NOT REAL"]
        }
        return isReviewing ? ["read only"] : dutyForms
    }

    /// Whose watch it is, how long of how long, and who is next, the longest form first.
    private var dutyForms: [Message] {
        guard let watch = board.watch else {
            guard let since = board.nobodySince else { return ["nobody has the watch"] }
            return ["NOBODY HAS THE WATCH since \(face.moment(since, now: now))", "NOBODY HAS THE WATCH"]
        }
        if conceals { return [servedTime(of: watch)] }
        let served = face.age(watch.served(at: board.dutyTime(now)))
        let planned = face.age(watch.planned)
        let officer = watch.started.officer
        let short: [Message] = ["\(officer), \(served) of \(planned)", "\(officer) \(served)"]
        guard let next = board.nextOnWatch(at: now), width >= 80 else { return width < 80 ? [short[1]] : short }
        return ["\(officer), \(served) of \(planned), next \(next.officer) \(face.moment(next.at, now: now))"] + short
    }

    private func drawFigures(on canvas: inout Canvas) {
        var column = 0
        if let obstacle = shownObstacle {
            let age = face.age(max(real - (obstacleSince ?? real), .zero))
            canvas.put(
                text("\(obstacle) (not up to date for \(age))"), row: 1, column: 0, width: width, role: .error)
            return
        }
        if let (count, oldest) = board.unacknowledged(at: now) {
            column +=
                canvas.put(text("\(count) UNACKED, oldest \(face.age(oldest))"), row: 1, column: 0, role: .urgent) + 2
        } else {
            column += canvas.put(text("0 unacked"), row: 1, column: 0, role: .good) + 2
        }
        let saved: Message = board.size == 0 ? "nothing saved yet" : "saved #\(Int(board.size) - 1)"
        column += canvas.put(text(saved), row: 1, column: column, width: width - column, role: .saved) + 2
        if let behind = clockBehind {
            let remark: Message = "THIS CLOCK IS \(face.age(behind)) BEHIND THE LOG"
            column += canvas.put(text(remark), row: 1, column: column, width: width - column, role: .error) + 2
        }
        for (word, role) in [backlogWord].compactMap({ $0 }) + bellWords {
            column += canvas.put(text(word), row: 1, column: column, width: width - column, role: role) + 2
        }
        if let newsWord {
            column += canvas.put(text(newsWord), row: 1, column: column, width: width - column, role: .key) + 2
        }
        if let shown = filters[screen], !search.isEmpty {
            column +=
                canvas.put(
                    text(marking.contains(screen) ? "MARKED /\(shown)" : "FILTER /\(shown)"), row: 1, column: column,
                    width: width - column, role: .warning) + 2
        }
        if let subset = looks.subset {
            let remark: Message = (isVisitor ? nil : looks.viewName).map { "VIEW \($0)" } ?? "VIEW, \(subset.message)"
            column += canvas.put(text(remark), row: 1, column: column, width: width - column, role: .warning) + 2
        }
        let forms = board.isExercise ? dutyForms.map { text($0) } : []
        let officer =
            forms.first { $0.width <= max(34, width / 2) && column + $0.width <= width } ?? forms.last ?? SafeText()
        let room = width - officer.width
        if let certified, !isReviewing {
            let certificate = text("certified to #\(Int(certified) - 1)")
            if column + certificate.width + 1 < room {
                column += canvas.put(certificate, row: 1, column: column, role: .dim) + 2
            }
        }
        if column <= room { canvas.put(officer, row: 1, column: room, role: .text) }
    }

    /// The sentence in one or two lines; where one is enough, the second says what comes after it.
    private func drawNow(on canvas: inout Canvas) {
        if isReviewing, board.size == 0 {
            canvas.put(text("The log had not begun."), row: 2, column: 0, width: width, role: .dim)
            return
        }
        let needs = shownNeeds
        let headline = needs.first ?? .quiet(until: board.agenda(at: now, for: ownOfficer).first)
        let role: Role = headline.priority == nil ? .good : headline.priority == 1 ? .urgent : .now
        let indent = canvas.put(text(headline.priority.map { "NOW \($0)" } ?? "NOW"), row: 2, column: 0, role: role) + 1
        let lines = text(words(of: headline)).wrapped(to: width - indent)
        for (line, piece) in lines.prefix(2).enumerated() {
            let isCut = line == 1 && lines.count > 2
            canvas.put(isCut ? piece + "~" : piece, row: 2 + line, column: indent, width: width - indent, role: role)
        }
        // The page of a delivery has all of its own; what is beside it is said here.
        let shown = shownDelivery?.name
        guard let second = needs.dropFirst().first(where: { shown == nil || $0.subject != shown }) else {
            if lines.count == 1 { canvas.put(text(calm), row: 3, column: indent, width: width - indent, role: .dim) }
            return
        }
        // What comes after it begins behind the end of the first, when that leaves room for more than its name.
        let column = lines.count == 1 ? indent : indent + (lines.last?.width ?? 0) + 2
        guard lines.count <= 2, width - column >= 20 else { return }
        let more: Message = needs.count > 2 && shown == nil ? "(+\(needs.count - 2) more)" : .verbatim("")
        let after = text("then \(words(of: second)) \(more)")
        canvas.put(after, row: 3, column: column, width: width - column, role: .dim)
    }

    /// By how much this machine's clock is behind the newest record; records keep the log's time, ages would be wrong.
    private var clockBehind: Span? {
        guard mode == .live, let newest = board.newest, newest.recorded - real >= .minutes(1) else { return nil }
        return newest.recorded - real
    }

    /// The figures of a night on which nothing is wrong, or only one thing.
    private var calm: Message {
        let running = Message.plural(
            board.tally.open(.deliveries), one: "%1 delivery running", other: "%1 deliveries running")
        let open = Message.plural(board.openAlertCount(at: now), one: "%1 alert open", other: "%1 alerts open")
        guard let newest = board.newest else { return "\(running), \(open)" }
        return "\(running), \(open), newest word \(face.age(max(now - newest.learnt, .zero))) old"
    }
}
