using System.Globalization;
using Twin.Model.Events;
using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <content>Inputs from outside while a run goes on.</content>
public sealed partial class MassTestPlan
{
    private const int StaffGreatest = 1000;
    private const long OutageGreatest = 24 * 3_600_000L;

    /// <summary>Inputs of an earlier run, to be repeated: they follow the scenario's own events in the order of outside inputs.</summary>
    public IReadOnlyList<TimedInput> Inputs { get; init; } = [];

    /// <inheritdoc/>
    public override IReadOnlyList<InputError> Check(RunInput input, long at)
    {
        List<InputError> errors = [];
        void Wrong(string path, string found, string allowed) => errors.Add(new InputError(path, found, allowed));
        if (Arrivals is not null && input.Type == RunInputType.OpenSite)
        {
            Wrong("type", "openSite", "other types: a run of given arrivals has no sites in reserve");
        }

        string codes = $"codes S-001 to {SiteLayout.CodeOf(Layout.Count - 1)}";
        for (int i = 0; i < input.Sites.Count; i++)
        {
            if (SiteOf(input.Sites[i]) < 0)
            {
                Wrong($"sites[{i.ToString(CultureInfo.InvariantCulture)}]", Quoted(input.Sites[i]), codes);
            }
        }

        if (input.Sites.Distinct(StringComparer.Ordinal).Count() < input.Sites.Count)
        {
            Wrong("sites", "a code twice", "each code once");
        }

        if (input.Sites.Count == 0 && input.Type is not (RunInputType.RegistrationOutage or RunInputType.ExtendWindow))
        {
            Wrong("sites", "no site", $"at least one of the {codes}");
        }

        CheckStaff(input, codes, Wrong);
        if (input.Type == RunInputType.RegistrationOutage && input.Length.Milliseconds is < 1 or > OutageGreatest)
        {
            Wrong("lengthMinutes", Text(input.Length.Milliseconds / 60_000.0), "above 0, at most 1440");
        }

        if (input.Type == RunInputType.ExtendWindow && (input.To.SinceStart <= at || input.To.SinceStart >= Horizon))
        {
            Wrong("to", Text(input.To.SinceStart), $"ms after now ({Text(at)}) and before the run's end ({Text(Horizon)})");
        }

        return errors;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Event> EventsOf(RunInput input, long at, uint first)
    {
        uint position = first;
        return [.. HappeningsOf(input, at).Select(happening => OutsideEvent(happening, position++))];
    }

    /// <summary>Site of a code; −1 when there is none.</summary>
    /// <param name="code">Its code.</param>
    public int SiteOf(string code) =>
        code.StartsWith("S-", StringComparison.Ordinal) && int.TryParse(code.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= 1 && number <= Layout.Count && SiteLayout.CodeOf(number - 1) == code
            ? number - 1
            : -1;

    private IEnumerable<(EntityKind Kind, int Ordinal, long Due, EventKind What, int A, int B, long C)> HappeningsOf(RunInput input, long at)
    {
        switch (input.Type)
        {
            case RunInputType.CloseSite:
                return Happenings(new Disruption { Type = DisruptionType.SiteClosed, At = new Moment(at), Sites = input.Sites });
            case RunInputType.RegistrationOutage:
                return Happenings(new Disruption { Type = DisruptionType.RegistrationOutage, At = new Moment(at), Length = input.Length, Sites = input.Sites });
            case RunInputType.OpenSite:
                return Happenings(Intervention(InterventionType.OpenSite)).Concat(input.Sites.SelectMany(site => Relieved(SiteOf(site), at)));
            case RunInputType.AddStaff:
                return Happenings(Intervention(InterventionType.AddStaff));
            case RunInputType.RemoveStaff:
                return Happenings(Intervention(InterventionType.RemoveStaff));
            case RunInputType.MoveStaff:
                return Happenings(Intervention(InterventionType.MoveStaff));
            case RunInputType.ExtendWindow:
                return Happenings(Intervention(InterventionType.ExtendWindow));
            default:
                throw new ArgumentOutOfRangeException(nameof(input), input.Type, "An input of an unknown type.");
        }

        Intervention Intervention(InterventionType type) => new()
        {
            Type = type,
            At = new Moment(at),
            Sites = input.Sites,
            From = input.From,
            Samplers = input.Samplers,
            Desks = input.Desks,
            To = input.To,
        };
    }

    /// <summary>The households that hear that a reserve site opens for them: those to whose home it is nearer than their site, or in whose place their site stands.</summary>
    private IEnumerable<(EntityKind Kind, int Ordinal, long Due, EventKind What, int A, int B, long C)> Relieved(int site, long at)
    {
        if (!_reserve[site])
        {
            yield break;
        }

        for (int grid = 0; grid < District.MicroGrids; grid++)
        {
            double Distance(int other) => Math.Pow(Layout.X[other] - (double)District.MicroGridX[grid], 2) + Math.Pow(Layout.Y[other] - (double)District.MicroGridY[grid], 2);
            if (Layout.HomeSite[grid] != site && Distance(site) >= Distance(_home[grid]))
            {
                continue;
            }

            for (int household = District.MicroGridFirstHousehold[grid]; household < District.MicroGridFirstHousehold[grid + 1]; household++)
            {
                yield return (EntityKind.Household, household, at, EventKind.SiteOpened, site, 0, 0);
            }
        }
    }

    private void CheckStaff(RunInput input, string codes, Action<string, string, string> wrong)
    {
        bool isStaff = input.Type is RunInputType.AddStaff or RunInputType.RemoveStaff or RunInputType.MoveStaff;
        foreach ((string path, int count) in new[] { ("samplers", input.Samplers), ("desks", input.Desks) })
        {
            if (count is < 0 or > StaffGreatest)
            {
                wrong(path, Text(count), $"0 to {StaffGreatest}");
            }
        }

        if (isStaff && input.Samplers + input.Desks == 0)
        {
            wrong("samplers", "no samplers and no desks", "at least one of either");
        }

        if (input.Type == RunInputType.MoveStaff && (SiteOf(input.From) < 0 || input.Sites.Contains(input.From, StringComparer.Ordinal)))
        {
            wrong("from", Quoted(input.From), $"one of the {codes} that is not among sites");
        }
    }

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => $"'{text}'";
}
