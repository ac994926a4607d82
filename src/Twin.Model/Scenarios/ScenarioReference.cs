using System.Text;
using Twin.Model.Scenarios.Keys;
using Twin.Model.Scenarios.Notation;

namespace Twin.Model.Scenarios;

/// <summary>The reference of every key of a scenario file, as Markdown tables made of the descriptions by which the reader reads.</summary>
public static class ScenarioReference
{
    /// <summary>The tables of all keys, a section for each mapping, and the table of distributions.</summary>
    public static string Keys()
    {
        StringBuilder text = new();
        Section("The whole file", RecordShape.Of(typeof(Scenario)), "", text);
        text.Append("### Distributions\n\n| Written | What it is |\n| --- | --- |\n");
        Row(text, "`20s`, `{constant: 20s}`", "Always the same.");
        foreach (DistributionForm form in DistributionForm.All)
        {
            Row(text, $"`{form.Example}`", form.Text);
        }

        Row(text, "`{empirical: {values: [10s, 20s], weights: [3, 1]}}`", "One of the given values; without weights all alike.");
        Row(text, "`{mixture: [{weight: 0.7, of: 20s}, {weight: 0.3, of: {exponential: {mean: 1min}}}]}`", "With these weights one of several distributions.");
        return text.ToString();
    }

    private static void Section(string title, RecordShape shape, string path, StringBuilder text)
    {
        text.Append("### ").Append(title).Append("\n\n| Key | Meaning | Allowed | Default | Grade |\n| --- | --- | --- | --- | --- |\n");
        object defaults = shape.CreateDefault();
        foreach (KeyShape key in shape.Keys)
        {
            Row(text, $"`{key.Name}`", key.Parameter.Text + key.OnlyWith('`'), AllowedOf(key, path), Default(key, defaults), key.Parameter.Grade);
        }

        text.Append('\n');
        foreach (KeyShape key in shape.Keys)
        {
            ValueShape inner = key.Value.Item ?? key.Value;
            if (inner.Kind == ValueKind.Record)
            {
                string here = path.Length == 0 ? key.Name : $"{path}.{key.Name}";
                Section($"`{here}`" + (key.Value.Kind == ValueKind.List ? ", each item" : ""), RecordShape.Of(inner.Type), here, text);
            }
        }
    }

    private static string AllowedOf(KeyShape key, string path)
    {
        string here = path.Length == 0 ? key.Name : $"{path}.{key.Name}";
        string allowed = key.Value.Kind switch
        {
            ValueKind.Record => $"see `{here}`",
            ValueKind.List when key.Value.Item!.Kind == ValueKind.Record => $"a list, see `{here}`",
            ValueKind.Moment => "a moment",
            ValueKind.Distribution => key.Parameter.MayBeNegative ? "a distribution" : "a distribution that is never negative",
            _ => Allowed.Of(key.Parameter, key.Value)
                .Replace(DurationText.Notation + ",", "a duration", StringComparison.Ordinal)
                .Replace(DurationText.Notation, "a duration", StringComparison.Ordinal)
                .Replace(MomentText.Notation, "a moment", StringComparison.Ordinal),
        };
        return key.IsOptional ? allowed + ", or `none`" : allowed;
    }

    private static string Default(KeyShape key, object defaults)
    {
        object? value = key.Property.GetValue(defaults);
        return key.Parameter.Required ? "**required**"
            : key.Value.Kind == ValueKind.Record && value is not null || value is "" ? ""
            : value is Moment moment ? Default(moment)
            : $"`{FlowText.Of(ScenarioJson.Value(key.Value, value, default))}`";
    }

    private static string Default(Moment moment) => moment.SinceStart == 0 ? "the start" : $"`{DurationText.Format(moment.SinceStart)}` after the start";

    private static void Row(StringBuilder text, params ReadOnlySpan<string> cells)
    {
        foreach (string cell in cells)
        {
            text.Append("| ").Append(cell.Replace("|", "\\|", StringComparison.Ordinal)).Append(cell.Length == 0 ? "" : " ");
        }

        text.Append("|\n");
    }
}
