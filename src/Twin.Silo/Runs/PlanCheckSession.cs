using Twin.Experiments;
using Twin.Experiments.Plans;
using Twin.Experiments.Replicating;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>One <c>twin plan check</c>.</summary>
/// <param name="options">What was asked.</param>
/// <param name="interruption">Ctrl-C.</param>
internal sealed class PlanCheckSession(PlanCheckOptions options, Interruption interruption)
{
    /// <summary>Checks and says what came of it.</summary>
    /// <returns>An <see cref="ExitCode"/>: invalid input if something that the plan says is not so.</returns>
    /// <exception cref="InputException">The plan or its scenario cannot be read.</exception>
    public int Run()
    {
        interruption.Doing = "reading the plan";
        StaffingPlan plan = PlanFiles.Read("PLAN", options.Plan, options.ScenarioFile);
        interruption.Doing = "running the plan's days again";
        PlanCheck check = PlanCheck.Run(plan, new PlanShelf(), options.Replications, options.Threads, interruption.Token);
        if (options.Json)
        {
            Console.Out.Write(SummaryJson.ToText(PlanCheckJson.Of(check)));
        }
        else
        {
            foreach (string line in PlanCheckText.Answer(check, options.Language))
            {
                Console.Out.WriteLine(line);
            }
        }

        return check.Holds ? ExitCode.Success : ExitCode.InvalidInput;
    }
}
