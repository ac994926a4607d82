using Twin.Model.Scenarios;

namespace Twin.Model.Districts;

/// <summary>A street (街道) or town (镇) of a district that is generated.</summary>
public sealed record StreetSpecification
{
    /// <summary>Code, the first part of every code below.</summary>
    [Parameter("Code: 2 to 4 capital letters, the first part of every code below.", "代码：2 至 4 个大写字母，是其下所有代码的首段。", Required = true,
        Pattern = "[A-Z]{2,4}", PatternText = "2 to 4 capital letters, such as WJ")]
    public string Code { get; init; } = "";

    /// <summary>English name.</summary>
    [Parameter("Name in English.", "英文名称。", Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Chinese name.</summary>
    [Parameter("Name in Chinese.", "中文名称。")]
    public string NameZh { get; init; } = "";

    /// <summary>Whether it is a town.</summary>
    [Parameter("true: a town (镇); false: a street (街道).", "true 为镇；false 为街道。", Grade = "P")]
    public bool Town { get; init; }

    /// <summary>Share of the urban communities.</summary>
    [Parameter("Its share of the urban communities, in proportion to the other streets'.", "其城市社区份额，与其他街道按比例分配。", Grade = "E", Minimum = 0, Maximum = 1_000)]
    public double Communities { get; init; } = 1;

    /// <summary>Share of the villages.</summary>
    [Parameter("Its share of the villages, in proportion to the other streets'.", "其行政村份额，与其他街道按比例分配。", Grade = "E", Minimum = 0, Maximum = 1_000)]
    public double Villages { get; init; }

    /// <summary>The 7 streets and 1 town of Jiangbei (names: P; shares: E).</summary>
    public static IReadOnlyList<StreetSpecification> Jiangbei { get; } =
    [
        new() { Code = "ZQ", Name = "Zhuangqiao", NameZh = "庄桥街道", Communities = 16, Villages = 20 },
        new() { Code = "HT", Name = "Hongtang", NameZh = "洪塘街道", Communities = 18, Villages = 15 },
        new() { Code = "WJ", Name = "Wenjiao", NameZh = "文教街道", Communities = 13 },
        new() { Code = "KP", Name = "Kongpu", NameZh = "孔浦街道", Communities = 12 },
        new() { Code = "YJ", Name = "Yongjiang", NameZh = "甬江街道", Communities = 11, Villages = 17 },
        new() { Code = "QJ", Name = "Qianjiang", NameZh = "前江街道", Communities = 9, Villages = 10 },
        new() { Code = "WT", Name = "Waitan", NameZh = "外滩街道", Communities = 11 },
        new() { Code = "CC", Name = "Cicheng", NameZh = "慈城镇", Town = true, Communities = 10, Villages = 38 },
    ];
}
