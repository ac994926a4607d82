using CsCheck;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Kernel.Tests.Testing;

/// <summary>Random arrivals at one site: the engine's visits against those of the reference model, line by line.</summary>
public sealed class ReferenceSiteTests
{
    private static readonly Gen<ReferenceRules> Rules = Gen.Select(
        Gen.Int[1, 4], Gen.Int[1, 4], Gen.Long[0, 120], Gen.Long[300, 900], Gen.Int[1, 4], Gen.Long[0, 30],
        Gen.Int[1, 30].Select(space => space > 20 ? (int?)null : space), Gen.Select(Gen.Bool, Gen.Bool),
        (desks, samplers, open, close, pool, change, space, flags) =>
            new ReferenceRules(desks, samplers, open * 1000, close * 1000, pool, change * 1000, space, flags.Item1, flags.Item2));

    /// <summary>Whole seconds make many things happen at one moment; ms make none.</summary>
    private static Gen<ReferencePerson[]> People(long unit) => Gen.Select(
        Gen.Long[0, 1000_000 / unit], Gen.Long[1, 40_000 / unit], Gen.Long[1, 60_000 / unit], Gen.Long[0, 20_000 / unit],
        (time, registration, swab, changeover) => (time, registration, swab, changeover))
        .Array[1, 120]
        .Select(rows => rows.Select((row, number) => new ReferencePerson($"p{number}", row.time * unit, row.registration * unit, row.swab * unit, row.changeover * unit)).ToArray());

    [Theory]
    [InlineData(1000)]
    [InlineData(5000)]
    [InlineData(1)]
    public void Run_RandomArrivals_GivesTheReferenceModelsVisits(int unit) => Gen.Select(Rules, People(unit)).Sample((rules, people) =>
    {
        string csv = "time,site,person,registration,swab,changeover\n" + string.Join('\n', people.Select(person => person.Line));
        Of(rules).Run(csv).Gives(string.Join('\n', ReferenceSite.Visits(people, rules)));
    }, iter: 400, seed: "0000KR4fYTq4", threads: 1, print: pair => $"{pair.Item1}\n{string.Join('\n', pair.Item2.Select(person => person.Line))}");

    [Fact]
    public void Visits_OfTheReferenceModel_AreThoseOfACaseByHand() => Assert.Equal(
        [
            "a,S-001,1,0.000,0.000,0.000,10.000,1,10.000,10.000,30.000,1,1,30.000,tested",
            "b,S-001,1,4.500,4.500,10.000,20.000,1,20.000,30.000,50.000,1,1,50.000,tested",
        ],
        ReferenceSite.Visits(
            [new ReferencePerson("a", 0, 10_000, 20_000, 0), new ReferencePerson("b", 4500, 10_000, 20_000, 0)],
            new ReferenceRules(1, 1, 0, 3_600_000, 10, 0, null, false, false)));

    private static Scenario Of(ReferenceRules rules) => SmallTest.Plain
        .Staffed(rules.Desks, rules.Samplers)
        .Open(window => window with
        {
            Open = new Moment(rules.Open),
            Close = new Moment(rules.Close),
            AtClose = rules.SendsHome ? AtClose.SendHome : AtClose.ServeQueue,
            Early = rules.WaitsFromArrival ? EarlyWait.Queue : EarlyWait.Door,
        })
        .Serving(service => service with { Pool = rules.Pool, TubeChange = new Duration(rules.TubeChange) })
        .Balking(balk => balk with { QueueSpace = rules.QueueSpace, ComeBack = 0, NextSite = 0 });
}
