namespace Twin.Model.Randomness;

/// <summary>What a draw is for. The numbers are frozen: they are part of the counter.</summary>
public enum Purpose
{
    /// <summary>A replication's seed, drawn from the scenario's.</summary>
    ReplicationSeed = 1,

    /// <summary>Generation of the district; n tells the sub-purpose.</summary>
    District = 2,

    /// <summary>How long a leader (member 0) or deputy (member 1) takes to acknowledge.</summary>
    Acknowledgement = 3,

    /// <summary>Whether a household reads the group message.</summary>
    MessageRead = 4,

    /// <summary>When within the reading time.</summary>
    MessageReadAt = 5,

    /// <summary>Whether the n-th call is answered.</summary>
    CallAnswered = 6,

    /// <summary>How long the n-th knock takes.</summary>
    KnockTime = 7,

    /// <summary>Whether a helper does not show up.</summary>
    HelperAbsence = 8,

    /// <summary>Whether the members of a household come together.</summary>
    Together = 9,

    /// <summary>Home site, elsewhere, after a reminder, or never.</summary>
    Turnout = 10,

    /// <summary>Which of the nearest other sites.</summary>
    OtherSite = 11,

    /// <summary>Whether a unit keeps its slot.</summary>
    Compliance = 12,

    /// <summary>Where within its slot a unit aims.</summary>
    WithinSlot = 13,

    /// <summary>How late a unit is.</summary>
    Lateness = 14,

    /// <summary>When those without a slot come.</summary>
    OffSlot = 15,

    /// <summary>Registration time of a person's n-th visit; ready, assisted and paper share it.</summary>
    Registration = 16,

    /// <summary>Swab time of a person's n-th visit.</summary>
    Swab = 17,

    /// <summary>Changeover after a person's n-th visit.</summary>
    Changeover = 18,

    /// <summary>Walk from registration to swab on a person's n-th visit.</summary>
    InnerWalk = 19,

    /// <summary>What a person who balked at the n-th visit does.</summary>
    Balk = 20,

    /// <summary>How long a person who balked stays away.</summary>
    ComeBack = 21,

    /// <summary>Whether a member of staff is absent.</summary>
    StaffAbsence = 22,

    /// <summary>How long a site takes to be ready.</summary>
    Readiness = 23,

    /// <summary>Interarrival times at a station of a queue network.</summary>
    Interarrival = 24,

    /// <summary>Service times at a station of a queue network.</summary>
    Service = 25,

    /// <summary>Where a customer of a queue network goes next.</summary>
    Routing = 26,

    /// <summary>How long a customer of a queue network waits before they give up.</summary>
    Patience = 27,

    /// <summary>Whether a customer of a queue network turns away from a long queue.</summary>
    Balking = 28,

    /// <summary>How many customers of a queue network arrive together.</summary>
    BatchSize = 29,

    /// <summary>How long a customer of a queue network is on the way to the next station.</summary>
    Travel = 30,

    /// <summary>How late a customer of a queue network comes to an appointment.</summary>
    Punctuality = 31,

    /// <summary>Whether a customer of a queue network keeps an appointment.</summary>
    NoShow = 32,

    /// <summary>How long a member of a closed population stays away.</summary>
    ThinkTime = 33,
}
