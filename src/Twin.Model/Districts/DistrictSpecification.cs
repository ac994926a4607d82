using Twin.Model.Scenarios;

namespace Twin.Model.Districts;

/// <summary>What a district is generated from, with a seed. The defaults are Jiangbei's.</summary>
public sealed record DistrictSpecification
{
    /// <summary>Seed of the generated district, apart from the runs' seed.</summary>
    [Parameter("Seed of the generated district; the run's own seed does not change the district.", "生成区域所用的种子；运行自身的种子不改变区域。", Minimum = 0)]
    public ulong Seed { get; init; } = 2022;

    /// <summary>Code of the district itself.</summary>
    [Parameter("Code of the district itself: 2 to 4 capital letters, none of the streets'.", "区域自身的代码：2 至 4 个大写字母，不得与任何街道相同。",
        Pattern = "[A-Z]{2,4}", PatternText = "2 to 4 capital letters, such as JB")]
    public string Code { get; init; } = "JB";

    /// <summary>English name.</summary>
    [Parameter("Name of the district in English.", "区域的英文名称。")]
    public string Name { get; init; } = "Jiangbei";

    /// <summary>Chinese name.</summary>
    [Parameter("Name of the district in Chinese.", "区域的中文名称。")]
    public string NameZh { get; init; } = "江北区";

    /// <summary>Streets and towns.</summary>
    [Parameter("Streets and towns; their number does not change with the scale.", "街道与镇，其数量不随规模变化。", Grade = "P")]
    public IReadOnlyList<StreetSpecification> Streets { get; init; } = StreetSpecification.Jiangbei;

    /// <summary>Residents.</summary>
    [Parameter("Residents at full scale.", "全规模时的居民人数。", Grade = "S", Minimum = 100, Maximum = 10_000_000)]
    public int Residents { get; init; } = 490_000;

    /// <summary>Micro-grids.</summary>
    [Parameter("Micro-grids at full scale.", "全规模时的微网格数。", Grade = "S", Minimum = 8, Maximum = 100_000)]
    public int MicroGrids { get; init; } = 3_339;

    /// <summary>Rural micro-grids.</summary>
    [Parameter("Rural micro-grids at full scale.", "全规模时的农村微网格数。", Grade = "E", Minimum = 0, Maximum = 100_000)]
    public int RuralMicroGrids { get; init; } = 620;

    /// <summary>Share of dedicated micro-grids.</summary>
    [Parameter("Share of dedicated micro-grids.", "专属微网格所占比例。", Grade = "E", Minimum = 0, Maximum = 0.5)]
    public double Dedicated { get; init; } = 0.06;

    /// <summary>Base grids.</summary>
    [Parameter("Base grids at full scale.", "全规模时的基础网格数。", Grade = "S", Minimum = 8, Maximum = 100_000)]
    public int BaseGrids { get; init; } = 803;

    /// <summary>Compounds.</summary>
    [Parameter("Residential compounds at full scale.", "全规模时的住宅小区数。", Grade = "S", Minimum = 1, Maximum = 10_000)]
    public int Compounds { get; init; } = 180;

    /// <summary>Communities.</summary>
    [Parameter("Urban communities at full scale.", "全规模时的城市社区数。", Grade = "E", Minimum = 1, Maximum = 10_000)]
    public int Communities { get; init; } = 75;

    /// <summary>Villages.</summary>
    [Parameter("Villages at full scale.", "全规模时的行政村数。", Grade = "E", Minimum = 0, Maximum = 10_000)]
    public int Villages { get; init; } = 90;

    /// <summary>Councils.</summary>
    [Parameter("Party councils at full scale.", "全规模时的党组织议事会数。", Grade = "S", Minimum = 1, Maximum = 10_000)]
    public int Councils { get; init; } = 138;

    /// <summary>Alliances.</summary>
    [Parameter("Red alliances at full scale.", "全规模时的区域治理联盟数。", Grade = "S", Minimum = 1, Maximum = 10_000)]
    public int Alliances { get; init; } = 46;

    /// <summary>Mean household size.</summary>
    [Parameter("Mean size of residential households.", "居住户的平均人数。", Grade = "P", Minimum = 1.2, Maximum = 5)]
    public double HouseholdSize { get; init; } = 2.21;

    /// <summary>Mean size of dedicated units.</summary>
    [Parameter("Mean size of units of dedicated micro-grids (dormitories, wards, shops), which are not in householdSize.",
        "专属微网格中各单元（宿舍、病房、商铺）的平均人数，不计入 householdSize。", Grade = "E", Minimum = 1.2, Maximum = 8)]
    public double DedicatedUnitSize { get; init; } = 2.4;

    /// <summary>One-person households.</summary>
    [Parameter("Share of one-person households.", "单人户所占比例。", Grade = "P", Minimum = 0, Maximum = 0.9)]
    public double OnePerson { get; init; } = 0.33;

    /// <summary>Households of someone aged 60 or more living alone.</summary>
    [Parameter("Share of households in which someone aged 60 or more lives alone.", "60 岁及以上独居户所占比例。", Grade = "P", Minimum = 0, Maximum = 0.9)]
    public double AgedAlone { get; init; } = 0.12;

    /// <summary>Residents aged 0 to 14.</summary>
    [Parameter("Share of residents aged 0 to 14.", "0 至 14 岁居民所占比例。", Grade = "P", Minimum = 0, Maximum = 0.5)]
    public double Children { get; init; } = 0.123;

    /// <summary>Residents aged 60 or more.</summary>
    [Parameter("Share of residents aged 60 or more.", "60 岁及以上居民所占比例。", Grade = "P", Minimum = 0, Maximum = 0.6)]
    public double Aged60 { get; init; } = 0.181;

    /// <summary>Residents aged 65 or more.</summary>
    [Parameter("Share of residents aged 65 or more.", "65 岁及以上居民所占比例。", Grade = "P", Minimum = 0, Maximum = 0.5)]
    public double Aged65 { get; init; } = 0.126;

    /// <summary>Share of party-member households, an estimate. No scenario's key: nothing in a run asks for it.</summary>
    public double PartyMemberHouseholds { get; init; } = 0.08;

    /// <summary>Housebound residents.</summary>
    [Parameter("Share of residents who cannot leave home.", "无法出门的居民所占比例。", Grade = "E", Minimum = 0, Maximum = 0.2)]
    public double Housebound { get; init; } = 0.005;

    /// <summary>Residents registered with assistance.</summary>
    [Parameter("Share of residents without a phone that shows a code: registered with assistance.",
        "没有手机出示二维码、需协助登记的居民所占比例。", Grade = "E", Minimum = 0, Maximum = 0.5)]
    public double NoPhone { get; init; } = 0.12;

    /// <summary>Extent east–west, metres.</summary>
    [Parameter("Extent of the fictional frame east to west, metres.", "虚构范围的东西向跨度（米）。", Grade = "P", Minimum = 100, Maximum = 1_000_000)]
    public double WidthMetres { get; init; } = 27_000;

    /// <summary>Extent north–south, metres.</summary>
    [Parameter("Extent of the fictional frame north to south, metres.", "虚构范围的南北向跨度（米）。", Grade = "P", Minimum = 100, Maximum = 1_000_000)]
    public double HeightMetres { get; init; } = 20_000;

    /// <summary>Area, km².</summary>
    [Parameter("Area at full scale, square kilometres; at most π/4 of the frame.",
        "全规模时的面积（平方千米），至多为范围的 π/4。", Grade = "P", Minimum = 0.01, Maximum = 100_000)]
    public double AreaSquareKilometres { get; init; } = 208;

    /// <summary>Share of the area that is urban.</summary>
    [Parameter("Share of the area that urban micro-grids cover.", "城市微网格所占面积的比例。", Grade = "E", Minimum = 0.01, Maximum = 1)]
    public double UrbanArea { get; init; } = 0.35;
}
