// The kernel's experiments from C#, as a notebook's cells: `dotnet run experiments/notebook.cs`, in the repository's root.
#:project ../src/Twin.Experiments
using Twin.Experiments.Sensitivity;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Files;

// How many samplers and desks? A hundredth of the district, five days a point.
Sweep grid = SweepReader.Read("experiments/staffing-grid.yaml", File.ReadAllText, new SweepChanges(Scale: 0.01, Replications: 5));
using SweepStore gridStore = SweepStore.InMemory(grid);
foreach (PointSummary point in SweepRunner.Run(grid, gridStore, threads: 2).Points)
{
    ResponseFigure coverage = point.Figures[0];
    Console.WriteLine($"{point.Point.Label}: {coverage.Mean:0.000} ({coverage.Interval?.Low:0.000} to {coverage.Interval?.High:0.000}) tested by the target time");
}

// Which estimates do the answers hang on?
Sweep morris = SweepReader.Read("experiments/sensitivity-morris.yaml", File.ReadAllText, new SweepChanges(Scale: 0.01, Replications: 1));
using SweepStore morrisStore = SweepStore.InMemory(morris);
foreach ((ResponseSensitivity response, FactorInfluence factor) in SweepRunner.Run(morris, morrisStore, threads: 2).Sensitivity!.Flagged)
{
    Console.WriteLine($"{response.Response.English} hangs on {factor.Factor.Name}: {factor.Strength.Estimate:0.###} ({factor.Strength.Low:0.###} to {factor.Strength.High:0.###})");
}
