using Twin.Model.Districts;
using Twin.Model.Scenarios;

namespace Twin.Model.Tests.Districts;

public sealed class ImpossibleSpecificationTests
{
    public static TheoryData<string, string, string> Impossible => new()
    {
        { "residents", "district.residents: found 100000", "allowed: 370" },
        { "baseGrids", "district.baseGrids: found 200", "allowed: 270 to 3339" },
        { "compounds", "district.compounds: found 60", "allowed: 75 or more" },
        { "villages", "district.ruralMicroGrids: found 80", "allowed: 90 to " },
        { "noVillages", "district.ruralMicroGrids: found 620", "allowed: 0 without villages" },
        { "alliances", "district.alliances: found 200", "allowed: at most 138" },
        { "agedAlone", "district.agedAlone: found 0.4", "allowed: 0 to 0.33" },
        { "agedAloneMany", "district.agedAlone: found 0.33", "residents aged 60 or more" },
        { "aged65", "district.aged65: found 0.3", "allowed: 0 to 0.181" },
        { "children", "district.children: found 0.9", "allowed: 0 to 0.819" },
        { "childrenMany", "district.children: found 0.6", "no room for" },
        { "householdSize", "district.householdSize: found 1.5", "allowed: 1.67 to 21.1" },
        { "area", "district.areaSquareKilometres: found 500", "at most 42" },
        { "tiny", "district.areaSquareKilometres: found", "at least 2 cm apart" },
        { "streetCode", "district.streets[1].code: found 'ht'", "2 to 4 capital letters" },
        { "streetTwice", "district.streets[1].code: found 'AA'", "different from every other" },
        { "noStreets", "district.streets: found 0 streets", "1 to 1000" },
        { "noVillageStreet", "district.streets: found no street with a share of the villages", "at least one" },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Generate_ImpossibleSpecification_SaysKeyFoundAndAllowed(string which, string found, string allowed)
    {
        ScenarioInputException refusal = Assert.Throws<ScenarioInputException>(() => DistrictGenerator.Generate(Make(which), 1));
        Assert.Contains(found, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(1e9)]
    public void Generate_ImpossibleScale_IsRefused(double scale) =>
        Assert.StartsWith("scale: found", Assert.Throws<ScenarioInputException>(() => DistrictGenerator.Generate(new DistrictSpecification(), scale)).Message, StringComparison.Ordinal);

    [Fact]
    public void Generate_TooManyHouseholdsToTellApart_IsRefused()
    {
        DistrictSpecification spec = new() { Residents = 4_900_000, MicroGrids = 33_390, RuralMicroGrids = 6_200, BaseGrids = 8_030 };
        ScenarioInputException refusal = Assert.Throws<ScenarioInputException>(() => DistrictGenerator.Generate(spec, 8));
        Assert.Contains("16777215", refusal.Message, StringComparison.Ordinal);
    }

    private static DistrictSpecification Make(string which) => which switch
    {
        "residents" => new() { Residents = 100_000 },
        "baseGrids" => new() { BaseGrids = 200 },
        "compounds" => new() { Compounds = 60 },
        "villages" => new() { RuralMicroGrids = 80 },
        "noVillages" => new() { Villages = 0 },
        "alliances" => new() { Alliances = 200 },
        "agedAlone" => new() { AgedAlone = 0.4 },
        "agedAloneMany" => new() { AgedAlone = 0.33, Aged60 = 0.13 },
        "aged65" => new() { Aged65 = 0.3 },
        "children" => new() { Children = 0.9 },
        "childrenMany" => new() { Children = 0.6 },
        "householdSize" => new() { HouseholdSize = 1.5 },
        "area" => new() { AreaSquareKilometres = 500 },
        "tiny" => new() { AreaSquareKilometres = 0.0000001 },
        "streetCode" => new() { Streets = [new() { Code = "AA", Villages = 1 }, new() { Code = "ht" }] },
        "streetTwice" => new() { Streets = [new() { Code = "AA", Villages = 1 }, new() { Code = "AA" }] },
        "noStreets" => new() { Streets = [] },
        "noVillageStreet" => new() { Streets = [new() { Code = "AA" }] },
        _ => throw new ArgumentOutOfRangeException(nameof(which), which, "No such case."),
    };
}
