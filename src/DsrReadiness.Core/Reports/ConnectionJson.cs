using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using DsrReadiness.Connections;
using DsrReadiness.Json;

namespace DsrReadiness.Reports;

/// <summary>Results of real packets as a JSON array, written one at a time. The members are part of the contract: they are never renamed, and every one is always there.</summary>
internal sealed class ConnectionJson : JsonList<ConnectionResult>
{
    public ConnectionJson(Stream stream)
        : base(stream)
    {
    }

    /// <summary>Writes into an array of somebody else's.</summary>
    public ConnectionJson(JsonWriter json)
        : base(json)
    {
    }

    protected override void WriteMembers(ConnectionResult result)
    {
        Json.Member("format", "dsr-connection/1");
        Json.Member("virtualIPAddress", result.VirtualIPAddress.ToString());
        Json.Member("port", result.Port.ToString());
        Json.Member("server", result.Server);
        Json.Member("address", result.Address?.ToString());
        Json.Member("linkLayerAddress", result.LinkLayerAddress);
        Json.Member("outcome", result.Outcome.ToString());
        Json.Member("reason", result.Reason);
        Json.Member("recommendation", result.Recommendation);
        Json.Member("command", result.Command);
        Texts("checks", result.Explains);
        Texts("warnings", result.Warnings);
        Json.Member("disagreement", result.Disagreement);
        Json.Member("claims", result.Claims);
        Observed("packet", result.Probe);
        Observed("control", result.Control);
    }

    private void Observed(string name, Observation? seen)
    {
        Json.Name(name);
        if (seen is null)
        {
            Json.Null();
            return;
        }

        Json.StartObject();
        Json.Member("reply", seen.Reply.ToString());
        Json.Name("milliseconds");
        Json.Number(Math.Round(seen.Elapsed.TotalMilliseconds, 1));
        Json.Name("attempts");
        Json.Number((long)seen.Attempts);
        Json.Name("bytes");
        Json.Number((long)seen.Bytes);
        Json.Member("source", seen.Source?.ToString());
        Json.Member("detail", seen.Detail);
        Json.Name("status");
        if (seen.Status is { } status)
            Json.Number((long)status);
        else
            Json.Null();
        Secured(seen.Tls);
        Json.EndObject();
    }

    private void Secured(TlsFacts? tls)
    {
        Json.Name("tls");
        if (tls is null)
        {
            Json.Null();
            return;
        }

        Json.StartObject();
        Json.Member("protocol", tls.Protocol);
        Json.Member("failure", tls.Failure);
        Json.Member("subject", tls.Certificate?.Subject);
        Texts("names", tls.Certificate?.Names ?? []);
        Json.Member("issuer", tls.Certificate?.Issuer);
        Json.Member("notBefore", Time(tls.Certificate?.NotBefore));
        Json.Member("notAfter", Time(tls.Certificate?.NotAfter));
        Texts("problems", tls.Certificate?.ChainProblems ?? []);
        Json.EndObject();
    }

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private void Texts(string name, IEnumerable<string> texts)
    {
        Json.Name(name);
        Json.StartArray();
        foreach (string text in texts)
            Json.String(text);
        Json.EndArray();
    }
}
