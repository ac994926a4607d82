using Twin.Kernel;

namespace Twin.Experiments.Stressing.Searching;

/// <summary>Hands out the next day of each search, the first search first; a search has one day under way at most.</summary>
/// <param name="searches">The searches.</param>
/// <param name="ended">Told after each day.</param>
internal sealed class SearchCrew(IReadOnlyList<IDaySearch> searches, Action ended) : IReplicationWork<(int Search, StressRun Run), StressDay>
{
    private readonly bool[] _busy = new bool[searches.Count];
    private readonly bool[] _done = new bool[searches.Count];

    /// <inheritdoc/>
    public bool TryTake(out (int Search, StressRun Run) task)
    {
        for (int i = 0; i < searches.Count; i++)
        {
            if (_busy[i] || _done[i])
            {
                continue;
            }

            if (searches[i].TryNext(out StressRun run))
            {
                _busy[i] = true;
                task = (i, run);
                return true;
            }

            _done[i] = true;
        }

        task = default;
        return false;
    }

    /// <inheritdoc/>
    public void Accept((int Search, StressRun Run) task, StressDay result)
    {
        searches[task.Search].Accept(result);
        _busy[task.Search] = false;
        ended();
    }
}
