import Model
import Wording

/// The searchable list of what can be done here and now.
package struct HelpList: Equatable, Sendable {
    package internal(set) var query = TextField()
    package internal(set) var list = ListState()
}
