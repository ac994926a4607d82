namespace Twin.Silo.Commands;

/// <summary>How the program ends. The numbers are part of the command line's contract.</summary>
public static class ExitCode
{
    /// <summary>All was done.</summary>
    public const int Success = 0;

    /// <summary>The run failed.</summary>
    public const int Failure = 1;

    /// <summary>The command line or an input is wrong: nothing was run.</summary>
    public const int InvalidInput = 2;

    /// <summary>Interrupted by Ctrl-C or a request to end (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
