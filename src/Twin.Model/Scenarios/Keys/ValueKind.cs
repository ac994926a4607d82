namespace Twin.Model.Scenarios.Keys;

/// <summary>What kind of value a key takes.</summary>
internal enum ValueKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>true or false.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number.</summary>
    Number,

    /// <summary>One of a few words.</summary>
    Word,

    /// <summary>A duration.</summary>
    Duration,

    /// <summary>A moment of the scenario.</summary>
    Moment,

    /// <summary>A date and time with an offset.</summary>
    Timestamp,

    /// <summary>A distribution of a duration.</summary>
    Distribution,

    /// <summary>Whatever a key of a scenario may take.</summary>
    Written,

    /// <summary>A mapping with keys of its own.</summary>
    Record,

    /// <summary>A list of values of one kind.</summary>
    List,

    /// <summary>A mapping from names to numbers.</summary>
    Table,
}
