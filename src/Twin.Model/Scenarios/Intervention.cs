namespace Twin.Model.Scenarios;

/// <summary>Something that the command does at a given time.</summary>
public sealed record Intervention
{
    /// <summary>What is done.</summary>
    [Parameter("addStaff, moveStaff, removeStaff, openSite or extendWindow.",
        "addStaff（增派人员）、moveStaff（调动人员）、removeStaff（撤出人员）、openSite（启用采样点）或 extendWindow（延长时段）。", Required = true)]
    public InterventionType Type { get; init; }

    /// <summary>Whether it happens.</summary>
    [Parameter("false switches it off.", "false 表示停用。")]
    public bool Enabled { get; init; } = true;

    /// <summary>When.</summary>
    [Parameter("When it takes effect.", "生效时刻。", Required = true)]
    public Moment At { get; init; }

    /// <summary>Where, for staff and openSite; to where for moveStaff.</summary>
    [Parameter("Codes of the sites; empty or left out for all.", "采样点代码；为空或省略表示全部。", Pattern = "S-[0-9]{3,6}", PatternText = "a site's code such as S-017")]
    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>From where staff are moved.</summary>
    [Parameter("Code of the site from which staff are moved.",
        "调出人员的采样点代码。", Pattern = "S-[0-9]{3,6}", PatternText = "a site's code such as S-017")]
    [ActsWhen("type = moveStaff")]
    public string From { get; init; } = "";

    /// <summary>Samplers, per site.</summary>
    [Parameter("Samplers to add, move or take away, per site.",
        "每个采样点增派、调动或撤出的采样人员数。", Minimum = 0, Maximum = 1000)]
    [ActsWhen("type = addStaff moveStaff removeStaff")]
    public int Samplers { get; init; }

    /// <summary>Desks, per site.</summary>
    [Parameter("Desks to add, move or take away, per site.", "每个采样点增派、调动或撤出的登记台数。", Minimum = 0, Maximum = 1000)]
    [ActsWhen("type = addStaff moveStaff removeStaff")]
    public int Desks { get; init; }

    /// <summary>For extendWindow: the new closing time.</summary>
    [Parameter("The new closing time.", "新的关闭时刻。")]
    [ActsWhen("type = extendWindow")]
    public Moment? To { get; init; }
}

/// <summary>Kinds of intervention.</summary>
public enum InterventionType
{
    /// <summary>Staff come to sites.</summary>
    AddStaff,

    /// <summary>Staff go from one site to another, and work there after the walk.</summary>
    MoveStaff,

    /// <summary>Staff leave sites; who serves somebody finishes first.</summary>
    RemoveStaff,

    /// <summary>A reserve site opens.</summary>
    OpenSite,

    /// <summary>Sites close at another time.</summary>
    ExtendWindow,
}
