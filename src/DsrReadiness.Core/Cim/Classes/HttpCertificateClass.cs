using System;
using System.Collections.Generic;

namespace DsrReadiness.Cim.Classes;

/// <summary>
/// The certificates that HTTP.sys has bound to an address or a host name, a row for each. No CIM class; on a server the rows come from the registry: the binding's key says which certificate of
/// which store, and the store's key holds it. Known from published programs that read them.
/// </summary>
public static class HttpCertificateClass
{
    /// <summary>Where the certificates of a store of the computer are, each a key named by its hash, whose value Blob holds it.</summary>
    public const string Stores = @"SOFTWARE\Microsoft\SystemCertificates";

    /// <summary>The stores that are looked into: that of the computer, which counts where none is named, and that of IIS.</summary>
    public static IReadOnlyList<string> StoreNames { get; } = ["MY", "WebHosting"];

    private static readonly CimClassBuilder s_class = new("dsr", "HttpCertificate", CimEvidence.Own, since: WindowsRelease.Server2008);

    /// <summary>The address or host name and the port, such as <c>0.0.0.0:443</c>.</summary>
    public static readonly CimProperty<string> Binding = s_class.String("Binding", RedactionKind.Words, key: true);

    /// <summary>The hash of the certificate, in hexadecimal digits.</summary>
    public static readonly CimProperty<string> Hash = s_class.String("Hash", RedactionKind.App);

    /// <summary>When it expires, in seconds since 1970 in UTC; NULL if no store has it, and missing if the store is another than those that are looked into.</summary>
    public static readonly CimProperty<uint> NotAfter = s_class.UInt32("NotAfter");

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

/// <summary>A certificate that HTTP.sys has bound.</summary>
internal sealed class HttpCertificate(CimRow row)
{
    public string Binding { get; } = row.Require(HttpCertificateClass.Binding);

    /// <summary>True if no store has it any more.</summary>
    public bool IsGone => row.Get(HttpCertificateClass.NotAfter).IsNull;

    /// <summary>When it expires; null if that is not known.</summary>
    public DateTimeOffset? NotAfter => row.Get(HttpCertificateClass.NotAfter).TryGet(out uint seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
