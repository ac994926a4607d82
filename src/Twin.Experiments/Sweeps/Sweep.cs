using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Twin.Experiments.Sensitivity;
using Twin.Experiments.Sweeps.Designs;
using Twin.Experiments.Sweeps.Files;
using Twin.Model.Randomness;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Sweeps;

/// <summary>An experiment, read and checked: every point resolves to a scenario. Immutable: for any number of threads.</summary>
public sealed class Sweep
{
    /// <summary>Most points.</summary>
    public const int MostPoints = 10_000;

    /// <summary>Most replications of a point.</summary>
    public const int MostReplications = 100_000;

    private const uint PointSeed = 0xFFFF_0003, BlockSeed = 0xFFFF_0007;

    private readonly Lazy<string> _identity;

    /// <summary>Prepares the identity.</summary>
    public Sweep() => _identity = new Lazy<string>(DigestOfAll);

    /// <summary>The experiment's file, as it was read.</summary>
    public required ExperimentFile File { get; init; }

    /// <summary>Path of the file as given.</summary>
    public required string Path { get; init; }

    /// <summary>The scenario file.</summary>
    public required ScenarioTemplate Template { get; init; }

    /// <summary>Changes at every point.</summary>
    public required IReadOnlyList<Setting> Settings { get; init; }

    /// <summary>The scenario with the changes at every point, before any factor.</summary>
    public required Scenario Base { get; init; }

    /// <summary>Seed of the sweep.</summary>
    public required ulong Seed { get; init; }

    /// <summary>What is varied.</summary>
    public required IReadOnlyList<Factor> Factors { get; init; }

    /// <summary>The points, in order.</summary>
    public required IReadOnlyList<SweepPoint> Points { get; init; }

    /// <summary>What is looked at.</summary>
    public required IReadOnlyList<Measure<MassTestResult>> Responses { get; init; }

    /// <summary>How often each point is run.</summary>
    public required StoppingRule Rule { get; init; }

    /// <summary>How the points are laid out for sensitivity indices; null if they are not.</summary>
    public SensitivityDesign? Sensitivity { get; init; }

    /// <summary>What the command line said instead of the file.</summary>
    public SweepChanges Changes { get; init; } = new();

    /// <summary>Text of each file that was read, by its path: the experiment, the scenario and those that it extends.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();

    /// <summary>Digest of all that decides the results, and which are shown: 32 hexadecimal digits.</summary>
    public string Identity => _identity.Value;

    /// <summary>The scenario of a point.</summary>
    /// <param name="point">The point.</param>
    public Scenario ScenarioOf(SweepPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return Template.With([.. ScenarioChange.OfSets(SettingsOf(point).Select(setting => setting.Text))], mayIdle: true);
    }

    /// <summary>All changes to the scenario at a point, in order.</summary>
    /// <param name="point">The point.</param>
    public IEnumerable<Setting> SettingsOf(SweepPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return [.. Settings, .. point.Levels.SelectMany(level => level.Settings)];
    }

    /// <summary>Seed of a replication: with common random numbers the same at every point; in a design for sensitivity at every point of a block, and others in another.</summary>
    /// <param name="point">The point.</param>
    /// <param name="replication">From 0.</param>
    /// <remarks>Differences are taken within a block; between blocks other seeds, so that blocks are independent, and an interval over them has the luck of the days in it.</remarks>
    public ulong SeedOf(SweepPoint point, int replication)
    {
        ArgumentNullException.ThrowIfNull(point);
        ulong seed = !File.Crn ? SeedOf(point.Number, PointSeed) : Sensitivity is null ? Seed : SeedOf(Sensitivity.BlockOf(point.Number), BlockSeed);
        return new Draws(seed).ReplicationSeed(replication);
    }

    private ulong SeedOf(int number, uint purpose)
    {
        (uint w0, uint w1, _, _) = Philox.Block(0, 0, (uint)number, purpose, (uint)Seed, (uint)(Seed >> 32));
        return ((ulong)w0 << 32) | w1;
    }

    private string DigestOfAll()
    {
        StringBuilder all = new();
        all.Append(CultureInfo.InvariantCulture, $"twin-sweep/1\n{File.Name}\n{ScenarioJson.Of(Base).ToJsonString()}\n{Seed}\n{File.Crn}\n");
        all.Append(CultureInfo.InvariantCulture, $"{Rule.Least} {Rule.Most} {Rule.Until?.Key} {Rule.HalfWidth:R}\n{string.Join(' ', Responses.Select(response => response.Key))}\n");
        if (Sensitivity is { } design)
        {
            all.Append(CultureInfo.InvariantCulture, $"{design.Method} {design.Blocks} {design.GridLevels}\n");
        }

        foreach (SweepPoint point in Points)
        {
            all.AppendJoin('\n', point.Levels.SelectMany(level => level.Settings.Select(setting => setting.Text).Prepend(level.Label))).Append("\n\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..32];
    }
}
