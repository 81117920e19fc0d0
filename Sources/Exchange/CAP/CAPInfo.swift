/// One block of information of a CAP message: one event in one language.
package struct CAPInfo: Equatable, Sendable {
    package enum Category: String, CaseIterable, Sendable {
        case geo = "Geo"
        case met = "Met"
        case safety = "Safety"
        case security = "Security"
        case rescue = "Rescue"
        case fire = "Fire"
        case health = "Health"
        case env = "Env"
        case transport = "Transport"
        case infra = "Infra"
        case cbrne = "CBRNE"
        case other = "Other"
    }

    package enum ResponseType: String, CaseIterable, Sendable {
        case shelter = "Shelter"
        case evacuate = "Evacuate"
        case prepare = "Prepare"
        case execute = "Execute"
        case avoid = "Avoid"
        case monitor = "Monitor"
        case assess = "Assess"
        case allClear = "AllClear"
        case none = "None"
    }

    package enum Urgency: String, CaseIterable, Sendable {
        case immediate = "Immediate"
        case expected = "Expected"
        case future = "Future"
        case past = "Past"
        case unknown = "Unknown"
    }

    package enum Severity: String, CaseIterable, Sendable {
        case extreme = "Extreme"
        case severe = "Severe"
        case moderate = "Moderate"
        case minor = "Minor"
        case unknown = "Unknown"
    }

    package enum Certainty: String, CaseIterable, Sendable {
        case observed = "Observed"
        case likely = "Likely"
        case possible = "Possible"
        case unlikely = "Unlikely"
        case unknown = "Unknown"
    }

    /// `valueName` and `value`. In CAP 1.0 `name=value`.
    package struct NamedValue: Hashable, Sendable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package var language: String?
    package var categories: [Category]
    package var event: String
    package var responseTypes: [ResponseType]
    package var urgency: Urgency
    package var severity: Severity
    package var certainty: Certainty
    package var audience: String?
    package var eventCodes: [NamedValue]
    package var effective: MessageTime?
    package var onset: MessageTime?
    package var expires: MessageTime?
    package var senderName: String?
    package var headline: String?
    package var description: String?
    package var instruction: String?
    package var web: String?
    package var contact: String?
    package var parameters: [NamedValue]
    package var resources: [CAPResource]
    package var areas: [CAPArea]

    package init(
        event: String, categories: [Category] = [.security], urgency: Urgency = .unknown, severity: Severity = .unknown,
        certainty: Certainty = .unknown
    ) {
        self.event = event
        self.categories = categories
        self.urgency = urgency
        self.severity = severity
        self.certainty = certainty
        (responseTypes, eventCodes, parameters, resources, areas) = ([], [], [], [], [])
    }
}

/// A file that belongs to a block of information. An address in it is never fetched.
package struct CAPResource: Equatable, Sendable {
    package var resourceDesc: String
    /// Nil in CAP 1.0 and 1.1 only.
    package var mimeType: String?
    /// About how many bytes.
    package var size: Int64?
    package var uri: String?
    package var derefUri: String?
    package var digest: String?

    package init(resourceDesc: String, mimeType: String?) {
        self.resourceDesc = resourceDesc
        self.mimeType = mimeType
    }
}

/// Where a block of information applies; figures as they were written.
package struct CAPArea: Equatable, Sendable {
    package var areaDesc: String
    /// `lat,lon lat,lon …`, four pairs or more, the last like the first (WGS 84).
    package var polygons: [String]
    /// `lat,lon radius`, in kilometres.
    package var circles: [String]
    package var geocodes: [CAPInfo.NamedValue]
    /// Feet above mean sea level.
    package var altitude: String?
    package var ceiling: String?

    package init(areaDesc: String) {
        self.areaDesc = areaDesc
        (polygons, circles, geocodes) = ([], [], [])
    }
}
