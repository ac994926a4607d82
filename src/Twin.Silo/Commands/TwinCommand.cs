using System.CommandLine;
using System.CommandLine.Parsing;
using Twin.Experiments.Comparing;
using Twin.Model.Scenarios;
using Twin.Silo.Runs;

namespace Twin.Silo.Commands;

/// <summary>The command line: parses it, runs the command, and turns what goes wrong into a message and an exit code.</summary>
public static class TwinCommand
{
    /// <summary>Runs the program.</summary>
    /// <param name="arguments">The arguments as the shell gave them.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        using Interruption interruption = new(Console.Error);
        RootCommand root = new("A twin of a district: runs a scenario of the whole district and says what to expect.")
        {
            RunCommand.Build(interruption),
            CompareCommand.Build(interruption),
            SweepCommand.Build(interruption),
            StressCommand.Build(interruption),
            StaffCommand.Build(interruption),
            PlanCommand.Build(interruption),
            BacktestCommand.Build(interruption),
            ReportCommand.Build(interruption),
            WorkerCommand.Build(interruption),
            ServeCommand.Build(interruption),
            ValidateCommand.Build(),
            DistrictCommand.Build(),
        };
        ParserConfiguration configuration = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };
        ParseResult parsed = root.Parse(arguments, configuration);
        if (parsed.Errors.Count > 0)
        {
            return Refuse(Faults(parsed));
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception failure)
        {
            return Tell(failure, interruption);
        }
    }

    /// <summary>The process's edge: whatever went wrong ends here, in words, without a stack trace.</summary>
    private static int Tell(Exception failure, Interruption interruption)
    {
        switch (failure)
        {
            case InputException input:
                return Refuse(input.Lines);
            case ScenarioFormatException format:
                return Refuse([.. format.Errors.Select(error => error.ToString())]);
            case ScenarioInputException input:
                return Refuse([input.Message]);
            case OperationCanceledException when interruption.Token.IsCancellationRequested:
                return interruption.Tell();
            case RunFailedException or ReplicationFailedException:
                Console.Error.WriteLine($"twin: the run failed: {failure.Message}");
                return ExitCode.Failure;
            default:
                Console.Error.WriteLine($"twin: failed while {interruption.Doing}: {failure.GetType().Name}: {failure.Message}");
                return ExitCode.Failure;
        }
    }

    private static IReadOnlyList<string> Faults(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        string path = command.Name;
        for (SymbolResult? parent = parsed.CommandResult.Parent; parent is CommandResult above; parent = above.Parent)
        {
            path = $"{above.Command.Name} {path}";
        }

        IEnumerable<string> faults = command.Subcommands.Count == 0
            ? parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal)
            : [InputException.Describe(
                "COMMAND",
                parsed.UnmatchedTokens.Count == 0 ? "no command" : OptionValue.Quoted(parsed.UnmatchedTokens[0]),
                string.Join(", ", command.Subcommands.Select(allowed => allowed.Name)))];
        return [.. faults, $"\"{path} --help\" says what is allowed"];
    }

    private static int Refuse(IReadOnlyList<string> lines)
    {
        foreach (string line in lines)
        {
            Console.Error.WriteLine($"twin: {line}");
        }

        return ExitCode.InvalidInput;
    }
}
