using System.Text.Json;
using Twin.Grains.Live;

namespace Twin.Viewer.Tests.Fakes;

/// <summary>A small district: 2 streets, 3 communities, 4 base grids, 6 micro-grids of 2 households, 3 sites.</summary>
internal static class FakeDistrict
{
    public static readonly string[] Streets = ["AA", "BB"];
    public static readonly string[] Communities = ["AA-01", "AA-02", "BB-01"];
    public static readonly string[] BaseGrids = ["AA-01-01", "AA-01-02", "AA-02-01", "BB-01-01"];
    public static readonly string[] MicroGrids = ["AA-01-01-001", "AA-01-01-002", "AA-01-02-001", "AA-02-01-001", "BB-01-01-001", "BB-01-01-002"];
    public static readonly string[] Sites = ["S-001", "S-002", "S-003"];

    public static readonly byte[] Layout = JsonSerializer.SerializeToUtf8Bytes(new
    {
        district = new { code = "JB", name = "Jiangbei", nameZh = "江北区" },
        streets = new { code = Streets },
        communities = new { code = Communities, street = new[] { 0, 0, 1 } },
        compounds = new { code = new[] { "AA-01-C01" }, community = new[] { 0 } },
        baseGrids = new { code = BaseGrids, community = new[] { 0, 0, 1, 2 } },
        microGrids = new { code = MicroGrids, baseGrid = new[] { 0, 0, 1, 2, 3, 3 }, residents = Enumerable.Repeat(100, 6) },
        sites = new { code = Sites, community = new[] { 0, 1, 2 } },
        padding = new string('x', 4_000),
    });

    public static readonly RunDescription Description = new(
        [
            Measure("tested", "district", "overview", "people"),
            Measure("notified", "microGrid", "notice", "households"),
            Measure("order", "baseGrid", "notice", "state"),
            Measure("tested", "microGrid", "testing", "people"),
            Measure("waiting", "site", "sites", "people"),
            Measure("waiting", "community", "overview", "people"),
        ],
        [1, 6, 4, 6, 3, 3],
        ["overview", "notice", "testing", "sites"]);

    /// <summary>A run with one measure of very many rows: frames that no socket takes in one piece.</summary>
    public static RunDescription Wide(int rows) => new([Measure("tested", "microGrid", "testing", "people")], [rows], ["testing"]);

    private static MeasureEntry Measure(string key, string level, string topic, string unit) =>
        new(key, level, topic, key, key, unit, null, unit == "state" ? [new StateEntry("no", "否"), new StateEntry("yes", "是")] : null, null, null, false);
}
