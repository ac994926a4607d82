using System.Text.Json;
using Twin.Grains.Running;
using Twin.Model.Districts;
using Twin.Model.Events;
using Twin.Model.Testing;

namespace Twin.Grains.Live;

/// <summary>Where an entity is among the others of its run.</summary>
/// <param name="plan">The run's plan.</param>
/// <param name="run">Number of the run.</param>
internal sealed class EntityPlaces(MassTestPlan plan, int run)
{
    private const int NearestShown = 6;

    private static readonly EntityKind[] Kinds =
    [
        EntityKind.District, EntityKind.Street, EntityKind.Community, EntityKind.Compound, EntityKind.BaseGrid, EntityKind.MicroGrid, EntityKind.PartyGroup,
        EntityKind.Household, EntityKind.Site,
    ];

    private readonly DistrictCodes _codes = new(plan.District);

    /// <summary>Finds an entity.</summary>
    /// <param name="kind">Its kind, camel case.</param>
    /// <param name="code">Its code.</param>
    /// <exception cref="LiveInputException">There is none.</exception>
    public EntityPlace Find(string kind, string code)
    {
        EntityKind wanted = Kinds.FirstOrDefault(one => NameOf(one) == kind);
        if (wanted == EntityKind.Outside)
        {
            throw new LiveInputException(404, new LiveInputError("kind", $"'{kind}'", string.Join(", ", Kinds.Select(NameOf))));
        }

        EntityId id = Identify(wanted, code);
        return new EntityPlace(Entry(id), [.. Parents(id).Select(Entry)], [.. Children(id).Select(Entry)], [.. Neighbours(id).Select(Entry)]);
    }

    private static string NameOf(EntityKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private EntityId Identify(EntityKind kind, string code)
    {
        if (kind == EntityKind.Site)
        {
            return plan.SiteOf(code) is var site and >= 0
                ? EntityId.Of(kind, site)
                : throw new LiveInputException(404, new LiveInputError("code", $"'{code}'", $"a site of this run: S-001 to {SiteLayout.CodeOf(plan.Layout.Count - 1)}"));
        }

        // A party group has its micro-grid's code.
        EntityKind written = kind == EntityKind.PartyGroup ? EntityKind.MicroGrid : kind;
        return _codes.TryParse(code, out EntityId id) && id.Kind == written
            ? EntityId.Of(kind, id.Ordinal)
            : throw new LiveInputException(404, new LiveInputError("code", $"'{code}'", $"the code of a {kind} of this run, such as {plan.CodeOf(EntityId.Of(written, 0))}"));
    }

    private EntityEntry Entry(EntityId id) => new(
        NameOf(id.Kind), plan.CodeOf(id.Kind == EntityKind.PartyGroup ? EntityId.Of(EntityKind.MicroGrid, id.Ordinal) : id), RunKey.Of(run, id).Value);

    private IEnumerable<EntityId> Parents(EntityId id)
    {
        for (EntityId above = Parent(id); above != EntityId.Outside; above = Parent(above))
        {
            yield return above;
        }
    }

    private EntityId Parent(EntityId id)
    {
        District district = plan.District;
        return id.Kind switch
        {
            EntityKind.Household => EntityId.Of(EntityKind.MicroGrid, district.HouseholdMicroGrid[id.Ordinal]),
            EntityKind.MicroGrid => EntityId.Of(EntityKind.BaseGrid, district.MicroGridBaseGrid[id.Ordinal]),
            EntityKind.Site => EntityId.Of(EntityKind.Community, plan.Layout.Community[id.Ordinal]),
            EntityKind.District => EntityId.Outside,
            _ => plan.SuperiorOf(id).Superior,
        };
    }

    private IEnumerable<EntityId> Children(EntityId id)
    {
        District district = plan.District;
        return id.Kind switch
        {
            EntityKind.BaseGrid => Range(EntityKind.MicroGrid, district.BaseGridFirstMicroGrid[id.Ordinal], district.BaseGridFirstMicroGrid[id.Ordinal + 1]),
            EntityKind.MicroGrid or EntityKind.PartyGroup =>
                Range(EntityKind.Household, district.MicroGridFirstHousehold[id.Ordinal], district.MicroGridFirstHousehold[id.Ordinal + 1]),
            EntityKind.Community => [.. plan.Subordinates(id).Where(IsKnown), .. plan.SitesIn(id.Ordinal).Select(site => EntityId.Of(EntityKind.Site, site))],
            EntityKind.Household or EntityKind.Site => [],
            _ => plan.Subordinates(id).Where(IsKnown),
        };
    }

    private IEnumerable<EntityId> Neighbours(EntityId id)
    {
        District district = plan.District;
        switch (id.Kind)
        {
            case EntityKind.MicroGrid:
                return [EntityId.Of(EntityKind.PartyGroup, id.Ordinal), EntityId.Of(EntityKind.Site, plan.HomeSite(district.MicroGridFirstHousehold[id.Ordinal])), .. Nearest(id.Ordinal)];
            case EntityKind.PartyGroup:
                return [EntityId.Of(EntityKind.MicroGrid, id.Ordinal)];
            case EntityKind.Household:
                return [EntityId.Of(EntityKind.Site, plan.HomeSite(id.Ordinal))];
            case EntityKind.Site:
                return plan.Layout.NearestTo[id.Ordinal].Take(NearestShown).Select(site => EntityId.Of(EntityKind.Site, site));
            default:
                EntityId above = Parent(id);
                return above == EntityId.Outside ? [] : plan.Subordinates(above).Where(other => other != id && other.Kind == id.Kind).Take(NearestShown);
        }
    }

    /// <summary>In one pass: a query must not sort thousands of micro-grids.</summary>
    private IEnumerable<EntityId> Nearest(int grid)
    {
        District district = plan.District;
        (long Distance, int Grid)[] nearest = new (long, int)[NearestShown];
        int count = 0;
        for (int other = 0; other < district.MicroGrids; other++)
        {
            long x = district.MicroGridX[grid] - (long)district.MicroGridX[other];
            long y = district.MicroGridY[grid] - (long)district.MicroGridY[other];
            long distance = (x * x) + (y * y);
            if (other == grid || (count == NearestShown && distance >= nearest[count - 1].Distance))
            {
                continue;
            }

            int at = count < NearestShown ? count++ : count - 1;
            for (; at > 0 && nearest[at - 1].Distance > distance; at--)
            {
                nearest[at] = nearest[at - 1];
            }

            nearest[at] = (distance, other);
        }

        return nearest.Take(count).Select(other => EntityId.Of(EntityKind.MicroGrid, other.Grid));
    }

    private static bool IsKnown(EntityId id) => Kinds.Contains(id.Kind);

    private static IEnumerable<EntityId> Range(EntityKind kind, int first, int end) => Enumerable.Range(first, end - first).Select(i => EntityId.Of(kind, i));
}
