using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Twin.Grains.Live;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Http;

/// <summary>Inputs: what is done to a run from outside while it goes on.</summary>
internal static class InputRoutes
{
    private const string Types = "closeSite, openSite, addStaff, removeStaff, moveStaff, registrationOutage or extendWindow";

    /// <summary>Maps them.</summary>
    /// <param name="api">Where to.</param>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/runs/{id}/inputs", GiveAsync)
            .WithTags("Inputs").WithSummary("Give an input, or see what it would affect (?preview=true)")
            .WithDescription($"type is {Types}. An Idempotency-Key keeps a repeated request from acting twice.")
            .Accepts<InputOrder>("application/json").Produces<JournalEntry>(StatusCodes.Status201Created).Produces<PreviewAnswer>().Refuses(400, 404, 409, 413, 415, 422, 503);
        api.MapGet("/runs/{id}/inputs", async (string id, RunCatalogue catalogue) => ApiRoutes.Json(new InputList(await (await catalogue.GetAsync(id)).Grain.Inputs())))
            .WithTags("Inputs").WithSummary("The inputs so far").Produces<InputList>().Refuses(404, 503);
    }

    private static async Task<IResult> GiveAsync(string id, HttpContext http, RunCatalogue catalogue, Idempotency once)
    {
        QueryFields query = new(http.Request, "preview");
        bool isPreview = query.Flag("preview");
        query.Check();
        KnownRun known = await catalogue.GetAsync(id);
        (JsonElement root, byte[] bytes) = await JsonBody.ReadAsync(http.Request);
        LiveInput input = Read(root);
        if (isPreview)
        {
            return ApiRoutes.Json(new PreviewAnswer(await known.Grain.Preview(input)));
        }

        JournalEntry entry = await once.OnceAsync(http, bytes, () => known.Grain.Input(input));
        http.Response.Headers.Location = $"{ApiRoutes.Prefix}/runs/{known.State.Id}/inputs";
        return ApiRoutes.Json(entry, StatusCodes.Status201Created);
    }

    private static LiveInput Read(JsonElement root)
    {
        JsonFields fields = new(root, "type", "sites", "from", "samplers", "desks", "lengthMinutes", "to");
        LiveInput input = new(
            fields.Required("type", Types),
            fields.Texts("sites", "the code of a site"),
            fields.Text("from", "the code of a site"),
            fields.Count("samplers", "a whole number of samplers"),
            fields.Count("desks", "a whole number of desks"),
            fields.Number("lengthMinutes", "a number of minutes") ?? 0,
            fields.Whole("to", "a simulated moment, whole milliseconds"));
        fields.Check();
        return input;
    }
}

/// <summary>Something to be done to a run.</summary>
/// <param name="Type">closeSite, openSite, addStaff, removeStaff, moveStaff, registrationOutage or extendWindow.</param>
/// <param name="Sites">Codes of the sites; missing for all, where that is allowed.</param>
/// <param name="From">For moveStaff: code of the site that gives.</param>
/// <param name="Samplers">Samplers, per site.</param>
/// <param name="Desks">Desks, per site.</param>
/// <param name="LengthMinutes">For registrationOutage: how long, minutes.</param>
/// <param name="To">For extendWindow: the new close, ms.</param>
public sealed record InputOrder(string Type, IReadOnlyList<string>? Sites, string? From, int? Samplers, int? Desks, double? LengthMinutes, long? To);
