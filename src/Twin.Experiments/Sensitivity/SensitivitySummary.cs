using Twin.Experiments.Sweeps;

namespace Twin.Experiments.Sensitivity;

/// <summary>What the answers of a sweep hang on.</summary>
/// <param name="Design">How its points are laid out.</param>
/// <param name="Responses">Each response, in the sweep's order.</param>
public sealed record SensitivitySummary(SensitivityDesign Design, IReadOnlyList<ResponseSensitivity> Responses)
{
    /// <summary>The estimates that an answer hangs on: factors of grade E among the three most influential of a response.</summary>
    public IEnumerable<(ResponseSensitivity Response, FactorInfluence Factor)> Flagged =>
        Responses.SelectMany(response => response.Factors.Where(factor => factor.IsFlagged).Select(factor => (response, factor)));

    /// <summary>Adds a sweep up.</summary>
    /// <param name="sweep">A sweep with a design for sensitivity.</param>
    /// <param name="rows">All its replications, by point and number.</param>
    internal static SensitivitySummary Of(Sweep sweep, IEnumerable<SweepRow> rows)
    {
        SensitivityDesign design = sweep.Sensitivity ?? throw new ArgumentException("The sweep has no design for sensitivity.", nameof(sweep));
        ResponseTally[] tallies = [.. sweep.Responses.Select(response => new ResponseTally(sweep, design, response))];
        foreach (IReadOnlyList<SweepRow> block in Blocks(design, rows))
        {
            foreach (ResponseTally tally in tallies)
            {
                tally.Add(block);
            }
        }

        return new SensitivitySummary(design, [.. tallies.Select(tally => tally.Sum())]);
    }

    /// <summary>The replications block by block: no more than one is in memory.</summary>
    private static IEnumerable<IReadOnlyList<SweepRow>> Blocks(SensitivityDesign design, IEnumerable<SweepRow> rows)
    {
        List<SweepRow> block = [];
        foreach (SweepRow row in rows)
        {
            if (block.Count > 0 && design.BlockOf(block[0].Task.Point) != design.BlockOf(row.Task.Point))
            {
                yield return block;
                block = [];
            }

            block.Add(row);
        }

        if (block.Count > 0)
        {
            yield return block;
        }
    }
}
