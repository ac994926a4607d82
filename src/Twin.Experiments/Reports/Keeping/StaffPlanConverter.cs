using Twin.Experiments.Staffing;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>A staffing is kept as its two lists of numbers.</summary>
internal sealed class StaffPlanConverter() : KeptAsConverter<StaffPlan, StaffPlanConverter.Numbers>("staffing is")
{
    /// <inheritdoc/>
    protected override StaffPlan From(Numbers kept) => new([.. kept.Samplers.Select((samplers, site) => kept.Ends is null || kept.Ends[site] == 0
        ? SiteCrew.Whole(samplers, kept.Desks[site])
        : new SiteCrew(samplers, kept.SamplersToClose![site], kept.Desks[site], kept.DesksToClose![site], new StaffShift(kept.Ends[site], kept.Hours![site])))]);

    /// <inheritdoc/>
    protected override Numbers Of(StaffPlan value) => value.HasShifts ? WithShifts(value) : new Numbers([.. value.Samplers], [.. value.Desks], null, null, null, null);

    private static Numbers WithShifts(StaffPlan plan) => new(
        [.. plan.Samplers], [.. plan.Desks], [.. plan.Sites.Select(site => site.SamplersToClose)], [.. plan.Sites.Select(site => site.DesksToClose)],
        [.. plan.Sites.Select(site => site.Shift?.End ?? 0)], [.. plan.Sites.Select(site => site.Shift?.Hours ?? 0)]);

    internal sealed record Numbers(int[] Samplers, int[] Desks, int[]? SamplersToClose, int[]? DesksToClose, long[]? Ends, double[]? Hours);
}
