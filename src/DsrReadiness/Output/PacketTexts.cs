using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Net;
using DsrReadiness.Connections;

namespace DsrReadiness.Output;

/// <summary>What came of one packet as texts by their names, which survive jobs, files and JSON, and back again.</summary>
internal static class PacketTexts
{
    private const string Separator = "\n";

    public static DsrTexts Of(Observation? seen)
    {
        var texts = new DsrTexts();
        if (seen is null)
            return texts;
        texts.Add(nameof(seen.Reply), seen.Reply.ToString());
        texts.Add(nameof(seen.Elapsed), seen.Elapsed.ToString("c", CultureInfo.InvariantCulture));
        texts.Add(nameof(seen.Attempts), seen.Attempts.ToString(CultureInfo.InvariantCulture));
        texts.Add(nameof(seen.Bytes), seen.Bytes.ToString(CultureInfo.InvariantCulture));
        AddIfAny(nameof(seen.Source), seen.Source?.ToString());
        AddIfAny(nameof(seen.Detail), seen.Detail);
        AddIfAny(nameof(seen.Status), seen.Status?.ToString(CultureInfo.InvariantCulture));
        if (seen.Tls is not { } tls)
            return texts;
        texts.Add(nameof(tls.Protocol), tls.Protocol ?? string.Empty);
        AddIfAny(nameof(tls.Failure), tls.Failure);
        if (tls.Certificate is not { } certificate)
            return texts;
        texts.Add(nameof(certificate.Subject), certificate.Subject);
        texts.Add(nameof(certificate.Names), string.Join(Separator, certificate.Names));
        texts.Add(nameof(certificate.Issuer), certificate.Issuer);
        texts.Add(nameof(certificate.NotBefore), certificate.NotBefore.ToString("o", CultureInfo.InvariantCulture));
        texts.Add(nameof(certificate.NotAfter), certificate.NotAfter.ToString("o", CultureInfo.InvariantCulture));
        texts.Add(nameof(certificate.IsNameWrong), certificate.IsNameWrong.ToString(CultureInfo.InvariantCulture));
        texts.Add(nameof(certificate.ChainProblems), string.Join(Separator, certificate.ChainProblems));
        return texts;

        void AddIfAny(string name, string? text)
        {
            if (text is not null)
                texts.Add(name, text);
        }
    }

    /// <summary>Reads them out of what a job or a file has made of them; null if there is none, or no more than a text of it is left.</summary>
    /// <exception cref="FormatException">One of them makes no sense.</exception>
    public static Observation? Read(object? copy)
    {
        Dictionary<string, string> texts = TextsOf(copy);
        if (!texts.TryGetValue(nameof(Observation.Reply), out string? reply))
            return null;
        return new Observation((Reply)Enum.Parse(typeof(Reply), reply), TimeSpan.Parse(texts[nameof(Observation.Elapsed)], CultureInfo.InvariantCulture))
        {
            Attempts = int.Parse(texts[nameof(Observation.Attempts)], CultureInfo.InvariantCulture),
            Bytes = int.Parse(texts[nameof(Observation.Bytes)], CultureInfo.InvariantCulture),
            Source = Find(nameof(Observation.Source)) is { } source ? IPAddress.Parse(source) : null,
            Detail = Find(nameof(Observation.Detail)),
            Status = Find(nameof(Observation.Status)) is { } status ? int.Parse(status, CultureInfo.InvariantCulture) : null,
            Tls = Find(nameof(TlsFacts.Protocol)) is { } protocol ? new TlsFacts(protocol.Length == 0 ? null : protocol, ReadCertificate(texts), Find(nameof(TlsFacts.Failure))) : null,
        };

        string? Find(string name) => texts.TryGetValue(name, out string? text) ? text : null;
    }

    private static CertificateFacts? ReadCertificate(Dictionary<string, string> texts) => !texts.TryGetValue(nameof(CertificateFacts.Subject), out string? subject)
        ? null
        : new CertificateFacts(
            subject,
            Split(texts[nameof(CertificateFacts.Names)]),
            texts[nameof(CertificateFacts.Issuer)],
            Time(texts[nameof(CertificateFacts.NotBefore)]),
            Time(texts[nameof(CertificateFacts.NotAfter)]),
            bool.Parse(texts[nameof(CertificateFacts.IsNameWrong)]),
            Split(texts[nameof(CertificateFacts.ChainProblems)]));

    private static string[] Split(string text) => text.Length == 0 ? [] : text.Split('\n');

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    /// <summary>Clixml makes a dictionary of it, JSON an object.</summary>
    private static Dictionary<string, string> TextsOf(object? copy) => (copy is PSObject wrapped ? wrapped.BaseObject : copy) switch
    {
        IDictionary many => many.Keys.Cast<object>().ToDictionary(key => key.ToString(), key => many[key]?.ToString() ?? string.Empty),
        PSCustomObject => PSObject.AsPSObject(copy!).Properties.ToDictionary(property => property.Name, property => TextOf(property.Value)),
        _ => [],
    };

    /// <summary>ConvertFrom-Json reads what looks like a time as one.</summary>
    private static string TextOf(object? value) => value switch
    {
        DateTime time => time.ToUniversalTime().ToString("o", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("o", CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? string.Empty,
    };
}
