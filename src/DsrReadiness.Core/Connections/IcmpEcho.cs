using System.Text;

namespace DsrReadiness.Connections;

/// <summary>ICMP echo of both families as bytes, as a raw socket takes and gives them (RFC 792, RFC 4443).</summary>
internal static class IcmpEcho
{
    private const int IPv6Header = 40;
    private const int Header = 8;

    /// <param name="isIPv6">For ICMPv6 the system makes the checksum.</param>
    /// <param name="id">Tells one asker from another.</param>
    /// <param name="sequence">Tells one question from another.</param>
    public static byte[] Build(bool isIPv6, ushort id, ushort sequence)
    {
        byte[] packet = [isIPv6 ? (byte)128 : (byte)8, 0, 0, 0, (byte)(id >> 8), (byte)id, (byte)(sequence >> 8), (byte)sequence, .. Encoding.ASCII.GetBytes("DsrReadiness")];
        if (!isIPv6)
        {
            uint sum = 0;
            for (int i = 0; i < packet.Length; i += 2)
                sum += (uint)((packet[i] << 8) | packet[i + 1]);
            sum = (sum & 0xFFFF) + (sum >> 16);
            ushort checksum = (ushort)~((sum & 0xFFFF) + (sum >> 16));
            (packet[2], packet[3]) = ((byte)(checksum >> 8), (byte)checksum);
        }

        return packet;
    }

    /// <summary>What a packet says of a question; null if it is about something else.</summary>
    public static Reply? Read(byte[] packet, int length, bool isIPv6, ushort id, ushort sequence)
    {
        int at = isIPv6 ? 0 : InternetHeader(packet, 0, length);
        if (length < at + Header)
            return null;
        int type = packet[at];
        if (type == (isIPv6 ? 129 : 0))
            return IsAbout(packet, at, id, sequence) ? Reply.Answered : null;
        Reply? reply = (isIPv6, type) switch
        {
            (false, 11) or (true, 3) or (false, 3) or (true, 1) => Reply.Unreachable,
            _ => null,
        };
        int quoted = at + Header;
        quoted += isIPv6 ? IPv6Header : InternetHeader(packet, quoted, length);
        return reply is not null && length >= quoted + Header && packet[quoted] == (isIPv6 ? 128 : 8) && IsAbout(packet, quoted, id, sequence) ? reply : null;
    }

    /// <summary>How long the header of an IPv4 packet is.</summary>
    private static int InternetHeader(byte[] packet, int at, int length) => at < length ? (packet[at] & 15) * 4 : length;

    private static bool IsAbout(byte[] packet, int at, ushort id, ushort sequence) =>
        ((packet[at + 4] << 8) | packet[at + 5]) == id && ((packet[at + 6] << 8) | packet[at + 7]) == sequence;
}
