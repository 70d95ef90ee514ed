using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text;
using DsrReadiness.Addresses;
using DsrReadiness.Json;
using DsrReadiness.Plans.Journals;

namespace DsrReadiness.Connections;

/// <summary>Which routes a run has leased and not given back: a line before each is made, and one after it is gone. It belongs to one run at a time.</summary>
/// <param name="journals">Where it is kept, beside the journals of servers.</param>
internal sealed class RouteJournal(IJournalStore journals) : IDisposable
{
    private const string Name = "_routes"; // no server is called so
    private const string Lease = "lease";
    private const string By = "by";
    private const string Back = "back";
    private readonly object _gate = new();
    private IDisposable? _lock;

    /// <summary>True if this run has it.</summary>
    public bool IsOpen => _lock is not null;

    /// <summary>Takes it; false if another run has it. A last line that was not written to its end is dropped: its route was never made.</summary>
    /// <exception cref="JournalStoreException">Journals cannot be kept.</exception>
    public bool TryOpen()
    {
        if (_lock is not null)
            return true;
        _lock = journals.TryLock(Name);
        if (_lock is null)
            return false;
        byte[] bytes = Exists() ? journals.Read(Name, Name) : [];
        int whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        if (whole < bytes.Length)
            journals.Truncate(Name, Name, whole);
        return true;
    }

    /// <summary>What is leased and not given back.</summary>
    /// <exception cref="JournalStoreException">It cannot be read.</exception>
    public IReadOnlyList<(IPAddress VirtualIPAddress, IPAddress Server)> Left()
    {
        lock (_gate)
        {
            var left = new Dictionary<IPAddress, IPAddress>();
            if (!Exists())
                return [];
            foreach (string line in Encoding.UTF8.GetString(journals.Read(Name, Name)).Split('\n'))
            {
                if (Read(line) is not { } entry)
                    continue;
                if (AddressOf(entry, Lease) is { } leased && AddressOf(entry, By) is { } server)
                    left[leased] = server;
                else if (AddressOf(entry, Back) is { } back)
                    left.Remove(back);
            }

            return [.. left.Select(each => (each.Key, each.Value))];
        }
    }

    /// <exception cref="JournalStoreException">It cannot be written: the route must not be made.</exception>
    public void Leased(IPAddress vip, IPAddress server) => Write($"{{\"{Lease}\":\"{vip}\",\"{By}\":\"{server}\"}}");

    /// <summary>A line that cannot be written leaves an entry for a route that is gone, which is harmless.</summary>
    public void GivenBack(IPAddress vip)
    {
        try
        {
            Write($"{{\"{Back}\":\"{vip}\"}}");
        }
        catch (JournalStoreException)
        {
            // The next run looks for the route in vain.
        }
    }

    /// <summary>Gives it back, empty if nothing is left in it.</summary>
    public void Dispose()
    {
        if (_lock is null)
            return;
        try
        {
            if (Exists() && Left().Count == 0)
                journals.Truncate(Name, Name, 0);
        }
        catch (JournalStoreException)
        {
            // It only stays longer than it need be.
        }
        finally
        {
            _lock.Dispose();
            _lock = null;
        }
    }

    private bool Exists() => journals.List(Name).Contains(Name);

    private void Write(string line)
    {
        lock (_gate)
        {
            if (Exists())
                journals.Append(Name, Name, Encoding.UTF8.GetBytes(line));
            else
                journals.Begin(Name, Name, Encoding.UTF8.GetBytes(line));
        }
    }

    private static Dictionary<string, object?>? Read(string line)
    {
        try
        {
            byte[] bytes = Encoding.UTF8.GetBytes(line);
            return line.Length == 0 ? null : JsonTree.Read(bytes, 0, bytes.Length) as Dictionary<string, object?>;
        }
        catch (JsonFormatException)
        {
            return null;
        }
    }

    private static IPAddress? AddressOf(Dictionary<string, object?> entry, string member) =>
        entry.TryGetValue(member, out object? value) && value is string text && AddressText.TryParse(text, out IPAddress? address) ? address : null;
}
