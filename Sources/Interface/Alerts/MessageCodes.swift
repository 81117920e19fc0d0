import Model
import Wording

/// What the closed lists of CAP 1.2 (section 3.2.2) say, in words; whoever wants the code reads the message itself.
extension MessageLines.Field {
    var codeWords: Message? {
        switch name {
        case "urgency": urgency
        case "severity": severity
        case "certainty": certainty
        case "category": category
        case "responseType": response
        default: nil
        }
    }

    private var urgency: Message? {
        switch value {
        case "Immediate": "now"
        case "Expected": "within the hour"
        case "Future": "in the near future"
        case "Past": "it is over"
        case "Unknown": "not known"
        default: nil
        }
    }

    private var severity: Message? {
        switch value {
        case "Extreme": "extreme"
        case "Severe": "severe"
        case "Moderate": "moderate"
        case "Minor": "minor"
        case "Unknown": "not known"
        default: nil
        }
    }

    private var certainty: Message? {
        switch value {
        case "Observed": "observed"
        case "Likely": "likely"
        case "Possible": "possible"
        case "Unlikely": "unlikely"
        case "Unknown": "not known"
        default: nil
        }
    }

    private var category: Message? {
        switch value {
        case "Geo": "earth and sea"
        case "Met": "weather"
        case "Safety": "public safety"
        case "Security": "security"
        case "Rescue": "rescue"
        case "Fire": "fire"
        case "Health": "public health"
        case "Env": "environment"
        case "Transport": "transport"
        case "Infra": "infrastructure"
        case "CBRNE": "dangerous substances"
        case "Other": "other matters"
        default: nil
        }
    }

    private var response: Message? {
        switch value {
        case "Shelter": "take shelter"
        case "Evacuate": "leave the area"
        case "Prepare": "prepare"
        case "Execute": "as planned before"
        case "Avoid": "keep away"
        case "Monitor": "watch for news"
        case "Assess": "look at the situation"
        case "AllClear": "the danger is over"
        case "None": "nothing to do"
        default: nil
        }
    }
}
