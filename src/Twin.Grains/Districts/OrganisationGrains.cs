using Twin.Grains.Recent;
using Twin.Grains.Running;
using Twin.Model.Notification;

namespace Twin.Grains.Districts;

/// <summary>What an organisation of the chain knows.</summary>
/// <param name="Code">Its code.</param>
/// <param name="OrderedAt">When the order came, ms; −1 before.</param>
/// <param name="AcknowledgedAt">When the order was acknowledged, ms; −1 before.</param>
/// <param name="RolesAssignedAt">When all below had acknowledged, ms; −1 before.</param>
/// <param name="AsOf">The moment up to which that holds, ms.</param>
/// <param name="Recent">Its last events, the newest first.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.OrganisationView")]
public sealed record OrganisationView(
    [property: Id(0)] string Code,
    [property: Id(1)] long OrderedAt,
    [property: Id(2)] long AcknowledgedAt,
    [property: Id(3)] long RolesAssignedAt,
    [property: Id(4)] long AsOf,
    [property: Id(5)] IReadOnlyList<GrainEvent> Recent);

/// <summary>An organisation that takes part in the notice.</summary>
public interface IOrganisationGrain : IEntityGrain
{
    /// <summary>How far the notice has come here.</summary>
    [Alias("Status")]
    ValueTask<OrganisationView> Status();
}

/// <summary>The district's command.</summary>
[Alias("twin.IDistrictGrain")]
public interface IDistrictGrain : IOrganisationGrain;

/// <summary>A street or town.</summary>
[Alias("twin.IStreetGrain")]
public interface IStreetGrain : IOrganisationGrain;

/// <summary>A community or village and its party committee.</summary>
[Alias("twin.ICommunityGrain")]
public interface ICommunityGrain : IOrganisationGrain;

/// <summary>A residential compound and its party branch.</summary>
[Alias("twin.ICompoundGrain")]
public interface ICompoundGrain : IOrganisationGrain;

/// <summary>A base grid and its party branch.</summary>
[Alias("twin.IBaseGridGrain")]
public interface IBaseGridGrain : IOrganisationGrain;

/// <summary>A party council.</summary>
[Alias("twin.ICouncilGrain")]
public interface ICouncilGrain : IOrganisationGrain;

/// <summary>A regional alliance.</summary>
[Alias("twin.IAllianceGrain")]
public interface IAllianceGrain : IOrganisationGrain;

/// <summary>The shell of an organisation.</summary>
/// <param name="context">The grain's context.</param>
/// <param name="runs">The runs of this silo.</param>
public abstract class OrganisationGrain(IGrainContext context, RunPlans runs) : EntityGrain<Organisation>(context, runs), IOrganisationGrain
{
    /// <inheritdoc/>
    public ValueTask<OrganisationView> Status() => new(new OrganisationView(
        Code, Entity.OrderedAt, Entity.AcknowledgedAt, Entity.RolesAssignedAt, AsOf, Recent));
}

/// <inheritdoc cref="IDistrictGrain"/>
[GrainType("district")]
public sealed class DistrictGrain(IGrainContext context, RunPlans runs) : OrganisationGrain(context, runs), IDistrictGrain;

/// <inheritdoc cref="IStreetGrain"/>
[GrainType("street")]
public sealed class StreetGrain(IGrainContext context, RunPlans runs) : OrganisationGrain(context, runs), IStreetGrain;

/// <inheritdoc cref="ICommunityGrain"/>
[GrainType("community")]
public sealed class CommunityGrain(IGrainContext context, RunPlans runs) : OrganisationGrain(context, runs), ICommunityGrain;

/// <inheritdoc cref="ICompoundGrain"/>
[GrainType("compound")]
public sealed class CompoundGrain(IGrainContext context, RunPlans runs) : OrganisationGrain(context, runs), ICompoundGrain;

/// <inheritdoc cref="IBaseGridGrain"/>
[GrainType("basegrid")]
public sealed class BaseGridGrain(IGrainContext context, RunPlans runs) : OrganisationGrain(context, runs), IBaseGridGrain;

/// <inheritdoc cref="ICouncilGrain"/>
[GrainType("council")]
public sealed class CouncilGrain(IGrainContext context, RunPlans runs) : OrganisationGrain(context, runs), ICouncilGrain;

/// <inheritdoc cref="IAllianceGrain"/>
[GrainType("alliance")]
public sealed class AllianceGrain(IGrainContext context, RunPlans runs) : OrganisationGrain(context, runs), IAllianceGrain;
