namespace DsrReadiness.Commands;

/// <summary>Where the pages of the cmdlets are read in a browser.</summary>
internal static class OnlineHelp
{
    /// <summary>The folder of the pages; <c>Get-Help -Online</c> opens one of them.</summary>
    public const string Folder = "https://github.com/dsrreadiness/DsrReadiness/blob/main/docs/cmdlets/";
}
