using Twin.Model.Districts;
using Twin.Model.Notification;
using Twin.Model.Testing;

namespace Twin.Model.Scenarios.Reading;

/// <content>Rules of the district and of a mass test.</content>
internal sealed partial class ScenarioRules
{
    private static readonly Duration LongestMassTest = Duration.Minutes(14 * 24 * 60);

    private void CheckDistrict()
    {
        DistrictSpecification district = scenario.District;
        Require(district.Aged65 <= district.Aged60, "district.aged65", Sum(district.Aged65),
            $"at most the share aged 60 or more ({Sum(district.Aged60)})", "district.aged60");
        Require(district.Children + district.Aged60 <= 1 + Rounding, "district.children", $"children and aged60 that add up to {Sum(district.Children, district.Aged60)}",
            "at most 1 together", "district.aged60");
        Require(district.AgedAlone <= district.OnePerson, "district.agedAlone", Sum(district.AgedAlone),
            $"at most the share of one-person households ({Sum(district.OnePerson)})", "district.onePerson");
        Require(district.RuralMicroGrids <= district.MicroGrids, "district.ruralMicroGrids", Sum(district.RuralMicroGrids),
            $"at most microGrids ({Sum(district.MicroGrids)})", "district.microGrids");
        Require(district.BaseGrids <= district.MicroGrids, "district.baseGrids", Sum(district.BaseGrids),
            $"at most microGrids ({Sum(district.MicroGrids)})", "district.microGrids");
    }

    private void CheckTimes()
    {
        const string Open = "testing.window.open";
        const string Close = "testing.window.close";
        const string LastEntry = "testing.window.lastEntry";
        (WindowParameters window, SlotParameters slots) = (scenario.Testing.Window, scenario.Testing.Slots);
        Duration length = new(window.Close.SinceStart - window.Open.SinceStart);
        Require(length.Milliseconds > 0, Close, At(window.Close), $"a time after opening ({At(window.Open)})", Open);
        Require(length.Milliseconds <= 0 || window.LastEntry.Milliseconds < length.Milliseconds, LastEntry, Long(window.LastEntry),
            $"less than the window ({Long(length)})", Open, Close);
        Duration span = new(length.Milliseconds - window.LastEntry.Milliseconds);
        Require(!slots.Enabled || span.Milliseconds <= 0 || slots.Length.Milliseconds <= span.Milliseconds, "testing.slots.length", Long(slots.Length),
            $"at most the window without lastEntry ({Long(span)})", Open, Close, LastEntry);
        Require(scenario.Horizon.Milliseconds <= LongestMassTest.Milliseconds, "horizon", Long(scenario.Horizon), $"at most {Long(LongestMassTest)} for a mass test");
        NotAfterHorizon(window.Close, Close);
        if (scenario.Testing.Targets.Time is not null)
        {
            NotAfterHorizon(new Moment(TestTargets.Of(scenario).Line), "testing.targets.time");
        }

        NotAfterHorizon(scenario.Testing.Notice.At, "testing.notice.at");
        for (int i = 0; i < scenario.Testing.Reminders.At.Count; i++)
        {
            NotAfterHorizon(scenario.Testing.Reminders.At[i], $"testing.reminders.at.{i}");
        }

        CheckBreaks();
        (NoticeParameters notice, SiteParameters sites) = (scenario.Testing.Notice, scenario.Testing.Sites);
        Require(notice.ToLevelAbove.Milliseconds >= notice.ToDeputy.Milliseconds, "testing.notice.toLevelAbove", Long(notice.ToLevelAbove),
            $"at least toDeputy ({Long(notice.ToDeputy)})", "testing.notice.toDeputy");
        Require(sites.Red.Milliseconds >= sites.Amber.Milliseconds, "testing.sites.red", Long(sites.Red), $"at least amber ({Long(sites.Amber)})", "testing.sites.amber");
    }

    private void CheckBreaks()
    {
        IReadOnlyList<BreakParameters> breaks = scenario.Testing.Staff.Breaks;
        for (int i = 0; i < breaks.Count; i++)
        {
            string path = $"testing.staff.breaks.{i}";
            Require(breaks[i].To.SinceStart > breaks[i].From.SinceStart, $"{path}.to", At(breaks[i].To),
                $"a time after from ({At(breaks[i].From)})", $"{path}.from");
        }
    }

    private void CheckShares()
    {
        (TurnoutParameters turnout, BalkParameters balk) = (scenario.Testing.Turnout, scenario.Testing.Balk);
        Require(turnout.Home + turnout.Elsewhere + turnout.AfterReminder <= 1 + Rounding, "testing.turnout",
            $"home, elsewhere and afterReminder that add up to {Sum(turnout.Home, turnout.Elsewhere, turnout.AfterReminder)}", "at most 1 together; the rest never comes");
        Require(balk.ComeBack + balk.NextSite <= 1 + Rounding, "testing.balk",
            $"comeBack and nextSite that add up to {Sum(balk.ComeBack, balk.NextSite)}", "at most 1 together; the rest gives up");
    }

    private void CheckHappenings()
    {
        for (int i = 0; i < scenario.Disruptions.Count; i++)
        {
            NotAfterHorizon(scenario.Disruptions[i].At, $"disruptions.{i}.at");
        }

        for (int i = 0; i < scenario.Interventions.Count; i++)
        {
            NotAfterHorizon(scenario.Interventions[i].At, $"interventions.{i}.at");
            CheckIntervention(scenario.Interventions[i], $"interventions.{i}");
        }
    }

    private void CheckIntervention(Intervention what, string path)
    {
        bool isStaff = what.Type is InterventionType.AddStaff or InterventionType.MoveStaff or InterventionType.RemoveStaff;
        Require(!isStaff || what.Samplers + what.Desks > 0, path, "neither samplers nor desks", "at least one of samplers and desks, above 0");
        if (what.Type == InterventionType.MoveStaff)
        {
            Require(what.From.Length > 0, $"{path}.from", "nothing", "the code of the site from which staff are moved, such as S-017");
            Require(what.Sites.Count > 0, $"{path}.sites", "nothing", "the codes of the sites to which staff are moved, such as [S-018]");
            Require(!what.Sites.Contains(what.From, StringComparer.Ordinal), $"{path}.sites", $"{what.From}, from which staff are moved", "other sites", $"{path}.from");
        }

        if (what.Type == InterventionType.ExtendWindow)
        {
            Require(what.To is not null, $"{path}.to", "nothing", "the new closing time, such as 13:00+08:00");
            Moment to = what.To ?? scenario.Testing.Window.Close;
            Require(to.SinceStart > scenario.Testing.Window.Open.SinceStart, $"{path}.to", At(to), $"a time after opening ({At(scenario.Testing.Window.Open)})", "testing.window.open");
            NotAfterHorizon(to, $"{path}.to");
        }
    }

    private void NotAfterHorizon(Moment moment, string path) => Require(moment.SinceStart <= scenario.Horizon.Milliseconds, path, At(moment),
        $"at latest the end of the run ({At(scenario.Horizon.Milliseconds)}: start + horizon)", "horizon");
}
