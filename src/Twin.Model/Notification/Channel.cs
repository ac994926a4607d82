namespace Twin.Model.Notification;

/// <summary>How a household learnt of the test.</summary>
public enum Channel
{
    /// <summary>It read the group message.</summary>
    Message = 0,

    /// <summary>It answered a call.</summary>
    Call = 1,

    /// <summary>A helper knocked at its door.</summary>
    Knock = 2,
}
