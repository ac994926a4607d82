using System.Numerics;

namespace Twin.Model.Queueing;

/// <summary>Parallel servers: the free server on duty with the lowest number takes the next. Used by sites and queue stations alike.</summary>
/// <remarks>Who goes off duty while busy finishes first. Busy and duty times are exact integrals in ms.</remarks>
public sealed class ServerPool
{
    private ulong[] _free = new ulong[1];
    private bool[] _onDuty = [];
    private bool[] _busy = [];
    private int _count;
    private int _working;
    private long _since;

    /// <summary>Servers with a number, on duty or not.</summary>
    public int Count => _count;

    /// <summary>Servers on duty, or finishing the person at hand.</summary>
    public int OnDuty { get; private set; }

    /// <summary>Servers that serve.</summary>
    public int Busy { get; private set; }

    /// <summary>Busy time so far, up to the last change or <see cref="Settle"/>, ms.</summary>
    public long BusyMilliseconds { get; private set; }

    /// <summary>Time on duty so far, finishing included, up to the last change or <see cref="Settle"/>, ms.</summary>
    public long DutyMilliseconds { get; private set; }

    /// <summary>Adds a server with the next number.</summary>
    /// <param name="onDuty">Whether it works from now on.</param>
    /// <param name="now">The moment, ms.</param>
    /// <returns>Its number, from 0.</returns>
    public int Add(bool onDuty, long now)
    {
        int server = _count++;
        if (server == _onDuty.Length)
        {
            Array.Resize(ref _onDuty, Math.Max(8, 2 * server));
            Array.Resize(ref _busy, _onDuty.Length);
            Array.Resize(ref _free, (_onDuty.Length + 63) / 64);
        }

        SetDuty(server, onDuty, now);
        return server;
    }

    /// <summary>Whether a server serves.</summary>
    /// <param name="server">Its number.</param>
    public bool IsBusy(int server) => _busy[server];

    /// <summary>Whether a server is on duty; who is not may be finishing.</summary>
    /// <param name="server">Its number.</param>
    public bool IsOnDuty(int server) => _onDuty[server];

    /// <summary>Puts a server on or off duty; who serves somebody finishes first.</summary>
    /// <param name="server">Its number.</param>
    /// <param name="onDuty">Whether it works from now on.</param>
    /// <param name="now">The moment, ms.</param>
    public void SetDuty(int server, bool onDuty, long now)
    {
        Settle(now);
        if (_onDuty[server] == onDuty)
        {
            return;
        }

        _onDuty[server] = onDuty;
        OnDuty += onDuty ? 1 : -1;
        if (!_busy[server])
        {
            _working += onDuty ? 1 : -1;
            Mark(server, onDuty);
        }
    }

    /// <summary>Takes the free server with the lowest number.</summary>
    /// <param name="now">The moment, ms.</param>
    /// <returns>Its number, or −1 when none is free.</returns>
    public int TryTake(long now)
    {
        for (int word = 0; word < _free.Length; word++)
        {
            if (_free[word] != 0)
            {
                Settle(now);
                int server = (word * 64) + BitOperations.TrailingZeroCount(_free[word]);
                Mark(server, false);
                _busy[server] = true;
                Busy++;
                return server;
            }
        }

        return -1;
    }

    /// <summary>Ends a server's service.</summary>
    /// <param name="server">Its number.</param>
    /// <param name="now">The moment, ms.</param>
    public void Release(int server, long now)
    {
        Settle(now);
        _busy[server] = false;
        Busy--;
        if (_onDuty[server])
        {
            Mark(server, true);
        }
        else
        {
            _working--;
        }
    }

    /// <summary>Brings the integrals up to a moment.</summary>
    /// <param name="now">The moment, ms.</param>
    public void Settle(long now)
    {
        long elapsed = now - _since;
        BusyMilliseconds += elapsed * Busy;
        DutyMilliseconds += elapsed * _working;
        _since = now;
    }

    /// <summary>Starts both integrals at a moment: the end of a warm-up.</summary>
    /// <param name="now">The moment, ms.</param>
    public void Restart(long now) => (_since, BusyMilliseconds, DutyMilliseconds) = (now, 0, 0);

    private void Mark(int server, bool free)
    {
        ulong bit = 1UL << (server & 63);
        _free[server >> 6] = free ? _free[server >> 6] | bit : _free[server >> 6] & ~bit;
    }
}
