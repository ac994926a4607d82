using Microsoft.AspNetCore.Routing;

namespace Twin.Viewer.Http;

/// <summary>The HTTP API: docs/api.md.</summary>
internal static class ApiRoutes
{
    /// <summary>Where it begins.</summary>
    public const string Prefix = "/api/v1";

    /// <summary>Maps it.</summary>
    /// <param name="routes">Where to.</param>
    public static void MapTwinApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup(Prefix);
        RunRoutes.Map(api);
        RunPartRoutes.Map(api);
        InputRoutes.Map(api);
        EntityRoutes.Map(api);
        EventRoutes.Map(api);
    }

    /// <summary>Says what an endpoint answers when it refuses.</summary>
    /// <param name="route">The endpoint.</param>
    /// <param name="statuses">The statuses.</param>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (int status in statuses)
        {
            route.Produces<Problem>(status, Problem.MediaType);
        }

        return route;
    }

    /// <summary>An answer as JSON.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="status">HTTP status.</param>
    public static IResult Json(object answer, int status = StatusCodes.Status200OK) => Results.Json(answer, ViewerJson.Options, statusCode: status);
}
