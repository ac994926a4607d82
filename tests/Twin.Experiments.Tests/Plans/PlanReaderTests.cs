using Twin.Experiments.Plans;
using Twin.Experiments.Tests.Staffing;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Plans;

public sealed class PlanReaderTests
{
    private static readonly string Schema = Path.Combine(Repository.Root, "experiments", "staff-plan.schema.json");

    [Fact]
    public void Schema_IsWhatTheDescriptionsOfTheKeysGive()
    {
        string text = KeyedSchema.Build(typeof(PlanFile), "A Twin staffing plan");
        if (Environment.GetEnvironmentVariable("TWIN_UPDATE_GENERATED") == "1")
        {
            File.WriteAllText(Schema, text);
        }

        Assert.True(text == File.ReadAllText(Schema), "experiments/staff-plan.schema.json is not what the descriptions of the keys give: run the tests with TWIN_UPDATE_GENERATED=1 to write it anew.");
    }

    [Fact]
    public void Document_NamesEveryKey()
    {
        string document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "plans.md"));
        IEnumerable<string> keys = new[] { typeof(PlanFile), typeof(PlanEntry), typeof(PlanGoal), typeof(PlanEvidence) }
            .SelectMany(type => type.GetProperties()).Where(property => property.IsDefined(typeof(ParameterAttribute), false)).Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);
        Assert.All(keys, key => Assert.Contains($"`{key}`", document, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_PlanMadeByHand_IsTheScenarioWithItsStaff()
    {
        StaffingPlan plan = PlanDistrict.Read(PlanDistrict.ByHand);
        Assert.Equal("plan v2", plan.Label);
        Assert.Equal("staff-80 v2", (plan with { Path = "out/staff-80/plan.json" }).Label);
        Assert.Equal("market v2", (plan with { Path = "plans/market.json" }).Label);
        Assert.Equal([(0, 14, 9), (1, 16, 8)], plan.Roster.Rows.Select(row => (row.Site, row.Samplers, row.Desks)));
        Assert.Equal([4, 5], plan.Roster.Rows.Select(row => row.Line));
        Assert.Null(plan.File.RestsOn);
        Assert.Equal(StaffDistrict.Scenario.Testing.Staff.Absence, plan.Scenario.Testing.Staff.Absence);
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSamePlan()
    {
        PlanFile plan = PlanDistrict.Confirmed(1) with
        {
            Start = StaffDistrict.Scenario.Start,
            Helpers = 5,
            Seed = 3,
            Scale = 0.01,
            Set = ["testing.staff.absence=0.2"],
            Cost = 1234.5,
            Goal = new PlanGoal { CostDesk = 30, CostHelper = 20, ShiftHours = [3, 4] },
            Software = "Twin 1",
            Command = "twin staff s.yaml",
            Sites =
            [
                new PlanEntry { Site = "S-001", Samplers = 3, Desks = 2, To = new Moment(8 * 3_600_000L) },
                new PlanEntry { Site = "S-001", Samplers = 4, Desks = 2, From = new Moment(8 * 3_600_000L) },
                new PlanEntry { Site = "S-002", Samplers = 5, Desks = 1 },
            ],
        };
        PlanFile read = PlanDistrict.Read(PlanDistrict.TextOf(plan)).File;
        Assert.Equal(PlanDistrict.TextOf(plan), PlanDistrict.TextOf(read));
        Assert.Equal(plan.Sites, read.Sites);
        Assert.Equal(5, PlanDistrict.Read(PlanDistrict.TextOf(plan)).Scenario.Testing.Notice.Helpers);
    }

    [Theory]
    [InlineData("\"version\": 2", "\"version\": 0", "plan.json:2:45: version: found 0; allowed a whole number from 1 to 1000000")]
    [InlineData("twin-staff-plan/1", "twin-staff-plan/9", "schema: found the text \"twin-staff-plan/9\"; allowed twin-staff-plan/1")]
    [InlineData("\"planner\"", "\"planner, 138 0013 8000\"", "author: found the text \"planner, 138 0013 8000\"; allowed a role such as planner")]
    [InlineData("\"S-002\"", "\"S-1\"", "plan.json:5:15: sites.1.site: found the text \"S-1\"; allowed a site's code such as S-017")]
    [InlineData("\"S-002\"", "\"S-0002\"", "sites.1.site: found \"S-0002\"; allowed a site's code such as S-017")]
    [InlineData("\"S-002\"", "\"S-001\"", "sites.1.site: found S-001 again with the same times, as in line 4; allowed each site once, or once for each shift")]
    [InlineData("\"samplers\": 16", "\"samplers\": -1", "sites.1.samplers: found -1; allowed a whole number from 0 to 10000")]
    [InlineData("\"samplers\": 16", "\"sampler\": 16", "sites.1.sampler: found the unknown key \"sampler\"; allowed the keys site, from, to, samplers, desks; did you mean samplers?")]
    [InlineData("\"desks\": 8", "\"desks\": 8, \"from\": \"08:00+08:00\"", "start: found nothing; allowed 2022-04-10T02:00:00+08:00, the start of s.yaml: entries have times")]
    [InlineData("\"note\"", "\"confirmed\": true, \"note\"", "confirmed: found true without restsOn; allowed true only with the runs that confirm it")]
    [InlineData("\"scenarioFile\": \"s.yaml\",", "", "scenarioFile: found nothing; allowed text")]
    public void Read_WrongPlan_SaysWhereWhatAndWhatIsAllowed(string old, string replacement, string message) =>
        Assert.Contains(PlanDistrict.ErrorsOf(PlanDistrict.With(old, replacement)), error => error.Contains(message, StringComparison.Ordinal));

    [Theory]
    [InlineData("\"from\": \"12:30+08:00\"", "sites.1.from: found 2022-04-10T12:30:00+08:00; allowed a time before closing (2022-04-10T12:00:00+08:00)")]
    [InlineData("\"to\": \"06:00+08:00\"", "sites.1.to: found 2022-04-10T06:00:00+08:00; allowed a time after opening (2022-04-10T07:00:00+08:00)")]
    [InlineData("\"from\": \"10:00+08:00\", \"to\": \"09:00+08:00\"", "sites.1.to: found 2022-04-10T09:00:00+08:00; allowed a time after from (2022-04-10T10:00:00+08:00)")]
    public void Read_ImpossibleTimes_SaysWhatIsAllowed(string times, string message)
    {
        string text = PlanDistrict.With("\"desks\": 8", $"\"desks\": 8, {times}").Replace("\"note\"", "\"start\": \"2022-04-10T02:00:00+08:00\", \"note\"", StringComparison.Ordinal);
        Assert.Contains(PlanDistrict.ErrorsOf(text), error => error.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_EvidenceOfOtherLength_IsRefused()
    {
        PlanFile plan = PlanDistrict.Confirmed(2);
        IReadOnlyList<string> errors = PlanDistrict.ErrorsOf(PlanDistrict.TextOf(plan with { RestsOn = plan.RestsOn! with { Days = 3, InTime = 4 } }));
        Assert.Contains(errors, error => error.Contains("restsOn.digests: found 2 of them; allowed 3, one for each of the days", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Contains("restsOn.inTime: found 4; allowed at most 3, the days", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_WrongSetting_IsSaidAtItsPlaceInThePlan()
    {
        ScenarioFormatException wrong = Assert.Throws<ScenarioFormatException>(() => PlanReader.Read(
            "plan.json", _ => PlanDistrict.With("\"note\"", "\"set\": [\"testing.staff.absense=1\"], \"note\""),
            plan => ScenarioReader.Read(Path.Combine(Repository.Root, "scenarios", "mass-testing-490k.yaml"), File.ReadAllText, plan.Set)));
        Assert.StartsWith("plan.json:2:", wrong.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("set.0: found testing.staff.absense", wrong.Errors[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void DigestOf_OtherStaffSeedOrName_IsTheSame_OtherAbsenceIsNot()
    {
        Scenario scenario = StaffDistrict.Scenario;
        Scenario same = scenario with { Seed = 1, Name = "x", Testing = scenario.Testing with { Staff = scenario.Testing.Staff with { Samplers = 7 } } };
        Scenario other = scenario with { Testing = scenario.Testing with { Staff = scenario.Testing.Staff with { Absence = 0.2 } } };
        Assert.Equal(StaffingPlan.DigestOf(scenario), StaffingPlan.DigestOf(same));
        Assert.NotEqual(StaffingPlan.DigestOf(scenario), StaffingPlan.DigestOf(other));
    }

    [Fact]
    public void KeyOf_OtherOrder_IsTheSame_OtherPeopleAreNot()
    {
        RosterRow first = new(0, null, null, 3, 2, 1);
        RosterRow second = new(1, 3_600_000, null, 4, 1, 2);
        string Key(params RosterRow[] rows) => StaffingPlan.KeyOf(new StaffRoster { Rows = rows }, null);
        Assert.Equal(Key(first, second), Key(second, first));
        Assert.NotEqual(Key(first, second), Key(first, second with { From = null }));
        Assert.NotEqual(Key(first, second), StaffingPlan.KeyOf(new StaffRoster { Rows = [first, second] }, 4));
    }
}
