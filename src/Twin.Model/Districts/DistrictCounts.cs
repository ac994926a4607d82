using System.Globalization;
using Twin.Model.Events;
using Twin.Model.Scenarios;

namespace Twin.Model.Districts;

/// <summary>How many there are of everything at a scale: round(total × scale), half to even, at least 1; streets stay.</summary>
internal sealed class DistrictCounts
{
    /// <summary>Fewest households of a micro-grid (stated).</summary>
    public const int HouseholdsLeast = 50;

    /// <summary>Most households of a micro-grid (stated).</summary>
    public const int HouseholdsMost = 80;

    private readonly DistrictSpecification _spec;

    /// <summary>Counts at a scale, checked.</summary>
    /// <param name="spec">The specification.</param>
    /// <param name="scale">Share of the full district.</param>
    /// <exception cref="ScenarioInputException">There is no such district: the message has key, found and allowed.</exception>
    public DistrictCounts(DistrictSpecification spec, double scale)
    {
        _spec = spec;
        Scale = scale;
        Require(double.IsFinite(scale) && scale > 0, "scale", Text(scale), "a finite number above 0");
        Residents = Scaled(spec.Residents);
        MicroGrids = Scaled(spec.MicroGrids);
        RuralMicroGrids = Scaled(spec.RuralMicroGrids);
        BaseGrids = Scaled(spec.BaseGrids);
        Compounds = Scaled(spec.Compounds);
        Communities = Scaled(spec.Communities);
        Villages = Scaled(spec.Villages);
        Councils = Scaled(spec.Councils);
        Alliances = Scaled(spec.Alliances);
        Dedicated = (int)Math.Round(MicroGrids * spec.Dedicated, MidpointRounding.ToEven);
        CheckHierarchy();
        RuralBaseGrids = ShareOfRuralBaseGrids();
        CheckShares();
        Households = CountHouseholds();
    }

    /// <summary>Share of the full district.</summary>
    public double Scale { get; }

    /// <summary>Residents.</summary>
    public int Residents { get; }

    /// <summary>Micro-grids.</summary>
    public int MicroGrids { get; }

    /// <summary>Rural micro-grids.</summary>
    public int RuralMicroGrids { get; }

    /// <summary>Dedicated micro-grids.</summary>
    public int Dedicated { get; }

    /// <summary>Base grids.</summary>
    public int BaseGrids { get; }

    /// <summary>Base grids of villages.</summary>
    public int RuralBaseGrids { get; }

    /// <summary>Compounds.</summary>
    public int Compounds { get; }

    /// <summary>Urban communities.</summary>
    public int Communities { get; }

    /// <summary>Villages.</summary>
    public int Villages { get; }

    /// <summary>Councils.</summary>
    public int Councils { get; }

    /// <summary>Alliances.</summary>
    public int Alliances { get; }

    /// <summary>Households, units of dedicated micro-grids included.</summary>
    public int Households { get; }

    /// <summary>Throws unless a condition holds.</summary>
    /// <param name="holds">The condition.</param>
    /// <param name="key">Key of the scenario.</param>
    /// <param name="found">What was found.</param>
    /// <param name="allowed">What is allowed, and why.</param>
    /// <exception cref="ScenarioInputException">It does not hold.</exception>
    public static void Require(bool holds, string key, string found, string allowed)
    {
        if (!holds)
        {
            throw new ScenarioInputException($"{key}: found {found}; allowed: {allowed}");
        }
    }

    /// <summary>A number as a message has it.</summary>
    /// <param name="value">The number.</param>
    public static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>A count as a message has it: as specified, and at the scale if that differs.</summary>
    /// <param name="specified">At full scale.</param>
    /// <param name="scaled">At the scale.</param>
    public string Text(int specified, int scaled) => Scale == 1 ? Text(specified) : $"{Text(specified)} ({Text(scaled)} at scale {Text(Scale)})";

    private int Scaled(int total)
    {
        double count = Math.Round(total * Scale, MidpointRounding.ToEven);
        Require(count <= int.MaxValue / 2, "scale", Text(Scale), $"at most {Text(int.MaxValue / 2.0 / total)}, for a count of {Text(total)} at full scale");
        return total == 0 ? 0 : Math.Max(1, (int)count);
    }

    private void CheckHierarchy()
    {
        Require(Communities >= 1, "district.communities", Text(_spec.Communities, Communities), "1 or more");
        Require(
            Compounds >= Communities, "district.compounds", Text(_spec.Compounds, Compounds),
            $"{Communities} or more: one for each urban community, since every urban base grid lies in a compound");
        Require(
            (Villages == 0) == (RuralMicroGrids == 0), "district.ruralMicroGrids", Text(_spec.RuralMicroGrids, RuralMicroGrids),
            Villages == 0 ? "0 without villages" : $"{Villages} or more for {Villages} villages");
        Require(
            RuralMicroGrids >= Villages && RuralMicroGrids <= MicroGrids - Compounds, "district.ruralMicroGrids",
            Text(_spec.RuralMicroGrids, RuralMicroGrids),
            $"{Villages} to {MicroGrids - Compounds}: one for each village, and one of {MicroGrids} left for each of {Compounds} compounds");
        Require(
            BaseGrids >= Compounds + Villages && BaseGrids <= MicroGrids, "district.baseGrids", Text(_spec.BaseGrids, BaseGrids),
            $"{Compounds + Villages} to {MicroGrids}: one for each compound and village, and a micro-grid for each");
        Require(
            Alliances <= Councils && Councils >= 1, "district.alliances", Text(_spec.Alliances, Alliances), $"at most {Councils}: a council or more for each");
        Require(_spec.Dedicated is >= 0 and <= 1, "district.dedicated", Text(_spec.Dedicated), "0 to 1");
    }

    /// <summary>Base grids in proportion to micro-grids, with at least one for each village and each compound.</summary>
    private int ShareOfRuralBaseGrids()
    {
        int share = (int)Math.Round((double)BaseGrids * RuralMicroGrids / MicroGrids, MidpointRounding.ToEven);
        int least = Math.Max(Villages, BaseGrids - (MicroGrids - RuralMicroGrids));
        int most = Math.Min(RuralMicroGrids, BaseGrids - Compounds);
        return Math.Clamp(share, least, most);
    }

    private void CheckShares()
    {
        Require(_spec.OnePerson is >= 0 and < 1, "district.onePerson", Text(_spec.OnePerson), "0 or more, below 1");
        Require(_spec.AgedAlone >= 0 && _spec.AgedAlone <= _spec.OnePerson, "district.agedAlone", Text(_spec.AgedAlone), $"0 to {Text(_spec.OnePerson)}, the share of one-person households");
        Require(_spec.Aged65 >= 0 && _spec.Aged65 <= _spec.Aged60, "district.aged65", Text(_spec.Aged65), $"0 to {Text(_spec.Aged60)}, the share of those aged 60 or more");
        Require(_spec.Children >= 0 && _spec.Aged60 >= 0 && _spec.Children + _spec.Aged60 <= 1, "district.children", Text(_spec.Children), $"0 to {Text(1 - _spec.Aged60)}, what district.aged60 leaves");
        foreach ((string key, double share) in new[]
        {
            ("partyMemberHouseholds", _spec.PartyMemberHouseholds), ("housebound", _spec.Housebound), ("noPhone", _spec.NoPhone),
        })
        {
            Require(share is >= 0 and <= 1, $"district.{key}", Text(share), "0 to 1");
        }

        (double least, double most) = (2 - _spec.OnePerson, 31 - (30 * _spec.OnePerson));
        Require(
            _spec.HouseholdSize >= least && _spec.HouseholdSize <= most, "district.householdSize", Text(_spec.HouseholdSize),
            $"{Text(least)} to {Text(most)}: {Text(_spec.OnePerson * 100)} % are one-person households, the others have 2 to 31 members");
        Require(
            Dedicated == 0 || (_spec.DedicatedUnitSize >= least && _spec.DedicatedUnitSize <= most), "district.dedicatedUnitSize",
            Text(_spec.DedicatedUnitSize), $"{Text(least)} to {Text(most)}: {Text(_spec.OnePerson * 100)} % are one-person units");
    }

    private int CountHouseholds()
    {
        double dedicated = (double)Dedicated / MicroGrids;
        double size = (_spec.HouseholdSize * (1 - dedicated)) + (_spec.DedicatedUnitSize * dedicated);
        int households = (int)Math.Round(Residents / size, MidpointRounding.ToEven);
        long least = (long)HouseholdsLeast * MicroGrids;
        long most = (long)HouseholdsMost * MicroGrids;
        Require(
            households >= least && households <= most, "district.residents", Text(_spec.Residents, Residents),
            $"{Text(Math.Ceiling(least * size))} to {Text(Math.Floor(most * size))}, for {MicroGrids} micro-grids of {HouseholdsLeast} to {HouseholdsMost} households of {Text(size)} people on average");
        Require(
            households <= EntityId.MaximumOrdinal, "scale", Text(Scale), $"at most {Text(Scale * EntityId.MaximumOrdinal / households)}: {EntityId.MaximumOrdinal} households can be told apart");
        return households;
    }
}
