using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Twin.Model.Events;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Http;

/// <summary>Lists of entities: filtered, in the order of codes, a page at a time.</summary>
internal static class EntityListRoutes
{
    private const int LimitDefault = 100;
    private const int LimitMost = 500;

    /// <summary>Maps the list of a kind.</summary>
    /// <param name="api">Where to.</param>
    /// <param name="kind">The kind.</param>
    public static void Map(RouteGroupBuilder api, EntityResource kind) => api
        .MapGet($"/runs/{{id}}/{kind.Path}", (string id, HttpContext http, RunCatalogue catalogue) => ListAsync(kind, id, http, catalogue))
        .WithTags("Entities").WithSummary($"Codes of each {kind.Name}, a page at a time")
        .WithDescription($"Query: limit (1 to {LimitMost}, default {LimitDefault}), cursor (from the page before){string.Concat(kind.Filters.Select(filter => $", {filter} (a code)"))}. The Link header names the next page.")
        .Produces<EntityList>().Refuses(400, 404, 503);

    private static async Task<IResult> ListAsync(EntityResource kind, string id, HttpContext http, RunCatalogue catalogue)
    {
        QueryFields query = new(http.Request, ["limit", "cursor", .. kind.Filters]);
        int limit = query.Whole("limit", LimitDefault, LimitMost);
        KnownRun known = await catalogue.GetAsync(id);
        DistrictTable district = await known.DistrictAsync();
        IReadOnlyList<string> codes = district.Codes(kind.Kind);
        int first = First(query, codes.Count);
        List<(EntityKind Kind, int Row)> filters = Filters(query, kind, district);
        query.Check();
        List<int> rows = [.. Enumerable.Range(first, codes.Count - first).Where(row => filters.TrueForAll(filter => district.Above(kind.Kind, row, filter.Kind) == filter.Row)).Take(limit + 1)];
        string? next = rows.Count > limit ? Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"row {rows[limit]}"))) : null;
        if (next is not null)
        {
            http.Response.Headers.Link = $"<{Next(http.Request, next)}>; rel=\"next\"";
        }

        return ApiRoutes.Json(new EntityList([.. rows.Take(limit).Select(row => EntityResource.Link(known.State.Id, kind.Name, codes[row]))], next));
    }

    private static string Next(HttpRequest request, string cursor) => request.Path + QueryString.Create(
        request.Query.Where(field => field.Key != "cursor").Select(field => KeyValuePair.Create(field.Key, (string?)field.Value.ToString()))
            .Append(KeyValuePair.Create("cursor", (string?)cursor))).ToUriComponent();

    private static int First(QueryFields query, int count)
    {
        if (query.Text("cursor") is not { } cursor)
        {
            return 0;
        }

        byte[] bytes = new byte[64];
        if (cursor.Length <= 64 && Base64Url.IsValid(cursor) && Base64Url.TryDecodeFromChars(cursor, bytes, out int length)
            && Encoding.ASCII.GetString(bytes, 0, length) is ['r', 'o', 'w', ' ', .. string row]
            && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out int first) && first < count)
        {
            return first;
        }

        query.Wrong("cursor", cursor, "the cursor of the page before, as its \"next\" gives it");
        return 0;
    }

    private static List<(EntityKind Kind, int Row)> Filters(QueryFields query, EntityResource kind, DistrictTable district)
    {
        List<(EntityKind Kind, int Row)> filters = [];
        foreach (string name in kind.Filters)
        {
            if (query.Text(name) is { } code)
            {
                EntityKind above = LiveDescription.Kind(name);
                int row = district.Row(above, code);
                filters.Add((above, row));
                if (row < 0)
                {
                    query.Wrong(name, code, $"the code of a {name} of this run");
                }
            }
        }

        return filters;
    }
}
