using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Comparing;
using DsrReadiness.Console.Connecting;
using DsrReadiness.Console.Demo;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Netsh;
using DsrReadiness.Console.Output;
using DsrReadiness.Console.Planning;
using DsrReadiness.Console.Redacting;
using DsrReadiness.Console.Scripting;
using DsrReadiness.Console.Testing;
using DsrReadiness.Console.Tracing;
using DsrReadiness.Services.Files;

namespace DsrReadiness.Console;

/// <summary>The program from arguments to exit status.</summary>
internal static class App
{
    public static int Run(IReadOnlyList<string> arguments, ConsoleHost host)
    {
        var messages = new Messages(host.Error);
        int status = RunGuarded(arguments, host, messages);
        bool isRefused = status >= ExitStatus.Usage && status != ExitStatus.OutputClosed;
        return isRefused && PluginAnswer.IsWanted(arguments) ? PluginAnswer.Unknown(host.Output, messages.First ?? "it was ended before it knew.") : status;
    }

    private static int RunGuarded(IReadOnlyList<string> arguments, ConsoleHost host, Messages messages)
    {
        try
        {
            return Run(new DsrCommandLine().Parse(arguments), host, messages);
        }
        catch (UsageException e)
        {
            foreach (string message in e.Messages)
                messages.Say(message);
            messages.Say($"'{e.Command} --help' shows what there is.");
            return ExitStatus.Usage;
        }
        catch (ServiceFileException e)
        {
            messages.Say(e.Message);
            return ExitStatus.BadInput;
        }
        catch (OperationCanceledException) when (host.Cancellation.IsCancellationRequested)
        {
            return host.CancelledStatus();
        }
        catch (OutputException e) when (e.IsClosedPipe)
        {
            return ExitStatus.OutputClosed;
        }
        catch (OutputException e)
        {
            messages.Say("the results cannot be written: " + e.Message);
            return ExitStatus.Internal;
        }
#pragma warning disable CA1031 // The last place where a fault of ours can be told in words.
        catch (Exception e)
#pragma warning restore CA1031
        {
            messages.Say($"a fault of dsr itself ({e.GetType().Name}: {e.Message}). Please report it with the command.");
            return ExitStatus.Internal;
        }
    }

    private static int Run(Request request, ConsoleHost host, Messages messages) => request switch
    {
        Request.Test test => new TestCommand(host, messages).Run(test.Details),
        Request.Plan plan => new PlanCommand(host, messages).Run(plan.Details),
        Request.Path path => new PathCommand(host, messages).Run(path.Details),
        Request.Compare compare => new CompareCommand(host, messages).Run(compare.Details),
        Request.Script script => new ScriptCommand(host, messages).Run(script.Details),
        Request.Netsh netsh => new NetshCommand(host, messages).Run(netsh.Details),
        Request.Redact redact => new RedactCommand(host, messages).Run(redact.Details),
        Request.Connect connect => new ConnectCommand(host, messages).Run(connect.Details),
        Request.Demo => new DemoCommand(host).Run(),
        Request.Version => Show("dsr " + Version() + "\n", host),
        Request.Text text => Show(text.Content, host),
        _ => throw new InvalidOperationException("No such request: " + request.GetType().Name),
    };

    private static int Show(string text, ConsoleHost host)
    {
        using var output = new OutputStream(host.Output);
        using TextWriter writer = output.ToWriter();
        writer.Write(text);
        writer.Flush();
        return ExitStatus.Ready;
    }

    /// <summary>The version without the commit that the build appends.</summary>
    private static string Version() =>
        typeof(App).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
