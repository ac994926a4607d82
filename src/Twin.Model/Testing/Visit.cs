namespace Twin.Model.Testing;

/// <summary>One person's visit to a site, from the door to the tube. Moments are ms since the start; −1 is never.</summary>
public struct Visit : IEquatable<Visit>
{
    /// <summary>The household.</summary>
    public int Household;

    /// <summary>Which member, from 0.</summary>
    public byte Member;

    /// <summary>Number of the visit, from 0.</summary>
    public byte Number;

    /// <summary>How it ended.</summary>
    public VisitOutcome Outcome;

    /// <summary>The group at the site to which the person belongs.</summary>
    public int Group;

    /// <summary>Arrival at the door.</summary>
    public long Arrived;

    /// <summary>From when the wait counts.</summary>
    public long Joined;

    /// <summary>Registration begins.</summary>
    public long RegistrationStart;

    /// <summary>Registration ends.</summary>
    public long RegistrationEnd;

    /// <summary>Joins the swab queue.</summary>
    public long SwabJoined;

    /// <summary>Swab begins.</summary>
    public long SwabStart;

    /// <summary>Swab ends: the person has left.</summary>
    public long SwabEnd;

    /// <summary>Leaves, tested or not.</summary>
    public long LeftAt;

    /// <summary>Desk, from 0; −1 for none.</summary>
    public int Desk;

    /// <summary>Sampler, from 0; −1 for none.</summary>
    public int Sampler;

    /// <summary>Number of the sampler's tube, from 1; 0 for none.</summary>
    public int Tube;

    /// <inheritdoc/>
    public readonly bool Equals(Visit other) => Household == other.Household && Member == other.Member && Number == other.Number
        && Arrived == other.Arrived && SwabEnd == other.SwabEnd;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is Visit other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Household, Member, Number, Arrived);

    /// <summary>Whether both are the same visit.</summary>
    public static bool operator ==(Visit left, Visit right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Visit left, Visit right) => !left.Equals(right);
}
