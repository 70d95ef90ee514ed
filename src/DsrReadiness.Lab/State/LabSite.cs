namespace DsrReadiness.Lab.State;

/// <summary>A binding of a site of IIS.</summary>
/// <param name="Site">The site's name.</param>
/// <param name="Protocol">http or https.</param>
/// <param name="Address">The address; * for all.</param>
/// <param name="Port">The port.</param>
internal sealed record LabSite(string Site, string Protocol, string Address, int Port);
