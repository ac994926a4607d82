using System.Text.Json;
using Twin.Experiments.Reports.Keeping;
using Twin.Experiments.Staffing;

namespace Twin.Experiments.Tests.Reports.Keeping;

public sealed class StaffPlanConverterTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new StaffPlanConverter() } };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_WrittenPlan_IsTheSame(bool shifts)
    {
        StaffPlan plan = new([SiteCrew.Whole(7, 3), shifts ? new SiteCrew(16, 5, 8, 4, new StaffShift(32_400_000, 4)) : SiteCrew.Whole(16, 8)]);
        string text = JsonSerializer.Serialize(plan, Options);
        StaffPlan read = JsonSerializer.Deserialize<StaffPlan>(text, Options)!;
        Assert.Equal(plan.Sites, read.Sites);
        Assert.Equal(plan.Key, read.Key);
    }

    [Fact]
    public void Read_PlanWithoutShifts_IsTakenAsBefore() =>
        Assert.Equal(new StaffPlan([7, 16], [3, 8]).Key, JsonSerializer.Deserialize<StaffPlan>("{\"Samplers\":[7,16],\"Desks\":[3,8]}", Options)!.Key);
}
