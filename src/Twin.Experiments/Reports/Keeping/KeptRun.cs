using Twin.Experiments.Suppression;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>What is kept of a run: its record without what may not be shown, and the untested as they may be.</summary>
/// <param name="Record">The run; of a community only what is no count of people tested or not, of the untested only the total.</param>
/// <param name="Untested">Tested and untested by place, small counts kept back; null for another activity than a mass test.</param>
internal sealed record KeptRun(RunRecord Record, UntestedTable? Untested)
{
    /// <summary>The kind in the file.</summary>
    public const string Kind = "run";

    private const int MostSteps = 600;

    /// <summary>Keeps a run.</summary>
    /// <param name="record">The run.</param>
    public static KeptRun Of(RunRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.MassTest is not { } result
            ? new KeptRun(Drawn(record), null)
            : new KeptRun(record with { MassTest = Shown(result), Guideline = record.Guideline is { } beside ? Totals(beside) : null }, UntestedTable.Of(result));
    }

    /// <summary>Of a queue run the time series as the picture has it, and no visits.</summary>
    private static RunRecord Drawn(RunRecord record) => record with
    {
        QueueRecords = record.QueueRecords is { } records ? records with { Visits = [], Series = records.Series?.Merged(MostSteps) } : null,
        QueueSeriesOfAll = record.QueueSeriesOfAll?.Merged(MostSteps),
    };

    /// <summary>Without the counts by community and reason, which would tell small counts of housebound people.</summary>
    private static MassTestResult Shown(MassTestResult result) => result with
    {
        Untested = [result.Untested.Sum()],
        Communities = [.. result.Communities.Select(community => community with { Tested = 0, Untested = [] })],
    };

    /// <summary>Of the day with the guideline's staff only totals are shown.</summary>
    private static MassTestResult Totals(MassTestResult result) => Shown(result) with
    {
        Communities = [],
        NotifiedByMinute = [],
        Sites = [.. result.Sites.Select(site => site with { TestedByMinute = [], QueueByMinute = [], ExpectedWaitByMinute = [] })],
    };
}
