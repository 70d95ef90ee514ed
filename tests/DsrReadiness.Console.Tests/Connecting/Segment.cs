using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using DsrReadiness.Console.Tests.Running;

namespace DsrReadiness.Console.Tests.Connecting;

/// <summary>
/// A segment of Linux network namespaces: a bridge, and on it hosts, each in a namespace of its own. No packet leaves it, and nothing of it is left, whatever becomes of a test.
/// </summary>
internal sealed class Segment : IDisposable
{
    private const string Prefix = "dsrtest-";
    private const int NewNetwork = 0x40000000; // CLONE_NEWNET
    private static int s_number;

    private readonly string _name = $"{Prefix}{Environment.ProcessId}-{Interlocked.Increment(ref s_number)}-";
    private readonly List<IDisposable> _services = [];
    private int _ports;

    public Segment()
    {
        RemoveLeftOvers();
        try
        {
            Make("lan");
            SilenceIPv6("lan");
            Ip("lan", "link add br0 type bridge", "link set br0 up");
        }
        catch (InvalidOperationException)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Why there can be none here; null if there can.</summary>
    public static string? WhyNot { get; } = FindWhyNot();

    /// <summary>
    /// Puts a host on the segment, with addresses such as <c>192.0.2.11/24</c> on its wire and VIPs where nobody is answered. It has a link-local address, as every host of IPv6: without one it cannot
    /// ask who has the address that it replies to from a VIP.
    /// </summary>
    public void Add(string host, string[] addresses, params string[] vips)
    {
        Make(host);
        string port = "p" + ++_ports;
        Ip("lan", $"link add {port} type veth peer name eth0 netns {_name}{host}", $"link set {port} master br0 up");
        Ip(host, ["link set lo up", "link set eth0 addrgenmode none", "link set eth0 up", $"address add fe80::{_ports}/64 dev eth0 nodad", .. addresses.Select(each => $"address add {each} dev eth0{NoDetection(each)}"), .. vips.Select(each => $"address add {each} dev lo{NoDetection(each)}")]);
    }

    /// <summary>Puts a host on the segment that has many wires, each with a MAC address and an address of its own.</summary>
    public void AddMany(string host, int wires, Func<int, string> address, string vip)
    {
        Make(host);
        SilenceIPv6(host);
        Ip("lan", [.. Enumerable.Range(0, wires).SelectMany(i => new[] { $"link add m{i} type veth peer name e{i} netns {_name}{host}", $"link set m{i} master br0 up" })]);
        Ip(host, ["link set lo up", $"address add {vip} dev lo", .. Enumerable.Range(0, wires).SelectMany(i => new[] { $"link set e{i} up", $"address add {address(i)} dev e{i}" })]);
    }

    /// <summary>Starts something on a host, which ends with the segment.</summary>
    public void Serve(string host, Func<IDisposable> service) => _services.Add(In(host, service));

    /// <summary>Does something on a host: sockets that are made there stay there.</summary>
    public T In<T>(string host, Func<T> work)
    {
        T? result = default;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                using var space = File.OpenHandle("/run/netns/" + _name + host);
                if (setns(space.DangerousGetHandle().ToInt32(), NewNetwork) != 0)
                    throw new InvalidOperationException("setns: " + Marshal.GetLastPInvokeErrorMessage());
                result = work();
            }
#pragma warning disable CA1031 // Raised on the thread of the test.
            catch (Exception e)
#pragma warning restore CA1031
            {
                failure = e;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? result! : throw new InvalidOperationException("On " + host + ": " + failure.Message, failure);
    }

    /// <summary>Changes the firewall of a host.</summary>
    public void Filter(string host, string hook, string rule) =>
        Run("ip", "netns", "exec", _name + host, "nft", $"add table inet t; add chain inet t {hook} {{ type filter hook {hook} priority 0; }}; add rule inet t {hook} {rule}");

    public void Set(string host, string name, string value) => Run("ip", "netns", "exec", _name + host, "sysctl", "-q", "-w", name + "=" + value);

    public void Ip(string host, params string[] lines)
    {
        using Process process = Start("ip", "-n", _name + host, "-batch", "-");
        foreach (string line in lines)
            process.StandardInput.WriteLine(line);
        Finish(process);
    }

    /// <summary>All rules and routes of a host, as text.</summary>
    public string Routing(string host) => string.Concat(
        new[] { "-4", "-6" }.Select(family => Run("ip", "-n", _name + host, family, "rule", "show") + Run("ip", "-n", _name + host, family, "route", "show", "table", "all")));

    /// <summary>Starts the program on a host.</summary>
    public Process StartDsr(string host, IReadOnlyDictionary<string, string> variables, params string[] arguments) => StartDsr(host, variables, arguments, []);

    public RunResult RunDsr(string host, IReadOnlyDictionary<string, string> variables, params string[] arguments) => RunDsr(host, variables, arguments, []);

    /// <param name="host">The host.</param>
    /// <param name="variables">Variables of its environment.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="under">A program, with arguments, that becomes it.</param>
    public RunResult RunDsr(string host, IReadOnlyDictionary<string, string> variables, string[] arguments, params string[] under)
    {
        using Process process = StartDsr(host, variables, arguments, under);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        return new RunResult(DsrProcess.StatusOf(process), output, error.GetAwaiter().GetResult());
    }

    /// <summary>Starts PowerShell on a host with the module loaded and a script.</summary>
    /// <param name="host">The host.</param>
    /// <param name="script">The script.</param>
    /// <param name="under">A program, with arguments, that becomes it.</param>
    public Process StartPowerShell(string host, string script, params string[] under)
    {
        ProcessStartInfo start = PowerShellPackage.Start("-Command", $"$ErrorActionPreference = 'Stop'; Import-Module '{Path.Combine(Repository.Root, "DsrReadiness.psd1")}'; {script}");
        string[] before = ["netns", "exec", _name + host, .. under, start.FileName];
        start.FileName = "ip";
        foreach (string argument in before.Reverse())
            start.ArgumentList.Insert(0, argument);
        return Process.Start(start)!;
    }

    public RunResult RunPowerShell(string host, string script, params string[] under)
    {
        using Process process = StartPowerShell(host, script, under);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        return new RunResult(DsrProcess.StatusOf(process), output, error.GetAwaiter().GetResult());
    }

    private Process StartDsr(string host, IReadOnlyDictionary<string, string> variables, string[] arguments, string[] under) => DsrProcess.Start(
        start =>
        {
            string[] before = ["netns", "exec", _name + host, .. under, start.FileName];
            start.FileName = "ip";
            foreach (string argument in before.Reverse())
                start.ArgumentList.Insert(0, argument);
            foreach ((string name, string value) in variables)
                start.Environment[name] = value;
        },
        arguments);

    public void Dispose()
    {
        foreach (IDisposable service in _services)
            service.Dispose();
        foreach (string space in Spaces().Where(each => each.StartsWith(_name, StringComparison.Ordinal)))
            Run("ip", "netns", "delete", space);
    }

    /// <summary>A wire that comes up tells every other one by IPv6 who it is: of hundreds, that is more than the kernel queues, and ARP is lost among it.</summary>
    private void SilenceIPv6(string host)
    {
        Set(host, "net.ipv6.conf.all.disable_ipv6", "1");
        Set(host, "net.ipv6.conf.default.disable_ipv6", "1");
    }

    /// <summary>Without it an IPv6 address may not be used at once.</summary>
    private static string NoDetection(string address) => address.Contains(':') ? " nodad" : string.Empty;

    private static string? FindWhyNot()
    {
        if (!OperatingSystem.IsLinux())
            return "Network namespaces are Linux'.";
        if (!Environment.IsPrivilegedProcess)
            return "Making network namespaces requires root.";
        try
        {
            Run("nft", "--version");
            string trial = Prefix + Environment.ProcessId + "-trial";
            Run("ip", "netns", "add", trial);
            Run("ip", "netns", "delete", trial);
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return "Network namespaces cannot be made here: " + e.Message;
        }
    }

    /// <summary>What a test process that was killed has left.</summary>
    private static void RemoveLeftOvers()
    {
        foreach (string space in Spaces())
        {
            if (int.TryParse(space[Prefix.Length..].Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int owner) && !Directory.Exists("/proc/" + owner))
                Run("ip", "netns", "delete", space);
        }
    }

    private static string[] Spaces() => Directory.Exists("/run/netns")
        ? [.. Directory.GetFiles("/run/netns", Prefix + "*").Select(each => Path.GetFileName(each))]
        : [];

    private static string Run(string program, params string[] arguments)
    {
        using Process process = Start(program, arguments);
        return Finish(process);
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static string Finish(Process process)
    {
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)}: {error.GetAwaiter().GetResult()}");
    }

    private void Make(string host) => Run("ip", "netns", "add", _name + host);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setns(int space, int kind);
}

/// <summary>A test on a segment; skipped, with the reason, where there can be none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SegmentFactAttribute : FactAttribute
{
    public SegmentFactAttribute() => Skip = Segment.WhyNot;
}

/// <summary>Tests on a segment; skipped, with the reason, where there can be none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SegmentTheoryAttribute : TheoryAttribute
{
    public SegmentTheoryAttribute() => Skip = Segment.WhyNot;
}
