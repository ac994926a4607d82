using System.Text.Json;
using Twin.Model.Scenarios;

namespace Twin.Grains.Live;

/// <summary>Inputs as they come from outside, as the model has them.</summary>
public static class LiveInputs
{
    /// <summary>Names of the types.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. Enum.GetNames<RunInputType>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>Reads an input.</summary>
    /// <param name="given">As it came.</param>
    /// <exception cref="LiveInputException">There is no such type, or a length is not a number.</exception>
    public static RunInput Read(LiveInput given)
    {
        int type = Types.ToList().IndexOf(given.Type);
        if (type < 0)
        {
            throw new LiveInputException(400, new LiveInputError("type", $"'{given.Type}'", string.Join(", ", Types)));
        }

        if (!double.IsFinite(given.LengthMinutes) || Math.Abs(given.LengthMinutes) > 1e6)
        {
            throw new LiveInputException(422, new LiveInputError("lengthMinutes", "no such number", "above 0, at most 1440"));
        }

        return new RunInput
        {
            Type = (RunInputType)type,
            Sites = given.Sites,
            From = given.From ?? "",
            Samplers = given.Samplers,
            Desks = given.Desks,
            Length = new Duration((long)Math.Round(given.LengthMinutes * 60_000, MidpointRounding.ToEven)),
            To = new Moment(given.To ?? 0),
        };
    }
}
