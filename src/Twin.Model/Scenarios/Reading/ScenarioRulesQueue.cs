using System.Text.RegularExpressions;
using Twin.Model.Queueing;

namespace Twin.Model.Scenarios.Reading;

/// <content>Rules of a queueing network.</content>
internal sealed partial class ScenarioRules
{
    private void CheckQueue()
    {
        QueueNetworkParameters network = scenario.Queue;
        if (errors.Touches("queue"))
        {
            return;
        }

        foreach (NetworkFault fault in QueueNetworkCheck.Faults(network))
        {
            string path = IndexPattern().Replace(fault.Path, ".$1");
            errors.Add(placeOf(path), path, fault.Found, fault.Allowed);
        }

        Require(network.Stations.Count == 0 || network.Stations.Any(station => station.Arrivals is not null)
            || network.Kinds.Any(kind => kind.At.Any(at => at.Arrivals is not null)), "queue.stations",
            "no station with arrivals", "at least one station with arrivals");
    }

    [GeneratedRegex(@"\[([0-9]+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex IndexPattern();
}
