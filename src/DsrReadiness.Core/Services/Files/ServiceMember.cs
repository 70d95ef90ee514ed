namespace DsrReadiness.Services.Files;

/// <summary>A member that an object of a service file may have.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it takes.</param>
/// <param name="IsRequired">True if it must be there.</param>
internal sealed record ServiceMember(string Name, MemberType Type, bool IsRequired = false);
