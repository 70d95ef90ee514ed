using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using DsrReadiness.Addresses;

namespace DsrReadiness.Tests.Addresses;

/// <summary>Held to looking at each address, bit by bit.</summary>
public sealed class ClosestAddressesTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(16)]
    public void Finds_what_looking_at_each_finds(int bytes)
    {
        var random = new Random(20261130);
        int found = 0;
        for (int i = 0; i < 2_000; i++)
        {
            (IPAddress Address, int Length)[] all = [.. Enumerable.Range(0, random.Next(12)).Select(_ => (Draw(), random.Next(1, (bytes * 8) + 40)))];
            var closest = new ClosestAddresses<(IPAddress Address, int Length), IReadOnlyList<(IPAddress, int)>>(all, each => each, result => result);
            for (int j = 0; j < 5; j++)
            {
                IPAddress destination = Draw();
                (IPAddress, int)[] expected = [.. all.Where(each => Shared(each, destination) == all.Max(other => Shared(other, destination)))];
                Assert.Equal(expected, closest.Of(destination));
                found += expected.Length > 1 ? 1 : 0;
            }
        }

        Assert.InRange(found, 500, 9_000);

        IPAddress Draw()
        {
            byte[] address = new byte[bytes];
            address[0] = 0x20;
            address[bytes / 2] = (byte)random.Next(4);
            address[^1] = (byte)(random.Next(8) * 16);
            return new IPAddress(address);
        }
    }

    [Fact]
    public void Concludes_once_from_those_that_share_as_much()
    {
        int concluded = 0;
        var closest = new ClosestAddresses<string, int>(["192.0.2.10", "192.0.2.11"], text => (IPAddress.Parse(text), 24), _ => ++concluded);
        Assert.Equal([1, 1, 2, 1], new[] { "192.0.2.1", "192.0.2.200", "203.0.113.1", "192.0.2.10" }.Select(text => closest.Of(IPAddress.Parse(text))));
    }

    private static int Shared((IPAddress Address, int Length) each, IPAddress destination)
    {
        byte[] one = each.Address.GetAddressBytes();
        byte[] other = destination.GetAddressBytes();
        int shared = 0;
        while (shared < Math.Min(each.Length, one.Length * 8) && ((one[shared / 8] ^ other[shared / 8]) & (0x80 >> (shared % 8))) == 0)
            shared++;
        return shared;
    }
}
