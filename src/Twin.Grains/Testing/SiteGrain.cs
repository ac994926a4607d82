using Twin.Grains.Recent;
using Twin.Grains.Running;
using Twin.Model.Testing;

namespace Twin.Grains.Testing;

/// <summary>A site's queues and staff.</summary>
/// <param name="Code">Its code.</param>
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
/// <param name="AsOf">The moment up to which that holds, ms.</param>
/// <param name="Recent">Its last events, the newest first.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.SiteStatus")]
public sealed record SiteStatus(
    [property: Id(0)] string Code,
    [property: Id(1)] bool IsOpen,
    [property: Id(2)] int Door,
    [property: Id(3)] int RegistrationQueue,
    [property: Id(4)] int SwabQueue,
    [property: Id(5)] int DesksOnDuty,
    [property: Id(6)] int DesksBusy,
    [property: Id(7)] int SamplersOnDuty,
    [property: Id(8)] int SamplersBusy,
    [property: Id(9)] int Tested,
    [property: Id(10)] long Balked,
    [property: Id(11)] long AsOf,
    [property: Id(12)] IReadOnlyList<GrainEvent> Recent);

/// <summary>A testing site.</summary>
[Alias("twin.ISiteGrain")]
public interface ISiteGrain : IEntityGrain
{
    /// <summary>Its queues and staff.</summary>
    [Alias("Status")]
    ValueTask<SiteStatus> Status();
}

/// <inheritdoc cref="ISiteGrain"/>
[GrainType("site")]
public sealed class SiteGrain(IGrainContext context, RunPlans runs) : EntityGrain<Site>(context, runs), ISiteGrain
{
    /// <inheritdoc/>
    public ValueTask<SiteStatus> Status()
    {
        // A swab that ended between two events counts with the next one, here as in what the site shows.
        SiteView view = Entity.View(ShownAsOf);
        return new(new SiteStatus(
            view.Code, view.IsOpen, view.Door, view.RegistrationQueue, view.SwabQueue, view.DesksOnDuty, view.DesksBusy, view.SamplersOnDuty,
            view.SamplersBusy, view.Tested, view.Balked, AsOf, Recent));
    }
}
