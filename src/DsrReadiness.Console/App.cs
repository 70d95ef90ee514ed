using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using DsrReadiness.Console.CommandLine;
using DsrReadiness.Console.Hosting;
using DsrReadiness.Console.Output;
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
            return new DsrCommandLine(host, messages).Parse(arguments)();
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

    /// <summary>Shows a text, and does nothing else.</summary>
    public static int Show(string text, ConsoleHost host)
    {
        using var output = new OutputStream(host.Output);
        using TextWriter writer = output.ToWriter();
        writer.Write(text);
        writer.Flush();
        return ExitStatus.Ready;
    }

    /// <summary>The version without the commit that the build appends.</summary>
    public static string Version() =>
        typeof(App).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
