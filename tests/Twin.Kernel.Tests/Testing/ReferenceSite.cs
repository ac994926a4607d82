namespace Twin.Kernel.Tests.Testing;

/// <summary>A person of the reference model; all times in ms.</summary>
internal sealed record ReferencePerson(string Name, long Time, long Registration, long Swab, long Changeover)
{
    /// <summary>The person as a line of an arrivals file.</summary>
    public string Line => FormattableString.Invariant($"{Time / 1000m},1,{Name},{Registration / 1000m},{Swab / 1000m},{Changeover / 1000m}");
}

/// <summary>How the one site of the reference model is run.</summary>
internal sealed record ReferenceRules(
    int Desks, int Samplers, long Open, long Close, int Pool, long TubeChange, int? QueueSpace, bool SendsHome, bool WaitsFromArrival);

/// <summary>An independent model of one site: no events and no clock; each person in turn looks up when a server is free.</summary>
internal static class ReferenceSite
{
    /// <summary>The visits, lines as in a visits file without the household.</summary>
    public static string[] Visits(IReadOnlyList<ReferencePerson> file, ReferenceRules rules)
    {
        List<(long Start, int Order, ReferencePerson Person, string Head, long End)> registered = [];
        List<(long Arrived, int Order, string Line)> lines = [];
        long[] desks = new long[rules.Desks];
        List<long> starts = [];
        foreach ((ReferencePerson person, int order) in file.Select((person, order) => (person, order)).OrderBy(pair => pair.person.Time).ThenBy(pair => pair.order))
        {
            string arrived = FormattableString.Invariant($"{person.Name},S-001,1,{Text(person.Time)}");
            if (person.Time >= rules.Close)
            {
                lines.Add((person.Time, order, $"{arrived},,,,,,,,,,{Text(person.Time)},late"));
                continue;
            }

            if (starts.Count(start => start > person.Time) >= rules.QueueSpace)
            {
                lines.Add((person.Time, order, $"{arrived},,,,,,,,,,{Text(person.Time)},balked"));
                continue;
            }

            long joined = rules.WaitsFromArrival ? person.Time : Math.Max(person.Time, rules.Open);
            long ready = Math.Max(person.Time, rules.Open);
            (int desk, long begin) = Next(desks, ready);
            starts.Add(begin);
            if (rules.SendsHome && begin >= rules.Close)
            {
                lines.Add((person.Time, order, $"{arrived},{Text(joined)},,,,,,,,,{Text(rules.Close)},sentHome"));
                continue;
            }

            long end = begin + person.Registration;
            desks[desk] = end;
            registered.Add((begin, order, person, $"{arrived},{Text(joined)},{Text(begin)},{Text(end)},{desk + 1},{Text(end)}", end));
        }

        Swab(registered, rules, lines);
        return [.. lines.OrderBy(line => line.Arrived).ThenBy(line => line.Order).Select(line => line.Line)];
    }

    private static void Swab(
        List<(long Start, int Order, ReferencePerson Person, string Head, long End)> registered, ReferenceRules rules, List<(long, int, string)> lines)
    {
        long[] samplers = new long[rules.Samplers];
        int[] swabs = new int[rules.Samplers];
        foreach ((_, int order, ReferencePerson person, string head, long end) in registered.OrderBy(person => person.End))
        {
            (int sampler, long begin) = Next(samplers, end);
            if (rules.SendsHome && begin >= rules.Close)
            {
                lines.Add((person.Time, order, $"{head},,,,,{Text(Math.Max(end, rules.Close))},sentHome"));
                continue;
            }

            long left = begin + person.Swab;
            bool full = ++swabs[sampler] % rules.Pool == 0;
            samplers[sampler] = left + person.Changeover + (full ? rules.TubeChange : 0);
            int tube = ((swabs[sampler] - 1) / rules.Pool) + 1;
            lines.Add((person.Time, order, FormattableString.Invariant($"{head},{Text(begin)},{Text(left)},{sampler + 1},{tube},{Text(left)},tested")));
        }
    }

    /// <summary>The lowest-numbered server that is free at a moment, or else at the first moment at which one is.</summary>
    private static (int Server, long Begin) Next(long[] freeAt, long from)
    {
        long begin = Math.Max(from, freeAt.Min());
        return (Array.FindIndex(freeAt, free => free <= begin), begin);
    }

    private static string Text(long milliseconds) => FormattableString.Invariant($"{milliseconds / 1000}.{milliseconds % 1000:000}");
}
