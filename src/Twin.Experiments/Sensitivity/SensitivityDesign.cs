namespace Twin.Experiments.Sensitivity;

/// <summary>How the points of a sweep are laid out for sensitivity indices: in blocks that are independent of each other.</summary>
/// <param name="Method">Which indices.</param>
/// <param name="Factors">How many factors.</param>
/// <param name="Blocks">Trajectories, or base points.</param>
/// <param name="GridLevels">Levels of Morris's grid; 0 for Sobol indices.</param>
public sealed record SensitivityDesign(SensitivityMethod Method, int Factors, int Blocks, int GridLevels)
{
    /// <summary>So many factors count as those that an answer hangs on.</summary>
    public const int Influential = 3;

    /// <summary>A smaller share of the variance, or of the strongest effect, is nothing that an answer hangs on.</summary>
    public const double ShareThatMatters = 0.05;

    /// <summary>Levels of Morris's grid if nothing is said.</summary>
    public const int UsualLevels = 4;

    /// <summary>Points of a block: k + 1 of a trajectory, k + 2 of a base point.</summary>
    public int PointsOfBlock => Factors + (Method == SensitivityMethod.Morris ? 1 : 2);

    /// <summary>Points in all.</summary>
    public int Points => Blocks * PointsOfBlock;

    /// <summary>The block of a point, from 0.</summary>
    /// <param name="point">Number of the point, from 1.</param>
    public int BlockOf(int point) => (point - 1) / PointsOfBlock;
}

/// <summary>Kinds of sensitivity indices.</summary>
public enum SensitivityMethod
{
    /// <summary>Elementary effects along trajectories: μ*, μ and σ.</summary>
    Morris,

    /// <summary>Shares of the variance: first order and total order.</summary>
    Sobol,
}
