namespace Twin.Silo.Tests.Keys;

/// <summary>What the schema cannot say of a key: values that suit it, and which other keys it acts beside.</summary>
/// <remarks>A key that is not here gets values of its kind, and stands alone.</remarks>
internal static class KeyTable
{
    private const string Streets = "[{code: AA, name: Aa, nameZh: 甲, communities: 2, villages: 1}, {code: BB, name: Bb, nameZh: 乙, communities: 1, villages: 1}]";

    private static readonly Dictionary<string, string[]> Values = new(StringComparer.Ordinal)
    {
        ["name"] = ["another"],
        ["activity"] = [],
        ["start"] = ["2022-04-11T02:00+08:00"],
        ["horizon"] = ["10h30min"],
        ["scale"] = ["0.02"],
        ["district.code"] = ["XY"],
        ["district.streets"] = [Streets],
        ["district.streets.0.code"] = ["QQ"],
        ["district.residents"] = ["500000"],
        ["district.microGrids"] = ["4000"],
        ["district.ruralMicroGrids"] = ["900"],
        ["district.baseGrids"] = ["1200"],
        ["district.compounds"] = ["400"],
        ["district.communities"] = ["160"],
        ["district.villages"] = ["400"],
        ["district.councils"] = ["500"],
        ["district.alliances"] = ["300"],
        ["district.householdSize"] = ["2.3"],
        ["district.dedicatedUnitSize"] = ["3.5"],
        ["district.onePerson"] = ["0.3"],
        ["district.widthMetres"] = ["60000"],
        ["district.heightMetres"] = ["60000"],
        ["testing.turnout.afterReminder"] = ["0.2"],
        ["testing.sites.amber"] = ["10min"],
        ["testing.sites.red"] = ["27min"],
        ["testing.window.lastEntry"] = ["1h"],
        ["testing.window.open"] = ["5h20min"],
        ["testing.window.close"] = ["9h"],
        ["testing.sites.count"] = ["400"],
        ["testing.sites.residentsPerSite"] = ["1200"],
        ["testing.sites.reserve"] = ["[S-002]"],
        ["testing.staff.roster"] = ["roster.csv"],
        ["testing.staff.breaks"] = ["[{role: samplers, from: 6h, to: 7h}]"],
        ["testing.staff.breaks.0.first"] = ["2"],
        ["testing.staff.breaks.0.every"] = ["2"],
        ["testing.staff.samplers"] = ["2000"],
        ["testing.staff.desks"] = ["300"],
        ["testing.staff.residentsPerSampler"] = ["20"],
        ["testing.staff.residentsPerDesk"] = ["20"],
        ["testing.slots.householdsPerBuilding"] = ["7"],
        ["testing.balk.queueSpace"] = ["6"],
        ["testing.reminders.at"] = ["[7h]"],
        ["testing.arrivals.file"] = ["other.csv"],
        ["testing.arrivals.siteSpacingMetres"] = ["3000"],
        ["testing.walk.speed"] = ["0.5"],
        ["testing.walk.speedAged"] = ["0.3"],
        ["testing.turnout.nearestOthers"] = ["1"],
        ["queue.warmUp"] = ["1h"],
        ["queue.end"] = ["3h"],
        ["queue.followUp"] = ["0s"],
        ["queue.stations"] = ["[{name: c, service: 1min, arrivals: {poissonPerHour: 20}}]"],
        ["queue.stations.0.next"] = ["{b: 0.1}"],
        ["disruptions"] = ["[{type: siteClosed, at: 6h, sites: [S-001]}]"],
        ["disruptions.0.sites"] = ["[S-002]"],
        ["disruptions.0.type"] = ["siteClosed"],
        ["interventions"] = ["[{type: addStaff, at: 6h, samplers: 5}]"],
        ["interventions.0.sites"] = ["[S-002]"],
        ["interventions.0.type"] = ["removeStaff"],
        ["interventions.0.from"] = ["S-002"],
        ["interventions.0.to"] = ["12h"],
    };

    private static readonly Dictionary<string, string[]> Beside = new(StringComparer.Ordinal)
    {
        ["testing.service.paper"] = ["disruptions=[{type: registrationOutage, at: 6h, length: 2h}]"],
        ["testing.staff.breaks.0"] = ["testing.staff.breaks=[{role: samplers, from: 6h, to: 7h}]", "testing.staff.samplersPerSite=4"],
        ["disruptions.0"] = ["disruptions=[{type: registrationOutage, at: 6h, length: 1h}]"],
        ["interventions.0"] = ["interventions=[{type: addStaff, at: 6h, samplers: 5, desks: 2}]"],
        ["interventions.0.from"] = ["interventions=[{type: moveStaff, at: 6h, samplers: 2, desks: 1, from: S-001, sites: [S-003]}]", "testing.sites.count=300"],
        ["interventions.0.to"] = ["interventions=[{type: extendWindow, at: 9h, to: 11h}]", "testing.window.atClose=sendHome"],
        ["massTesting: testing.window.early"] = ["testing.slots.lateness=-20min"],
        ["testing.turnout.nearestOthers"] = ["testing.sites.count=500"],
        ["queue.study"] = ["queue.stations=[{name: a, service: {exponential: {mean: 54s}}, arrivals: {poissonPerHour: 60}}]"],
        ["district.streets.0"] = [$"district.streets={Streets}"],
        ["district.alliances"] = ["district.councils=500"],
        ["testing.turnout.afterReminder"] = ["testing.turnout.home=0.5"],
        ["testing.balk.nextSite"] = ["testing.balk.comeBack=0.2"],
        ["disruptions.0.type"] = ["disruptions=[{type: registrationOutage, at: 6h}]"],
    };

    /// <summary>Values of a key that suit it; null for those of its kind.</summary>
    public static string[]? ValuesOf(string path) => Values.GetValueOrDefault(path) ?? QueueKeyTable.Values.GetValueOrDefault(path);

    /// <summary>Settings that a key acts beside: its own, in one bed or in all, or those of the list or section above it.</summary>
    public static string[] BesideOf(string bed, string path)
    {
        if (Beside.TryGetValue($"{bed}: {path}", out string[]? own))
        {
            return own;
        }

        for (string at = path; at.Length > 0; at = at[..Math.Max(0, at.LastIndexOf('.'))])
        {
            if (Beside.TryGetValue(at, out string[]? settings) || QueueKeyTable.Beside.TryGetValue(at, out settings))
            {
                return settings;
            }
        }

        return [];
    }

    /// <summary>Paths that the table names.</summary>
    public static IEnumerable<string> Paths => Values.Keys.Concat(QueueKeyTable.Values.Keys).Concat(QueueKeyTable.Beside.Keys).Concat(Beside.Keys.Select(path => path[(path.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
}
