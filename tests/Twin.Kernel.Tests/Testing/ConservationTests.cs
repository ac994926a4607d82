using CsCheck;
using Twin.Model.Events;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Kernel.Tests.Testing;

/// <summary>Under random scenarios nobody is lost or counted twice, and no rule of a site is broken.</summary>
public sealed class ConservationTests
{
    [Fact]
    public void Run_RandomScenario_EverybodyIsTestedOrUntestedForOneReasonAtEveryLevel() => RandomScenario.Any.Sample((scenario, seed) =>
    {
        MassTestPlan plan = SmallDistrict.Plan(scenario, seed, RandomScenario.Sites, recordsVisits: true);
        KernelEngine engine = new(plan);
        EngineOutcome outcome = engine.Run();

        // The reader checks every micro-grid, base grid, compound, community, street and site.
        MassTestResult result = MassTestResultReader.Read(plan, outcome.Metrics);
        Assert.True(outcome.Completed);
        Assert.Equal(plan.District.Residents, result.Tested + result.Untested.Sum());
        Assert.Equal(plan.District.Residents, result.Communities.Sum(community => community.Tested + community.Untested.Sum()));
        Assert.Equal(result.Tested, result.TestedByMinute.Sum());
        Assert.All(result.Communities, community => Assert.NotEmpty(community.Name));
        Site[] sites = [.. engine.Entities.OfType<Site>()];
        CheckPeople(sites, result);
        foreach (Site site in sites)
        {
            CheckServers(site.Visits, scenario.Testing.Service.Pool);
        }
    }, iter: 60, seed: "0000KR4fYTq4", threads: 1, print: pair => $"seed {pair.Item2}, {pair.Item1.Testing}, {string.Join(';', pair.Item1.Disruptions)}, {string.Join(';', pair.Item1.Interventions)}");

    [Fact]
    public void Read_PersonCountedTwice_IsAnErrorThatNamesThePlace()
    {
        MassTestPlan plan = SmallDistrict.Plan(SmallDistrict.Scenario);
        EngineOutcome outcome = new KernelEngine(plan).Run();
        outcome.Metrics.Add(plan.Metrics.OfMicroGrid(3), 1);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => MassTestResultReader.Read(plan, outcome.Metrics));
        Assert.Contains("tested and untested", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_VisitLostAtASite_IsAnErrorThatNamesTheSite()
    {
        MassTestPlan plan = SmallDistrict.Plan(SmallDistrict.Scenario);
        EngineOutcome outcome = new KernelEngine(plan).Run();
        outcome.Metrics.Add(plan.Metrics.OfSite(1, SiteCell.Arrivals), 1);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => MassTestResultReader.Read(plan, outcome.Metrics));
        Assert.Contains("S-002", error.Message, StringComparison.Ordinal);
    }

    private static void CheckPeople(Site[] sites, MassTestResult result)
    {
        (int Site, Visit Visit)[] visits = [.. sites.SelectMany(site => site.Visits.Select(visit => (site.Id.Ordinal, visit)))];
        Assert.Equal(result.Tested, visits.Count(pair => pair.Visit.Outcome == VisitOutcome.Tested));
        Assert.Equal(result.Balked, visits.Count(pair => pair.Visit.Outcome == VisitOutcome.Balked));
        foreach (IGrouping<(int, byte), Visit> person in visits.Select(pair => pair.Visit).GroupBy(visit => (visit.Household, visit.Member)))
        {
            Visit[] inOrder = [.. person.OrderBy(visit => visit.Number)];
            Assert.Equal(Enumerable.Range(0, inOrder.Length), inOrder.Select(visit => (int)visit.Number));
            for (int i = 1; i < inOrder.Length; i++)
            {
                Assert.Contains(inOrder[i - 1].Outcome, new[] { VisitOutcome.Balked, VisitOutcome.Redirected });
                Assert.True(inOrder[i].Arrived >= inOrder[i - 1].LeftAt + 20_000);
            }
        }
    }

    private static void CheckServers(IReadOnlyList<Visit> visits, int pool)
    {
        Disjoint(visits.Where(visit => visit.Desk >= 0).Select(visit => (visit.Desk, visit.RegistrationStart, visit.RegistrationEnd < 0 ? long.MaxValue : visit.RegistrationEnd)));
        Disjoint(visits.Where(visit => visit.Sampler >= 0).Select(visit => (visit.Sampler, visit.SwabStart, visit.SwabEnd < 0 ? long.MaxValue : visit.SwabEnd)));
        foreach (IGrouping<int, Visit> sampler in visits.Where(visit => visit.Sampler >= 0).GroupBy(visit => visit.Sampler))
        {
            int[] tubes = [.. sampler.OrderBy(visit => visit.SwabStart).Select(visit => visit.Tube)];
            Assert.Equal(Enumerable.Range(0, tubes.Length).Select(person => (person / pool) + 1), tubes);
        }

        // First in, first out: who arrived before is at a desk no later.
        Visit[] served = [.. visits.Where(visit => visit.RegistrationStart >= 0).OrderBy(visit => visit.Arrived)];
        for (int i = 1; i < served.Length; i++)
        {
            Assert.True(served[i].Arrived == served[i - 1].Arrived || served[i].RegistrationStart >= served[i - 1].RegistrationStart);
        }
    }

    private static void Disjoint(IEnumerable<(int Server, long From, long To)> services)
    {
        foreach (IGrouping<int, (int Server, long From, long To)> server in services.GroupBy(service => service.Server))
        {
            (int Server, long From, long To)[] inOrder = [.. server.OrderBy(service => service.From)];
            for (int i = 1; i < inOrder.Length; i++)
            {
                Assert.True(inOrder[i].From >= inOrder[i - 1].To);
            }
        }
    }
}
