namespace DsrReadiness.Services.Files;

/// <summary>A member of an object of a service file.</summary>
/// <param name="Name">Its name, as it is written.</param>
/// <param name="Place">Where the name stands.</param>
/// <param name="Value">Its value.</param>
internal sealed record DataMember(string Name, DataPlace Place, DataNode Value);
