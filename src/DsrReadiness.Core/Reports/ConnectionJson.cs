using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using DsrReadiness.Connections;
using DsrReadiness.Json;

namespace DsrReadiness.Reports;

/// <summary>Results of real packets as a JSON array, written one at a time. The members are part of the contract: they are never renamed, and every one is always there.</summary>
internal sealed class ConnectionJson
{
    private readonly JsonWriter _json;

    /// <summary>Begins the array.</summary>
    public ConnectionJson(Stream stream)
        : this(new JsonWriter(stream)) => _json.StartArray();

    /// <summary>Writes into an array of somebody else's.</summary>
    public ConnectionJson(JsonWriter json) => _json = json;

    /// <summary>Writes one result and hands it to the stream.</summary>
    public void Write(ConnectionResult result)
    {
        _json.StartObject();
        _json.Member("format", "dsr-connection/1");
        _json.Member("virtualIPAddress", result.VirtualIPAddress.ToString());
        _json.Member("port", result.Port.ToString());
        _json.Member("server", result.Server);
        _json.Member("address", result.Address?.ToString());
        _json.Member("linkLayerAddress", result.LinkLayerAddress);
        _json.Member("outcome", result.Outcome.ToString());
        _json.Member("reason", result.Reason);
        _json.Member("recommendation", result.Recommendation);
        _json.Member("command", result.Command);
        Texts("checks", result.Explains);
        Texts("warnings", result.Warnings);
        _json.Member("disagreement", result.Disagreement);
        _json.Member("claims", result.Claims);
        Observed("packet", result.Probe);
        Observed("control", result.Control);
        _json.EndObject();
        _json.Flush();
    }

    /// <summary>Ends the array.</summary>
    public void End()
    {
        _json.EndArray();
        _json.End();
    }

    private void Observed(string name, Observation? seen)
    {
        _json.Name(name);
        if (seen is null)
        {
            _json.Null();
            return;
        }

        _json.StartObject();
        _json.Member("reply", seen.Reply.ToString());
        _json.Name("milliseconds");
        _json.Number(Math.Round(seen.Elapsed.TotalMilliseconds, 1));
        _json.Name("attempts");
        _json.Number((long)seen.Attempts);
        _json.Name("bytes");
        _json.Number((long)seen.Bytes);
        _json.Member("source", seen.Source?.ToString());
        _json.Member("detail", seen.Detail);
        _json.Name("status");
        if (seen.Status is { } status)
            _json.Number((long)status);
        else
            _json.Null();
        Secured(seen.Tls);
        _json.EndObject();
    }

    private void Secured(TlsFacts? tls)
    {
        _json.Name("tls");
        if (tls is null)
        {
            _json.Null();
            return;
        }

        _json.StartObject();
        _json.Member("protocol", tls.Protocol);
        _json.Member("failure", tls.Failure);
        _json.Member("subject", tls.Certificate?.Subject);
        Texts("names", tls.Certificate?.Names ?? []);
        _json.Member("issuer", tls.Certificate?.Issuer);
        _json.Member("notBefore", Time(tls.Certificate?.NotBefore));
        _json.Member("notAfter", Time(tls.Certificate?.NotAfter));
        Texts("problems", tls.Certificate?.ChainProblems ?? []);
        _json.EndObject();
    }

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private void Texts(string name, IEnumerable<string> texts)
    {
        _json.Name(name);
        _json.StartArray();
        foreach (string text in texts)
            _json.String(text);
        _json.EndArray();
    }
}
