using System.Globalization;
using System.Net;
using System.Text;
using DsrReadiness.Addresses;

namespace DsrReadiness.Connections;

/// <summary>An HTTP request as bytes, and the status of a response.</summary>
internal static class HttpText
{
    /// <summary>No status line is longer.</summary>
    public const int LongestStatusLine = 512;

    private const int StatusAt = 9; // behind "HTTP/1.1 "

    public static byte[] Request(string path, string? hostName, IPAddress address, int port, bool tls)
    {
        string host = hostName ?? (address.Family() == IPFamily.IPv6 ? "[" + address + "]" : address.ToString());
        string suffix = port == (tls ? 443 : 80) ? string.Empty : ":" + port.ToString(CultureInfo.InvariantCulture);
        return Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host}{suffix}\r\nUser-Agent: dsr\r\nAccept: */*\r\nConnection: close\r\n\r\n");
    }

    /// <summary>The status that a response begins with; null if it is no HTTP, or not all of the line is there yet.</summary>
    public static int? Status(byte[] response, int length)
    {
        string text = Encoding.ASCII.GetString(response, 0, length);
        bool isHttp = text.Length >= StatusAt + 4 && text.StartsWith("HTTP/1.", System.StringComparison.Ordinal) && text[StatusAt - 1] == ' ';
        return isHttp && text[StatusAt + 3] is ' ' or '\r'
            && int.TryParse(text.Substring(StatusAt, 3), NumberStyles.None, CultureInfo.InvariantCulture, out int status) ? status : null;
    }

    /// <summary>True for a path that a request can carry as it is.</summary>
    public static bool IsPath(string text)
    {
        foreach (char c in text)
        {
            if (c is <= ' ' or >= '\u007f')
                return false;
        }

        return text.Length > 0 && text[0] == '/';
    }
}
