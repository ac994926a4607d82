using System.Buffers.Binary;
using System.Text.Json;
using NetTopologySuite.Geometries;
using Twin.Model.Districts;
using Twin.Model.Events;
using Twin.Model.Testing;

namespace Twin.Grains.Live;

/// <summary>The district and the sites of a run as JSON, column by column: what the map draws and what shares are taken of. docs/api.md describes it.</summary>
internal static class DistrictLayout
{
    /// <summary>UTF-8 JSON.</summary>
    /// <param name="plan">The run's plan.</param>
    public static byte[] Json(MassTestPlan plan)
    {
        District district = plan.District;
        DistrictGeometry geometry = DistrictGeometry.Build(district);
        DistrictNames names = new(district);
        string Code(EntityKind kind, int i) => plan.CodeOf(EntityId.Of(kind, i));
        int[] residents = [.. Enumerable.Range(0, district.MicroGrids).Select(grid => Residents(district, grid))];
        int[] households = [.. Enumerable.Range(0, district.MicroGrids).Select(grid => district.MicroGridFirstHousehold[grid + 1] - district.MicroGridFirstHousehold[grid])];
        int[] Sum(int[] of, int[] parent, int count)
        {
            int[] sums = new int[count];
            for (int i = 0; i < of.Length; i++)
            {
                sums[parent[i]] += of[i];
            }

            return sums;
        }

        int[] baseGridResidents = Sum(residents, district.MicroGridBaseGrid, district.BaseGrids);
        int[] baseGridHouseholds = Sum(households, district.MicroGridBaseGrid, district.BaseGrids);
        string[] Codes(EntityKind kind, int count) => [.. Enumerable.Range(0, count).Select(i => Code(kind, i))];
        string[] English(EntityKind kind, int count) => [.. Enumerable.Range(0, count).Select(i => names.English(EntityId.Of(kind, i)))];
        string[] Chinese(EntityKind kind, int count) => [.. Enumerable.Range(0, count).Select(i => names.Of(EntityId.Of(kind, i)))];
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                district = new
                {
                    code = Code(EntityKind.District, 0),
                    name = plan.Scenario.District.Name,
                    nameZh = plan.Scenario.District.NameZh,
                    outline = Ring(geometry.Outline),
                    residents = new[] { district.Residents },
                    households = new[] { district.Households },
                },
                streets = new
                {
                    code = Codes(EntityKind.Street, district.Streets),
                    name = English(EntityKind.Street, district.Streets),
                    nameZh = Chinese(EntityKind.Street, district.Streets),
                    ring = geometry.Streets.Select(Rings),
                },
                communities = new
                {
                    code = Codes(EntityKind.Community, district.Communities),
                    name = English(EntityKind.Community, district.Communities),
                    nameZh = Chinese(EntityKind.Community, district.Communities),
                    street = district.CommunityStreet,
                    isVillage = district.CommunityIsVillage,
                    residents = Sum(baseGridResidents, district.BaseGridCommunity, district.Communities),
                    households = Sum(baseGridHouseholds, district.BaseGridCommunity, district.Communities),
                    ring = geometry.Communities.Select(Rings),
                },
                compounds = new { code = Codes(EntityKind.Compound, district.Compounds), community = district.CompoundCommunity },
                baseGrids = new
                {
                    code = Codes(EntityKind.BaseGrid, district.BaseGrids),
                    community = district.BaseGridCommunity,
                    compound = district.BaseGridCompound,
                    residents = baseGridResidents,
                    households = baseGridHouseholds,
                },
                microGrids = new
                {
                    code = Codes(EntityKind.MicroGrid, district.MicroGrids),
                    baseGrid = district.MicroGridBaseGrid,
                    x = district.MicroGridX.Select(Metres),
                    y = district.MicroGridY.Select(Metres),
                    residents,
                    households,
                    dedicated = district.MicroGridIsDedicated,
                    firstHousehold = district.MicroGridFirstHousehold,
                    ring = geometry.MicroGrids.Select(cell => Ring(cell)),
                },
                sites = new
                {
                    code = Enumerable.Range(0, plan.Layout.Count).Select(SiteLayout.CodeOf),
                    community = plan.Layout.Community,
                    x = plan.Layout.X.Select(Metres),
                    y = plan.Layout.Y.Select(Metres),
                    homeResidents = plan.Layout.HomeResidents,
                    desks = Enumerable.Range(0, plan.Layout.Count).Select(site => plan.PlannedStaff(site, (int)StaffRole.Desks)),
                    samplers = Enumerable.Range(0, plan.Layout.Count).Select(site => plan.PlannedStaff(site, (int)StaffRole.Samplers)),
                },
            },
            JsonSerializerOptions.Web);
    }

    /// <summary>Little-endian 32-bit x, y in cm of each household.</summary>
    /// <param name="plan">The run's plan.</param>
    public static byte[] HouseholdPlaces(MassTestPlan plan)
    {
        District district = plan.District;
        byte[] places = new byte[8 * district.Households];
        for (int household = 0; household < district.Households; household++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(places.AsSpan(8 * household), district.HouseholdX[household]);
            BinaryPrimitives.WriteInt32LittleEndian(places.AsSpan((8 * household) + 4), district.HouseholdY[household]);
        }

        return places;
    }

    private static int Residents(District district, int grid) =>
        district.HouseholdFirstResident[district.MicroGridFirstHousehold[grid + 1]] - district.HouseholdFirstResident[district.MicroGridFirstHousehold[grid]];

    private static double Metres(int centimetres) => centimetres / 100.0;

    private static double[][] Rings(Geometry area) =>
        [.. Enumerable.Range(0, area.NumGeometries).Select(i => area.GetGeometryN(i)).OfType<Polygon>().Select(polygon => Ring(polygon))];

    private static double[] Ring(Geometry area) => area is Polygon { IsEmpty: false } polygon
        ? [.. polygon.ExteriorRing.Coordinates.SkipLast(1).SelectMany(point => new[] { Math.Round(point.X, 1), Math.Round(point.Y, 1) })]
        : [];
}
