using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Orleans.Runtime;
using Twin.Experiments.Texts;
using Twin.Grains.Running;
using Twin.Silo.Commands;

namespace Twin.Silo.Clusters;

/// <summary>One <c>twin worker</c>: a silo that joins a sweep's cluster and runs replications until the sweep is done.</summary>
/// <param name="options">What was asked.</param>
/// <param name="interruption">Ctrl-C.</param>
public sealed class WorkerSession(WorkerOptions options, Interruption interruption)
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500), Look = TimeSpan.FromSeconds(1), LongestSilence = TimeSpan.FromSeconds(30);

    /// <summary>Waits for a sweep, works, and ends with it.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="InputException">The address is none, or the sweep refuses this software.</exception>
    public async Task<int> RunAsync()
    {
        IPEndPoint lead = await options.Cluster.ResolveAsync("SWEEP", interruption.Token);
        interruption.Doing = $"waiting for a sweep at {lead}";
        interruption.Done = () => "nothing was run";
        Say($"waiting for a sweep at {lead}");
        IPAddress own = await WaitForAsync(lead);
        using SweepHost host = new(options.Threads, TimeProvider.System);
        interruption.Doing = "joining a sweep";
        if (await JoinAsync(lead, own, host) is not { } silo)
        {
            return ExitCode.Failure;
        }

        Say($"joined the sweep at {lead}");
        interruption.Doing = "running replications";
        interruption.Done = () => $"{Ran(host)} run here; what was in hand is run elsewhere";
        try
        {
            return await WorkAsync(lead, host);
        }
        finally
        {
            host.End(null);
            await ClusterSilo.StopAsync(silo);
        }
    }

    private async Task<int> WorkAsync(IPEndPoint lead, SweepHost host)
    {
        while (!host.Ended.IsCompleted)
        {
            await Task.WhenAny(host.Ended, Task.Delay(Look, interruption.Token));
            interruption.Token.ThrowIfCancellationRequested();
            if (host.Silence > LongestSilence)
            {
                Console.Error.WriteLine($"twin: the sweep at {lead} has not been heard of for {LongestSilence.TotalSeconds:0} s; {Ran(host)} run here");
                return ExitCode.Failure;
            }
        }

        if (await host.Ended is { } reason)
        {
            throw InputException.At("SWEEP", $"{lead}, which does not take this silo: {reason}", "a sweep of the same software and platform");
        }

        Say($"the sweep is done: {Ran(host)} run here");
        return ExitCode.Success;
    }

    private static string Ran(SweepHost host) => Counted.Of(host.Ran, "replication was", "replications were");

    /// <summary>Waits until somebody listens there.</summary>
    /// <returns>The address of this machine that is seen from there.</returns>
    private async Task<IPAddress> WaitForAsync(IPEndPoint lead)
    {
        while (true)
        {
            try
            {
                using Socket socket = new(lead.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(lead, interruption.Token);
                return ((IPEndPoint)socket.LocalEndPoint!).Address;
            }
            catch (SocketException)
            {
                await Task.Delay(Retry, interruption.Token);
            }
        }
    }

    /// <summary>Starts the silo; null, which is told, if it is not taken.</summary>
    private async Task<IHost?> JoinAsync(IPEndPoint lead, IPAddress own, SweepHost host)
    {
        try
        {
            return await ClusterSilo.StartAsync(lead, new IPEndPoint(own, LocalPort.Free(own)), host, interruption.Token);
        }
        catch (Exception failure) when (failure is OrleansException or TimeoutException && !interruption.Token.IsCancellationRequested)
        {
            Console.Error.WriteLine($"twin: no sweep takes silos at {lead}, though something listens there ({failure.Message})");
            return null;
        }
    }

    private void Say(string line)
    {
        if (!options.Quiet)
        {
            Console.Error.WriteLine($"twin: {line}");
        }
    }
}
