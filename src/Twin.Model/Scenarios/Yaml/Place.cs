namespace Twin.Model.Scenarios.Yaml;

/// <summary>A place in a file.</summary>
/// <param name="File">The file as given, or <c>--set</c>.</param>
/// <param name="Line">Line, from 1; of --set, the how-manieth option.</param>
/// <param name="Column">Column, from 1.</param>
internal readonly record struct Place(string File, int Line, int Column);
