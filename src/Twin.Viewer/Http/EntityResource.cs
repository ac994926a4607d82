using Twin.Model.Events;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Http;

/// <summary>A kind of entity that is served.</summary>
/// <param name="Path">Its part of the address, such as micro-grids.</param>
/// <param name="Kind">The kind.</param>
/// <param name="IsListed">Whether there is a list of all.</param>
/// <param name="Filters">What the list can be narrowed down to.</param>
internal sealed record EntityResource(string Path, EntityKind Kind, bool IsListed, params IReadOnlyList<string> Filters)
{
    /// <summary>The kinds.</summary>
    public static IReadOnlyList<EntityResource> All { get; } =
    [
        new("districts", EntityKind.District, true),
        new("streets", EntityKind.Street, true),
        new("communities", EntityKind.Community, true, "street"),
        new("compounds", EntityKind.Compound, true, "street", "community"),
        new("base-grids", EntityKind.BaseGrid, true, "street", "community"),
        new("micro-grids", EntityKind.MicroGrid, true, "street", "community", "baseGrid"),
        new("party-groups", EntityKind.PartyGroup, true, "street", "community", "baseGrid"),
        new("sites", EntityKind.Site, true, "street", "community"),
        new("households", EntityKind.Household, false),
    ];

    private static readonly Dictionary<string, string> Paths = All.ToDictionary(one => one.Name, one => one.Path, StringComparer.Ordinal);

    /// <summary>The kind's name in answers, such as microGrid.</summary>
    public string Name { get; } = LiveDescription.Name(Kind);

    /// <summary>An entity as a link.</summary>
    /// <param name="run">Number of its run.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="code">Its code.</param>
    public static EntityLink Link(int run, string kind, string code) => new(kind, code, $"{ApiRoutes.Prefix}/runs/{run}/{Paths.GetValueOrDefault(kind, kind)}/{code}");
}
