using Twin.Model.Events;

namespace Twin.Model.Randomness;

/// <summary>Random numbers by key: the same subject, member, n and purpose give the same number, in any order, on any silo.</summary>
/// <param name="Seed">The run's seed: the Philox key.</param>
public readonly record struct Draws(ulong Seed)
{
    /// <summary>A uniform number in the open interval (0, 1), 53 bits.</summary>
    /// <param name="subject">Whom the draw concerns.</param>
    /// <param name="member">Which member, staff number or server of the subject.</param>
    /// <param name="n">The how-manieth.</param>
    /// <param name="purpose">What for.</param>
    public double Uniform(EntityId subject, int member, int n, Purpose purpose)
    {
        (uint w0, uint w1, _, _) = Philox.Block(subject.Packed, (uint)member, (uint)n, (uint)purpose, (uint)Seed, (uint)(Seed >> 32));
        return (((((ulong)w0 << 32) | w1) >> 12) + 0.5) * (1.0 / (1UL << 52));
    }

    /// <summary>32 raw bits.</summary>
    /// <param name="subject">Whom the draw concerns.</param>
    /// <param name="member">Which member, staff number or server of the subject.</param>
    /// <param name="n">The how-manieth.</param>
    /// <param name="purpose">What for.</param>
    public uint Bits(EntityId subject, int member, int n, Purpose purpose) =>
        Philox.Block(subject.Packed, (uint)member, (uint)n, (uint)purpose, (uint)Seed, (uint)(Seed >> 32)).W0;

    /// <summary>A yes or no: 32 raw bits below an integer threshold, so 0 is never and 1 is always.</summary>
    /// <param name="threshold">From <see cref="Threshold"/>.</param>
    /// <param name="subject">Whom the draw concerns.</param>
    /// <param name="member">Which member, staff number or server of the subject.</param>
    /// <param name="n">The how-manieth.</param>
    /// <param name="purpose">What for.</param>
    public bool Chance(ulong threshold, EntityId subject, int member, int n, Purpose purpose) => Bits(subject, member, n, purpose) < threshold;

    /// <summary>The threshold of a probability: round(p × 2³²).</summary>
    /// <param name="probability">0 to 1.</param>
    public static ulong Threshold(double probability) => (ulong)Math.Round(probability * 4294967296.0, MidpointRounding.ToEven);

    /// <summary>The seed of a replication, itself a draw.</summary>
    /// <param name="replication">From 0; replication 0 has the scenario's own seed.</param>
    public ulong ReplicationSeed(int replication)
    {
        if (replication == 0)
        {
            return Seed;
        }

        (uint w0, uint w1, _, _) = Philox.Block(0, 0, (uint)replication, (uint)Purpose.ReplicationSeed, (uint)Seed, (uint)(Seed >> 32));
        return ((ulong)w0 << 32) | w1;
    }
}
