using System.Globalization;

namespace DsrReadiness.Firewall;

/// <summary>All ports from a first to a last one.</summary>
internal readonly record struct PortRange(int First, int Last)
{
    public static bool TryParse(string text, out PortRange range)
    {
        int dash = text.IndexOf('-');
        range = default;
        if (!TryParsePort(dash < 0 ? text : text.Substring(0, dash), out int first)
            || !TryParsePort(text.Substring(dash + 1), out int last) || first > last)
        {
            return false;
        }

        range = new PortRange(first, last);
        return true;
    }

    public bool Covers(PortRange other) => First <= other.First && other.Last <= Last;

    public bool Overlaps(PortRange other) => First <= other.Last && other.First <= Last;

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, First == Last ? "{0}" : "{0}-{1}", First, Last);

    private static bool TryParsePort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= ushort.MaxValue;
}
