using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Twin.Grains.Live;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Http;

/// <summary>Scenarios and runs: list, start, look at, control, remove.</summary>
internal static class RunRoutes
{
    private const string Actions = "pause, resume, step, runTo, speed or stop";
    private const string Speeds = "a number from 1 to 10,000, or null for as fast as it goes";

    /// <summary>Maps them.</summary>
    /// <param name="api">Where to.</param>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/scenarios", async (RunCatalogue catalogue) => ApiRoutes.Json(new ScenarioList(await catalogue.Runs.Scenarios())))
            .WithTags("Runs").WithSummary("The scenarios that the server has").Produces<ScenarioList>().Refuses(503);
        api.MapGet("/runs", async (RunCatalogue catalogue) => ApiRoutes.Json(new RunList([.. (await catalogue.ListAsync()).Select(RunView.Of)])))
            .WithTags("Runs").WithSummary("The runs, the latest first").Produces<RunList>().Refuses(503);
        api.MapPost("/runs", StartAsync)
            .WithTags("Runs").WithSummary("Start a run")
            .WithDescription("Returns at once, while the run's grains are still to be activated. An Idempotency-Key keeps a repeated request from starting a second run.")
            .Accepts<RunOrder>("application/json").Produces<RunView>(StatusCodes.Status201Created).Refuses(400, 404, 409, 413, 415, 422, 503);
        api.MapGet("/runs/{id}", ReadAsync)
            .WithTags("Runs").WithSummary("A run: where it stands, its measures and topics").Produces<RunDetail>().Refuses(404, 503);
        api.MapDelete("/runs/{id}", RemoveAsync)
            .WithTags("Runs").WithSummary("Stop a run and forget it").Produces(StatusCodes.Status204NoContent).Refuses(404, 503);
        api.MapPost("/runs/{id}/control", ControlAsync)
            .WithTags("Runs").WithSummary("Pause, resume, step, run to a moment, set the speed, or stop")
            .Accepts<ControlOrder>("application/json").Produces<RunView>().Refuses(400, 404, 409, 413, 415, 503);
    }

    private static async Task<IResult> StartAsync(HttpContext http, RunCatalogue catalogue, Idempotency once)
    {
        (JsonElement root, byte[] bytes) = await JsonBody.ReadAsync(http.Request);
        JsonFields fields = new(root, "scenario", "seed", "scale", "set", "speed", "paused");
        RunRequest request = new(
            fields.Required("scenario", "the name of a scenario, as GET /api/v1/scenarios lists them"),
            fields.Seed("seed"),
            fields.Number("scale", "a number above 0 and up to 1"),
            fields.Texts("set", "path=value"),
            fields.Number("speed", Speeds),
            fields.Flag("paused"));
        fields.Check();
        RunState state = await once.OnceAsync(http, bytes, () => catalogue.Runs.Start(request));
        http.Response.Headers.Location = $"{ApiRoutes.Prefix}/runs/{state.Id}";
        return ApiRoutes.Json(RunView.Of(state), StatusCodes.Status201Created);
    }

    private static async Task<IResult> ReadAsync(string id, RunCatalogue catalogue)
    {
        KnownRun known = await catalogue.AskAsync(RunCatalogue.Number(id));
        return ApiRoutes.Json(new RunDetail(known.State, await known.DescriptionAsync()));
    }

    private static async Task<IResult> RemoveAsync(string id, RunCatalogue catalogue)
    {
        KnownRun known = await catalogue.AskAsync(RunCatalogue.Number(id));
        await known.Grain.Remove();
        catalogue.Forget(known.State.Id);
        return Results.NoContent();
    }

    private static async Task<IResult> ControlAsync(string id, HttpRequest request, RunCatalogue catalogue)
    {
        KnownRun known = await catalogue.GetAsync(id);
        (JsonElement root, _) = await JsonBody.ReadAsync(request);
        JsonFields fields = new(root, "action", "to", "speed");
        RunControl control = new(fields.Required("action", Actions), fields.Whole("to", "a simulated moment, whole milliseconds"), fields.Number("speed", Speeds));
        fields.Check();
        return ApiRoutes.Json(RunView.Of(catalogue.Take(await known.Grain.Control(control)).State));
    }
}

/// <summary>A run to be started.</summary>
/// <param name="Scenario">Name of a scenario that the server has.</param>
/// <param name="Seed">Seed; missing for the scenario's.</param>
/// <param name="Scale">Share of the district; missing for the scenario's.</param>
/// <param name="Set">Changes to keys of the scenario, path=value each.</param>
/// <param name="Speed">Simulated seconds per second, 1 to 10,000; missing or null for as fast as it goes.</param>
/// <param name="Paused">Whether it waits once its grains are active.</param>
public sealed record RunOrder(string Scenario, ulong? Seed, double? Scale, IReadOnlyList<string>? Set, double? Speed, bool? Paused);

/// <summary>What is to be done with a run.</summary>
/// <param name="Action">pause, resume, step, runTo, speed or stop.</param>
/// <param name="To">For runTo: until when, ms.</param>
/// <param name="Speed">For speed: simulated seconds per second, 1 to 10,000; null for as fast as it goes.</param>
public sealed record ControlOrder(string Action, long? To, double? Speed);
