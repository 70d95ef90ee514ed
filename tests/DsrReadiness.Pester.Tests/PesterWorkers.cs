using System;
using System.Threading.Tasks;

namespace DsrReadiness.Pester.Tests;

/// <summary>A PowerShell for each version of Pester, started when it is first asked for.</summary>
public sealed class PesterWorkers : IAsyncLifetime
{
    private readonly Lazy<Task<PesterWorker>> _five = new(() => PesterWorker.StartAsync("modules5", PowerShellPackage.Metadata("Pester5")));
    private readonly Lazy<Task<PesterWorker>> _six = new(() => PesterWorker.StartAsync("modules6", PowerShellPackage.Metadata("Pester6")));

    internal Task<PesterWorker> Pester5 => _five.Value;

    internal Task<PesterWorker> Pester6 => _six.Value;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (Lazy<Task<PesterWorker>> each in (Lazy<Task<PesterWorker>>[])[_five, _six])
        {
            if (each.IsValueCreated)
                await (await each.Value).DisposeAsync();
        }
    }
}
