using System;
using System.Security.Cryptography;
using System.Text;

namespace DsrReadiness.Reports.Documents.Html;

/// <summary>What a browser may do with a page: nothing from anywhere, and the page's own style and script alone.</summary>
internal static class HtmlPolicy
{
    public static string Text { get; } =
        "default-src 'none'; style-src 'sha256-" + HashOf(HtmlStyle.Css) + "'; script-src 'sha256-" + HashOf(HtmlScript.Js) + "'; base-uri 'none'; form-action 'none'";

    private static string HashOf(string text)
    {
        using var sha = SHA256.Create();
        return Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }
}
