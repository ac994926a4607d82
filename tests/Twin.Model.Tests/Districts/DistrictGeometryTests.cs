using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using Twin.Model.Districts;

namespace Twin.Model.Tests.Districts;

public sealed class DistrictGeometryTests
{
    private static readonly Lazy<DistrictGeometry> Full = new(() => DistrictGeometry.Build(GeneratedDistricts.Full));

    [Fact]
    public void Build_FullScale_TilesTheOutlineAtEveryLevel()
    {
        DistrictGeometry geometry = Full.Value;
        IPreparedGeometry outline = PreparedGeometryFactory.Prepare(geometry.Outline.Buffer(0.01));
        foreach (IReadOnlyList<Geometry> level in new[] { geometry.MicroGrids, geometry.BaseGrids, geometry.Communities, geometry.Streets })
        {
            Assert.All(level, region => Assert.True(region.IsValid && region.Area > 0));
            Assert.InRange(level.Sum(region => region.Area) / geometry.Outline.Area, 1 - 1e-9, 1 + 1e-9);
            Assert.DoesNotContain(level, region => !outline.Covers(region));
        }
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(1)]
    public void Build_NeighbouringMicroGrids_DoNotOverlap(double scale)
    {
        IReadOnlyList<Geometry> cells = scale == 1 ? Full.Value.MicroGrids : DistrictGeometry.Build(GeneratedDistricts.At(scale)).MicroGrids;
        STRtree<int> tree = new();
        for (int i = 0; i < cells.Count; i++)
        {
            tree.Insert(cells[i].EnvelopeInternal, i);
        }

        int neighbours = 0;
        for (int i = 0; i < cells.Count; i++)
        {
            foreach (int other in tree.Query(cells[i].EnvelopeInternal).Where(other => other > i))
            {
                double overlap = cells[i].Intersection(cells[other]).Area;
                Assert.True(overlap <= 1e-6 * Math.Min(cells[i].Area, cells[other].Area), $"Micro-grids {i} and {other} overlap by {overlap} m².");
                neighbours++;
            }
        }

        Assert.True(neighbours >= 2 * cells.Count);
    }

    [Fact]
    public void Build_AreaAndFrame_AreTheSpecified()
    {
        Assert.InRange(Full.Value.Outline.Area, 208e6 * 0.9999, 208e6 * 1.0001);
        Envelope frame = Full.Value.Outline.EnvelopeInternal;
        Assert.InRange(frame.Width, 26_900, 27_000);
        Assert.InRange(frame.Height, 19_900, 20_000);
        Assert.InRange(DistrictGeometry.Build(GeneratedDistricts.Small).Outline.Area, 10.4e6 * 0.9999, 10.4e6 * 1.0001);
    }

    [Fact]
    public void Build_Households_LieInTheirMicroGrid()
    {
        District district = GeneratedDistricts.Full;
        for (int household = 0; household < district.Households; household += 7)
        {
            Point place = new(district.HouseholdX[household] / 100.0, district.HouseholdY[household] / 100.0);
            Assert.True(Full.Value.MicroGrids[district.HouseholdMicroGrid[household]].Covers(place), $"Household {household} lies outside its micro-grid.");
        }
    }

    [Fact]
    public void Build_MergedRegions_AreNearlyAllOfOnePiece()
    {
        DistrictGeometry geometry = Full.Value;
        Assert.True(OnePiece(geometry.BaseGrids) > 0.97, $"Base grids of one piece: {OnePiece(geometry.BaseGrids):0.000}");
        Assert.True(OnePiece(geometry.Communities) > 0.9, $"Communities of one piece: {OnePiece(geometry.Communities):0.000}");
        Assert.All(geometry.Streets, street => Assert.True(Largest(street).Area > 0.95 * street.Area));
    }

    [Fact]
    public void Build_MicroGrids_AreDenserInTowns()
    {
        District district = GeneratedDistricts.Full;
        double Mean(bool rural) => Full.Value.MicroGrids.Where((_, grid) => district.BaseGridCompound[district.MicroGridBaseGrid[grid]] < 0 == rural).Average(cell => cell.Area);
        Assert.True(Mean(rural: true) > 5 * Mean(rural: false));
    }

    [Fact]
    public void Build_StreetWithoutMicroGrids_IsEmpty()
    {
        District district = GeneratedDistricts.At(0.01);
        DistrictGeometry geometry = DistrictGeometry.Build(district);
        Assert.Equal(8, geometry.Streets.Count);
        for (int street = 0; street < 8; street++)
        {
            Assert.Equal(district.StreetFirstCommunity[street] == district.StreetFirstCommunity[street + 1], geometry.Streets[street].IsEmpty);
        }
    }

    private static double OnePiece(IReadOnlyList<Geometry> regions) => regions.Average(region => region.NumGeometries == 1 ? 1.0 : 0);

    private static Geometry Largest(Geometry region) => Enumerable.Range(0, region.NumGeometries).Select(region.GetGeometryN).MaxBy(part => part.Area)!;
}
