using System.Collections.Concurrent;
using System.IO.Compression;
using Twin.Grains.Live;
using Twin.Model.Live;
using Twin.Viewer.Page;

namespace Twin.Viewer.Runs;

/// <summary>What this process knows of a run: all that does not change under one epoch, asked for once.</summary>
internal sealed class KnownRun
{
    private const int PlacesMost = 4_096;

    private readonly ConcurrentDictionary<(string Kind, string Code), EntityPlace> _places = new();
    private readonly Remembered<(SharedContent Content, DistrictTable District)> _layout;
    private readonly Remembered<SharedContent> _households;
    private readonly Remembered<RunDescription> _description;

    /// <summary>Begins to know a run.</summary>
    /// <param name="grain">The run.</param>
    /// <param name="state">Where it stands.</param>
    public KnownRun(IRunGrain grain, RunState state)
    {
        Grain = grain;
        State = state;
        _description = new(grain.Describe);
        _households = new(async () => new SharedContent(await grain.HouseholdPlaces(), "application/octet-stream", CompressionLevel.Fastest));
        _layout = new(async () =>
        {
            byte[] layout = await grain.Layout();
            return (new SharedContent(layout, "application/json", CompressionLevel.Optimal), new DistrictTable(layout));
        });
    }

    /// <summary>The run.</summary>
    public IRunGrain Grain { get; }

    /// <summary>Where it stood when it was last asked.</summary>
    public RunState State { get; set; }

    /// <summary>When it was last asked, by the process's clock.</summary>
    public long AskedAt { get; set; }

    /// <summary>Its measures and topics.</summary>
    public Task<RunDescription> DescriptionAsync() => _description.GetAsync();

    /// <summary>The table of its numbers.</summary>
    public async Task<LiveLayout> LayoutAsync() => LiveDescription.Layout(await DescriptionAsync());

    /// <summary>Its layout as it is served.</summary>
    public async Task<SharedContent> LayoutContentAsync() => (await _layout.GetAsync()).Content;

    /// <summary>Its codes.</summary>
    public async Task<DistrictTable> DistrictAsync() => (await _layout.GetAsync()).District;

    /// <summary>Where its households are, as it is served.</summary>
    public Task<SharedContent> HouseholdsContentAsync() => _households.GetAsync();

    /// <summary>An area of its district.</summary>
    /// <param name="code">Code of the area; empty for all.</param>
    /// <param name="layout">Its measures.</param>
    /// <exception cref="LiveInputException">There is no such area.</exception>
    public async Task<Area> AreaAsync(string code, LiveLayout layout) => code.Length == 0 ? Area.All : Area.Of(code, layout, await DistrictAsync());

    /// <summary>An entity's place. Kept while the run goes on: places do not change.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="code">Its code.</param>
    /// <exception cref="LiveInputException">There is no such entity.</exception>
    public async Task<EntityPlace> PlaceAsync(string kind, string code)
    {
        if (_places.TryGetValue((kind, code), out EntityPlace? known))
        {
            return known;
        }

        EntityPlace place = await Grain.Find(kind, code);
        if (_places.Count >= PlacesMost)
        {
            _places.Clear();
        }

        _places[(kind, code)] = place;
        return place;
    }
}
