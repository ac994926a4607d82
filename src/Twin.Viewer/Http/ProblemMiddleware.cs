using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Twin.Grains.Live;

namespace Twin.Viewer.Http;

/// <summary>Turns whatever goes wrong into a problem, without a stack trace. The process's edge towards its callers.</summary>
/// <param name="next">What comes after.</param>
/// <param name="log">Says what went wrong.</param>
internal sealed class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    /// <summary>Handles a request.</summary>
    /// <param name="http">The request.</param>
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null or 0, ContentType: null })
            {
                await OfStatus(http).WriteAsync(http);
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            await Of(http, failure).WriteAsync(http);
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "An answer to {Method} {Path} broke off.", http.Request.Method, http.Request.Path);
            http.Abort();
        }
    }

    private static Problem OfStatus(HttpContext http)
    {
        int status = http.Response.StatusCode;
        string place = $"{http.Request.Method} {http.Request.Path}";
        return status switch
        {
            404 => Problem.Of(http, status, $"There is nothing at {http.Request.Path}.", new LiveInputError("path", Runs.Found.Text(http.Request.Path), "what /api/v1/openapi.json lists")),
            405 => Problem.Of(http, status, $"{place} is not possible.", new LiveInputError("method", http.Request.Method, http.Response.Headers.Allow.ToString())),
            415 => Problem.Of(http, status, $"{place} takes JSON.", new LiveInputError("Content-Type", Runs.Found.Text(http.Request.ContentType), "application/json in UTF-8")),
            _ => Problem.Of(http, status, $"{place} was refused."),
        };
    }

    private Problem Of(HttpContext http, Exception failure)
    {
        switch (failure)
        {
            case LiveInputException wrong:
                return Problem.Of(http, wrong.Status is >= 400 and < 500 ? wrong.Status : 400, wrong.Message, wrong.Errors);
            case RequestException wrong:
                return Problem.Of(http, wrong.Status, wrong.Message, wrong.Error);
            case BadHttpRequestException wrong:
                return Problem.Of(http, wrong.StatusCode, wrong.Message);
            case TimeoutException or OrleansException:
                log.LogWarning(failure, "No answer to {Method} {Path}.", http.Request.Method, http.Request.Path);
                return Problem.Of(http, StatusCodes.Status503ServiceUnavailable, "The run's silo does not answer. Try again in a few seconds.");
            default:
                log.LogError(failure, "{Method} {Path} failed.", http.Request.Method, http.Request.Path);
                return Problem.Of(http, StatusCodes.Status500InternalServerError, "The server's log says more under the traceId.");
        }
    }
}
