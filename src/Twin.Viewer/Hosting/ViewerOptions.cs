namespace Twin.Viewer.Hosting;

/// <summary>Limits of the viewer.</summary>
public sealed class ViewerOptions
{
    /// <summary>Requests a second that one address may make of the HTTP API; 1 or more, default 5,000.</summary>
    public int RequestsPerSecond { get; set; } = 5_000;

    /// <summary>Requests that may come at once before the limit holds; 1 or more, default 10,000.</summary>
    public int RequestBurst { get; set; } = 10_000;

    /// <summary>Silence after which a relay asks the run whether it has missed something; default 2 s.</summary>
    public TimeSpan Silence { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Between two comments of a server-sent event stream in which nothing else happens; default 15 s.</summary>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Between two looks at the list of runs while somebody watches it; default 500 ms.</summary>
    public TimeSpan RunsInterval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long what is known of a run is believed before the run is asked again; default 1 s.</summary>
    public TimeSpan Belief { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a viewer may leave what is sent to it unread before its connection is closed; default 2 s.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(2);
}
