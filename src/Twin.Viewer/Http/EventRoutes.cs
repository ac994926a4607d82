using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Twin.Viewer.Hosting;
using Twin.Viewer.Relay;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Http;

/// <summary>Frames as server-sent events, for who has no SignalR.</summary>
internal static class EventRoutes
{
    private const string MediaType = "text/event-stream";
    private const int TopicsMost = 32;

    /// <summary>Maps them.</summary>
    /// <param name="api">Where to.</param>
    public static void Map(RouteGroupBuilder api) => api.MapGet("/runs/{id}/events", StreamAsync)
        .WithTags("Events").WithSummary("Frames as server-sent events")
        .WithDescription("Query: topics (names with commas between; all when missing), area (a code). Each event's id is epoch:topic:seq; Last-Event-ID resumes, or else the event is \"reset\" with a keyframe.")
        .Produces(StatusCodes.Status200OK, contentType: MediaType).Refuses(400, 404, 503);

    private static async Task StreamAsync(string id, HttpContext http, RunCatalogue catalogue, TopicRelays relays, IOptions<ViewerOptions> options, TimeProvider time)
    {
        QueryFields query = new(http.Request, "topics", "area");
        query.Check();
        KnownRun known = await catalogue.GetAsync(id);
        IReadOnlyList<string> topics = query.Text("topics") is { Length: > 0 } list ? list.Split(',', TopicsMost) : (await known.LayoutAsync()).Topics;
        string last = http.Request.Headers["Last-Event-ID"].ToString();
        WatchRequest asked = await WatchRequest.CheckAsync(known, topics, query.Text("area") ?? "", After(last));
        await using Viewing viewing = await Viewing.OpenAsync(relays, asked, Counts(), http.RequestAborted);
        http.Response.ContentType = MediaType;
        http.Response.Headers.CacheControl = "no-store";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await http.Response.WriteAsync("retry: 2000\n\n", http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);

        // Who comes back and cannot go on where it was is told so.
        HashSet<string> resets = [.. last.Length > 0 ? asked.Topics.Except(viewing.Resumed) : []];
        await foreach (Frame? frame in viewing.FramesAsync(options.Value.Heartbeat, time, http.RequestAborted))
        {
            string text = frame is null ? ": heartbeat\n\n" : Event(frame, resets.Remove(frame.Topic) ? "reset" : "frame");
            await http.Response.WriteAsync(text, http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }
    }

    private static Func<string, DropCount> Counts()
    {
        Dictionary<string, DropCount> counts = new(StringComparer.Ordinal);
        return topic => counts.TryGetValue(topic, out DropCount? count) ? count : counts[topic] = new DropCount();
    }

    private static string Event(Frame frame, string kind)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"id: {frame.Epoch}:{frame.Topic}:{frame.Seq}\nevent: {kind}\ndata: ");
        return text.Append(JsonSerializer.Serialize(frame, ViewerJson.Options)).Append("\n\n").ToString();
    }

    /// <summary>The frame that a Last-Event-ID names; null when it names none.</summary>
    private static (string Epoch, string Topic, long Seq)? After(string id)
    {
        int seqAt = id.LastIndexOf(':');
        int topicAt = seqAt > 0 ? id.LastIndexOf(':', seqAt - 1) : -1;
        return topicAt > 0 && long.TryParse(id.AsSpan(seqAt + 1), NumberStyles.None, CultureInfo.InvariantCulture, out long seq)
            ? (id[..topicAt], id[(topicAt + 1)..seqAt], seq)
            : null;
    }
}
