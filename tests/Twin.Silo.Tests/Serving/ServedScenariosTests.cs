using Twin.Grains.Live;
using Twin.Silo.Serving;

namespace Twin.Silo.Tests.Serving;

/// <summary>What a request may name.</summary>
public sealed class ServedScenariosTests
{
    private const string Roster = "site,samplers,desks\nS-001,3,2\nS-002,4,2\n";

    [Theory]
    [InlineData("testing.staff.roster=/etc/passwd", "testing.staff.roster", "\"/etc/passwd\"")]
    [InlineData("testing.staff.roster=../secret.csv", "testing.staff.roster", "\"../secret.csv\"")]
    [InlineData("testing.staff={roster: ../secret.csv}", "testing.staff.roster", "\"../secret.csv\"")]
    [InlineData("testing.arrivals.file=../secret.csv", "testing.arrivals.file", "\"../secret.csv\"")]
    public void Prepare_FileOutsideTheFolder_IsRefusedUnread(string set, string where, string found)
    {
        using Folder folder = new();
        ServedScenarios served = new(Offer(folder), folder["journals"], TimeProvider.System);
        LiveInputException refused = Assert.Throws<LiveInputException>(() => served.Prepare(Request([set])));
        Assert.Equal(new LiveInputError(where, found, "the name of a file beside the scenario"), Assert.Single(refused.Errors));
    }

    [Fact]
    public void Prepare_RosterBesideTheScenario_IsRead()
    {
        using Folder folder = new();
        ServedScenarios served = new(Offer(folder), folder["journals"], TimeProvider.System);
        File.WriteAllText(folder["offered/staff.csv"], Roster);
        PreparedRun run = served.Prepare(Request(["testing.staff.roster=staff.csv"]));
        Assert.Equal(2, run.Scenario.Testing.Staff.Planned!.Rows.Count);
    }

    [Fact]
    public void Prepare_FileThatTheServersOwnerNamed_IsRead()
    {
        using Folder folder = new();
        string set = "testing.staff.roster=" + folder.Write("staff.csv", Roster);
        ServedScenarios served = new(Offer(folder), folder["journals"], TimeProvider.System) { OwnSets = [set] };
        Assert.Equal(2, served.Prepare(Request([set])).Scenario.Testing.Staff.Planned!.Rows.Count);
    }

    private static RunRequest Request(IReadOnlyList<string> sets) => new("tiny", 1, null, sets, 600, true);

    private static string Offer(Folder folder)
    {
        Directory.CreateDirectory(folder["offered"]);
        File.WriteAllText(folder["offered/tiny.yaml"], $"extends: {TwinProcess.Scenario("mass-testing-490k")}\nname: tiny\nscale: 0.01\n");
        return folder["offered"];
    }
}
