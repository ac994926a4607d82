namespace Twin.Silo.Commands;

/// <summary>What <c>twin report</c> was asked.</summary>
/// <param name="Folder">The out folder, as given.</param>
/// <param name="Language">en or zh; null for that in which the results were written.</param>
/// <param name="Out">Another folder; null for the folder itself.</param>
/// <param name="Force">Whether another folder that holds something else is used.</param>
/// <param name="Quiet">Whether only errors are said.</param>
public sealed record ReportOptions(string Folder, string? Language, string? Out, bool Force, bool Quiet);
