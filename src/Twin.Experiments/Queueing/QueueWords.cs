using System.Globalization;
using Twin.Experiments.Statistics;
using Twin.Experiments.Texts;
using Twin.Model.Queueing;
using Twin.Model.Results;
using Twin.Model.Scenarios.Notation;

namespace Twin.Experiments.Queueing;

/// <summary>What is said of a queue run in sentences: Little's law, warnings over all runs, the empty start.</summary>
/// <param name="record">The run.</param>
/// <param name="result">The result of its first run.</param>
/// <param name="texts">The language.</param>
internal sealed class QueueWords(RunRecord record, QueueResult result, TextSet texts)
{
    private const double Equal = 0.0005;

    private bool IsReplicated => record.QueueReplications.Count > 1;

    /// <summary>Little's law in the network: the identity that is exact, and why L is not λW where it is not.</summary>
    public string Law()
    {
        LittleCheck check = result.Journey.Little;
        string Figure(double value) => value.ToString("F3", CultureInfo.InvariantCulture);
        string law = texts.Format("queue.little", TextSet.Number(check.NumberTime / 1000.0, 3), Figure(check.MeanNumber));
        bool isEqual = Math.Abs(check.MeanNumber - check.RateTimesMean) < Equal;
        string gap = isEqual
            ? texts["queue.little.equal"]
            : record.QueueRecords is { } records
                ? texts.Format("queue.little.gap", Figure(check.RateTimesMean), TextSet.Count(records.PresentAtBegin), TextSet.Count(records.PresentAtEnd))
                : texts.Format("queue.little.edges", Figure(check.RateTimesMean));
        return (IsReplicated ? texts["queue.firstRun"] : "") + law + gap;
    }

    /// <summary>All warnings: of the runs, then the empty start.</summary>
    public IReadOnlyList<string> Warnings() =>
        [.. Counted().Select(Sentence), .. record.QueueStart.Select(Sentence), .. VisitsLeftOut()];

    /// <summary>The warnings of all runs: each with its greatest value, and in how many runs it holds.</summary>
    public IReadOnlyList<CountedWarning> Counted()
    {
        IReadOnlyList<QueueResult> runs = IsReplicated ? record.QueueReplications : [result];
        return [.. runs.SelectMany(run => run.Warnings).GroupBy(warning => (warning.Kind, warning.Station))
            .Select(group => new CountedWarning(group.MaxBy(warning => warning.Value)!, group.Count(), group.Select(warning => warning.Value).Distinct().Count() == 1))
            .OrderBy(counted => counted.Warning.Station.Length == 0)];
    }

    /// <summary>A warning in words.</summary>
    /// <param name="counted">The warning.</param>
    public string Sentence(CountedWarning counted)
    {
        string sentence = QueueText.Sentence(counted.Warning, texts.Language == "zh");
        int runs = record.QueueReplications.Count;
        return !IsReplicated || (counted.Runs == runs && counted.IsSame)
            ? sentence
            : sentence + texts.Format(counted.IsSame ? "queue.warn.runs" : "queue.warn.runsMost", counted.Runs, runs);
    }

    /// <summary>The empty start in words.</summary>
    /// <param name="bias">Where it shows.</param>
    public string Sentence(QueueStartBias bias)
    {
        string share = texts.Percent(Math.Abs(bias.Share));
        string found = bias.Runs == 0
            ? texts.Format("queue.start.expected", bias.Station, share)
            : texts.Format(bias.Share >= 0 ? "queue.start.measured" : "queue.start.measuredHigh", bias.Station, share, bias.Runs);
        string warmUp = DurationText.FormatSeconds(bias.WarmUpSeconds);
        string remedy = bias.EndSeconds is { } end
            ? texts.Format("queue.start.tooShort", warmUp, DurationText.FormatSeconds(end))
            : texts.Format("queue.start.warmUp", warmUp);
        return found + remedy + texts["queue.start.day"];
    }

    private IEnumerable<string> VisitsLeftOut()
    {
        if (record.QueueRecords is { VisitCount: > QueueRecording.FewVisits and var count })
        {
            yield return texts.Format("queue.visits", TextSet.Count(count), TextSet.Count(QueueRecording.FewVisits));
        }
    }

    /// <summary>What a table of figures is of.</summary>
    public string Certainty() => record.QueueReplications.Count >= ReplicationRule.Fewest
        ? texts.Format("queue.replicated", record.QueueReplications.Count, texts.Level(record.Confidence))
        : texts[IsReplicated ? "queue.fewRuns" : "queue.single"];
}

/// <summary>A warning over the runs.</summary>
/// <param name="Warning">With the greatest value of any run.</param>
/// <param name="Runs">In so many runs.</param>
/// <param name="IsSame">Whether its value is the same in all of these.</param>
internal sealed record CountedWarning(QueueWarning Warning, int Runs, bool IsSame);
