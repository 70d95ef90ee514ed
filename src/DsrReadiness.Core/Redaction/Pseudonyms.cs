using System;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace DsrReadiness.Redaction;

/// <summary>
/// Names that stand for others: the same for the same text, whatever its case, and for as long as the key is the same. Without the key nobody can tell which text one
/// stands for, nor try out a guess.
/// </summary>
/// <param name="key">Random bytes, which nobody keeps.</param>
internal sealed class Pseudonyms(byte[] key)
{
    /// <summary>What a key has at least, so that trying every one is out of the question.</summary>
    public const int ShortestKey = 32;

    /// <summary>48 bits: of ten thousand names, two have the same once in five million runs.</summary>
    private const int NameBytes = 6;

    private readonly byte[] _key = key.Length >= ShortestKey
        ? (byte[])key.Clone()
        : throw new ArgumentException($"A key has at least {ShortestKey} bytes.", nameof(key));

    private readonly ConcurrentDictionary<(string Kind, string Text), byte[]> _known = new();

    /// <summary>A word: its kind, a dash and twelve digits.</summary>
    public string Word(string kind, string text) => kind + "-" + Hex(kind, text);

    /// <summary>The twelve digits alone.</summary>
    public string Hex(string kind, string text) => ToHex(Bytes(kind, text), NameBytes);

    /// <summary>Bytes to make a pseudonym of some form from; they are not to be changed.</summary>
    public byte[] Bytes(string kind, string text) => _known.GetOrAdd((kind, text.ToUpperInvariant()), Compute);

    public static string ToHex(byte[] bytes, int count) => BitConverter.ToString(bytes, 0, count).Replace("-", string.Empty).ToLowerInvariant();

    private byte[] Compute((string Kind, string Text) of)
    {
        using var hash = new HMACSHA256(_key);
        return hash.ComputeHash(Encoding.UTF8.GetBytes(of.Kind + "\0" + of.Text));
    }
}
