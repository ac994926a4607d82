using System.Globalization;
using Twin.Model.Events;
using Twin.Model.Testing;

namespace Twin.Model.Districts;

/// <content>Reading codes.</content>
public sealed partial class DistrictCodes
{
    private Level Alliances => new("alliance", "A", EntityKind.Alliance, _shape.FirstAlliance, _shape.Alliance);

    private Level Communities => new("community", "", EntityKind.Community, district.StreetFirstCommunity, _shape.Community, ", or A and a number for an alliance");

    private Level Compounds => new("compound", "C", EntityKind.Compound, district.CommunityFirstCompound, _shape.Compound);

    private Level Councils => new("council", "K", EntityKind.Council, _shape.FirstCouncil, _shape.Council);

    private Level BaseGrids => new(
        "base grid", "", EntityKind.BaseGrid, district.CommunityFirstBaseGrid, _shape.BaseGrid, ", or C and a number for a compound, K for a council");

    private Level MicroGrids => new("micro-grid", "", EntityKind.MicroGrid, district.BaseGridFirstMicroGrid, _shape.MicroGrid);

    private Level Households => new("household", "H", EntityKind.Household, district.MicroGridFirstHousehold, _shape.Household, ", or P for the party group");

    /// <summary>The entity of a code.</summary>
    /// <param name="code">A code as <see cref="Format"/> writes it; capital letters, no spaces, every digit.</param>
    /// <returns>The entity.</returns>
    /// <exception cref="FormatException">The code is malformed, or the district has no such entity: which part, what was found and what is allowed.</exception>
    public EntityId Parse(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Read(code, out EntityId id) is { } refusal ? throw new FormatException($"code '{code}': {refusal}") : id;
    }

    /// <summary>The entity of a code, if there is one.</summary>
    /// <param name="code">The code.</param>
    /// <param name="id">The entity.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryParse(string code, out EntityId id)
    {
        if (code is not null && Read(code, out id) is null)
        {
            return true;
        }

        id = default;
        return false;
    }

    /// <summary>Reads a code; null, or why it is refused.</summary>
    private string? Read(string code, out EntityId id)
    {
        id = default;
        string[] parts = code.Split('-');
        if (parts[0] == "S")
        {
            return ReadSite(code, parts, out id);
        }

        if (parts[0] == district.Code)
        {
            id = EntityId.Of(EntityKind.District, 0);
            return parts.Length == 1 ? null : $"nothing follows the district's code, found '-{parts[1]}'; codes of places begin with their street";
        }

        for (int street = 0; street < district.Streets; street++)
        {
            if (parts[0] == district.StreetTable[street].Code)
            {
                id = EntityId.Of(EntityKind.Street, street);
                return parts.Length == 1 ? null : ReadBelowStreet(parts, street, ref id);
            }
        }

        string streets = string.Join(", ", district.StreetTable.Take(district.Streets).Select(street => street.Code));
        return $"street '{parts[0]}' is unknown; allowed: {streets}, {district.Code} for the district, S for a site";
    }

    private string? ReadSite(string code, string[] parts, out EntityId id)
    {
        id = default;
        bool isNumber = parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= 1 && number <= Math.Min(sites ?? int.MaxValue, EntityId.MaximumOrdinal) && SiteLayout.CodeOf(number - 1) == code;
        if (!isNumber)
        {
            string rest = code[Math.Min(2, code.Length)..];
            return $"site '{rest}' is no site; allowed: {SiteLayout.CodeOf(0)}{(sites is { } last ? $" to {SiteLayout.CodeOf(last - 1)}" : ", three digits or more")}";
        }

        id = EntityId.Of(EntityKind.Site, int.Parse(parts[1], CultureInfo.InvariantCulture) - 1);
        return null;
    }

    private string? ReadBelowStreet(string[] parts, int street, ref EntityId id)
    {
        string within = parts[0];
        if (parts[1].StartsWith('A'))
        {
            return Child(parts, 1, Alliances, within, street, ref id) ?? End(parts, 2);
        }

        if (Child(parts, 1, Communities, within, street, ref id) is { } refusal)
        {
            return refusal;
        }

        return parts.Length == 2 ? null : ReadBelowCommunity(parts, id.Ordinal, $"{within}-{parts[1]}", ref id);
    }

    private string? ReadBelowCommunity(string[] parts, int community, string within, ref EntityId id)
    {
        switch (parts[2].Length == 0 ? ' ' : parts[2][0])
        {
            case 'C':
                return Child(parts, 2, Compounds, within, community, ref id) ?? End(parts, 3);
            case 'K':
                return Child(parts, 2, Councils, within, community, ref id) ?? End(parts, 3);
            default:
                if (Child(parts, 2, BaseGrids, within, community, ref id) is { } refusal)
                {
                    return refusal;
                }

                return parts.Length == 3 ? null : ReadBelowBaseGrid(parts, id.Ordinal, $"{within}-{parts[2]}", ref id);
        }
    }

    private string? ReadBelowBaseGrid(string[] parts, int grid, string within, ref EntityId id)
    {
        if (Child(parts, 3, MicroGrids, within, grid, ref id) is { } refusal)
        {
            return refusal;
        }

        if (parts.Length == 4)
        {
            return null;
        }

        if (parts[4] == "P")
        {
            id = EntityId.Of(EntityKind.PartyGroup, id.Ordinal);
            return End(parts, 5);
        }

        return Child(parts, 4, Households, $"{within}-{parts[3]}", id.Ordinal, ref id)
            ?? End(parts, 5);
    }

    private static string? End(string[] parts, int length) =>
        parts.Length == length ? null : $"nothing may follow '{parts[length - 1]}', found '-{string.Join('-', parts[length..])}'";

    /// <summary>Reads one number: a mark, every digit, and a child that there is.</summary>
    private static string? Child(string[] parts, int at, Level level, string within, int parent, ref EntityId id)
    {
        string part = parts[at];
        int count = level.Firsts[parent + 1] - level.Firsts[parent];
        if (part.StartsWith(level.Mark, StringComparison.Ordinal) && part.Length == level.Mark.Length + level.Width
            && int.TryParse(part.AsSpan(level.Mark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= count)
        {
            id = EntityId.Of(level.Kind, level.Firsts[parent] + number - 1);
            return null;
        }

        return $"{level.What} '{part}' is unknown; {(count == 0 ? $"{within} has none" : $"allowed in {within}: {level.Code(1)} to {level.Code(count)}")}{level.OrElse}";
    }

    /// <summary>One part of a code: what it names, and whose first children these are.</summary>
    private sealed record Level(string What, string Mark, EntityKind Kind, int[] Firsts, int Width, string OrElse = "")
    {
        public string Code(int number) => Mark + number.ToString(new string('0', Width), CultureInfo.InvariantCulture);
    }
}
