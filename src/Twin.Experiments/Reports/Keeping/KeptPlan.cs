using Twin.Experiments.Plans;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>What is kept of a plan: what it says of itself, and its scenario; who works where is kept by site, where it is needed.</summary>
/// <param name="Path">Path of its file as the user gave it.</param>
/// <param name="Version">Its version.</param>
/// <param name="Author">Role of who made it.</param>
/// <param name="Note">Why it is as it is.</param>
/// <param name="ScenarioFile">The scenario file that it names.</param>
/// <param name="ScenarioDigest">The digest of the scenario that it names; empty without.</param>
/// <param name="Days">Days that it rests on; 0 for none.</param>
/// <param name="Digest">Their digest; empty without.</param>
/// <param name="Scenario">The scenario as resolved, without the plan's staff.</param>
internal sealed record KeptPlan(string Path, int Version, string Author, string Note, string ScenarioFile, string ScenarioDigest, int Days, string Digest, Scenario Scenario)
{
    /// <summary>Keeps a plan.</summary>
    /// <param name="plan">The plan.</param>
    public static KeptPlan Of(StaffingPlan plan) => new(
        plan.Path, plan.File.Version, plan.File.Author, plan.File.Note, plan.File.ScenarioFile, plan.File.ScenarioDigest, plan.File.RestsOn?.Days ?? 0, plan.File.RestsOn?.Digest ?? "",
        plan.Scenario);

    /// <summary>The plan again, without its entries.</summary>
    public StaffingPlan Restore() => new(
        Path,
        new PlanFile
        {
            Version = Version,
            Author = Author,
            Note = Note,
            ScenarioFile = ScenarioFile,
            ScenarioDigest = ScenarioDigest,
            RestsOn = Days > 0 ? new PlanEvidence { Days = Days, Digest = Digest } : null,
        },
        Scenario);
}
