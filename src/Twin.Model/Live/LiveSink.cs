namespace Twin.Model.Live;

/// <summary>Takes what an entity shows of itself.</summary>
public abstract class LiveSink
{
    /// <summary>Shows a number.</summary>
    /// <param name="cell">Its cell in the plan's <see cref="LiveLayout"/>; several entities may show in one cell, which holds their sum.</param>
    /// <param name="value">The number now.</param>
    public abstract void Show(int cell, int value);
}
