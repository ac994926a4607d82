using Twin.Model.Results;

namespace Twin.Experiments.Sweeps;

/// <summary>A replication of a point that is to be run.</summary>
/// <param name="Point">Number of the point, from 1.</param>
/// <param name="Replication">Number of the replication, from 0.</param>
public readonly record struct SweepTask(int Point, int Replication);

/// <summary>A finished replication.</summary>
/// <param name="Task">Which one.</param>
/// <param name="Seed">Seed of its draws.</param>
/// <param name="Digest">Its trace digest, 32 hexadecimal digits.</param>
/// <param name="ResultsDigest">Its results digest, 32 hexadecimal digits.</param>
/// <param name="Events">Events handled.</param>
/// <param name="Measures">Every measure in catalogue order.</param>
/// <param name="Seconds">Wall time that it took, s; the only figure here that another run may not give again.</param>
public sealed record SweepRow(
    SweepTask Task, ulong Seed, string Digest, string ResultsDigest, long Events, IReadOnlyList<MeasureValue> Measures, double Seconds);
