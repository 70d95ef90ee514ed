using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace DsrReadiness.Tests.Collector;

/// <summary>What the collector is made of, as PowerShell's own parser sees it: syntax of 3.0, and nothing that could change a server.</summary>
[Trait("Tier", "Slow")]
public sealed class CollectorSyntaxTests
{
    private static readonly string[] s_own =
    [
        "ConvertTo-Failure", "ConvertTo-JsonText", "ConvertTo-Row", "Get-Expiry", "Get-ServiceValue", "Invoke-Registry", "Read-Certificate", "Read-Dns", "Read-DnsAnswer",
        "Read-Reading", "Read-Registry", "Read-Row", "Read-Site", "Read-SiteBinding", "Read-Subkey", "Read-Value", "Save-Reading", "Write-Part", "Write-Text",
    ];

    private static readonly string[] s_commands =
    [
        "Get-Item", "Invoke-CimMethod", "New-CimSession", "New-Object", "Remove-CimSession", "Select-Object", "Set-StrictMode",
        "Where-Object", "Write-Verbose", "Write-Warning",
    ];

    private static readonly string[] s_methods =
    [
        "Close", "Combine", "Connect", "ContainsKey", "Create", "EnumerateInstances", "Exists", "Flush", "FromSeconds", "GetAttribute", "GetBytes", "GetDirectoryName",
        "GetUnresolvedProviderPathFromPSPath", "IsLoopback", "Load", "Max", "Min", "QueryInstances", "Receive", "Replace", "SelectNodes", "Send", "SetCustomOption", "SetLength", "Split", "ToInt32",
        "ToLowerInvariant", "ToString", "ToUniversalTime", "Trim", "Write",
    ];

    private static readonly string[] s_types =
    [
        "BitConverter", "DateTime", "Globalization.CultureInfo", "IO.Directory", "IO.File", "IO.Path", "Math", "Microsoft.Management.Infrastructure.CimException",
        "Microsoft.Management.Infrastructure.Options.CimOperationOptions", "Net.IPAddress", "Net.IPEndPoint", "Net.Sockets.UdpClient",
        "Security.Cryptography.X509Certificates.X509Certificate2",
        "Text.Encoding", "TimeSpan", "UnauthorizedAccessException", "ValueType", "Xml.XmlConvert", "Xml.XmlDocument", "array", "bool", "byte", "byte[]", "char", "int",
        "ref", "regex", "string", "uint32", "void",
    ];

    private static readonly string[] s_parameters =
    [
        "-Arguments", "-CimSession", "-ClassName", "-ComputerName", "-First", "-LiteralPath", "-MethodName", "-Namespace", "-OperationTimeoutSec", "-Version",
    ];

    [Fact]
    public async Task Is_made_of_these_things_alone()
    {
        string[] expected =
        [
            .. s_own.Concat(s_commands).Select(each => "command: " + each),
            .. s_methods.Select(each => "method: " + each),
            .. s_parameters.Select(each => "parameter: " + each),
            .. s_types.Select(each => "type: " + each),
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), await FindingsAsync(CollectorScript.FilePath));
    }

    [Fact]
    public async Task Newer_syntax_and_other_ways_out_would_be_found()
    {
        using var folder = new TemporaryFolder();
        string script = folder["newer.ps1"];
        await File.WriteAllTextAsync(
            script,
            """
            using namespace System.IO
            class A { [int]$X }
            $a = $true ? 1 : 2
            $a = $a ?? 3
            $a ??= 4
            $a = ${a}?.Length
            $a = ${a}?[0]
            $a = [Text.StringBuilder]::new()
            $a = 1uy
            $a = "`u{41}"
            Get-Item x && Get-Item y || Get-Item z
            Get-Item x &
            'x' > file.txt
            & $a -Force
            New-Object Net.WebClient
            """);
        Assert.Equal(
            [
                "command: ",
                "command: Get-Item",
                "command: New-Object",
                "method: new",
                "newer: $true ? 1 : 2",
                "newer: &",
                "newer: &&",
                "newer: 1uy",
                "newer: ?.",
                "newer: ??",
                "newer: ??=",
                "newer: ?[",
                "newer: Get-Item x && Get-Item y",
                "newer: Get-Item x && Get-Item y || Get-Item z",
                "newer: [Text.StringBuilder]::new()",
                "newer: `u",
                "newer: class A { [int]$X }",
                "newer: using namespace System.IO",
                "newer: ||",
                "parameter: -Force",
                "redirection: > file.txt",
                "type: Net.WebClient",
                "type: Text.StringBuilder",
            ],
            await FindingsAsync(script));
    }

    private static async Task<string[]> FindingsAsync(string script)
    {
        (int exitCode, string output, string errors) = await Pwsh.RunAsync(Repository.Root, CollectorScript.Tool("Get-Syntax.ps1"), "-Script", script);
        Assert.Equal((0, string.Empty), (exitCode, errors));
        return output.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal).ToArray();
    }
}
