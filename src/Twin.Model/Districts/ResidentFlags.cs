namespace Twin.Model.Districts;

/// <summary>Attributes of a resident.</summary>
[Flags]
public enum ResidentFlags : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Cannot leave home: needs a door-to-door team.</summary>
    Housebound = 1,

    /// <summary>Has no phone with a health code: registration is assisted.</summary>
    NoPhone = 2,
}
