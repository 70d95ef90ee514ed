using System;
using System.Diagnostics;
using System.IO;
using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

namespace DsrReadiness.Pester.Tests;

/// <summary>One PowerShell with one Pester in it, which runs files of tests until it is disposed.</summary>
internal sealed class PesterWorker : IAsyncDisposable
{
    /// <summary>How long a file may take before it is said to hang; none comes near it.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(30);

    private readonly Process _process;
    private readonly NamedPipeServerStream _pipe;
    private readonly StreamReader _answers;
    private readonly StringBuilder _said = new();

    private PesterWorker(Process process, NamedPipeServerStream pipe)
    {
        (_process, _pipe) = (process, pipe);
        _answers = new StreamReader(pipe);
    }

    /// <summary>Starts one, with the modules of a folder of the output: <c>modules5</c> or <c>modules6</c>.</summary>
    public static async Task<PesterWorker> StartAsync(string modules, string version)
    {
        string name = "dsr-pester-" + Guid.NewGuid().ToString("N");
        string path = Path.Combine(AppContext.BaseDirectory, modules);
        var pipe = new NamedPipeServerStream(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        ProcessStartInfo start = PowerShellPackage.Start(
            "-File", Path.Combine(AppContext.BaseDirectory, "Worker.ps1"), "-Pipe", name,
            "-Runner", Path.Combine(Repository.Root, ".ci", "Invoke-Pester.ps1"), "-Pester", Path.Combine(path, "Pester", version, "Pester.psd1"));
        start.WorkingDirectory = Repository.Root;
        start.Environment["PSModulePath"] = path;
        var worker = new PesterWorker(Process.Start(start)!, pipe);
        worker.Listen();
        await Task.WhenAny(pipe.WaitForConnectionAsync(), worker._process.WaitForExitAsync());
        return pipe.IsConnected ? worker : throw new InvalidOperationException($"PowerShell ended before it could be asked: {worker.Said()}");
    }

    /// <summary>Runs a file of tests.</summary>
    public async Task<PesterResult> RunAsync(string file)
    {
        await _pipe.WriteAsync(Encoding.UTF8.GetBytes(file + "\n"));
        string? answer = await _answers.ReadLineAsync().WaitAsync(s_patience);
        return answer is null
            ? throw new InvalidOperationException($"PowerShell ended in the middle of {Path.GetFileName(file)}: {Said()}")
            : JsonSerializer.Deserialize<PesterResult>(answer)!;
    }

    public async ValueTask DisposeAsync()
    {
        await _pipe.DisposeAsync();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _answers.Dispose();
    }

    private void Listen()
    {
        _process.StandardInput.Close();
        DataReceivedEventHandler hear = (_, line) =>
        {
            lock (_said)
                _said.AppendLine(line.Data);
        };
        _process.OutputDataReceived += hear;
        _process.ErrorDataReceived += hear;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private string Said()
    {
        lock (_said)
            return _said.ToString();
    }
}

/// <summary>What became of the tests of one file, and what Pester wrote.</summary>
internal sealed record PesterResult(int Passed, int Failed, int Skipped, int Broken, string Text);
