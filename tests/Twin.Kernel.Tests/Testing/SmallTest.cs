using System.Globalization;
using Twin.Model.Distributions;
using Twin.Model.Districts;
using Twin.Model.Notification;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Kernel.Tests.Testing;

/// <summary>A mass test small enough to be computed by hand: arrivals from a file, constant service times, nothing switched on.</summary>
internal static class SmallTest
{
    /// <summary>One desk and one sampler, open from 0 to 1 h, registration 10 s, swab 20 s, no changeover, no tube change, nobody balks.</summary>
    public static Scenario Plain { get; } = new()
    {
        Name = "small",
        Start = new DateTimeOffset(2022, 4, 10, 0, 0, 0, TimeSpan.FromHours(8)),
        Horizon = Duration.Minutes(240),
        Testing = new MassTestingParameters
        {
            Notice = new NoticeParameters { Enabled = false },
            Window = new WindowParameters { Open = new Moment(0), Close = At("1:00:00"), LastEntry = new Duration(0) },
            Staff = new StaffParameters { DesksPerSite = 1, SamplersPerSite = 1, Absence = 0 },
            Service = new ServiceParameters
            {
                Registration = new Constant(10),
                Assisted = new Constant(30),
                Paper = new Constant(60),
                Swab = new Constant(20),
                SwabAged = 1,
                SwabChild = 1,
                Changeover = new Constant(0),
                Pool = 1000,
                TubeChange = new Duration(0),
            },
            Balk = new BalkParameters { QueueSpace = null },
        },
    };

    /// <summary>A moment by its distance from the start, h:mm:ss.</summary>
    public static Moment At(string text) => new((long)TimeSpan.ParseExact(text, "h':'mm':'ss", CultureInfo.InvariantCulture).TotalMilliseconds);

    /// <summary>The scenario with other parameters of the test.</summary>
    public static Scenario With(this Scenario scenario, Func<MassTestingParameters, MassTestingParameters> change) =>
        scenario with { Testing = change(scenario.Testing) };

    /// <summary>The scenario with other staff at each site.</summary>
    public static Scenario Staffed(this Scenario scenario, int desks, int samplers) =>
        scenario.With(test => test with { Staff = test.Staff with { DesksPerSite = desks, SamplersPerSite = samplers } });

    /// <summary>The scenario with other service times.</summary>
    public static Scenario Serving(this Scenario scenario, Func<ServiceParameters, ServiceParameters> change) =>
        scenario.With(test => test with { Service = change(test.Service) });

    /// <summary>The scenario with another window.</summary>
    public static Scenario Open(this Scenario scenario, Func<WindowParameters, WindowParameters> change) =>
        scenario.With(test => test with { Window = change(test.Window) });

    /// <summary>The scenario with another rule of balking.</summary>
    public static Scenario Balking(this Scenario scenario, Func<BalkParameters, BalkParameters> change) =>
        scenario.With(test => test with { Balk = change(test.Balk) });

    /// <summary>The scenario with so many sites.</summary>
    public static Scenario Sites(this Scenario scenario, int count) =>
        scenario.With(test => test with { Sites = test.Sites with { Count = count } });

    /// <summary>Runs arrivals, lines after the header <c>time,site,person</c> and whatever else it names.</summary>
    public static SmallRun Run(this Scenario scenario, string csv, params TimedInput[] inputs)
    {
        ArrivalList arrivals = ArrivalReader.Read("arrivals.csv", csv, scenario);
        (District district, SiteLayout layout) = ArrivalDistrict.Of(arrivals, scenario);
        return Run(new MassTestPlan(scenario, district, layout, scenario.Seed, arrivals, recordsVisits: true) { Inputs = inputs });
    }

    /// <summary>Runs a plan that records visits.</summary>
    public static SmallRun Run(MassTestPlan plan, long window = 10_000)
    {
        KernelEngine engine = new(plan, window);
        Model.Results.EngineOutcome outcome = engine.Run();
        Site[] sites = [.. engine.Entities.OfType<Site>()];
        return new SmallRun(
            [.. VisitTable.Lines(plan, sites.Select(site => (site.Id.Ordinal, site.Visits)))],
            MassTestResultReader.Read(plan, outcome.Metrics),
            outcome);
    }
}

/// <summary>What came out of a small run.</summary>
internal sealed record SmallRun(string[] Lines, MassTestResult Result, Model.Results.EngineOutcome Outcome)
{
    /// <summary>Compares the visits with lines that leave the household out.</summary>
    public void Gives(string expected)
    {
        string[] shown = [.. Lines.Select(line => string.Join(',', line.Split(',').Where((_, column) => column != 1)))];
        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join('\n', shown));
    }
}
