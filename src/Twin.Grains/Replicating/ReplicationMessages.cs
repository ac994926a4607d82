namespace Twin.Grains.Replicating;

/// <summary>An experiment as it is sent to a silo: the files that it is read from, and what the command line says instead of them.</summary>
/// <param name="Identity">Digest of all that decides the results: what the silo reads must have the same.</param>
/// <param name="Path">Path of the experiment file, a key of <paramref name="Files"/>.</param>
/// <param name="Files">Text of each file by its path.</param>
/// <param name="Seed">Seed instead of the file's; null for that.</param>
/// <param name="Scale">Share of the district instead of the file's; null for that.</param>
/// <param name="Replications">A fixed number instead of the file's rule; null for that.</param>
[GenerateSerializer]
[Immutable]
[Alias("twin.ReplicationJob")]
public sealed record ReplicationJob(
    string Identity, string Path, IReadOnlyDictionary<string, string> Files, ulong? Seed, double? Scale, int? Replications);

/// <summary>A replication to be run.</summary>
/// <param name="Identity">Of which experiment.</param>
/// <param name="Point">Number of its point, from 1.</param>
/// <param name="Replication">Number of the replication, from 0.</param>
[GenerateSerializer]
[Immutable]
[Alias("twin.ReplicationOrder")]
public sealed record ReplicationOrder(string Identity, int Point, int Replication);

/// <summary>A finished replication.</summary>
/// <param name="Seed">Seed of its draws.</param>
/// <param name="Digest">Its trace digest, 32 hexadecimal digits.</param>
/// <param name="ResultsDigest">Its results digest, 32 hexadecimal digits.</param>
/// <param name="Events">Events handled.</param>
/// <param name="Measures">Every measure in catalogue order; null where one is no number.</param>
/// <param name="Bounds">The bound beyond which it lies, of each measure; null where one is not censored.</param>
/// <param name="Seconds">Wall time that it took, s.</param>
/// <param name="Failure">Why there are no figures: the model failed; null if it did not.</param>
[GenerateSerializer]
[Immutable]
[Alias("twin.ReplicationReply")]
public sealed record ReplicationReply(
    ulong Seed, string Digest, string ResultsDigest, long Events, IReadOnlyList<double?> Measures, IReadOnlyList<double?> Bounds, double Seconds, string? Failure);

/// <summary>What a silo is that runs replications.</summary>
/// <param name="Software">Name, version and commit: silos of other software would give other figures.</param>
/// <param name="Platform">Operating system and processor: floating-point functions differ between them.</param>
/// <param name="Threads">Replications that it runs at a time.</param>
[GenerateSerializer]
[Immutable]
[Alias("twin.ReplicationSilo")]
public sealed record ReplicationSilo(string Software, string Platform, int Threads);
