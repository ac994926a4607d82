using Twin.Model.Randomness;

namespace Twin.Model.Queueing;

/// <summary>Where customers go after each station, compiled to integer thresholds.</summary>
/// <remarks>Targets are taken in the order of the stations, whatever the order in the file.</remarks>
public sealed class Routing
{
    private readonly int[][] _targets;
    private readonly ulong[][] _thresholds;
    private readonly double[][] _probabilities;

    /// <summary>Compiles the routing.</summary>
    /// <param name="network">A network whose targets exist and whose probabilities lie in 0 … 1.</param>
    /// <param name="kind">Which kind of customers.</param>
    public Routing(QueueNetworkParameters network, int kind = 0)
    {
        int count = network.Stations.Count;
        _probabilities = new double[count][];
        _targets = new int[count][];
        _thresholds = new ulong[count][];
        for (int i = 0; i < count; i++)
        {
            double[] row = [.. network.Stations.Select(to => network.NextOf(kind, i).TryGetValue(to.Name, out double p) ? p : 0)];
            _probabilities[i] = row;
            _targets[i] = [.. Enumerable.Range(0, count).Where(j => row[j] > 0)];
            _thresholds[i] = new ulong[_targets[i].Length];
            double sum = 0;
            for (int k = 0; k < _targets[i].Length; k++)
            {
                sum += row[_targets[i][k]];
                _thresholds[i][k] = Draws.Threshold(sum > 1 - QueueNetworkCheck.SumTolerance ? 1 : sum);
            }
        }
    }

    /// <summary>Whether anybody goes from one station to another, or back to the same.</summary>
    public bool Any => _targets.Any(targets => targets.Length > 0);

    /// <summary>Probability of going from a station to a station.</summary>
    /// <param name="from">Left station.</param>
    /// <param name="to">Next station.</param>
    public double Probability(int from, int to) => _probabilities[from][to];

    /// <summary>Whether somebody may leave the network after a station.</summary>
    /// <param name="station">The station.</param>
    public bool LeavesAfter(int station) => _thresholds[station].Length == 0 || _thresholds[station][^1] < 1UL << 32;

    /// <summary>The next station, or −1 to leave the network.</summary>
    /// <param name="station">Where a service has ended.</param>
    /// <param name="bits">The customer's draw.</param>
    public int Next(int station, uint bits)
    {
        ulong[] thresholds = _thresholds[station];
        for (int k = 0; k < thresholds.Length; k++)
        {
            if (bits < thresholds[k])
            {
                return _targets[station][k];
            }
        }

        return -1;
    }

    /// <summary>Whether a station has any target, so that a draw is needed.</summary>
    /// <param name="station">The station.</param>
    public bool HasTargets(int station) => _targets[station].Length > 0;
}
