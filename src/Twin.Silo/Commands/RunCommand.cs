using System.CommandLine;
using System.CommandLine.Parsing;
using Twin.Silo.Runs;

namespace Twin.Silo.Commands;

/// <summary><c>twin run</c>: runs a scenario and writes what came out.</summary>
internal static class RunCommand
{
    /// <summary>Least and greatest scale, as the scenario's key has them.</summary>
    internal const double ScaleMinimum = 0.01, ScaleMaximum = 20;

    private static readonly Argument<string> ScenarioFile = new("SCENARIO") { Description = "Path of a scenario file (YAML)." };

    private static readonly Option<string> Engine = OptionValue.Word("--engine", "Where entities live", "grains", "kernel");

    private static readonly Option<ulong?> Seed = OptionValue.Number<ulong>("--seed", "Seed of every draw", 0, ulong.MaxValue);

    private static readonly Option<double?> Scale =
        OptionValue.Number("--scale", "Share of the district", ScaleMinimum, ScaleMaximum);

    private static readonly Option<int?> Replications =
        OptionValue.Number("--replications", "Runs with different seeds, the main run included; the others on the kernel", 1, 100_000);

    private static readonly Option<string[]> Sets = SetOption();

    private static readonly Option<string?> Out = OptionValue.Path("--out", "Folder for the results (default out/NAME).", "DIR");

    private static readonly Option<bool> Force = OptionValue.Flag("--force", "Overwrites a folder that holds something else.");

    private static readonly Option<string?> Trace =
        OptionValue.Path("--trace", "Writes each handled event of the entities of --entity: CSV, or JSON lines when FILE ends in .jsonl.", "FILE");

    private static readonly Option<string[]> Entities = new("--entity")
    {
        Description = "Codes of the entities for --trace, such as WJ-07-03-012-H045 or S-017.",
        HelpName = "CODE",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Visits = OptionValue.Path("--visits", "Writes every visit to a site as CSV.", "FILE");

    private static readonly Option<string?> Inputs =
        OptionValue.Path("--inputs", "Repeats the inputs of a run on a server: its input journal (JSON lines), with its seed, scale and changes.", "FILE");

    private static readonly Option<string> Language = OptionValue.Word("--lang", "Language of the answer and the report", "en", "zh");

    private static readonly Option<bool> Quiet = OptionValue.Flag("--quiet", "Says errors only.");

    private static readonly Option<bool> Json = OptionValue.Flag("--json", "Prints the summary as JSON and nothing else on standard output.");

    /// <summary>Builds the command.</summary>
    /// <param name="interruption">Ctrl-C.</param>
    public static Command Build(Interruption interruption)
    {
        Command command = new("run", "Runs a scenario and writes summary, tables, pictures and report.")
        {
            ScenarioFile, Engine, Seed, Scale, Replications, Sets, Out, Force, Trace, Entities, Visits, Inputs, Language, Quiet, Json,
        };
        Trace.Validators.Add(result => CheckBeside(result, Entities, "--trace", "no --entity", "--trace FILE with --entity CODE…"));
        Entities.Validators.Add(result => CheckBeside(result, Trace, "--entity", "no --trace", "--entity CODE… with --trace FILE"));
        command.SetAction(parsed => new RunSession(Read(parsed), interruption).RunAsync());
        return command;
    }

    /// <summary>The option that changes keys of the scenario.</summary>
    internal static Option<string[]> SetOption() => new("--set")
    {
        Description = "Changes a key of the scenario, such as testing.staff.absence=0.2; may be repeated.",
        HelpName = "PATH=VALUE",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        Validators = { CheckSets },
    };

    private static void CheckSets(OptionResult result)
    {
        foreach (string set in result.Tokens.Select(token => token.Value).Where(set => set.IndexOf('=', StringComparison.Ordinal) < 1))
        {
            result.AddError(InputException.Describe("--set", OptionValue.Quoted(set), "PATH=VALUE, such as testing.staff.absence=0.2"));
        }
    }

    private static void CheckBeside(OptionResult result, Option other, string name, string found, string allowed)
    {
        if (result.GetResult(other) is null)
        {
            result.AddError(InputException.Describe(name, found, allowed));
        }
    }

    private static RunOptions Read(ParseResult parsed) => new()
    {
        ScenarioFile = parsed.GetRequiredValue(ScenarioFile),
        Engine = parsed.GetRequiredValue(Engine),
        Seed = parsed.GetValue(Seed),
        Scale = parsed.GetValue(Scale),
        Replications = parsed.GetValue(Replications) ?? 1,
        Sets = parsed.GetValue(Sets) ?? [],
        Out = parsed.GetValue(Out),
        Force = parsed.GetValue(Force),
        Trace = parsed.GetValue(Trace),
        Entities = parsed.GetValue(Entities) ?? [],
        Visits = parsed.GetValue(Visits),
        Inputs = parsed.GetValue(Inputs),
        Language = parsed.GetRequiredValue(Language),
        Quiet = parsed.GetValue(Quiet),
        Json = parsed.GetValue(Json),
    };
}
