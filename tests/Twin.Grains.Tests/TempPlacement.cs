using Twin.Model.Districts;
using Twin.Model.Scenarios;
namespace Twin.Model.Testing;
public static class SitePlacement
{
    public static SiteLayout Place(District d, Scenario s)
    {
        int sites = Math.Max(2, d.Residents / 2402), grids = d.MicroGrids;
        int[] home = [.. Enumerable.Range(0, grids).Select(g => g * sites / grids)];
        int[] mid = [.. Enumerable.Range(0, sites).Select(q => (q * grids / sites) + (grids / sites / 2))];
        int[] sx = [.. mid.Select(m => d.MicroGridX[m])], sy = [.. mid.Select(m => d.MicroGridY[m])];
        long[] res = new long[sites];
        for (int h = 0; h < d.Households; h++) res[home[d.HouseholdMicroGrid[h]]] += d.SizeOf(h);
        double D(int a, int b, int x, int y) => Math.Pow(a - (double)x, 2) + Math.Pow(b - (double)y, 2);
        return new SiteLayout { HomeSite = home, X = sx, Y = sy, Community = [.. mid.Select(m => d.BaseGridCommunity[d.MicroGridBaseGrid[m]])], HomeResidents = res,
            NearestOthers = [.. Enumerable.Range(0, grids).Select(g => Enumerable.Range(0, sites).Where(q => q != home[g]).OrderBy(q => D(sx[q], sy[q], d.MicroGridX[g], d.MicroGridY[g])).Take(20).ToArray())],
            NearestTo = [.. Enumerable.Range(0, sites).Select(g => Enumerable.Range(0, sites).Where(q => q != g).OrderBy(q => D(sx[q], sy[q], sx[g], sy[g])).Take(20).ToArray())] };
    }
}
