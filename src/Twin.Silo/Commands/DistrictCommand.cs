using System.CommandLine;
using Twin.Model.Districts;
using Twin.Model.Events;
using Twin.Silo.Display;
using static Twin.Silo.Commands.SharedOption;

namespace Twin.Silo.Commands;

/// <summary><c>twin district show</c>: the district's totals beside those stated, or a code's place in the hierarchy.</summary>
internal static class DistrictCommand
{
    private static readonly Argument<string?> Code = new("CODE")
    {
        Description = "Code of a place, such as WJ, WJ-07, WJ-07-03, WJ-07-03-012 or WJ-07-03-012-H045; left out: the totals.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> Language = OptionValue.Word("--lang", "Language", "en", "zh");

    private static readonly Option<bool> Json = OptionValue.Flag("--json", "Prints JSON.");

    /// <summary>Builds the command.</summary>
    public static Command Build()
    {
        Command show = new("show", "Shows the district's totals, or a code's place in the hierarchy.") { Code, Scale, Language, Json };
        show.SetAction(parsed => Show(
            parsed.GetValue(Code), parsed.GetValue(Scale) ?? 1, parsed.GetRequiredValue(Language), parsed.GetValue(Json)));
        return new Command("district", "Looks at the district.") { show };
    }

    private static int Show(string? code, double scale, string language, bool json)
    {
        DistrictSpecification specification = new();
        District district = DistrictGenerator.Generate(specification, scale);
        DistrictText text = new(language, json);
        if (code is null)
        {
            text.WriteTotals(DistrictOverview.Totals(district, specification, scale));
            return ExitCode.Success;
        }

        text.WritePlace(DistrictOverview.Place(district, new DistrictNames(district), Find(district, code)));
        return ExitCode.Success;
    }

    private static EntityId Find(District district, string code)
    {
        try
        {
            EntityId id = new DistrictCodes(district).Parse(code);
            return id.Kind == EntityKind.Site
                ? throw InputException.At("CODE", $"the testing site {OptionValue.Quoted(code)}", "the code of a place in the hierarchy; sites belong to a scenario")
                : id;
        }
        catch (FormatException malformed)
        {
            throw new InputException($"CODE: {malformed.Message}");
        }
    }
}
