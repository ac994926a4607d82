using Twin.Experiments.Staffing;
using Twin.Experiments.Staffing.Allocating;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Staffing;

public sealed class AllocationTests
{
    private static SiteOption[][] Options(int seed, int sites, int each)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, sites).Select(_ => Enumerable.Range(0, each)
            .Select(step => new SiteOption(SiteCrew.Whole(step, 1), (60 * step) + (20 * random.Next(3)), Math.Exp(-step - random.NextDouble()), 5.0 / (step + 1)))
            .OrderBy(option => option.Cost).ToArray())];
    }

    private static double Cheapest(SiteOption[][] options, StaffBudget budget)
    {
        double best = double.PositiveInfinity;
        void Go(int site, double cost, double weight, double late)
        {
            if (site == options.Length)
            {
                best = weight <= budget.Weight && late <= budget.Late ? Math.Min(best, cost) : best;
                return;
            }

            foreach (SiteOption option in options[site])
            {
                Go(site + 1, cost + option.Cost, weight + option.Weight, late + option.Late);
            }
        }

        Go(0, 0, 0, 0);
        return best;
    }

    [Theory]
    [InlineData(1, 0.5, 12)]
    [InlineData(2, 0.2, 7)]
    [InlineData(3, 0.1, double.PositiveInfinity)]
    [InlineData(4, double.PositiveInfinity, 8)]
    public void Solve_FewSites_CostsWhatTryingAllCosts(int seed, double weight, double late)
    {
        SiteOption[][] options = Options(seed, 5, 6);
        StaffBudget budget = new(weight, late);
        double cheapest = Cheapest(options, budget);
        Allocation exact = Assert.IsType<Allocation>(ExactAllocation.Solve(options, budget));
        Assert.Equal(cheapest, exact.Cost, 6);
        Assert.InRange(exact.Bound, cheapest * 0.999, cheapest + 1e-6);
        Assert.True(exact.Weight <= weight && exact.Late <= late);
        Assert.True(GreedyAllocation.Solve(options, budget)!.Cost >= cheapest - 1e-9);
    }

    [Theory]
    [InlineData(1, 0.5, 12)]
    [InlineData(2, 0.2, 7)]
    [InlineData(4, double.PositiveInfinity, 8)]
    public void PricedRisk_FewSites_BoundsTheCheapestAndKeepsItsOptions(int seed, double weight, double late)
    {
        SiteOption[][] options = Options(seed, 5, 6);
        StaffBudget budget = new(weight, late);
        double cheapest = Cheapest(options, budget);
        Allocation greedy = GreedyAllocation.Solve(options, budget)!;
        PricedRisk priced = new(options, budget, greedy.Cost);
        Assert.InRange(priced.Bound, 0.5 * cheapest, cheapest + 1e-6);
        SiteOption[][] worth = priced.Worth(greedy.Cost, greedy.Choices);
        Assert.True(worth.Sum(site => site.Length) < options.Sum(site => site.Length), "no option was left out");
        Assert.Equal(cheapest, Cheapest(worth, budget), 6);
    }

    [Fact]
    public void Solve_BudgetThatNoChoiceKeeps_GivesNone()
    {
        SiteOption[][] options = Options(5, 3, 4);
        Assert.Null(ExactAllocation.Solve(options, new StaffBudget(1e-6, double.PositiveInfinity)));
        Assert.Null(GreedyAllocation.Solve(options, new StaffBudget(double.PositiveInfinity, 0.1)));
    }

    [Fact]
    public void Apportion_Totals_AreThoseOfAScenarioWithTheSameTotals()
    {
        Scenario scenario = StaffDistrict.Scenario;
        scenario = scenario with { Testing = scenario.Testing with { Sites = scenario.Testing.Sites with { Count = 700 }, Staff = new StaffParameters { Samplers = 3700, Desks = 1900 } } };
        MassTestPlan plan = StaffDistrict.Shelf.PlanOf(scenario, 1);
        int[] Planned(StaffRole role) => [.. Enumerable.Range(0, plan.Layout.Count).Select(site => plan.PlannedStaff(site, (int)role))];
        Assert.Equal(Planned(StaffRole.Samplers), UniformAllocation.Apportion(plan.Layout, 37));
        Assert.Equal(Planned(StaffRole.Desks), UniformAllocation.Apportion(plan.Layout, 19));
    }

    [Fact]
    public void QueueingStart_NobodyAbsent_PlansThoseWhoAreNeeded()
    {
        Scenario scenario = StaffDistrict.Scenario;
        scenario = scenario with { Testing = scenario.Testing with { Staff = new StaffParameters { Absence = 0 } } };
        QueueingStart start = new(StaffDistrict.Shelf.PlanOf(scenario, 1), new StaffGoal());
        StaffPlan plan = start.Plan();
        Assert.False(plan.HasShifts);
        Assert.Equal(start.SamplersNeeded, plan.Samplers);
        Assert.Equal(start.DesksNeeded, plan.Desks);
        MassTestPlan compiled = StaffDistrict.Shelf.PlanOf(scenario, 1);
        Assert.Equal(compiled.ExpectedOnSite, start.People.Sum(), 0.01 * compiled.ExpectedOnSite);
    }
}
