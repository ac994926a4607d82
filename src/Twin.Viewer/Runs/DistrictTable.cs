using System.Text.Json;
using Twin.Model.Events;

namespace Twin.Viewer.Runs;

/// <summary>Codes of a run's district and what lies in what, as columns by ordinal: read from the run's layout once.</summary>
internal sealed class DistrictTable
{
    private readonly Dictionary<EntityKind, string[]> _codes = [];
    private readonly Dictionary<EntityKind, Dictionary<string, int>> _rows = [];
    private readonly int[] _communityStreet;
    private readonly int[] _compoundCommunity;
    private readonly int[] _baseGridCommunity;
    private readonly int[] _microGridBaseGrid;
    private readonly int[] _siteCommunity;

    /// <summary>Reads a layout.</summary>
    /// <param name="layout">UTF-8 JSON as docs/api.md describes it.</param>
    /// <exception cref="InvalidDataException">Something is missing from it.</exception>
    public DistrictTable(ReadOnlyMemory<byte> layout)
    {
        using JsonDocument document = JsonDocument.Parse(layout);
        JsonElement root = document.RootElement;
        _codes[EntityKind.District] = [Member(Member(root, "district"), "code").GetString()!];
        _codes[EntityKind.Street] = Codes(root, "streets");
        _codes[EntityKind.Community] = Codes(root, "communities");
        _codes[EntityKind.Compound] = Codes(root, "compounds");
        _codes[EntityKind.BaseGrid] = Codes(root, "baseGrids");
        _codes[EntityKind.MicroGrid] = Codes(root, "microGrids");
        _codes[EntityKind.PartyGroup] = _codes[EntityKind.MicroGrid];
        _codes[EntityKind.Site] = Codes(root, "sites");
        _communityStreet = Parents(root, "communities", "street", EntityKind.Community, EntityKind.Street);
        _compoundCommunity = Parents(root, "compounds", "community", EntityKind.Compound, EntityKind.Community);
        _baseGridCommunity = Parents(root, "baseGrids", "community", EntityKind.BaseGrid, EntityKind.Community);
        _microGridBaseGrid = Parents(root, "microGrids", "baseGrid", EntityKind.MicroGrid, EntityKind.BaseGrid);
        _siteCommunity = Parents(root, "sites", "community", EntityKind.Site, EntityKind.Community);
        foreach ((EntityKind kind, string[] codes) in _codes)
        {
            Dictionary<string, int> rows = new(codes.Length, StringComparer.Ordinal);
            for (int row = 0; row < codes.Length; row++)
            {
                rows[codes[row]] = row;
            }

            _rows[kind] = rows;
        }
    }

    /// <summary>Codes of a kind, by ordinal; empty for a kind that the layout does not list.</summary>
    /// <param name="kind">The kind.</param>
    public IReadOnlyList<string> Codes(EntityKind kind) => _codes.GetValueOrDefault(kind, []);

    /// <summary>Ordinal of an entity; −1 when there is none.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="code">Its code.</param>
    public int Row(EntityKind kind, string code) => _rows.TryGetValue(kind, out Dictionary<string, int>? rows) && rows.TryGetValue(code, out int row) ? row : -1;

    /// <summary>Ordinal of the entity of a higher kind in which an entity lies; itself for the same kind; −1 when it lies in none.</summary>
    /// <param name="kind">The entity's kind.</param>
    /// <param name="row">The entity's ordinal.</param>
    /// <param name="above">The higher kind.</param>
    public int Above(EntityKind kind, int row, EntityKind above)
    {
        while (kind != above)
        {
            switch (kind)
            {
                case EntityKind.PartyGroup:
                    kind = EntityKind.MicroGrid;
                    break;
                case EntityKind.MicroGrid:
                    (kind, row) = (EntityKind.BaseGrid, _microGridBaseGrid[row]);
                    break;
                case EntityKind.BaseGrid:
                    (kind, row) = (EntityKind.Community, _baseGridCommunity[row]);
                    break;
                case EntityKind.Compound:
                    (kind, row) = (EntityKind.Community, _compoundCommunity[row]);
                    break;
                case EntityKind.Site:
                    (kind, row) = (EntityKind.Community, _siteCommunity[row]);
                    break;
                case EntityKind.Community:
                    (kind, row) = (EntityKind.Street, _communityStreet[row]);
                    break;
                case EntityKind.Street:
                    (kind, row) = (EntityKind.District, 0);
                    break;
                default:
                    return -1;
            }

            if (row < 0)
            {
                return -1;
            }
        }

        return row;
    }

    private static string[] Codes(JsonElement root, string table) => [.. Member(Member(root, table), "code").EnumerateArray().Select(code => code.GetString()!)];

    private int[] Parents(JsonElement root, string table, string column, EntityKind kind, EntityKind above)
    {
        int[] parents = [.. Member(Member(root, table), column).EnumerateArray().Select(parent => parent.GetInt32())];
        if (parents.Length != _codes[kind].Length || parents.Any(parent => parent < -1 || parent >= _codes[above].Length))
        {
            throw new InvalidDataException($"The layout's {table}.{column} does not fit: {parents.Length} numbers for {_codes[kind].Length} codes, each −1 to {_codes[above].Length - 1}.");
        }

        return parents;
    }

    private static JsonElement Member(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement member)
        ? member
        : throw new InvalidDataException($"The layout has no \"{name}\".");
}
