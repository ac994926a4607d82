using System.Text.Json.Nodes;
using Twin.Experiments;
using Twin.Experiments.Comparing;
using Twin.Experiments.Replicating;
using Twin.Experiments.Texts;
using Twin.Model.Scenarios;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>One <c>twin compare</c>, from the scenario files to the report.</summary>
/// <param name="options">What was asked.</param>
/// <param name="interruption">Ctrl-C.</param>
public sealed class CompareSession(CompareOptions options, Interruption interruption)
{
    /// <summary>Compares.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="InputException">The command line or a file that it names is wrong, or the scenarios cannot be paired.</exception>
    /// <exception cref="ReplicationFailedException">An entity failed.</exception>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public int Run()
    {
        interruption.Doing = "reading the scenarios";
        ComparisonOrder order = new(ReadVariants(), options.Replications, options.AllPairs);
        if (PairingCheck.Faults(order.Variants) is { Count: > 0 } faults)
        {
            throw new InputException(faults);
        }

        using OutFolder folder = PrepareFolder(order);
        interruption.Doing = "generating the district";
        PlanShelf shelf = new();
        foreach (ComparedVariant variant in order.Variants)
        {
            Compile(variant, shelf);
        }

        int all = order.Variants.Count * order.Replications;
        int done = 0;
        interruption.Doing = "comparing";
        interruption.Done = () => $"{done} of {Counted.Of(all, "run")}; no result was written";
        CompareProgress progress = new(options.Output.Quiet ? null : Console.Error, all, options.Output.Language, TimeProvider.System);
        Comparison comparison = Comparison.Run(
            order, shelf, options.Threads, ended => progress.Report(done = ended), interruption.Token);
        double seconds = progress.Seconds;

        interruption.Doing = "writing the results";
        Tell(comparison, folder, ComparisonOutput.Write(comparison, folder, options.Output.Language, seconds));
        return ExitCode.Success;
    }

    private IReadOnlyList<ComparedVariant> ReadVariants()
    {
        ComparedVariant[] variants = [.. options.Variants.Select(variant => new ComparedVariant(variant.Name, variant.File, variant.Sets, Read(variant)))];
        ulong seed = options.Seed ?? variants[0].Scenario.Seed;
        return [.. variants.Select(variant => variant with
        {
            Scenario = LeftOutNote.Told(variant.Scenario with { Seed = seed }, options.Output),
        })];
    }

    private Scenario Read(CompareVariant variant)
    {
        try
        {
            return ScenarioFiles.Read(variant.File, variant.Sets, options.Seed, options.Scale);
        }
        catch (InputException input)
        {
            throw new InputException([.. input.Lines.Select(line => $"{variant.Name}: {line}")]);
        }
        catch (ScenarioFormatException format)
        {
            throw new InputException([.. format.Errors.Select(error => $"{variant.Name}: {error}")]);
        }
    }

    /// <summary>A scenario that asks for what its district cannot give is refused before anything is run.</summary>
    private static void Compile(ComparedVariant variant, PlanShelf shelf)
    {
        try
        {
            _ = shelf.PlanOf(variant.Scenario, variant.Scenario.Seed);
        }
        catch (ScenarioInputException input)
        {
            throw new InputException($"{variant.Name}: {input.Message}");
        }
    }

    private OutFolder PrepareFolder(ComparisonOrder order)
    {
        string path = options.Output.Folder ?? Path.Combine("out", "compare-" + string.Join('-', order.Variants.Select(variant => variant.Scenario.Name).Distinct(StringComparer.Ordinal)));
        return ResultsFolder.Take(() => OutFolder.Prepare(path, options.Output.Force, OutFolderKind.Comparison));
    }

    private void Tell(Comparison comparison, OutFolder folder, JsonObject summary) => PrintedAnswer.Write(
        options.Output, summary, () => PrintedAnswer.Lines(ComparisonText.Answer(comparison, options.Output.Language)), PrintedAnswer.Shown(folder.Path, "report.html"));
}
