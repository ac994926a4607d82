namespace Twin.Model.Testing;

/// <summary>What is to be seen at a site at a moment.</summary>
/// <param name="Code">Code.</param>
/// <param name="IsOpen">Whether it takes people.</param>
/// <param name="Door">People at the door before opening.</param>
/// <param name="RegistrationQueue">People in the registration queue.</param>
/// <param name="SwabQueue">People in the swab queue.</param>
/// <param name="DesksOnDuty">Desks on duty.</param>
/// <param name="DesksBusy">Desks that serve.</param>
/// <param name="SamplersOnDuty">Samplers on duty.</param>
/// <param name="SamplersBusy">Samplers that are busy.</param>
/// <param name="Tested">People tested.</param>
/// <param name="Balked">Times that somebody balked.</param>
public sealed record SiteView(
    string Code, bool IsOpen, int Door, int RegistrationQueue, int SwabQueue, int DesksOnDuty, int DesksBusy, int SamplersOnDuty, int SamplersBusy,
    int Tested, long Balked);
