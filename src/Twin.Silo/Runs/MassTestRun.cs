using Twin.Kernel;
using Twin.Model.Districts;
using Twin.Model.Events;
using Twin.Model.Randomness;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>A mass test: of a generated district, or of arrivals given in a file.</summary>
public sealed class MassTestRun : ActivityRun
{
    private readonly MassTestPlan _plan;

    private MassTestRun(MassTestPlan plan) => _plan = plan;

    /// <inheritdoc/>
    public override SimulationPlan Plan => _plan;

    /// <inheritdoc/>
    public override long Expected => _plan.District.Residents;

    /// <inheritdoc/>
    public override string RecordHeader => VisitTable.Header;

    /// <summary>Generates the district, or reads the arrivals, and compiles the plan.</summary>
    /// <param name="scenario">The scenario as resolved.</param>
    /// <param name="scenarioFile">Its path; the file of arrivals lies beside it.</param>
    /// <param name="recordsVisits">Whether every visit is recorded.</param>
    /// <param name="inputs">Inputs of an earlier run, to be repeated.</param>
    /// <exception cref="InputException">An input does not fit the scenario.</exception>
    public static new MassTestRun Of(Scenario scenario, string scenarioFile, bool recordsVisits, IReadOnlyList<TimedInput> inputs)
    {
        MassTestRun run = new(PlanOf(scenario, scenarioFile, recordsVisits, inputs));
        string[] wrong = [.. inputs.SelectMany((input, i) => run._plan.Check(input.Input, input.At)
            .Select(error => InputException.Describe($"--inputs: input {i + 1}: {error.Path}", error.Found, error.Allowed)))];
        return wrong.Length == 0 ? run : throw new InputException(wrong);
    }

    private static MassTestPlan PlanOf(Scenario scenario, string scenarioFile, bool recordsVisits, IReadOnlyList<TimedInput> inputs)
    {
        string arrivalsFile = scenario.Testing.Arrivals.File;
        if (arrivalsFile.Length == 0)
        {
            District district = DistrictGenerator.Generate(scenario.District, scenario.Scale);
            SiteLayout placed = SitePlacement.Place(district, scenario);
            return new MassTestPlan(scenario, district, placed, scenario.Seed, null, recordsVisits) { Inputs = inputs };
        }

        ArrivalList arrivals = ReadArrivals(Path.Combine(Path.GetDirectoryName(scenarioFile) ?? "", arrivalsFile), scenario);
        (District given, SiteLayout layout) = ArrivalDistrict.Of(arrivals, scenario);
        return new MassTestPlan(scenario, given, layout, scenario.Seed, arrivals, recordsVisits) { Inputs = inputs };
    }

    /// <inheritdoc/>
    public override RunRecord WithResult(RunRecord record, EngineOutcome outcome) => record with
    {
        MassTest = MassTestResultReader.Read(_plan, outcome.Metrics),
        Guideline = _plan.Scenario.Testing.Staff.BesideGuideline ? WithGuidelineStaff() : null,
    };

    /// <inheritdoc/>
    public override RunRecord WithReplications(RunRecord record, EngineOutcome outcome, int count, CancellationToken cancellation)
    {
        IReadOnlyList<ReplicationOutcome> others = Replications.Run(
            count - 1,
            i => PlanOf(i + 1),
            (i, plan, replication) => ReplicationOutcome.Of(
                i + 1, plan.Seed, replication, MassTestResultReader.Read((MassTestPlan)plan, replication.Metrics)),
            Environment.ProcessorCount,
            cancellation);
        return record with { Replications = [ReplicationOutcome.Of(0, _plan.Seed, outcome, record.MassTest!), .. others] };
    }

    /// <summary>The same day, people and draws with residents / residentsPerSampler samplers and residents / residentsPerDesk desks.</summary>
    private MassTestResult WithGuidelineStaff()
    {
        StaffParameters staff = _plan.Scenario.Testing.Staff with { Samplers = null, Desks = null, SamplersPerSite = null, DesksPerSite = null, Roster = "", Planned = null };
        Scenario scenario = _plan.Scenario with { Testing = _plan.Scenario.Testing with { Staff = staff } };
        MassTestPlan plan = new(scenario, _plan.District, _plan.Layout, _plan.Seed, _plan.Arrivals);
        return MassTestResultReader.Read(plan, new KernelEngine(plan).Run().Metrics);
    }

    private MassTestPlan PlanOf(int replication) =>
        new(_plan.Scenario, _plan.District, _plan.Layout, new Draws(_plan.Seed).ReplicationSeed(replication), _plan.Arrivals) { Inputs = _plan.Inputs };

    private static ArrivalList ReadArrivals(string path, Scenario scenario)
    {
        try
        {
            return ArrivalReader.Read(path, ScenarioFiles.Open(path), scenario);
        }
        catch (IOException failure)
        {
            throw InputException.At(
                "testing.arrivals.file", $"{OptionValue.Quoted(path)}, which cannot be read ({failure.Message})", "a CSV file, its path relative to the scenario file");
        }
    }
}
