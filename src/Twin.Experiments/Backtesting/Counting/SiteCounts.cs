using Twin.Model.Testing;

namespace Twin.Experiments.Backtesting.Counting;

/// <summary>Counts of a round by site and time: how many were tested in each interval and, if it was noted, how many waited when it began.</summary>
public sealed class SiteCounts
{
    /// <summary>Sorts counts by site and time.</summary>
    /// <param name="file">The file that they come from, as the user named it.</param>
    /// <param name="cells">At least one; intervals of a site do not overlap.</param>
    /// <param name="hasWaiting">Whether they say how many waited.</param>
    public SiteCounts(string file, IEnumerable<CountCell> cells, bool hasWaiting)
    {
        (File, HasWaiting) = (file, hasWaiting);
        Cells = [.. cells.OrderBy(cell => cell.Site).ThenBy(cell => cell.From)];
        Intervals = [.. Cells.Select(cell => new CountInterval(cell.From, cell.To)).Distinct().OrderBy(interval => interval.From).ThenBy(interval => interval.To)];
    }

    /// <summary>The file that they come from.</summary>
    public string File { get; }

    /// <summary>The counts, by site, then time.</summary>
    public IReadOnlyList<CountCell> Cells { get; }

    /// <summary>The intervals that occur, by time.</summary>
    public IReadOnlyList<CountInterval> Intervals { get; }

    /// <summary>Whether they say how many waited.</summary>
    public bool HasWaiting { get; }

    /// <summary>The sites that are counted, by ordinal.</summary>
    public IReadOnlyList<int> Sites => [.. Cells.Select(cell => cell.Site).Distinct()];

    /// <summary>The places of the cells of all sites but some.</summary>
    /// <param name="sites">Ordinals of the sites that are left out.</param>
    public IReadOnlyList<int> CellsWithout(IReadOnlyList<int> sites) => [.. Enumerable.Range(0, Cells.Count).Where(cell => !sites.Contains(Cells[cell].Site))];

    /// <summary>Some of the counts.</summary>
    /// <param name="cells">Places of the cells, rising; at least one.</param>
    public SiteCounts Only(IReadOnlyList<int> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return new SiteCounts(File, cells.Select(cell => Cells[cell]), HasWaiting);
    }

    /// <summary>The same cells of a simulated day.</summary>
    /// <param name="result">The day.</param>
    public CountSample Of(MassTestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        int[] tested = new int[Cells.Count];
        int[] waiting = new int[HasWaiting ? Cells.Count : 0];
        for (int i = 0; i < tested.Length; i++)
        {
            CountCell cell = Cells[i];
            SiteResult site = result.Sites[cell.Site];
            long sum = 0;
            for (int minute = cell.From; minute < Math.Min(cell.To, site.TestedByMinute.Length); minute++)
            {
                sum += site.TestedByMinute[minute];
            }

            tested[i] = (int)sum;
            if (HasWaiting)
            {
                waiting[i] = cell.From < site.QueueByMinute.Length ? (int)site.QueueByMinute[cell.From] : 0;
            }
        }

        return new CountSample(tested, waiting);
    }

    /// <summary>The counts themselves as a sample.</summary>
    public CountSample Observed => new([.. Cells.Select(cell => cell.Tested)], HasWaiting ? [.. Cells.Select(cell => cell.Waiting)] : []);
}

/// <summary>One count.</summary>
/// <param name="Site">Ordinal of the site.</param>
/// <param name="From">Begin of the interval, whole minutes since the scenario's start.</param>
/// <param name="To">Its end, which is not in it.</param>
/// <param name="Tested">People whose swab ended in it.</param>
/// <param name="Waiting">People at the door and in both queues when it began; 0 if not noted.</param>
public readonly record struct CountCell(int Site, int From, int To, int Tested, int Waiting);

/// <summary>An interval of time.</summary>
/// <param name="From">Begin, minutes since the scenario's start.</param>
/// <param name="To">End, minutes since the scenario's start.</param>
public readonly record struct CountInterval(int From, int To);

/// <summary>The counts of one day, in the order of <see cref="SiteCounts.Cells"/>.</summary>
/// <param name="Tested">People tested in each cell.</param>
/// <param name="Waiting">People waiting at the begin of each; empty if not noted.</param>
public sealed record CountSample(int[] Tested, int[] Waiting)
{
    /// <summary>Some of the counts.</summary>
    /// <param name="cells">Places of the cells.</param>
    public CountSample Only(IReadOnlyList<int> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return new CountSample([.. cells.Select(cell => Tested[cell])], Waiting.Length == 0 ? [] : [.. cells.Select(cell => Waiting[cell])]);
    }
}
