namespace Twin.Silo.Commands;

/// <summary>Where a command's results go, and in what words.</summary>
/// <param name="Folder">The out folder as given; null for the command's own under <c>out</c>.</param>
/// <param name="Force">Whether a folder that holds something else is overwritten.</param>
/// <param name="Language">en or zh.</param>
/// <param name="Quiet">Whether only errors are said.</param>
/// <param name="Json">Whether the summary, as JSON, is all that goes to standard output.</param>
public sealed record OutputOptions(string? Folder, bool Force, string Language, bool Quiet, bool Json);
