using System;
using DsrReadiness.Help.Facts;

namespace DsrReadiness.Help.Tests;

/// <summary>A cmdlet and its page.</summary>
internal static class Sample
{
    public const string File = "Measure-Sample.md";

    public const string Shared = "# Shared\n\n### -Server\n\nThe servers.\n\n### -ThrottleLimit\n\nHow many at a time.\n\n### -Port\n\nThe ports.\n\n"
        + "### -Confirm\n\nAsks.\n\n### -WhatIf\n\nShows.\n";

    public const string Page = """
        # Measure-Sample

        Measures a `sample`.

        ## Syntax

        ```powershell
        whatever
        ```

        ## Description

        It measures.

        * one
        * two,
          in two lines

        ## Examples

        ### One of them

        <!-- setup: $x = 1 -->

        Before.

        ```powershell
        Measure-Sample Name |
            Format-List
        $x
        ```

        ```text
        Out : come

        1
        ```

        After.

        ## Parameters

        ### -Confirm

        Asks.

        ### -Day

        The day.

        ```yaml
        Type: whatever
        ```

        ### -Id

        The id.

        ### -Name

        The name.

        ### -Port

        The ports.

        ### -Quiet

        Says yes or no.

        ### -Server

        The servers.

        ### -ThrottleLimit

        How many.

        ### -WhatIf

        Shows.

        ### Common parameters

        As always.

        ## Inputs

        ### System.String

        Names.

        ## Outputs

        ### System.Version

        The measure.

        ### System.Boolean

        With `-Quiet`.

        ## Notes

        None to speak of.

        ## Related links

        * [Test-DsrReadiness](Test-DsrReadiness.md)
        * [A place](https://example.org/)

        """;

    public static ShownCmdlet Cmdlet { get; } = new(new CmdletFacts(typeof(SampleCommand)));

    /// <summary>The page with something else in it.</summary>
    public static string With(string old, string replacement)
    {
        Assert.Contains(old, Page, StringComparison.Ordinal);
        return Page.Replace(old, replacement, StringComparison.Ordinal);
    }
}
