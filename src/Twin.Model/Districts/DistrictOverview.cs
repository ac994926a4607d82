namespace Twin.Model.Districts;

/// <summary>What a district holds: its totals against the stated ones, and a place in the hierarchy.</summary>
public static class DistrictOverview
{
    /// <summary>Totals and marginals of a district beside those of its specification.</summary>
    /// <param name="district">The district.</param>
    /// <param name="spec">What is stated, at full scale.</param>
    /// <param name="scale">The district's scale, above 0.</param>
    /// <returns>Counts from the largest organisation down, then marginals.</returns>
    /// <exception cref="Scenarios.ScenarioInputException">The specification is impossible at that scale.</exception>
    public static IReadOnlyList<ControlTotal> Totals(District district, DistrictSpecification spec, double scale)
    {
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(spec);
        DistrictCounts stated = new(spec, scale);
        DistrictCensus census = new(district);
        return
        [
            new("streets", "Streets and towns", "街道和镇", spec.Streets.Count, district.Streets, "P"),
            new("alliances", "Red alliances", "区域治理联盟", stated.Alliances, district.Alliances, "S"),
            new("councils", "Party councils", "议事会", stated.Councils, district.Councils, "S"),
            new("communities", "Urban communities", "社区", stated.Communities, district.Communities - census.Villages, "E"),
            new("villages", "Villages", "行政村", stated.Villages, census.Villages, "E"),
            new("compounds", "Residential compounds", "小区", stated.Compounds, district.Compounds, "S"),
            new("baseGrids", "Base grids", "基础网格", stated.BaseGrids, district.BaseGrids, "S"),
            new("microGrids", "Micro-grids", "微网格", stated.MicroGrids, district.MicroGrids, "S"),
            new("partyGroups", "Micro-grid party groups", "微网格党小组", stated.MicroGrids, district.MicroGrids, "S"),
            new("ruralMicroGrids", "… rural micro-grids", "其中：农村微网格", stated.RuralMicroGrids, census.RuralMicroGrids, "E"),
            new("dedicatedMicroGrids", "… dedicated micro-grids", "其中：专属网格", stated.Dedicated, census.DedicatedMicroGrids, "E"),
            new("householdsLeast", "Fewest households in a micro-grid", "微网格最少户数", DistrictCounts.HouseholdsLeast, census.HouseholdsLeast, "S"),
            new("householdsMost", "Most households in a micro-grid", "微网格最多户数", DistrictCounts.HouseholdsMost, census.HouseholdsMost, "S"),
            new("households", "Households and dedicated units", "户数（含专属单元）", stated.Households, district.Households, "D"),
            new("residents", "Residents", "居民", stated.Residents, district.Residents, "S"),
            new("householdSize", "Mean size of residential households", "户均人口", spec.HouseholdSize, census.HouseholdSize, "P"),
            new("onePersonShare", "Share of one-person households", "一人户占比", spec.OnePerson, census.OnePerson, "P"),
            new("agedAloneShare", "Share of households aged 60 or more, alone", "独居老人户占比", spec.AgedAlone, census.AgedAlone, "P"),
            new("partyMemberShare", "Share of party-member households", "党员中心户占比", spec.PartyMemberHouseholds, census.PartyMember, "E"),
            new("childrenShare", "Share of residents aged 0–14", "0–14岁占比", spec.Children, census.Children, "P"),
            new("aged60Share", "Share of residents aged 60 or more", "60岁及以上占比", spec.Aged60, census.Aged60, "P"),
            new("aged65Share", "Share of residents aged 65 or more", "65岁及以上占比", spec.Aged65, census.Aged65, "P"),
            new("houseboundShare", "Share of residents who cannot leave home", "无法出门居民占比", spec.Housebound, census.Housebound, "E"),
            new("noPhoneShare", "Share of residents without a phone that shows a code", "无健康码手机居民占比", spec.NoPhone, census.NoPhone, "E"),
        ];
    }

    /// <summary>The chain from the district down to a place, and what each step holds.</summary>
    /// <param name="district">The district.</param>
    /// <param name="names">Its names.</param>
    /// <param name="id">The place: any entity of the district's hierarchy, or a council or alliance.</param>
    /// <returns>The district first, the place last.</returns>
    /// <exception cref="ArgumentException">The entity has no place in the hierarchy.</exception>
    public static IReadOnlyList<PlaceRow> Place(District district, DistrictNames names, Events.EntityId id)
    {
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(names);
        DistrictCodes codes = new(district);
        return [.. PlaceChain.To(district, id).Select(step => new PlaceRow(step, codes.Format(step), names.English(step), names.Of(step), PlaceContents.Of(district, step)))];
    }
}
