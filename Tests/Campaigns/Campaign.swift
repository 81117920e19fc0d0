import ArgumentParser
import EventLog

@main struct Campaign: ParsableCommand {}
