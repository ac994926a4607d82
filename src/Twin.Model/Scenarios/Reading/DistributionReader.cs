using Twin.Model.Distributions;
using Twin.Model.Scenarios.Keys;
using Twin.Model.Scenarios.Notation;
using Twin.Model.Scenarios.Yaml;

namespace Twin.Model.Scenarios.Reading;

/// <summary>Reads distributions: <c>20s</c>, <c>{lognormal: {mean: 14s, sd: 7s}}</c>; one that is not allowed gives an error and null.</summary>
/// <param name="errors">Takes what is wrong.</param>
/// <param name="scalars">Reads the arguments.</param>
internal sealed class DistributionReader(ErrorList errors, ScalarReader scalars)
{
    /// <summary>Reads a distribution.</summary>
    /// <param name="node">The value.</param>
    /// <param name="parameter">The description of its key.</param>
    /// <param name="path">Its path.</param>
    /// <param name="allowed">What is allowed, for an error.</param>
    public Distribution? Read(YamlNode node, ParameterAttribute parameter, string path, string allowed)
    {
        int before = errors.Count;
        Distribution? distribution = Any(node, path, allowed);
        if (errors.Count == before && distribution is { Least: < 0 } && !parameter.MayBeNegative)
        {
            errors.Add(node.Place, path, $"{Said(node, distribution)}, which can be negative", allowed);
        }

        return errors.Count == before ? distribution : null;
    }

    private Distribution? Any(YamlNode node, string path, string allowed)
    {
        if (node is YamlScalar)
        {
            return Constant(node, path, allowed);
        }

        if (node is not YamlMap { Entries.Count: 1 } map)
        {
            errors.Add(node.Place, path, node.Description, allowed);
            return null;
        }

        YamlEntry entry = map.Entries[0];
        string here = KeyPath.Join(path, entry.Key);
        return entry.Key switch
        {
            DistributionForm.Constant => Constant(entry.Value, here, DurationText.Notation),
            DistributionForm.Empirical => Empirical(entry.Value, here),
            DistributionForm.Mixture => Mixture(entry.Value, here),
            _ when DistributionForm.Names.Contains(entry.Key) => Form(entry, here),
            _ => Unknown(entry, here),
        };
    }

    private Distribution? Unknown(YamlEntry entry, string path)
    {
        errors.Add(entry.KeyPlace, path, $"the unknown distribution {Shown.Quoted(entry.Key)}",
            "one of " + string.Join(", ", DistributionForm.Names), Suggestion.Nearest(entry.Key, DistributionForm.Names));
        return null;
    }

    private Constant? Constant(YamlNode node, string path, string allowed) =>
        scalars.Seconds(node, -DurationText.GreatestSeconds, DurationText.GreatestSeconds, false, path, allowed) is double seconds ? new Constant(seconds) : null;

    private Distribution? Form(YamlEntry entry, string path)
    {
        DistributionForm[] forms = [.. DistributionForm.All.Where(form => form.Name == entry.Key)];
        string written = string.Join(" or ", forms.Select(form => form.Example));
        if (entry.Value is not YamlMap map)
        {
            errors.Add(entry.Value.Place, path, entry.Value.Description, written);
            return null;
        }

        DistributionForm form = forms.MaxBy(candidate => candidate.Arguments.Count(argument => map.Find(argument.Name) is not null))!;
        foreach (YamlEntry unknown in map.Entries.Where(inner => form.Arguments.All(argument => argument.Name != inner.Key)))
        {
            errors.Add(unknown.KeyPlace, KeyPath.Join(path, unknown.Key), $"the unknown key {Shown.Quoted(unknown.Key)}", written,
                Suggestion.Nearest(unknown.Key, form.Arguments.Select(argument => argument.Name)));
        }

        double?[] values = [.. form.Arguments.Select(argument => Argument(map, argument, path, written))];
        return values.All(value => value.HasValue) ? Checked(form, [.. values.Select(value => value!.Value)], map, path) : null;
    }

    private double? Argument(YamlMap map, DistributionArgument argument, string path, string written)
    {
        string here = KeyPath.Join(path, argument.Name);
        if (map.Find(argument.Name)?.Value is not { } node)
        {
            errors.Add(map.Place, here, "nothing", written);
            return null;
        }

        ParameterAttribute bounds = new("", "") { Minimum = argument.Minimum, Maximum = argument.Maximum, ExclusiveMinimum = argument.IsExclusive };
        return argument.Kind switch
        {
            ArgumentKind.Count => scalars.Read(node, bounds, new ValueShape(ValueKind.Whole, typeof(int)), here,
                Allowed.Of(bounds, new ValueShape(ValueKind.Whole, typeof(int)))) is int count ? count : null,
            ArgumentKind.Number => scalars.Number(node, argument.Minimum, argument.Maximum, argument.IsExclusive, here,
                Allowed.Of(bounds, new ValueShape(ValueKind.Number, typeof(double)))) as double?,
            _ => scalars.Seconds(node, argument.Minimum, argument.Maximum, argument.IsExclusive, here, DurationAllowed(argument)) as double?,
        };
    }

    private Distribution? Checked(DistributionForm form, double[] values, YamlMap map, string path)
    {
        Distribution distribution = form.Create(values);
        (string? key, string allowed) = distribution switch
        {
            UniformDuration d when d.Minimum > d.Maximum => ("max", $"at least min ({DurationText.FormatSeconds(d.Minimum)})"),
            Triangular d when d.Mode < d.Minimum => ("mode", $"at least min ({DurationText.FormatSeconds(d.Minimum)})"),
            Triangular d when d.Mode > d.Maximum => ("max", $"at least mode ({DurationText.FormatSeconds(d.Mode)})"),
            TruncatedNormal d when d.Minimum >= d.Maximum => ("max", $"above min ({DurationText.FormatSeconds(d.Minimum)})"),
            TruncatedNormal d when !(d.Mass >= DistributionForm.LeastMass) => ("min", "bounds that leave at least a millionth of the normal distribution"),
            GammaDuration d when d.SdSeconds < d.Mean / 1000 || d.SdSeconds > d.Mean * 30 => ("sd", "a standard deviation from mean / 1000 to mean × 30"),
            LogNormal d when d.StandardDeviation > d.Mean * 1000 => ("sd", "a standard deviation of at most mean × 1000"),
            _ => ((string?)null, ""),
        };
        if (key is null || map.Find(key) is not { } entry)
        {
            return distribution;
        }

        errors.Add(entry.Value.Place, KeyPath.Join(path, key), entry.Value.Description, allowed);
        return null;
    }

    private Empirical? Empirical(YamlNode node, string path)
    {
        const string Written = "{empirical: {values: [10s, 20s, …], weights: [3, 1, …]}}, the weights optional";
        if (node is not YamlMap map || map.Find("values")?.Value is not YamlList { Items.Count: > 0 } values
            || map.Entries.Any(entry => entry.Key is not ("values" or "weights")))
        {
            errors.Add(node.Place, path, node.Description, Written);
            return null;
        }

        YamlNode? given = map.Find("weights")?.Value;
        if (given is not null && (given is not YamlList list || list.Items.Count != values.Items.Count))
        {
            errors.Add(given.Place, KeyPath.Join(path, "weights"), given.Description, $"a list of {values.Items.Count} weights, one for each value");
            return null;
        }

        double?[] seconds = [.. values.Items.Select((item, i) => scalars.Seconds(item, -DurationText.GreatestSeconds, DurationText.GreatestSeconds, false,
            KeyPath.Join(KeyPath.Join(path, "values"), i), DurationText.Notation) as double?)];
        double?[] weights = given is not YamlList written ? []
            : [.. written.Items.Select((item, i) => Weight(item, KeyPath.Join(KeyPath.Join(path, "weights"), i)))];
        return seconds.All(value => value.HasValue) && HaveWeight(weights, given ?? node, path)
            ? new Empirical([.. seconds.Select(value => value!.Value)], [.. weights.Select(weight => weight!.Value)])
            : null;
    }

    private Mixture? Mixture(YamlNode node, string path)
    {
        const string Written = "{mixture: [{weight: 0.7, of: 20s}, …]}";
        if (node is not YamlList { Items.Count: > 0 } list)
        {
            errors.Add(node.Place, path, node.Description, Written);
            return null;
        }

        double?[] weights = new double?[list.Items.Count];
        Distribution?[] parts = new Distribution?[list.Items.Count];
        for (int i = 0; i < parts.Length; i++)
        {
            string here = KeyPath.Join(path, i);
            if (list.Items[i] is YamlMap { Entries.Count: 2 } part && part.Find("weight") is { } weight && part.Find("of") is { } of)
            {
                weights[i] = Weight(weight.Value, KeyPath.Join(here, "weight"));
                parts[i] = Any(of.Value, KeyPath.Join(here, "of"), DistributionText.Words);
            }
            else
            {
                errors.Add(list.Items[i].Place, here, list.Items[i].Description, "{weight: …, of: …}");
            }
        }

        return parts.All(part => part is not null) && HaveWeight(weights, node, path)
            ? new Mixture([.. weights.Zip(parts, (weight, part) => (weight!.Value, part!))])
            : null;
    }

    private double? Weight(YamlNode node, string path) => scalars.Number(node, 0, 1e12, false, path, "a weight of at least 0") as double?;

    private bool HaveWeight(double?[] weights, YamlNode node, string path)
    {
        if (weights.Any(weight => weight is null))
        {
            return false;
        }

        bool have = weights.Length == 0 || weights.Any(weight => weight > 0);
        if (!have)
        {
            errors.Add(node.Place, path, "weights that are all 0", "at least one weight above 0");
        }

        return have;
    }

    private static string DurationAllowed(DistributionArgument argument) => DurationText.Notation
        + (argument.IsExclusive ? ", above 0s" : argument.Minimum == 0 ? " of at least 0s" : "");

    private static string Said(YamlNode node, Distribution distribution) => node is YamlScalar
        ? node.Description
        : $"the distribution {Shown.Of(FlowText.Of(DistributionText.Of(distribution)))}";
}
