using Twin.Grains.Districts;
using Twin.Grains.Messages;
using Twin.Grains.Recent;
using Twin.Grains.Running;
using Twin.Grains.Testing;

namespace Twin.Viewer.Tests.Fakes;

/// <summary>An entity's grain of any kind.</summary>
internal sealed class FakeEntity(RunKey key, Exception? trouble) : IDistrictGrain, IStreetGrain, ICommunityGrain, ICompoundGrain, IBaseGridGrain,
    IPartyGroupGrain, IMicroGridGrain, IHouseholdGrain, ISiteGrain
{
    private static readonly GrainEvent[] Recent =
    [
        new(50_000, 40_000, 3, "event.below.acknowledged", []), new(30_000, 30_000, 1, "event.ordered", ["JB"]),
    ];

    private int Row => key.Entity.Ordinal;

    ValueTask<OrganisationView> IOrganisationGrain.Status() => Answer(new OrganisationView("", 5, -1, -1, 60_000, Recent));

    ValueTask<PartyGroupView> IPartyGroupGrain.Status() => Answer(new PartyGroupView("", 5, 6, 3, 1, 60_000, Recent));

    ValueTask<MicroGridView> IMicroGridGrain.Status() => Answer(new MicroGridView(FakeDistrict.MicroGrids[Row], 2, 5, Row, 60_000, Recent));

    ValueTask<HouseholdView> IHouseholdGrain.Status() => Answer(new HouseholdView($"{FakeDistrict.MicroGrids[Row / 2]}-H00{1 + (Row % 2)}", 3, 1, 60_000));

    ValueTask<SiteStatus> ISiteGrain.Status() => Answer(new SiteStatus(FakeDistrict.Sites[Row], true, 1, 2, 3, 4, 5, 6, 7, 8, 9, 60_000, Recent));

    public ValueTask Prepare() => throw new NotSupportedException();

    public ValueTask<StepReply> Advance(long start, long end, EventBlock inbox) => throw new NotSupportedException();

    public ValueTask<EntityReport> Report() => throw new NotSupportedException();

    public ValueTask End() => throw new NotSupportedException();

    public ValueTask<byte[]> Records() => throw new NotSupportedException();

    private async ValueTask<T> Answer<T>(T view)
    {
        await Task.Yield();
        return trouble is null ? view : throw trouble;
    }
}
