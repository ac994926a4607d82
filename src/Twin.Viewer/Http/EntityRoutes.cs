using Microsoft.AspNetCore.Routing;
using Twin.Grains.Districts;
using Twin.Grains.Live;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Http;

/// <summary>Entities: each served by its own grain.</summary>
internal static class EntityRoutes
{
    private const int LongestCode = 64;

    /// <summary>Maps them.</summary>
    /// <param name="api">Where to.</param>
    public static void Map(RouteGroupBuilder api)
    {
        foreach (EntityResource kind in EntityResource.All)
        {
            api.MapGet($"/runs/{{id}}/{kind.Path}/{{code}}", (string id, string code, RunCatalogue catalogue, IGrainFactory grains) => ReadAsync(kind, id, code, catalogue, grains))
                .WithTags("Entities").WithSummary($"A {kind.Name}: its state out of its grain, and its place").Produces<EntityAnswer>().Refuses(404, 409, 503);
            if (kind.IsListed)
            {
                EntityListRoutes.Map(api, kind);
            }
        }

        api.MapGet("/runs/{id}/micro-grids/{code}/households", HouseholdsAsync)
            .WithTags("Entities").WithSummary("The households of a micro-grid: size and test status").Produces<HouseholdList>().Refuses(404, 409, 503);
    }

    private static async Task<IResult> ReadAsync(EntityResource kind, string id, string code, RunCatalogue catalogue, IGrainFactory grains)
    {
        KnownRun known = await catalogue.GetAsync(id);
        EntityPlace place = await PlaceAsync(known, kind.Name, code);
        EntityWords words = await AskAsync(catalogue, known, () => EntityStates.AskAsync(grains, kind.Name, place.Self.Key));
        return ApiRoutes.Json(new EntityAnswer(
            place.Self.Code,
            kind.Name,
            words.AsOf,
            words.State,
            [.. words.Recent.Select(one => new EntityEvent(one.At, one.Since, one.Count, one.Text, one.Values))],
            Links(known, place.Parents),
            Links(known, place.Children),
            Links(known, place.Neighbours)));
    }

    private static async Task<IResult> HouseholdsAsync(string id, string code, RunCatalogue catalogue, IGrainFactory grains)
    {
        KnownRun known = await catalogue.GetAsync(id);
        EntityPlace place = await PlaceAsync(known, "microGrid", code);
        HouseholdView[] views = await AskAsync(catalogue, known, () => Task.WhenAll(place.Children
            .Where(child => child.Kind == "household")
            .Select(child => grains.GetGrain<IHouseholdGrain>(child.Key).Status().AsTask())));
        return ApiRoutes.Json(new HouseholdList([.. views.Select(view => new HouseholdItem(view.Code, view.Size, view.Tested))]));
    }

    private static Task<EntityPlace> PlaceAsync(KnownRun known, string kind, string code) =>
        known.State.State is "stopped" or "failed" ? throw LiveInputException.WithoutGrains(known.State)
        : code.Length <= LongestCode && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? known.PlaceAsync(kind, code)
            : throw new LiveInputException(404, new LiveInputError("code", Found.Text(code), $"the code of a {kind}: letters, digits and hyphens, such as WJ-07-03-012"));

    /// <summary>Asks grains; when they do not answer because their run has gone, says that.</summary>
    private static async Task<T> AskAsync<T>(RunCatalogue catalogue, KnownRun known, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception failure) when (failure is not (LiveInputException or OperationCanceledException))
        {
            KnownRun now = await catalogue.AskAsync(known.State.Id);
            throw now.State.State is "preparing" or "stopped" or "failed"
                ? LiveInputException.WithoutGrains(now.State)
                : new TimeoutException($"Run {known.State.Id}: an entity's grain did not answer.", failure);
        }
    }

    private static EntityLink[] Links(KnownRun known, IReadOnlyList<EntityEntry> entries) =>
        [.. entries.Select(entry => EntityResource.Link(known.State.Id, entry.Kind, entry.Code))];
}
