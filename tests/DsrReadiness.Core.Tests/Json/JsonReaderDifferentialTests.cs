using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace DsrReadiness.Tests.Json;

/// <summary>Holds the reader against System.Text.Json: same values, same refusals, and the same place of each where both say one.</summary>
public class JsonReaderDifferentialTests
{
    [Fact]
    public void Valid_texts_have_the_same_value()
    {
        byte[][] texts = JsonTexts.Valid().ToArray();

        Assert.True(texts.Length > 150);
        Agree(texts);
        Assert.All(texts, text => Assert.True(Judgement.Ours(text).IsAccepted, Show(text)));
    }

    [Fact]
    public void Invalid_texts_are_refused_at_the_same_place()
    {
        byte[][] texts = JsonTexts.Invalid().ToArray();

        Assert.True(texts.Length > 300);
        Agree(texts);
        Assert.All(texts, text => Assert.False(Judgement.Ours(text).IsAccepted, Show(text)));
    }

    [Fact]
    public void A_document_cut_short_anywhere_is_refused_at_the_same_place()
    {
        byte[][] texts = JsonTexts.Truncated().ToArray();

        Assert.True(texts.Length > 200);
        Agree(texts);
        Assert.All(texts, text => Assert.False(Judgement.Ours(text).IsAccepted, Show(text)));
    }

    [Fact]
    public void A_document_with_any_byte_changed_is_judged_the_same()
    {
        byte[] changes = [.. " \n\0\u001F\u007F\"\\/u0e-+.:,[]{}tnx19"u8, 0x80, 0xBF, 0xC3, 0xE2, 0xED, 0xF0, 0xFF];
        IEnumerable<byte[]> texts =
            from at in Enumerable.Range(0, JsonTexts.Document.Length)
            from change in changes
            select JsonTexts.Document.Select((each, i) => i == at ? change : each).ToArray();

        Agree(texts);
    }

    [Fact]
    public void Random_values_however_they_are_spelt_have_the_same_value() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(RandomJson.Texts(), text => Judgement.Ours(JsonTexts.Bytes(text)).IsAccepted && Difference(JsonTexts.Bytes(text)) is null));

    [Fact]
    public void Randomly_changed_texts_are_judged_the_same() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000),
        Prop.ForAll(RandomJson.ChangedTexts(), text => Difference(text) is null));

    private static void Agree(IEnumerable<byte[]> texts)
    {
        string[] differences = texts.Select(Difference).OfType<string>().ToArray();
        Assert.True(differences.Length == 0, string.Join("\n", differences.Take(50)));
    }

    /// <summary>How the judgements differ, beyond what they may.</summary>
    private static string? Difference(byte[] text)
    {
        Judgement ours = Judgement.Ours(text);
        Judgement skipped = Judgement.OursSkipped(text);
        Judgement theirs = Judgement.SystemTextJson(text);
        if (ours.Value != theirs.Value || (ours.IsAccepted && !skipped.IsAccepted))
            return $"{Show(text)}: {ours} but {theirs}";
        return theirs.Place is { } place && !MayBeAt(text, skipped, place) ? $"{Show(text)}: {skipped} but {place}" : null;
    }

    /// <summary>
    /// True for the place that System.Text.Json names, with two exceptions. It finds bad UTF-8 and half pairs of surrogates only when asked
    /// for the string, and so complains of what comes later. And if the text ends behind a comma that parts two values, it names that comma and not the end.
    /// </summary>
    private static bool MayBeAt(byte[] text, Judgement ours, (long Line, long Position) place)
    {
        if (ours.Reason!.EndsWith("expected UTF-8", StringComparison.Ordinal) || ours.Reason.Contains("half of a surrogate pair", StringComparison.Ordinal))
            return ours.Place!.Value.CompareTo(place) <= 0;
        bool isBehindComma = text is [.., (byte)','] && ours.Reason.StartsWith("found the end", StringComparison.Ordinal);
        return ours.Place == place || (isBehindComma && ours.Place == (place.Line, place.Position + 1));
    }

    private static string Show(byte[] text) => Encoding.Latin1.GetString(text.Take(120).ToArray()).Replace("\n", "\\n", StringComparison.Ordinal);
}
