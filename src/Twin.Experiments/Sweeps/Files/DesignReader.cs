using Twin.Experiments.Sensitivity;
using Twin.Experiments.Sweeps.Designs;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Sweeps.Files;

/// <summary>Reads the design of an experiment file, checks that its keys fit it, and lays out the points.</summary>
/// <param name="file">The file.</param>
/// <param name="faults">Takes what is wrong.</param>
internal sealed class DesignReader(ExperimentFile file, KeyedFaults faults)
{
    private string Word => char.ToLowerInvariant(file.Design.ToString()[0]) + file.Design.ToString()[1..];

    /// <summary>Checks the keys of the design before any factor is looked at.</summary>
    public void Check()
    {
        if (file.Factors.Count == 0)
        {
            faults.Add("factors", "an empty list", "at least one factor");
        }

        bool isSpread = file.Design is DesignKind.LatinHypercube or DesignKind.Sobol;
        CheckKey("points", file.Points, isSpread, "how many points", file.Design == DesignKind.Full ? "latinHypercube and sobol: a full design has every combination" : "latinHypercube and sobol");
        CheckKey("trajectories", file.Trajectories, file.Design == DesignKind.Morris, "how many trajectories", "morris");
        CheckKey("basePoints", file.BasePoints, file.Design == DesignKind.Saltelli, "how many base points", "saltelli");
        if (file.GridLevels is { } levels)
        {
            CheckKey("gridLevels", levels, file.Design == DesignKind.Morris, "", "morris");
            if (levels % 2 != 0)
            {
                faults.Add("gridLevels", $"{levels}", "an even number: only then is each level equally likely");
            }
        }

        if (file.Design == DesignKind.Sobol && file.Factors.Count > SobolSequence.MostDimensions)
        {
            faults.Add("factors", $"{file.Factors.Count} factors", $"at most {SobolSequence.MostDimensions} in a sobol design");
        }

        if (file.Design is DesignKind.Morris or DesignKind.Saltelli && file.Replications.Until is not null)
        {
            faults.Add("replications.until", $"until in a {Word} design", "a fixed number, count: a difference needs the same days at both of its points");
        }
    }

    /// <summary>Checks that the factors fit the design, and that there are not too many points.</summary>
    /// <param name="factors">The factors.</param>
    public void CheckFor(IReadOnlyList<Factor> factors)
    {
        if (file.Design == DesignKind.Morris && factors.Count == file.Factors.Count)
        {
            CheckGrid(factors);
        }

        double points = file.Design == DesignKind.Full ? factors.Aggregate(1.0, (product, factor) => product * factor.Levels.Count) : DesignOf(factors.Count)?.Points ?? 0;
        if (points <= Sweep.MostPoints)
        {
            return;
        }

        (string key, string found, string fewer) = file.Design switch
        {
            DesignKind.Full => ("factors", $"{points:0} combinations", "; a latinHypercube or sobol design needs fewer"),
            DesignKind.Morris => ("trajectories", $"{file.Trajectories} trajectories of {factors.Count + 1} points", ""),
            _ => ("basePoints", $"{file.BasePoints} base points of {factors.Count + 2} points", "; a morris design needs fewer"),
        };
        faults.Add(key, found, $"at most {Sweep.MostPoints} points{fewer}");
    }

    /// <summary>The layout for sensitivity indices; null if the design is for none.</summary>
    /// <param name="factors">How many factors.</param>
    public SensitivityDesign? DesignOf(int factors) => file switch
    {
        { Design: DesignKind.Morris, Trajectories: { } trajectories } => new(SensitivityMethod.Morris, factors, trajectories, file.GridLevels ?? SensitivityDesign.UsualLevels),
        { Design: DesignKind.Saltelli, BasePoints: { } basePoints } => new(SensitivityMethod.Sobol, factors, basePoints, 0),
        _ => null,
    };

    /// <summary>The points.</summary>
    /// <param name="factors">The factors.</param>
    /// <param name="seed">Seed of those that are drawn.</param>
    public IReadOnlyList<SweepPoint> PointsOf(IReadOnlyList<Factor> factors, ulong seed)
    {
        int levels = DesignOf(factors.Count)?.GridLevels ?? 0;
        IEnumerable<IReadOnlyList<FactorLevel>> points = file.Design switch
        {
            DesignKind.LatinHypercube => LatinHypercube.Points(factors.Count, file.Points!.Value, seed).Select(LevelsAt),
            DesignKind.Sobol => SobolSequence.Points(factors.Count, file.Points!.Value).Select(LevelsAt),
            DesignKind.Saltelli => SaltelliDesign.Points(factors.Count, file.BasePoints!.Value, seed).Select(LevelsAt),
            DesignKind.Morris => MorrisDesign.Points(factors.Count, levels, file.Trajectories!.Value, seed).Select(at => Levels(i => factors[i].OnGrid(at[i], levels))),
            _ => FullFactorial.Points([.. factors.Select(factor => factor.Levels.Count)]).Select(at => Levels(i => factors[i].Levels[at[i]])),
        };
        return [.. points.Select((chosen, i) => new SweepPoint(i + 1, chosen))];

        IReadOnlyList<FactorLevel> LevelsAt(double[] place) => Levels(i => factors[i].At(place[i]));
        IReadOnlyList<FactorLevel> Levels(Func<int, FactorLevel> of) => [.. Enumerable.Range(0, factors.Count).Select(of)];
    }

    private void CheckKey(string key, int? value, bool isOfDesign, string what, string designs)
    {
        if (value is { } number && !isOfDesign)
        {
            faults.Add(key, $"{number} in a {Word} design", $"{key} only for {designs}");
        }
        else if (value is null && isOfDesign)
        {
            faults.Add("design", $"{Word} without {key}", $"with the key {key}: {what}");
        }
    }

    /// <summary>An effect needs a distance: a range with enough values, or two levels, of which the second is one step from the first.</summary>
    private void CheckGrid(IReadOnlyList<Factor> factors)
    {
        int levels = file.GridLevels ?? SensitivityDesign.UsualLevels;
        for (int i = 0; i < factors.Count; i++)
        {
            (Factor factor, string at) = (factors[i], $"factors.{i}");
            if (factor.Range is not { } range)
            {
                if (factor.Levels.Count != 2)
                {
                    faults.Add(at, $"{factor.Name} with {factor.Levels.Count} {(file.Factors[i].Path.Length > 0 ? "values" : "levels")}",
                        "a range, or exactly two in a morris design: an effect is a change over a distance; a saltelli design takes any list");
                }
            }
            else if (factor.Kind != ScenarioKeyKind.Number && range.To - range.From + 1 < levels)
            {
                faults.Add($"{at}.range", $"{range.To - range.From + 1:0} values from {range.From:0} to {range.To:0}", $"at least as many as gridLevels ({levels})");
            }
        }
    }
}
