using System;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Snapshots;

/// <summary>A certificate that HTTP.sys has bound.</summary>
internal sealed class HttpCertificate(CimRow row)
{
    public string Binding { get; } = row.Require(HttpCertificateClass.Binding);

    /// <summary>True if no store has it any more.</summary>
    public bool IsGone => row.Get(HttpCertificateClass.NotAfter).IsNull;

    /// <summary>When it expires; null if that is not known.</summary>
    public DateTimeOffset? NotAfter => row.Get(HttpCertificateClass.NotAfter).TryGet(out uint seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
