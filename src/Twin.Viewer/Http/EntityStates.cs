using Twin.Grains.Districts;
using Twin.Grains.Recent;
using Twin.Grains.Testing;

namespace Twin.Viewer.Http;

/// <summary>State of an organisation of the chain.</summary>
/// <param name="OrderedAt">When the order came, ms; null before.</param>
/// <param name="AcknowledgedAt">When the order was acknowledged, ms; null before.</param>
/// <param name="RolesAssignedAt">When all below had acknowledged, ms; null before.</param>
public sealed record OrganisationState(long? OrderedAt, long? AcknowledgedAt, long? RolesAssignedAt);

/// <summary>State of a party group.</summary>
/// <param name="OrderedAt">When the order came, ms; null before.</param>
/// <param name="AcknowledgedAt">When its leader or deputy acknowledged, ms; null before.</param>
/// <param name="Helpers">Helpers who showed up, the leader included.</param>
/// <param name="NotReached">Households that it has not reached yet.</param>
public sealed record PartyGroupState(long? OrderedAt, long? AcknowledgedAt, int Helpers, int NotReached);

/// <summary>State of a micro-grid.</summary>
/// <param name="Households">Households.</param>
/// <param name="Residents">Residents.</param>
/// <param name="Tested">Residents reported as tested.</param>
public sealed record MicroGridState(int Households, int Residents, int Tested);

/// <summary>State of a household: nothing else is shown of one.</summary>
/// <param name="Size">Members.</param>
/// <param name="Tested">Members tested.</param>
public sealed record HouseholdState(int Size, int Tested);

/// <summary>State of a testing site.</summary>
/// <param name="IsOpen">Whether it takes people.</param>
/// <param name="Door">People at the door before opening.</param>
/// <param name="RegistrationQueue">People in the registration queue.</param>
/// <param name="SwabQueue">People in the swab queue.</param>
/// <param name="DesksOnDuty">Desks on duty.</param>
/// <param name="DesksBusy">Desks that serve.</param>
/// <param name="SamplersOnDuty">Samplers on duty.</param>
/// <param name="SamplersBusy">Samplers that are busy.</param>
/// <param name="Tested">People tested.</param>
/// <param name="Balked">Times that somebody balked.</param>
public sealed record SiteState(
    bool IsOpen, int Door, int RegistrationQueue, int SwabQueue, int DesksOnDuty, int DesksBusy, int SamplersOnDuty, int SamplersBusy, int Tested, long Balked);

/// <summary>What an entity's own grain answers.</summary>
/// <param name="AsOf">The simulated moment up to which it holds, ms.</param>
/// <param name="State">Its state, by kind.</param>
/// <param name="Recent">Its last events, the newest first.</param>
internal sealed record EntityWords(long AsOf, object State, IReadOnlyList<GrainEvent> Recent);

/// <summary>Asks an entity's own grain for its state.</summary>
internal static class EntityStates
{
    /// <summary>An entity's state and last events.</summary>
    /// <param name="grains">Reaches the grain.</param>
    /// <param name="kind">The entity's kind.</param>
    /// <param name="key">Key of its grain.</param>
    public static async Task<EntityWords> AskAsync(IGrainFactory grains, string kind, long key)
    {
        switch (kind)
        {
            case "microGrid":
                MicroGridView cell = await grains.GetGrain<IMicroGridGrain>(key).Status();
                return new(cell.AsOf, new MicroGridState(cell.Households, cell.Residents, cell.Tested), cell.Recent);
            case "partyGroup":
                PartyGroupView group = await grains.GetGrain<IPartyGroupGrain>(key).Status();
                return new(group.AsOf, new PartyGroupState(Moment(group.OrderedAt), Moment(group.AcknowledgedAt), group.Helpers, group.NotReached), group.Recent);
            case "household":
                HouseholdView household = await grains.GetGrain<IHouseholdGrain>(key).Status();
                return new(household.AsOf, new HouseholdState(household.Size, household.Tested), []);
            case "site":
                SiteStatus site = await grains.GetGrain<ISiteGrain>(key).Status();
                return new(site.AsOf, Of(site), site.Recent);
            default:
                OrganisationView view = await Organisation(grains, kind, key).Status();
                return new(view.AsOf, new OrganisationState(Moment(view.OrderedAt), Moment(view.AcknowledgedAt), Moment(view.RolesAssignedAt)), view.Recent);
        }
    }

    private static IOrganisationGrain Organisation(IGrainFactory grains, string kind, long key) => kind switch
    {
        "district" => grains.GetGrain<IDistrictGrain>(key),
        "street" => grains.GetGrain<IStreetGrain>(key),
        "community" => grains.GetGrain<ICommunityGrain>(key),
        "compound" => grains.GetGrain<ICompoundGrain>(key),
        "baseGrid" => grains.GetGrain<IBaseGridGrain>(key),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no grain of this kind."),
    };

    private static SiteState Of(SiteStatus site) => new(
        site.IsOpen, site.Door, site.RegistrationQueue, site.SwabQueue, site.DesksOnDuty, site.DesksBusy, site.SamplersOnDuty, site.SamplersBusy, site.Tested, site.Balked);

    private static long? Moment(long milliseconds) => milliseconds < 0 ? null : milliseconds;
}
