namespace DsrReadiness.Cim.Classes;

/// <summary>
/// How the file server is set. Its one row is handed out by a method (Microsoft's reference of the class); whether it can be enumerated as well is said nowhere. Known from documentation and from
/// classes that published projects generated on live hosts.
/// </summary>
public static class SmbServerConfigurationClass
{
    /// <summary>The method that hands out the row, and the out parameter in which it comes.</summary>
    public const string Method = "GetConfiguration";

    /// <summary>The out parameter.</summary>
    public const string Output = nameof(Output);

    private static readonly CimClassBuilder s_class = new(Smb.Namespace, "MSFT_SmbServerConfiguration", CimEvidence.DocumentedOnly);

    /// <summary>Whether clients are told of all interfaces, and may use several.</summary>
    public static readonly CimProperty<bool> EnableMultiChannel = s_class.Boolean("EnableMultiChannel");

    /// <summary>Whether the server refuses names that are not its own.</summary>
    public static readonly CimProperty<bool> EnableStrictNameChecking = s_class.Boolean("EnableStrictNameChecking");

    /// <summary>The contract, built last: all of the above belongs to it.</summary>
    public static readonly CimClass Class = s_class.Build();
}

/// <summary>What the file server's classes share.</summary>
internal static class Smb
{
    public const string Namespace = "root/Microsoft/Windows/Smb";
}

/// <summary>How the file server is set.</summary>
internal sealed class SmbServerConfiguration(CimRow row)
{
    public Field<bool> MultiChannel => row.Get(SmbServerConfigurationClass.EnableMultiChannel);

    public Field<bool> StrictNameChecking => row.Get(SmbServerConfigurationClass.EnableStrictNameChecking);
}
