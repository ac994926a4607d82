namespace Twin.Model.Districts;

/// <summary>One immutable district: a column for every attribute, dense ordinals for every kind, all in code order.</summary>
/// <remarks>
/// Children of one parent have consecutive ordinals; a column named First… has one element more than there are parents, so that the
/// children of p are First[p] … First[p + 1] − 1. A household's residents, a micro-grid's households, a base grid's micro-grids, a
/// compound's base grids, a community's compounds and base grids, a street's communities all lie so. Coordinates are centimetres in a
/// fictional local frame. Party groups are numbered as their micro-grids. Streets are in the ordinal order of their codes, so that
/// sorting codes as text gives the order of ordinals.
/// </remarks>
public sealed partial class District
{
    /// <summary>Code of the district itself.</summary>
    public string Code { get; init; } = "JB";

    /// <summary>English name.</summary>
    public string Name { get; init; } = "Jiangbei";

    /// <summary>Chinese name.</summary>
    public string NameZh { get; init; } = "江北区";

    /// <summary>Streets and towns by ordinal; may hold more than there are.</summary>
    public IReadOnlyList<StreetSpecification> StreetTable { get; init; } =
        [.. StreetSpecification.Jiangbei.OrderBy(street => street.Code, StringComparer.Ordinal)];

    /// <summary>Corners of the convex outline counter-clockwise, cm east; empty if there is none.</summary>
    public int[] OutlineX { get; init; } = [];

    /// <summary>Corners of the convex outline counter-clockwise, cm north; empty if there is none.</summary>
    public int[] OutlineY { get; init; } = [];

    /// <summary>Street of each community or village.</summary>
    public required int[] CommunityStreet { get; init; }

    /// <summary>Whether a community is a village (rural chain of 3 levels).</summary>
    public required bool[] CommunityIsVillage { get; init; }

    /// <summary>First community of each street, and their number at the end.</summary>
    public required int[] StreetFirstCommunity { get; init; }

    /// <summary>First base grid of each community, and their number at the end.</summary>
    public required int[] CommunityFirstBaseGrid { get; init; }

    /// <summary>First compound of each community (villages have none), and their number at the end.</summary>
    public required int[] CommunityFirstCompound { get; init; }

    /// <summary>First base grid of each compound; its last is <see cref="CompoundLastBaseGrid"/>.</summary>
    public required int[] CompoundFirstBaseGrid { get; init; }

    /// <summary>Last base grid of each compound.</summary>
    public required int[] CompoundLastBaseGrid { get; init; }

    /// <summary>Community of each compound.</summary>
    public required int[] CompoundCommunity { get; init; }

    /// <summary>Community of each base grid.</summary>
    public required int[] BaseGridCommunity { get; init; }

    /// <summary>Compound of each base grid, or −1 in a village.</summary>
    public required int[] BaseGridCompound { get; init; }

    /// <summary>First micro-grid of each base grid, and their number at the end.</summary>
    public required int[] BaseGridFirstMicroGrid { get; init; }

    /// <summary>Base grid of each micro-grid.</summary>
    public required int[] MicroGridBaseGrid { get; init; }

    /// <summary>Whether a micro-grid is dedicated (专属网格): a school, hospital or business area.</summary>
    public required bool[] MicroGridIsDedicated { get; init; }

    /// <summary>First household of each micro-grid, and their number at the end.</summary>
    public required int[] MicroGridFirstHousehold { get; init; }

    /// <summary>Centre of each micro-grid, cm east.</summary>
    public required int[] MicroGridX { get; init; }

    /// <summary>Centre of each micro-grid, cm north.</summary>
    public required int[] MicroGridY { get; init; }

    /// <summary>Micro-grid of each household.</summary>
    public required int[] HouseholdMicroGrid { get; init; }

    /// <summary>First resident of each household, and their number at the end. A household has 1 to 31 members.</summary>
    public required int[] HouseholdFirstResident { get; init; }

    /// <summary>Attributes of each household.</summary>
    public required HouseholdFlags[] HouseholdFlags { get; init; }

    /// <summary>Place of each household, cm east.</summary>
    public required int[] HouseholdX { get; init; }

    /// <summary>Place of each household, cm north.</summary>
    public required int[] HouseholdY { get; init; }

    /// <summary>Age of each resident, years.</summary>
    public required byte[] ResidentAge { get; init; }

    /// <summary>Attributes of each resident.</summary>
    public required ResidentFlags[] ResidentFlags { get; init; }

    /// <summary>Community in which each council (物居业议事会) sits.</summary>
    public required int[] CouncilCommunity { get; init; }

    /// <summary>Alliance to which each council belongs.</summary>
    public required int[] CouncilAlliance { get; init; }

    /// <summary>Street of each alliance.</summary>
    public required int[] AllianceStreet { get; init; }

    /// <summary>Number of residents.</summary>
    public int Residents => ResidentAge.Length;

    /// <summary>Number of households, units of dedicated micro-grids included.</summary>
    public int Households => HouseholdMicroGrid.Length;

    /// <summary>Number of micro-grids, and so of party groups.</summary>
    public int MicroGrids => MicroGridBaseGrid.Length;

    /// <summary>Number of base grids.</summary>
    public int BaseGrids => BaseGridCommunity.Length;

    /// <summary>Number of compounds.</summary>
    public int Compounds => CompoundCommunity.Length;

    /// <summary>Number of communities and villages.</summary>
    public int Communities => CommunityStreet.Length;

    /// <summary>Number of streets and towns.</summary>
    public int Streets => StreetFirstCommunity.Length - 1;

    /// <summary>Number of councils.</summary>
    public int Councils => CouncilCommunity.Length;

    /// <summary>Number of alliances.</summary>
    public int Alliances => AllianceStreet.Length;

    /// <summary>Members of a household.</summary>
    /// <param name="household">Its ordinal.</param>
    public int SizeOf(int household) => HouseholdFirstResident[household + 1] - HouseholdFirstResident[household];

    /// <summary>Community of a household.</summary>
    /// <param name="household">Its ordinal.</param>
    public int CommunityOf(int household) => BaseGridCommunity[MicroGridBaseGrid[HouseholdMicroGrid[household]]];
}
