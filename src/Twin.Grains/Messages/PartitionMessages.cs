namespace Twin.Grains.Messages;

/// <summary>A window for a partition to step.</summary>
/// <param name="Number">Number of the window, from 1.</param>
/// <param name="Start">Its start, ms.</param>
/// <param name="End">Its end, ms.</param>
/// <param name="Incoming">What other partitions sent to this one in the window before, and inputs from outside.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.WindowOrder")]
public sealed record WindowOrder(
    [property: Id(0)] long Number, [property: Id(1)] long Start, [property: Id(2)] long End, [property: Id(3)] IReadOnlyList<EventBlock> Incoming);

/// <summary>What a partition did in a window.</summary>
/// <param name="Number">Number of the window.</param>
/// <param name="Outgoing">Events for each partition; none for itself.</param>
/// <param name="Earliest">When its earliest pending event is due, those sent out included, ms.</param>
/// <param name="Handled">Events handled.</param>
/// <param name="Calls">Entities stepped.</param>
/// <param name="Completed">People tested or customers served.</param>
/// <param name="Failure">The first failure in the order of entities; null when there was none.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.WindowReport")]
public sealed record WindowReport(
    [property: Id(0)] long Number,
    [property: Id(1)] IReadOnlyList<EventBlock> Outgoing,
    [property: Id(2)] long Earliest,
    [property: Id(3)] int Handled,
    [property: Id(4)] int Calls,
    [property: Id(5)] int Completed,
    [property: Id(6)] StepFailure? Failure);

/// <summary>What a partition's entities add up to.</summary>
/// <param name="TraceHigh">Upper half of the sum of trace shares.</param>
/// <param name="TraceLow">Lower half of the sum of trace shares.</param>
/// <param name="Handled">Events handled, as the grains count them.</param>
/// <param name="Cells">The metric table of its entities.</param>
/// <param name="Raised">Cells that hold a greatest value, not a sum.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.PartitionOutcome")]
public sealed record PartitionOutcome(
    [property: Id(0)] ulong TraceHigh, [property: Id(1)] ulong TraceLow, [property: Id(2)] long Handled, [property: Id(3)] long[] Cells, [property: Id(4)] int[] Raised);

/// <summary>An entity's records.</summary>
/// <param name="Entity">Packed name of the entity.</param>
/// <param name="Packed">Its records, as its plan reads them.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.RecordBlock")]
public sealed record RecordBlock([property: Id(0)] uint Entity, [property: Id(1)] byte[] Packed);
