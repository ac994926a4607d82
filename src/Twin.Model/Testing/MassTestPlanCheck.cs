using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <content>What a plan needs of its scenario and district beyond what each key allows by itself.</content>
public sealed partial class MassTestPlan
{
    /// <summary>Most households of a micro-grid: a party group's message about them has so many bits.</summary>
    public const int HouseholdsPerMicroGrid = 96;

    private void CheckInput()
    {
        WindowParameters window = _parameters.Window;
        Refuse(Open < 0, "testing.window.open", $"{Open} ms after the start", "the scenario's start or later");
        Refuse(Close <= Open, "testing.window.close", $"{Close} ms after the start", $"later than testing.window.open, {Open} ms after it");
        Refuse(Arrivals is null && window.LastEntry.Milliseconds >= Close - Open, "testing.window.lastEntry", $"{window.LastEntry.Milliseconds} ms before closing", "less than the window's length");
        Refuse(Close >= Horizon, "horizon", $"{Horizon} ms", $"later than testing.window.close, {Close} ms after the start");
        foreach (BreakParameters rest in _parameters.Staff.Breaks)
        {
            Refuse(rest.To.SinceStart <= rest.From.SinceStart, "testing.staff.breaks", $"a break from {rest.From.SinceStart} to {rest.To.SinceStart} ms", "an end after the begin");
        }

        for (int grid = 0; grid < District.MicroGrids; grid++)
        {
            int households = District.MicroGridFirstHousehold[grid + 1] - District.MicroGridFirstHousehold[grid];
            Refuse(households > HouseholdsPerMicroGrid, "district", $"micro-grid {grid + 1} with {households} households", $"at most {HouseholdsPerMicroGrid}");
        }
    }

    private static void Refuse(bool wrong, string path, string found, string allowed)
    {
        if (wrong)
        {
            throw new ScenarioInputException($"{path}: found {found}; allowed: {allowed}");
        }
    }
}
