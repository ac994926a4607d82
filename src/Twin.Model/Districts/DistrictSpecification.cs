using Twin.Model.Scenarios;

namespace Twin.Model.Districts;

/// <summary>What a district is generated from, with a seed. The defaults are Jiangbei's.</summary>
public sealed record DistrictSpecification
{
    /// <summary>Seed of the generated district, apart from the runs' seed.</summary>
    [Parameter("Seed of the generated district; the run's own seed does not change the district.", Minimum = 0)]
    public ulong Seed { get; init; } = 2022;

    /// <summary>Code of the district itself.</summary>
    [Parameter("Code of the district itself: 2 to 4 capital letters, none of the streets'.",
        Pattern = "[A-Z]{2,4}", PatternText = "2 to 4 capital letters, such as JB")]
    public string Code { get; init; } = "JB";

    /// <summary>English name.</summary>
    [Parameter("Name of the district in English.")]
    public string Name { get; init; } = "Jiangbei";

    /// <summary>Chinese name.</summary>
    [Parameter("Name of the district in Chinese.")]
    public string NameZh { get; init; } = "江北区";

    /// <summary>Streets and towns.</summary>
    [Parameter("Streets and towns; their number does not change with the scale.", Grade = "P")]
    public IReadOnlyList<StreetSpecification> Streets { get; init; } = StreetSpecification.Jiangbei;

    /// <summary>Residents.</summary>
    [Parameter("Residents at full scale.", Grade = "S", Minimum = 100, Maximum = 10_000_000)]
    public int Residents { get; init; } = 490_000;

    /// <summary>Micro-grids.</summary>
    [Parameter("Micro-grids at full scale.", Grade = "S", Minimum = 8, Maximum = 100_000)]
    public int MicroGrids { get; init; } = 3_339;

    /// <summary>Rural micro-grids.</summary>
    [Parameter("Rural micro-grids at full scale.", Grade = "E", Minimum = 0, Maximum = 100_000)]
    public int RuralMicroGrids { get; init; } = 620;

    /// <summary>Share of dedicated micro-grids.</summary>
    [Parameter("Share of dedicated micro-grids.", Grade = "E", Minimum = 0, Maximum = 0.5)]
    public double Dedicated { get; init; } = 0.06;

    /// <summary>Base grids.</summary>
    [Parameter("Base grids at full scale.", Grade = "S", Minimum = 8, Maximum = 100_000)]
    public int BaseGrids { get; init; } = 803;

    /// <summary>Compounds.</summary>
    [Parameter("Residential compounds at full scale.", Grade = "S", Minimum = 1, Maximum = 10_000)]
    public int Compounds { get; init; } = 180;

    /// <summary>Communities.</summary>
    [Parameter("Urban communities at full scale.", Grade = "E", Minimum = 1, Maximum = 10_000)]
    public int Communities { get; init; } = 75;

    /// <summary>Villages.</summary>
    [Parameter("Villages at full scale.", Grade = "E", Minimum = 0, Maximum = 10_000)]
    public int Villages { get; init; } = 90;

    /// <summary>Councils.</summary>
    [Parameter("Party councils at full scale.", Grade = "S", Minimum = 1, Maximum = 10_000)]
    public int Councils { get; init; } = 138;

    /// <summary>Alliances.</summary>
    [Parameter("Red alliances at full scale.", Grade = "S", Minimum = 1, Maximum = 10_000)]
    public int Alliances { get; init; } = 46;

    /// <summary>Mean household size.</summary>
    [Parameter("Mean size of residential households.", Grade = "P", Minimum = 1.2, Maximum = 5)]
    public double HouseholdSize { get; init; } = 2.21;

    /// <summary>Mean size of dedicated units.</summary>
    [Parameter("Mean size of units of dedicated micro-grids (dormitories, wards, shops), which are not in householdSize.", Grade = "E", Minimum = 1.2, Maximum = 8)]
    public double DedicatedUnitSize { get; init; } = 2.4;

    /// <summary>One-person households.</summary>
    [Parameter("Share of one-person households.", Grade = "P", Minimum = 0, Maximum = 0.9)]
    public double OnePerson { get; init; } = 0.33;

    /// <summary>Households of someone aged 60 or more living alone.</summary>
    [Parameter("Share of households in which someone aged 60 or more lives alone.", Grade = "P", Minimum = 0, Maximum = 0.9)]
    public double AgedAlone { get; init; } = 0.12;

    /// <summary>Residents aged 0 to 14.</summary>
    [Parameter("Share of residents aged 0 to 14.", Grade = "P", Minimum = 0, Maximum = 0.5)]
    public double Children { get; init; } = 0.123;

    /// <summary>Residents aged 60 or more.</summary>
    [Parameter("Share of residents aged 60 or more.", Grade = "P", Minimum = 0, Maximum = 0.6)]
    public double Aged60 { get; init; } = 0.181;

    /// <summary>Residents aged 65 or more.</summary>
    [Parameter("Share of residents aged 65 or more.", Grade = "P", Minimum = 0, Maximum = 0.5)]
    public double Aged65 { get; init; } = 0.126;

    /// <summary>Party-member households.</summary>
    [Parameter("Share of party-member households.", Grade = "E", Minimum = 0, Maximum = 1)]
    public double PartyMemberHouseholds { get; init; } = 0.08;

    /// <summary>Housebound residents.</summary>
    [Parameter("Share of residents who cannot leave home.", Grade = "E", Minimum = 0, Maximum = 0.2)]
    public double Housebound { get; init; } = 0.005;

    /// <summary>Residents registered with assistance.</summary>
    [Parameter("Share of residents without a phone that shows a code: registered with assistance.", Grade = "E", Minimum = 0, Maximum = 0.5)]
    public double NoPhone { get; init; } = 0.12;

    /// <summary>Extent east–west, metres.</summary>
    [Parameter("Extent of the fictional frame east to west, metres.", Grade = "P", Minimum = 100, Maximum = 1_000_000)]
    public double WidthMetres { get; init; } = 27_000;

    /// <summary>Extent north–south, metres.</summary>
    [Parameter("Extent of the fictional frame north to south, metres.", Grade = "P", Minimum = 100, Maximum = 1_000_000)]
    public double HeightMetres { get; init; } = 20_000;

    /// <summary>Area, km².</summary>
    [Parameter("Area at full scale, square kilometres; at most π/4 of the frame.", Grade = "P", Minimum = 0.01, Maximum = 100_000)]
    public double AreaSquareKilometres { get; init; } = 208;

    /// <summary>Share of the area that is urban.</summary>
    [Parameter("Share of the area that urban micro-grids cover.", Grade = "E", Minimum = 0.01, Maximum = 1)]
    public double UrbanArea { get; init; } = 0.35;
}
