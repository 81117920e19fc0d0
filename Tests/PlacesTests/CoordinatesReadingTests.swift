import Testing

@testable import Places

@Suite("Coordinates in a text")
struct CoordinatesReadingTests {
    @Test(
        "Every way to write them is read",
        arguments: [
            ("39.98N 49.44E", "39.98000N 49.44000E"), ("N39°58'35\" E49°26'26\"", "39.97639N 49.44056E"),
            ("39°58′35″N, 49°26′26″E", "39.97639N 49.44056E"), ("49.44E 39.98N", "39.98000N 49.44000E"),
            ("39.98, 49.44", "39.98000N 49.44000E"), ("39,98; 49,44", "39.98000N 49.44000E"),
            ("39°58′ с.ш. 49°26′ в.д.", "39.96667N 49.43333E"), ("-33.5, 151.2", "33.50000S 151.20000E"),
            ("12.5S 70.25W", "12.50000S 70.25000W"), ("39°58'35'' N 49°26'26'' E", "39.97639N 49.44056E"),
            ("at 39.98N 49.44E, by night", "39.98000N 49.44000E"),
        ])
    func forms(text: String, expected: String) {
        #expect(Coordinates(reading: text)?.text == expected)
    }

    @Test(
        "What is none is not taken for one",
        arguments: [
            "", "39.98N", "5 km south of Panj", "2 N 3", "12 34", "Osh, 3.5 kg", "91.5N 20.2E", "39°70'N 49°10'E",
            "N N 3 E", "3 and 250", "39.98N 49.44N", "+7 701 123 45 67", "1.5, 2", "№ 14, 15",
        ])
    func others(text: String) {
        #expect(Coordinates(reading: text) == nil)
    }

    @Test("The text of a position is read back as the same position, whatever it is")
    func roundTrip() {
        var chance = SplitMix(seed: 11)
        for _ in 0..<500 {
            let position = PlacesMaterial.position(chance.between(-90, 90), chance.between(-180, 180))
            #expect(Coordinates(reading: position.text) == position, "seed 11: \(position.text)")
        }
    }

    @Test("The words around them are left over")
    func rest() {
        #expect(CoordinatesReading("boat at 39.98N 49.44E by night")?.rest == "boat at by night")
    }
}
