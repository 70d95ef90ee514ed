using System;

namespace DsrReadiness.Lab.State;

/// <summary>A binding of a site of IIS.</summary>
/// <param name="Site">The site's name.</param>
/// <param name="Protocol">http or https.</param>
/// <param name="Address">The address; * for all.</param>
/// <param name="Port">The port.</param>
internal sealed record LabSite(string Site, string Protocol, string Address, int Port);

/// <summary>A certificate that HTTP.sys has bound.</summary>
/// <param name="Binding">The address or host name and the port.</param>
/// <param name="NotAfter">When it expires; null if it has gone from its store.</param>
internal sealed record LabCertificate(string Binding, DateTimeOffset? NotAfter);
