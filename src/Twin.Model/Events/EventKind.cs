namespace Twin.Model.Events;

/// <summary>The kinds of event. The numbers are frozen: they are hashed into the trace digest.</summary>
public enum EventKind
{
    /// <summary>No event.</summary>
    None = 0,

    /// <summary>Notice: an order reaches an organisation's leader. A: unused.</summary>
    Order = 1,

    /// <summary>Notice, own: the leader or deputy acknowledges. A: who (0 leader, 1 deputy).</summary>
    Acknowledge = 2,

    /// <summary>Notice: a subordinate has acknowledged. C: when, ms.</summary>
    Acknowledged = 3,

    /// <summary>Notice, own: time to look for orders not acknowledged. A: 0 deputy, 1 level above.</summary>
    EscalationCheck = 4,

    /// <summary>Notice: an unacknowledged order goes to the deputy (A = 0) or is taken over by the level above (A = 1).</summary>
    Escalate = 5,

    /// <summary>Notice: everybody below has acknowledged: roles are assigned. C: when, ms.</summary>
    RolesAssigned = 6,

    /// <summary>Notice, own: a party group starts a round of calls or knocks. A: the round.</summary>
    ContactRound = 7,

    /// <summary>Household: it learns of the test. A: the channel (<see cref="Notification.Channel"/>).</summary>
    Notified = 8,

    /// <summary>Household, own: members leave for a site. A: mask of members; B: site; C: the intended arrival, ms.</summary>
    Depart = 9,

    /// <summary>Site: members of a household arrive. A: mask of members; B: number of the visit, from 0.</summary>
    Arrive = 10,

    /// <summary>Household: members have left a site. A: mask of members; B: <see cref="Testing.VisitOutcome"/> and site (outcome | site shl 8); C: when they left, ms.</summary>
    Left = 11,

    /// <summary>Micro-grid: members of one of its households are tested. A: household's place in the grid; B: mask of members.</summary>
    Tested = 12,

    /// <summary>Micro-grid: its party group asks who has not come. A: the round.</summary>
    AskMissing = 13,

    /// <summary>Party group: households with members missing, a bit each. A: round; B: bits 64–79; C: bits 0–63.</summary>
    Missing = 14,

    /// <summary>Household: a reminder is read (A = 0) or a helper knocks (A = 1).</summary>
    Reminder = 15,

    /// <summary>Party group, own: time to remind. A: the round.</summary>
    ReminderRound = 16,

    /// <summary>Site, own: it is ready to swab.</summary>
    SiteReady = 17,

    /// <summary>Site: its community orders it set up.</summary>
    SetUp = 18,

    /// <summary>Site, own: the window opens.</summary>
    Open = 19,

    /// <summary>Site, own: the window closes. A: the closing's version.</summary>
    Close = 20,

    /// <summary>Site, own: a registration desk is done. A: desk.</summary>
    RegistrationEnd = 21,

    /// <summary>Site, own: a sampler is free again. A: sampler.</summary>
    SamplerFree = 22,

    /// <summary>Site, own: a person reaches the swab queue. A: handle.</summary>
    JoinSwab = 23,

    /// <summary>Site, own: a shift or break begins or ends. A: role; B: index of the change.</summary>
    StaffChange = 24,

    /// <summary>Site, outside: staff come or go. A: role; B: number, negative to take away.</summary>
    AddStaff = 25,

    /// <summary>Site, outside: it closes for good.</summary>
    CloseSite = 26,

    /// <summary>Site, outside: it opens (a reserve site).</summary>
    OpenSite = 27,

    /// <summary>Site, outside: the window closes at another time. C: when, ms.</summary>
    ExtendWindow = 28,

    /// <summary>Site, outside: the registration system fails (A = 1) or works again (A = 0).</summary>
    RegistrationSystem = 29,

    /// <summary>Queue network, own: customers arrive from outside. A: stream (kind × stations + station); B: number of the first.</summary>
    StationArrival = 30,

    /// <summary>Queue network, own: a service ends. A: station; B: server; C: how often a service was interrupted there before it began.</summary>
    ServiceEnd = 31,

    /// <summary>Queue network, own: statistics begin.</summary>
    WarmUpEnd = 32,

    /// <summary>Queue network, own: statistics end.</summary>
    StatisticsEnd = 33,

    /// <summary>Household, outside: a reserve site opened that is nearer than home's. A: site.</summary>
    SiteOpened = 34,

    /// <summary>Queue network, own: a customer's patience ends. A: their place; B: number of the visit; C: stream shl 32 | number of the customer.</summary>
    PatienceEnd = 35,

    /// <summary>Queue network, own: a customer arrives from another station. A: their place.</summary>
    TravelEnd = 36,

    /// <summary>Queue network: the number of servers on duty changes. A: station; B: place in its schedule.</summary>
    ServerChange = 37,
}
