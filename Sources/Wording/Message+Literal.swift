import Model

extension Message: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) {
        self.init(key: Template.escaped(value))
    }

    package init(stringInterpolation: StringInterpolation) {
        self.init(key: stringInterpolation.key, arguments: stringInterpolation.arguments)
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var key = ""
        fileprivate var arguments: [Argument] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            key.reserveCapacity(literalCapacity + 2 * interpolationCount)
            arguments.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) { key += Template.escaped(literal) }

        package mutating func appendInterpolation(_ text: String) { append(.text(text)) }
        package mutating func appendInterpolation(_ text: Substring) { append(.text(String(text))) }
        package mutating func appendInterpolation(_ character: Character) { append(.text(String(character))) }
        package mutating func appendInterpolation(_ number: some BinaryInteger) {
            append(.number(Int(clamping: number)))
        }
        package mutating func appendInterpolation(_ message: Message) { append(.message(message)) }
        package mutating func appendInterpolation(_ argument: Argument) { append(argument) }
        package mutating func appendInterpolation(grouped number: some BinaryInteger) {
            append(.grouped(Int(clamping: number)))
        }
        package mutating func appendInterpolation(decimal exact: String) { append(.decimal(exact)) }
        package mutating func appendInterpolation(_ span: Span) { append(.span(span)) }

        /// A counted noun within the sentence, translated as a plural of its own: `\(n, one: "%1 day", other: "%1
        /// days")`.
        package mutating func appendInterpolation(_ count: Int, one: String, other: String) {
            append(.message(.plural(count, one: one, other: other)))
        }

        private mutating func append(_ argument: Argument) {
            precondition(arguments.count < Template.places, "a message has at most \(Template.places) places")
            arguments.append(argument)
            key += "%\(arguments.count)"
        }
    }
}
