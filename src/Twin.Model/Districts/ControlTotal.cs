namespace Twin.Model.Districts;

/// <summary>A total of a district beside what its specification states.</summary>
/// <param name="Key">Short key in English, lower camel case.</param>
/// <param name="English">Name in English.</param>
/// <param name="Chinese">Name in Chinese.</param>
/// <param name="Stated">What is stated, at the district's scale; a count, or a share or mean where the key says so.</param>
/// <param name="Actual">What the district has.</param>
/// <param name="Grade">How far to trust the stated value: S stated by the article, P published, E estimate, D derived.</param>
public sealed record ControlTotal(string Key, string English, string Chinese, double Stated, double Actual, string Grade);
