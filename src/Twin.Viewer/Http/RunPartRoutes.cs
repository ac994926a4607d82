using Microsoft.AspNetCore.Routing;
using Twin.Grains.Live;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Http;

/// <summary>Parts of a run: layout, history, results.</summary>
internal static class RunPartRoutes
{
    /// <summary>Maps them.</summary>
    /// <param name="api">Where to.</param>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/runs/{id}/layout", async (string id, HttpContext http, RunCatalogue catalogue) =>
                await (await (await catalogue.GetAsync(id)).LayoutContentAsync()).WriteAsync(http))
            .WithTags("Runs").WithSummary("The district and the sites: codes, names, outlines, capacities by row")
            .Produces(StatusCodes.Status200OK, contentType: "application/json").Produces(StatusCodes.Status304NotModified).Refuses(404, 409, 503);
        api.MapGet("/runs/{id}/layout/households", async (string id, HttpContext http, RunCatalogue catalogue) =>
                await (await (await catalogue.GetAsync(id)).HouseholdsContentAsync()).WriteAsync(http))
            .WithTags("Runs").WithSummary("Where households are: little-endian 32-bit x, y in cm each")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").Produces(StatusCodes.Status304NotModified).Refuses(404, 409, 503);
        api.MapGet("/runs/{id}/series", async (string id, RunCatalogue catalogue) =>
            {
                RunSeries series = await (await catalogue.GetAsync(id)).Grain.Series();
                return ApiRoutes.Json(new SeriesAnswer(series.Minutes, series.Tested, series.Notified, series.Waiting, new SiteSeries(series.ExpectedWait)));
            })
            .WithTags("Runs").WithSummary("The history by minute").Produces<SeriesAnswer>().Refuses(404, 503);
        api.MapGet("/runs/{id}/results", async (string id, RunCatalogue catalogue) => await ResultsAsync(await catalogue.GetAsync(id)))
            .WithTags("Runs").WithSummary("summary.json of a run that has ended")
            .Produces(StatusCodes.Status200OK, contentType: "application/json").Refuses(404, 409, 503);
    }

    private static async Task<IResult> ResultsAsync(KnownRun known) => await known.Grain.Summary() is { } summary
        ? Results.Text(summary, "application/json")
        : throw new LiveInputException(409, new LiveInputError("state", (await known.Grain.State()).State, "ended: there are no results before"));
}
