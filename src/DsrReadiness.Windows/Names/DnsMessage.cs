using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text;
using DsrReadiness.Cim;

namespace DsrReadiness.Windows.Names;

/// <summary>Writes questions and reads answers of DNS, as RFC 1035 has them. Answers are foreign data: whatever is not as it must be is no answer.</summary>
internal static class DnsMessage
{
    private const int HeaderLength = 12;
    private const int LongestLabel = 63;
    private const int LongestName = 253;
    private const int RecordHeadLength = 10;
    private const int Pointer = 0xC0;
    private const int Internet = 1;

    /// <summary>True if a question can be asked about the name.</summary>
    public static bool IsName(string name) => AreOfName(LabelsOf(name));

    /// <summary>A question for the addresses of a name, recursion desired.</summary>
    /// <exception cref="ArgumentException">The name is no DNS name.</exception>
    public static byte[] Question(ushort id, string name, DnsRecordType type)
    {
        byte[][] labels = LabelsOf(name);
        if (!AreOfName(labels))
            throw new ArgumentException("This is not a DNS name.", nameof(name));
        byte[] question = [(byte)(id >> 8), (byte)id, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0];
        IEnumerable<byte> body = labels.SelectMany(label => label.Prepend((byte)label.Length));
        return [.. question, .. body, 0, 0, (byte)type, 0, Internet];
    }

    /// <summary>The answer to a question; null if it is cut off, or none.</summary>
    /// <param name="answer">What came.</param>
    /// <param name="question">What was asked.</param>
    public static DnsReply? Read(byte[] answer, byte[] question)
    {
        if (!Answers(answer, question))
            return null;
        DnsRecordType type = (DnsRecordType)question[question.Length - 3];
        var addresses = new List<IPAddress>();
        int at = question.Length;
        for (int left = Number(answer, 6); left > 0; left--)
        {
            at = AfterName(answer, at);
            if (at < 0 || at + RecordHeadLength > answer.Length)
                return null;
            int length = Number(answer, at + 8);
            int data = at + RecordHeadLength;
            if (data + length > answer.Length)
                return null;
            if (Number(answer, at) == (int)type)
            {
                if (length != (type == DnsRecordType.A ? 4 : 16))
                    return null;
                addresses.Add(new IPAddress(answer.Skip(data).Take(length).ToArray()));
            }

            at = data + length;
        }

        return new DnsReply(answer[3] & 0xF, addresses);
    }

    private static byte[][] LabelsOf(string name) => name.TrimEnd('.').Split('.').Select(Encoding.UTF8.GetBytes).ToArray();

    private static bool AreOfName(byte[][] labels) =>
        labels.Sum(label => label.Length + 1) <= LongestName && Array.TrueForAll(labels, label => label.Length is > 0 and <= LongestLabel);

    /// <summary>True for a whole response (bit QR set, TC not) with the id and the question that were sent. Names come back in any case.</summary>
    private static bool Answers(byte[] answer, byte[] question)
    {
        if (answer.Length < question.Length || answer[0] != question[0] || answer[1] != question[1] || (answer[2] & 0x82) != 0x80 || Number(answer, 4) != 1)
            return false;
        for (int i = HeaderLength; i < question.Length; i++)
        {
            if (Lower(answer[i]) != Lower(question[i]))
                return false;
        }

        return true;
    }

    private static byte Lower(byte value) => value is >= (byte)'A' and <= (byte)'Z' ? (byte)(value | 0x20) : value;

    /// <summary>Where a name ends: behind its last label, or behind the pointer that stands for the rest. Pointers are not followed.</summary>
    private static int AfterName(byte[] message, int at)
    {
        while (at < message.Length)
        {
            if (message[at] == 0)
                return at + 1;
            if (message[at] >= Pointer)
                return at + 2;
            at += message[at] + 1;
        }

        return -1;
    }

    private static int Number(byte[] message, int at) => (message[at] << 8) | message[at + 1];
}
