using System.Security.Cryptography;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Twin.Viewer.Http;

/// <summary>The API's own description: OpenAPI, and a page to read it on.</summary>
internal static class ApiDocument
{
    private const string Place = $"{ApiRoutes.Prefix}/openapi.json";
    private const string Reader = "/api/reader";

    /// <summary>Says what the document says of the API as a whole.</summary>
    /// <param name="options">The document's options.</param>
    public static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Twin",
                Version = "v1",
                Description = "Runs of a city district and every entity in them. Errors are problem+json (RFC 9457): each says where, what was found and what is allowed. Moments are milliseconds since the scenario's start.",
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
    }

    /// <summary>Maps the document and the page.</summary>
    /// <param name="routes">Where to.</param>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi(Place);
        routes.MapGet("/api", () => Results.Redirect(Reader)).ExcludeFromDescription();
        routes.MapScalarApiReference(Reader, (page, http) =>
        {
            string nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            page.WithOpenApiRoutePattern(Place).WithTitle("Twin API").DisableDefaultFonts().DisableTelemetry().DisableAgent().WithNonce(nonce);
            http.Response.OnStarting(() =>
            {
                // The reader's own script starts with this nonce; it sets styles from within.
                http.Response.Headers.ContentSecurityPolicy =
                    $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
                return Task.CompletedTask;
            });
        }).ExcludeFromDescription();
    }
}
