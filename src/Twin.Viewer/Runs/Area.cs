using Twin.Grains.Live;
using Twin.Model.Events;
using Twin.Model.Live;

namespace Twin.Viewer.Runs;

/// <summary>A part of the district that somebody watches: a street, a community or a base grid.</summary>
/// <param name="Code">Its code; empty for the whole district.</param>
/// <param name="IsInside">Whether a row (measure, row) lies in it; null for all.</param>
internal sealed record Area(string Code, Func<int, int, bool>? IsInside)
{
    private static readonly EntityKind[] Kinds = [EntityKind.Street, EntityKind.Community, EntityKind.BaseGrid];

    /// <summary>The whole district.</summary>
    public static Area All { get; } = new("", null);

    /// <summary>Finds an area.</summary>
    /// <param name="code">Its code; empty for the whole district.</param>
    /// <param name="layout">The run's measures.</param>
    /// <param name="district">The run's district.</param>
    /// <exception cref="LiveInputException">There is no such area.</exception>
    public static Area Of(string code, LiveLayout layout, DistrictTable district)
    {
        if (code.Length == 0)
        {
            return All;
        }

        foreach (EntityKind kind in Kinds)
        {
            int place = district.Row(kind, code);
            if (place >= 0)
            {
                bool[]?[] inside = [.. Enumerable.Range(0, layout.Measures.Count).Select(measure => Inside(layout, measure, district, kind, place))];
                return new Area(code, (measure, row) => inside[measure] is { } rows && rows[row]);
            }
        }

        throw new LiveInputException(404, new LiveInputError(
            "area", Found.Text(code), $"the code of a street ({string.Join(", ", district.Codes(EntityKind.Street).Take(12))}), a community or a base grid, or empty for all"));
    }

    private static bool[]? Inside(LiveLayout layout, int measure, DistrictTable district, EntityKind kind, int place)
    {
        EntityKind level = layout.Measures[measure].Level;
        bool[] rows = new bool[layout.Rows(measure)];
        bool any = false;
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = row < district.Codes(level).Count && district.Above(level, row, kind) == place;
            any |= rows[row];
        }

        return any ? rows : null;
    }
}
