using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using Twin.Experiments.Staffing;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Plans;

/// <summary>A staffing plan with the scenario that it is for.</summary>
/// <param name="Path">Path of its file as the user gave it.</param>
/// <param name="File">What the file says.</param>
/// <param name="Scenario">The scenario as resolved, with the plan's staff in place of its own.</param>
public sealed record StaffingPlan(string Path, PlanFile File, Scenario Scenario)
{
    private static readonly string[] Names = ["name", "title", "titleZh", "seed"];

    private static readonly string[] OwnStaff =
        ["samplers", "residentsPerSampler", "desks", "residentsPerDesk", "besideGuideline", "samplersPerSite", "desksPerSite", "roster"];

    /// <summary>Its staff.</summary>
    public StaffRoster Roster => Scenario.Testing.Staff.Planned!;

    /// <summary>File and version, such as <c>market v2</c>; of a search's <c>plan.json</c> the folder, which tells it from another's.</summary>
    public string Label
    {
        get
        {
            string file = System.IO.Path.GetFileNameWithoutExtension(Path);
            string folder = System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(Path) ?? "");
            return string.Create(CultureInfo.InvariantCulture, $"{(file == "plan" && folder.Length > 0 ? folder : file)} v{File.Version}");
        }
    }

    /// <summary>What its hours cost: as it says, or the estimates that a staffing search begins with.</summary>
    public StaffCosts Costs => File.Goal is { } goal ? new StaffCosts(goal.CostSampler, goal.CostDesk, goal.CostHelper) : new StaffGoal().Costs;

    /// <summary>A scenario with a plan's staff in place of its own.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="roster">The plan's staff.</param>
    /// <param name="helpers">The plan's helpers of each party group; null for the scenario's own.</param>
    public static Scenario Into(Scenario scenario, StaffRoster roster, int? helpers)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        MassTestingParameters testing = scenario.Testing;
        return scenario with
        {
            Testing = testing with
            {
                Staff = testing.Staff with { Roster = "", Planned = roster, BesideGuideline = false },
                Notice = testing.Notice with { Helpers = helpers ?? testing.Notice.Helpers },
            },
        };
    }

    /// <summary>Digest of a scenario as resolved, its names, its seed and its staff left out: the same for all plans of it.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <returns>32 hexadecimal digits.</returns>
    public static string DigestOf(Scenario scenario)
    {
        JsonObject keys = ScenarioJson.Of(scenario);
        Array.ForEach(Names, name => keys.Remove(name));
        JsonObject staff = keys["testing"]!["staff"]!.AsObject();
        Array.ForEach(OwnStaff, name => staff.Remove(name));
        keys["testing"]!["notice"]!.AsObject().Remove("helpers");
        return Hexadecimal(Encoding.UTF8.GetBytes(keys.ToJsonString()));
    }

    /// <summary>Digest of a plan's entries, whatever their order: two plans with equal digests staff alike.</summary>
    /// <param name="roster">The entries.</param>
    /// <param name="helpers">Helpers of each party group; null for the scenario's own.</param>
    /// <returns>32 hexadecimal digits.</returns>
    public static string KeyOf(StaffRoster roster, int? helpers)
    {
        ArgumentNullException.ThrowIfNull(roster);
        long[] all =
        [
            helpers ?? -1,
            .. roster.Rows.OrderBy(row => row.Site).ThenBy(row => row.From ?? -1).ThenBy(row => row.To ?? -1)
                .SelectMany(row => new[] { row.Site, row.From ?? -1, row.To ?? -1, row.Samplers, row.Desks }),
        ];
        return Hexadecimal(MemoryMarshal.AsBytes(all.AsSpan()));
    }

    private static string Hexadecimal(ReadOnlySpan<byte> bytes) => XxHash128.HashToUInt128(bytes).ToString("x32", CultureInfo.InvariantCulture);
}
