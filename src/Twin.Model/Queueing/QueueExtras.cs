namespace Twin.Model.Queueing;

/// <summary>Tells which networks have further figures.</summary>
internal static class QueueExtras
{
    /// <summary>Places of a network's further figures; null for a network that has none, whose table of metrics stays as it is.</summary>
    /// <param name="network">The network.</param>
    public static QueueExtraMetrics? Of(QueueNetworkParameters network)
    {
        bool has = network.Kinds.Count > 0
            || network.Stations.Any(station => station.Schedule.Count > 0 || station.Patience is not null || station.Balk.Count > 0 || station.Arrivals?.NoShow > 0);
        return has ? new QueueExtraMetrics(network.Stations.Count, network.Kinds.Count) : null;
    }
}
