using Twin.Grains.Live;
using Twin.Grains.Running;
using Twin.Model.Events;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Tests.Fakes;

/// <summary>Places of the entities of <see cref="FakeDistrict"/>.</summary>
internal static class FakePlaces
{
    public static EntityPlace Find(int run, string kind, string code)
    {
        string[] codes = kind switch
        {
            "district" => ["JB"],
            "street" => FakeDistrict.Streets,
            "community" => FakeDistrict.Communities,
            "compound" => ["AA-01-C01"],
            "baseGrid" => FakeDistrict.BaseGrids,
            "microGrid" => FakeDistrict.MicroGrids,
            "partyGroup" => FakeDistrict.MicroGrids,
            "household" => [.. FakeDistrict.MicroGrids.SelectMany(grid => new[] { $"{grid}-H001", $"{grid}-H002" })],
            "site" => FakeDistrict.Sites,
            _ => [],
        };
        int row = Array.IndexOf(codes, code);
        if (row < 0)
        {
            throw new LiveInputException(404, new LiveInputError("code", code, $"the code of a {kind}"));
        }

        EntityEntry[] children = kind == "microGrid" ? [Entry(run, "partyGroup", code, row), Entry(run, "household", $"{code}-H001", 2 * row), Entry(run, "household", $"{code}-H002", (2 * row) + 1)] : [];
        return new EntityPlace(Entry(run, kind, code, row), kind == "district" ? [] : [Entry(run, "district", "JB", 0)], children, []);
    }

    private static EntityEntry Entry(int run, string kind, string code, int row) => new(kind, code, RunKey.Of(run, EntityId.Of(LiveDescription.Kind(kind), row)).Value);
}
