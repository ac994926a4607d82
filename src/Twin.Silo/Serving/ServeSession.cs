using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;
using Twin.Grains.Live;
using Twin.Grains.Running;
using Twin.Silo.Commands;
using Twin.Viewer.Hosting;

namespace Twin.Silo.Serving;

/// <summary>One <c>twin serve</c>: the silo, the endpoints, the hub and the page, until it is interrupted.</summary>
/// <param name="options">What was asked.</param>
/// <param name="interruption">Ctrl-C.</param>
public sealed class ServeSession(ServeOptions options, Interruption interruption)
{
    private const string ScenarioFolder = "scenarios";

    /// <summary>Serves.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="InputException">The command line or the scenario is wrong, or the port is taken.</exception>
    public async Task<int> RunAsync()
    {
        interruption.Doing = "starting the server";
        interruption.Done = () => "the runs' inputs are in their journals";
        string folder = FolderOf(options.ScenarioFile);
        ServedScenarios scenarios = new(folder, options.Journals, TimeProvider.System) { OwnSets = options.Sets };
        int gateway = options.Gateway ?? LocalPort.Free(IPAddress.Loopback);
        RefuseIfTaken("--urls", options.Url.Port);
        RefuseIfTaken("--gateway", gateway);
        await using WebApplication app = Build(scenarios, gateway);
        await app.StartAsync(interruption.Token);
        string url = app.Urls.First();
        Console.Out.WriteLine($"Twin serves at {url}");
        Console.Out.WriteLine($"Gateway for a viewer on its own: 127.0.0.1:{gateway.ToString(CultureInfo.InvariantCulture)}");
        await StartRunAsync(app.Services.GetRequiredService<LiveRuns>());
        if (options.Open)
        {
            OpenBrowser(url);
        }

        interruption.Doing = "serving";
        await Task.Delay(Timeout.InfiniteTimeSpan, interruption.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        int code = interruption.Tell();

        // The grains hold nothing that must be kept; to end hundreds of thousands in good order would take longer than the user waits.
        Environment.Exit(code);
        return code;
    }

    private WebApplication Build(ServedScenarios scenarios, int gateway)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "twin" });
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Orleans", LogLevel.Critical).AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical);
        builder.WebHost.UseKestrelCore().UseUrls(options.Url.GetLeftPart(UriPartial.Authority));
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(LocalPort.Free(IPAddress.Loopback), gateway)
            .Configure<ClusterOptions>(cluster => (cluster.ClusterId, cluster.ServiceId) = ("twin", "twin"))
            .AddTwin()
            .AddTwinLive(_ => scenarios));
        builder.Services.AddTwinViewer();
        WebApplication app = builder.Build();
        app.MapTwinViewer();
        return app;
    }

    private static void RefuseIfTaken(string option, int port)
    {
        try
        {
            LocalPort.Probe(new IPEndPoint(IPAddress.Loopback, port));
        }
        catch (SocketException)
        {
            throw InputException.At(option, $"port {port.ToString(CultureInfo.InvariantCulture)}, which is in use", "a port that is free");
        }
    }

    private Task StartRunAsync(LiveRuns runs)
    {
        if (options.ScenarioFile is not { } file)
        {
            return Task.CompletedTask;
        }

        try
        {
            RunState state = runs.Start(new RunRequest(
                Path.GetFileNameWithoutExtension(file), options.Seed, options.Scale, options.Sets, options.Speed, options.Paused));
            Console.Out.WriteLine($"Run {state.Id.ToString(CultureInfo.InvariantCulture)}: {state.Scenario}, seed {state.Seed.ToString(CultureInfo.InvariantCulture)}");
        }
        catch (LiveInputException wrong)
        {
            throw new InputException([.. wrong.Errors.Select(error => InputException.Describe(error.Path, error.Found, error.Allowed))]);
        }

        return Task.CompletedTask;
    }

    private static string FolderOf(string? scenarioFile)
    {
        if (scenarioFile is not null && !File.Exists(scenarioFile))
        {
            throw InputException.At("SCENARIO", $"no file {OptionValue.Quoted(scenarioFile)}", "the path of a scenario file (YAML), such as scenarios/mass-testing-small.yaml");
        }

        string folder = scenarioFile is null ? ScenarioFolder : Path.GetDirectoryName(Path.GetFullPath(scenarioFile))!;
        return Directory.Exists(folder)
            ? folder
            : throw InputException.At("SCENARIO", $"none, and no folder {OptionValue.Quoted(folder)} here", "to be started where the scenarios are, or with a scenario file");
    }

    private static void OpenBrowser(string url)
    {
        string opener = OperatingSystem.IsWindows() ? "explorer" : OperatingSystem.IsMacOS() ? "open" : "xdg-open";
        try
        {
            using Process? browser = Process.Start(new ProcessStartInfo(opener, url) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.Error.WriteLine($"twin: no {opener} here to open a browser with; open {url} in one");
        }
    }
}
