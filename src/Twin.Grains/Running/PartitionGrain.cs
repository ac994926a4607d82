using Twin.Grains.Messages;
using Twin.Grains.Placement;
using Twin.Model.Events;
using Twin.Model.Live;
using Twin.Model.Results;

namespace Twin.Grains.Running;

/// <inheritdoc cref="IPartitionGrain"/>
/// <param name="context">The grain's context.</param>
/// <param name="runs">The runs of this silo.</param>
/// <param name="grains">Makes references.</param>
[KeepAlive]
[PartitionPlacement]
[GrainType("partition")]
public sealed class PartitionGrain(IGrainContext context, RunPlans runs, IGrainFactory grains) : IGrainBase, IPartitionGrain
{
    private HostedRun _run = null!;
    private EntityCalls _calls = null!;
    private EventCalendar _calendar = null!;
    private byte[] _owner = [];
    private Outbox[] _outboxes = [];
    private int _partition;
    private WindowReport? _latest;
    private LiveTable _shown = null!;

    /// <inheritdoc/>
    public IGrainContext GrainContext { get; } = context;

    /// <inheritdoc/>
    public Task OnActivateAsync(CancellationToken token)
    {
        RunKey key = new(GrainContext.GrainId.GetIntegerKey());
        _run = runs[key.Run];
        _partition = key.Partition;
        _owner = _run.Owners;
        _calendar = new EventCalendar(_run.Index);
        _calls = new EntityCalls(_run, key.Run, _partition, grains);
        _shown = new LiveTable(_run.Options.IsShown ? _run.Plan.Live : LiveLayout.None);
        _outboxes = [.. _run.PartitionSilos.Select(_ => new Outbox())];
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<int> Prepare(int count) => _calls.Prepare(count);

    /// <inheritdoc/>
    public Task<long> Begin()
    {
        foreach (Event e in _run.Plan.FirstEvents())
        {
            if (_owner[_run.Index.Of(e.Target)] == _partition)
            {
                _calendar.Add(in e);
            }
        }

        return Task.FromResult(_calendar.Earliest());
    }

    /// <inheritdoc/>
    public async ValueTask<WindowReport> StepWindow(WindowOrder order)
    {
        long expected = (_latest?.Number ?? 0) + 1;
        if (order.Number == expected - 1 && _latest is not null)
        {
            return _latest;
        }

        if (order.Number != expected)
        {
            throw new InvalidOperationException($"Partition {_partition} expects window {expected} and cannot step window {order.Number}.");
        }

        foreach (EventBlock block in order.Incoming)
        {
            AddAll(block);
        }

        _calendar.Take(order.End);
        int handled = 0;
        int completed = 0;
        StepFailure? failure = null;
        _calls.Begin(_calendar, order);
        for (int next = 0; next < _calendar.TouchedCount; next++)
        {
            StepReply reply = await _calls.Reply(next);
            handled += reply.Handled;
            completed += reply.Completed;
            failure = First(failure, reply.Failure);
            Dispatch(reply.Sent);
            foreach (ref readonly MetricEntry entry in reply.Shown.Entries)
            {
                _shown.Add(entry.Cell, (int)entry.Value);
            }
        }

        _run.Stepped(_partition, order.End);
        long earliest = Math.Min(_calendar.Earliest(), _outboxes.Min(outbox => outbox.Earliest));
        EventBlock[] outgoing = [.. _outboxes.Select(outbox => outbox.Take())];
        return _latest = new WindowReport(order.Number, outgoing, earliest, handled, _calendar.TouchedCount, completed, failure);
    }

    /// <inheritdoc/>
    public async Task<PartitionOutcome> Collect()
    {
        MetricTable table = new(_run.Plan.MetricCells);
        UInt128 trace = 0;
        long handled = 0;
        HashSet<int> raised = [];
        await _calls.Collect(report =>
        {
            unchecked
            {
                trace += new UInt128(report.TraceHigh, report.TraceLow);
            }

            handled += report.Handled;
            foreach (MetricEntry entry in report.Metrics.Entries)
            {
                if (entry.Cell >= 0)
                {
                    table.Add(entry.Cell, entry.Value);
                }
                else
                {
                    table.Raise(~entry.Cell, entry.Value);
                    raised.Add(~entry.Cell);
                }
            }
        });
        return new PartitionOutcome((ulong)(trace >> 64), (ulong)trace, handled, table.Cells, [.. raised]);
    }

    /// <inheritdoc/>
    public async Task<int> End(int count)
    {
        int left = await _calls.End(count);
        if (left == 0)
        {
            this.DeactivateOnIdle();
        }

        return left;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RecordBlock>> Records()
    {
        List<RecordBlock> records = [];
        foreach (EntityId recorder in _run.Plan.Recorders.Where(id => _owner[_run.Index.Of(id)] == _partition))
        {
            records.Add(new RecordBlock(recorder.Packed, await _calls.GrainOf(recorder).Records()));
        }

        return records;
    }

    /// <inheritdoc/>
    public ValueTask<MetricBlock> TakeShown()
    {
        MetricEntry[] changes = [.. _shown.Changed.Select(cell => new MetricEntry(cell, _shown[cell]))];
        _shown.ClearChanges();
        return new(changes.Length == 0 ? MetricBlock.Empty : new MetricBlock(changes, 0, changes.Length));
    }

    private static StepFailure? First(StepFailure? one, StepFailure? other) =>
        one is null || (other is not null && other.Cause.Events[0].Due < one.Cause.Events[0].Due) ? other : one;

    private void AddAll(EventBlock block)
    {
        foreach (ref readonly Event e in block.Events)
        {
            _calendar.Add(in e);
        }
    }

    private void Dispatch(EventBlock sent)
    {
        foreach (ref readonly Event e in sent.Events)
        {
            int owner = _owner[_run.Index.Of(e.Target)];
            if (owner == _partition)
            {
                _calendar.Add(in e);
            }
            else
            {
                _outboxes[owner].Add(in e);
            }
        }
    }
}
