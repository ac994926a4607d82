using System.Net;

namespace Twin.Viewer.Hosting;

/// <summary>The viewer serves this machine alone until it knows who asks.</summary>
public static class LoopbackAddress
{
    /// <summary>Why an address to listen on is refused; null when it is allowed.</summary>
    /// <param name="url">The address.</param>
    public static string? Refusal(string url)
    {
        bool isUrl = Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" && address.PathAndQuery == "/" && address.UserInfo.Length == 0;
        bool isLoopback = isUrl && (address!.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out IPAddress? ip) && IPAddress.IsLoopback(ip)));
        return isLoopback
            ? null
            : $"found \"{url}\"; allowed: an http address of this machine alone, such as http://127.0.0.1:5080 (without sign-in the viewer is not served to other machines)";
    }
}
