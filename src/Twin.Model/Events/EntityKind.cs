namespace Twin.Model.Events;

/// <summary>The kinds of entity. The numbers are frozen: they decide the order of simultaneous events and are hashed.</summary>
public enum EntityKind : byte
{
    /// <summary>Not an entity: an input from outside the model (a scenario's disruption, an operator's command).</summary>
    Outside = 0,

    /// <summary>The district's command.</summary>
    District = 1,

    /// <summary>A street or town (街道, 镇).</summary>
    Street = 2,

    /// <summary>A community or village (社区, 行政村) and its party committee.</summary>
    Community = 3,

    /// <summary>A residential compound (小区) and its party branch.</summary>
    Compound = 4,

    /// <summary>A base grid (基础网格) and its party branch.</summary>
    BaseGrid = 5,

    /// <summary>A micro-grid's party group (微网格党小组).</summary>
    PartyGroup = 6,

    /// <summary>A micro-grid (微网格): 50 to 80 households.</summary>
    MicroGrid = 7,

    /// <summary>A household, or a unit of a dedicated micro-grid.</summary>
    Household = 8,

    /// <summary>A testing site.</summary>
    Site = 9,

    /// <summary>A party council (议事会).</summary>
    Council = 10,

    /// <summary>A regional alliance (区域治理联盟).</summary>
    Alliance = 11,

    /// <summary>A whole queueing network of the queue activity.</summary>
    QueueNetwork = 12,
}
