using System;
using System.Linq;
using System.Net;
using DsrReadiness.Cim;
using DsrReadiness.Windows.Names;

namespace DsrReadiness.Windows.Tests.Names;

public sealed class DnsMessageTests
{
    private static readonly byte[] s_question = DnsMessage.Question(0x4453, "web01.example.net", DnsRecordType.A);

    [Fact]
    public void A_question_is_as_the_standard_has_it() => Assert.Equal(
        "445301000001000000000000" + "057765623031" + "076578616D706C65" + "036E6574" + "00" + "00010001", Convert.ToHexString(s_question));

    [Theory]
    [InlineData("a..b")]
    [InlineData("")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123.net")]
    public void What_is_no_name_is_not_asked_for(string name) => Assert.Throws<ArgumentException>(() => DnsMessage.Question(1, name, DnsRecordType.A));

    [Fact]
    public void A_name_may_be_253_long_and_not_more()
    {
        string longest = string.Join('.', Enumerable.Repeat("0123456789012345678901234567890123456789012345678901234567890", 4)) + ".abcd";
        Assert.Equal(252, longest.Length);
        DnsMessage.Question(1, longest, DnsRecordType.A);
        Assert.Throws<ArgumentException>(() => DnsMessage.Question(1, longest + "ef", DnsRecordType.A));
    }

    [Fact]
    public void Addresses_of_the_asked_type_are_read_behind_an_alias()
    {
        byte[] answer = Answer(
            0x80,
            0,
            "C00C" + "00050001" + "00000E10" + "0005" + "026161C012", // an alias: aa.example.net
            "026161C012" + "00010001" + "00000E10" + "0004" + "C000020A",
            "C00C" + "001C0001" + "00000E10" + "0010" + "0000000000000000000000000000000A",
            "026161C012" + "00010001" + "00000E10" + "0004" + "C0000214");
        DnsReply reply = DnsMessage.Read(answer, s_question)!;
        Assert.Equal(0, reply.Status);
        Assert.Equal(["192.0.2.10", "192.0.2.20"], reply.Addresses.Select(each => each.ToString()));
    }

    [Fact]
    public void A_name_that_is_not_there_is_an_answer() => Assert.Equal(3, DnsMessage.Read(Answer(0x80, 3), s_question)!.Status);

    [Fact]
    public void IPv6_addresses_are_read()
    {
        byte[] question = DnsMessage.Question(1, "a", DnsRecordType.Aaaa);
        byte[] answer = [.. question, .. Convert.FromHexString("C00C001C000100000E10001020010DB8000000000000000000000010")];
        answer[2] = 0x80;
        answer[7] = 1;
        Assert.Equal([IPAddress.Parse("2001:db8::10")], DnsMessage.Read(answer, question)!.Addresses);
    }

    [Fact]
    public void A_name_comes_back_in_any_case()
    {
        byte[] answer = Answer(0x80, 0);
        answer[13] = (byte)'W';
        Assert.NotNull(DnsMessage.Read(answer, s_question));
        answer[13] = (byte)'x';
        Assert.Null(DnsMessage.Read(answer, s_question));
    }

    [Theory]
    [InlineData(0, 0x45)] // another id
    [InlineData(1, 0x54)]
    [InlineData(2, 0x00)] // no response
    [InlineData(2, 0x82)] // cut off
    [InlineData(5, 0x02)] // two questions
    [InlineData(7, 0x01)] // an answer that is not there
    public void What_is_no_whole_answer_is_none(int at, byte value)
    {
        byte[] answer = Answer(0x80, 0);
        Assert.NotNull(DnsMessage.Read(answer, s_question));
        answer[at] = value;
        Assert.Null(DnsMessage.Read(answer, s_question));
    }

    [Fact]
    public void An_address_of_a_wrong_length_is_none() => Assert.Null(DnsMessage.Read(Answer(0x80, 0, "C00C0001000100000E100003C00002"), s_question));

    /// <summary>Every prefix and every changed byte of a real answer: an answer or none, and no fault.</summary>
    [Fact]
    public void Whatever_comes_nothing_breaks()
    {
        byte[] answer = Answer(0x80, 0, "C00C0001000100000E100004C000020A", "C00C0001000100000E100004C0000214");
        for (int length = 0; length < answer.Length; length++)
            Assert.Null(DnsMessage.Read(answer[..length], s_question));
        var random = new Random(4711);
        for (int i = 0; i < 100_000; i++)
        {
            byte[] changed = [.. answer];
            for (int many = random.Next(1, 4); many > 0; many--)
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            DnsReply? reply = DnsMessage.Read(changed, s_question);
            Assert.True(reply is null || reply.Addresses.Count <= 2);
        }
    }

    private static byte[] Answer(byte flags, byte status, params string[] records)
    {
        byte[] answer = [.. s_question, .. records.SelectMany(Convert.FromHexString)];
        answer[2] = flags;
        answer[3] = status;
        answer[7] = (byte)records.Length;
        return answer;
    }
}
