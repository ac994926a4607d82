using Twin.Grains.Live;
using Twin.Model.Live;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Relay;

/// <summary>What a viewer wants to watch, checked.</summary>
/// <param name="Run">Number of the run.</param>
/// <param name="Topics">The topics.</param>
/// <param name="Area">Code of the area; empty for all.</param>
/// <param name="After">Epoch, topic and number of the last frame that the viewer has; null for none.</param>
internal sealed record WatchRequest(int Run, IReadOnlyList<string> Topics, string Area, (string Epoch, string Topic, long Seq)? After)
{
    /// <summary>The last frame of a topic that the viewer has; null for none.</summary>
    /// <param name="topic">The topic.</param>
    public (string Epoch, long Seq)? AfterOf(string topic) => After is { } last && last.Topic == topic ? (last.Epoch, last.Seq) : null;

    /// <summary>Checks what a viewer asks for.</summary>
    /// <param name="known">The run.</param>
    /// <param name="topics">The topics.</param>
    /// <param name="area">Code of the area; empty for all.</param>
    /// <param name="after">The last frame that the viewer has.</param>
    /// <exception cref="LiveInputException">There is no such topic or area.</exception>
    public static async Task<WatchRequest> CheckAsync(
        KnownRun known, IReadOnlyList<string> topics, string area, (string Epoch, string Topic, long Seq)? after = null)
    {
        LiveLayout layout = await known.LayoutAsync();
        if (topics.Count == 0)
        {
            throw new LiveInputException(400, new LiveInputError("topics", "no topic", string.Join(", ", layout.Topics)));
        }

        for (int place = 0; place < topics.Count; place++)
        {
            if (!layout.Topics.Contains(topics[place], StringComparer.Ordinal))
            {
                throw new LiveInputException(404, new LiveInputError($"topics[{place}]", Found.Text(topics[place]), string.Join(", ", layout.Topics)));
            }
        }

        await known.AreaAsync(area, layout);
        return new WatchRequest(known.State.Id, [.. topics.Distinct(StringComparer.Ordinal)], area, after);
    }
}
