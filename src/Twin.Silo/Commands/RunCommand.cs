using System.CommandLine;
using System.CommandLine.Parsing;
using Twin.Silo.Runs;
using static Twin.Silo.Commands.SharedOption;

namespace Twin.Silo.Commands;

/// <summary><c>twin run</c>: runs a scenario and writes what came out.</summary>
internal static class RunCommand
{
    private static readonly Argument<string> ScenarioFile = new("SCENARIO") { Description = "Path of a scenario file (YAML)." };

    private static readonly Option<string> Engine = OptionValue.Word("--engine", "Where entities live", "grains", "kernel");

    private static readonly Option<int?> Replications =
        OptionValue.Number("--replications", "Runs with different seeds, the main run included; the others on the kernel", 1, 100_000);

    private static readonly Option<double?> Confidence =
        OptionValue.Number("--confidence", "Confidence of the intervals over replications (default 0.95)", 0.5, 0.999);

    private static readonly Option<string?> Out = OptionValue.Path("--out", "Folder for the results (default out/NAME).", "DIR");

    private static readonly Option<string?> Trace =
        OptionValue.Path("--trace", "Writes each handled event of the entities of --entity: CSV, or JSON lines when FILE ends in .jsonl.", "FILE");

    private static readonly Option<string[]> Entities = new("--entity")
    {
        Description = "Codes of the entities for --trace, such as WJ-07-03-012-H045 or S-017.",
        HelpName = "CODE",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string?> Visits = OptionValue.Path("--visits", "Writes every visit to a site, or to a station of a queue, as CSV.", "FILE");

    private static readonly Option<string?> Inputs =
        OptionValue.Path("--inputs", "Repeats the inputs of a run on a server: its input journal (JSON lines), with its seed, scale and changes.", "FILE");

    /// <summary>Builds the command.</summary>
    /// <param name="interruption">Ctrl-C.</param>
    public static Command Build(Interruption interruption)
    {
        Command command = new("run", "Runs a scenario and writes summary, tables, pictures and report.")
        {
            ScenarioFile, Engine, Seed, Scale, Replications, Confidence, Sets, Out, Force, Trace, Entities, Visits, Inputs, Language, Quiet, Json,
        };
        Trace.Validators.Add(result => CheckBeside(result, Entities, "--trace", "no --entity", "--trace FILE with --entity CODE…"));
        Entities.Validators.Add(result => CheckBeside(result, Trace, "--entity", "no --trace", "--entity CODE… with --trace FILE"));
        command.SetAction(parsed => new RunSession(Read(parsed), interruption).RunAsync());
        return command;
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
        Confidence = parsed.GetValue(Confidence) ?? RunOptions.DefaultConfidence,
        Sets = parsed.GetValue(Sets) ?? [],
        Output = ReadOutput(parsed, Out),
        Trace = parsed.GetValue(Trace),
        Entities = parsed.GetValue(Entities) ?? [],
        Visits = parsed.GetValue(Visits),
        Inputs = parsed.GetValue(Inputs),
    };
}
