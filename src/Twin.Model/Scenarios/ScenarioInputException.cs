namespace Twin.Model.Scenarios;

/// <summary>A scenario asks for something that its district cannot give: said to the user as it stands.</summary>
/// <param name="message">What was found and what is allowed.</param>
public sealed class ScenarioInputException(string message) : Exception(message);
