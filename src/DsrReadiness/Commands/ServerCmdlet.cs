using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using DsrReadiness.Errors;
using DsrReadiness.Output;
using DsrReadiness.Servers;
using DsrReadiness.Services;
using DsrReadiness.Services.Files;
using DsrReadiness.Text;
using DsrReadiness.Threading;

namespace DsrReadiness.Commands;

/// <summary>Base of the commands that work on servers: side by side, with results as they come, and stopped at once.</summary>
public abstract class ServerCmdlet : PSCmdlet, IDisposable
{
    private readonly CmdletPipeline _pipeline;
    private FanOut? _fanOut;
    private IReadOnlyList<DsrServer>? _given;
    private bool _isDefault;
    private readonly List<DsrServer> _servers = [];
    private int _started;
    private int _done;
    private IReadOnlyCollection<string> _properties = [];
    private readonly HashSet<string> _unused = new(StringComparer.OrdinalIgnoreCase);
    private HashSet<string> _typed = [];
    private int _refused;

    private protected ServerCmdlet() => _pipeline = new CmdletPipeline(this);

    /// <summary>
    /// The servers: computer names, CimSessions, imported snapshots or lab servers. Without it, this computer. Input that names its server
    /// itself is for that server alone.
    /// </summary>
    [Parameter(
        ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, HelpMessage = "Computer names, CimSessions, snapshots or lab servers.")]
    [Alias("CimSession", "ComputerName", "Cn")]
    [DsrServerTransformation]
    public DsrServer[]? Server { get; set; }

    /// <summary>An object that names its server, such as one that this module has written, or a row of a file.</summary>
    [Parameter(ValueFromPipeline = true, HelpMessage = "An object that names its server.")]
    public PSObject? InputObject { get; set; }

    /// <summary>How many servers are worked on at the same time.</summary>
    [Parameter(HelpMessage = "How many servers are worked on at the same time.")]
    [ValidateRange(1, 10000)]
    public int ThrottleLimit { get; set; } = 32;

    /// <summary>True for a command that asks the user while it works, so that it never works on the pipeline thread.</summary>
    private protected virtual bool AsksUser => false;

    /// <summary>The server of another argument, such as a plan; null if there is none.</summary>
    private protected virtual DsrServer? NamedByArgument => null;

    /// <summary>The servers that are meant when neither a parameter nor the input names any; null for this computer.</summary>
    private protected virtual IReadOnlyList<DsrServer>? DefaultServers => null;

    /// <summary>The servers that work has been started for.</summary>
    private protected IReadOnlyList<DsrServer> Servers => _servers;

    /// <summary>True if the command is to show what it would do, and to change nothing.</summary>
    private protected bool IsWhatIf => MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? given)
        ? LanguagePrimitives.IsTrue(given)
        : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference"));

    /// <summary>What -Confirm was given as; null if it was not.</summary>
    private protected bool? IsConfirmGiven => MyInvocation.BoundParameters.TryGetValue("Confirm", out object? given) ? LanguagePrimitives.IsTrue(given) : null;

    /// <summary>False if PowerShell lets each change of usual impact be made without asking. Where it cannot be told, it may ask.</summary>
    internal bool AsksForEach => MyInvocation.BoundParameters.ContainsKey("Debug")
        || (IsConfirmGiven ?? !(LanguagePrimitives.TryConvertTo(GetVariableValue("ConfirmPreference"), out ConfirmImpact preference) && preference is ConfirmImpact.None or ConfirmImpact.High));

    /// <summary>True if an error was written, or PowerShell could not bind what names a server.</summary>
    private protected bool HasFailed => _pipeline.HasFailed || DsrServerTransformationAttribute.Refused > _refused;

    /// <summary>
    /// The texts that a parameter was given. A blank one is an error: it may be an empty cell or an undefined variable. Only in what this module has written does it mean that there is none.
    /// </summary>
    /// <exception cref="FailureException">One is blank.</exception>
    private protected string[] Given(string parameter, params string?[]? values)
    {
        // PowerShell goes on to list what an earlier input has bound.
        bool isGiven = _typed.Contains(parameter) || PipelineInput.Says(InputObject, GetType(), parameter);
        if (!isGiven)
            return [.. (values ?? []).OfType<string>().Where(text => !string.IsNullOrWhiteSpace(text))];
        bool isOwn = !_typed.Contains(parameter) && OwnObject.TypeOf(InputObject) is not null;
        if (!isOwn && (values is null || Array.Exists(values, string.IsNullOrWhiteSpace)))
            throw new FailureException(Failures.ValueIsBlank(parameter, InputObject?.BaseObject ?? parameter));
        IEnumerable<string> texts = (values ?? []).OfType<string>();
        return [.. isOwn ? texts.SelectMany(text => text.Split([DsrLists.Separator], StringSplitOptions.RemoveEmptyEntries)).Where(text => !string.IsNullOrWhiteSpace(text)) : texts];
    }

    /// <summary>What the texts mean that a parameter was given.</summary>
    /// <exception cref="FailureException">One is blank, or does not mean anything.</exception>
    private protected T[] Given<T>(string parameter, string[] values, Func<string, T> read)
    {
        string[] texts = Given(parameter, values);
        return Valid(() => texts.Select(read).ToArray(), texts);
    }

    /// <summary>What was read, or the error that it makes no sense.</summary>
    private protected static T Valid<T>(Func<T> read, object? target)
    {
        try
        {
            return read();
        }
        catch (ServiceDefinitionException e)
        {
            throw new FailureException(Failures.InvalidService(e, target));
        }
    }

    /// <summary>The traffic interface: by index if that is how it was given, else by name, else as the input names it; null if nothing does.</summary>
    private protected string? TrafficInterface(uint index, string? alias) =>
        ParameterSetName == ServiceCmdlet.ByIndex ? index.ToString(CultureInfo.InvariantCulture) : alias ?? TrafficInterfaceOfInput;

    /// <summary>Does what must be right before any server is turned to: a failure ends the command.</summary>
    private protected void Begin(Action work)
    {
        try
        {
            work();
        }
        catch (FailureException e)
        {
            ThrowTerminatingError(e.Failure.ToRecord());
        }
        catch (ServiceFileException e)
        {
            ThrowTerminatingError(Failures.ServiceNotFound(e).ToRecord());
        }
    }

    /// <summary>
    /// The traffic interface that the input names, from an earlier result; null if it names none. It is read and not bound: a piped loopback's alias, or an adapter's, must not mean it.
    /// </summary>
    private protected string? TrafficInterfaceOfInput => InputObject?.Properties[nameof(DsrVerdict.TrafficInterface)]?.Value?.ToString() is { Length: > 0 } name ? name : null;

    /// <summary>Frees what the command holds; whatever still runs is cancelled and waited for.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        LoadedVersion.Check(this);
        _fanOut = new FanOut(ThrottleLimit);
        _given = Server;
        _isDefault = ServerDefault.Is(GetVariableValue("PSDefaultParameterValues"), MyInvocation.MyCommand.Name, Server);
        _properties = PipelineInput.PropertiesTakenBy(GetType());
        _refused = DsrServerTransformationAttribute.Refused;
        _typed = new HashSet<string>(MyInvocation.BoundParameters.Keys, StringComparer.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        FanOut fanOut = _fanOut!;
        fanOut.Queue.RunPending();
        try
        {
            IReadOnlyList<DsrServer> servers = ServerSelection.Choose(Named(), _given, _isDefault, DefaultServers);
            Func<ServerJob, Task> work = Prepare();
            foreach (DsrServer server in servers)
                Start(fanOut, server, work);
        }
        catch (FailureException e)
        {
            _pipeline.Write(e.Failure);
        }

        fanOut.Queue.RunPending();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _fanOut!.Finish();
        if (_started > 1)
            ShowDone(ProgressRecordType.Completed);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _fanOut?.Stop();

    /// <summary>Frees what the command holds.</summary>
    /// <param name="disposing">False in a finalizer, which there is none of here.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _fanOut?.Dispose();
    }

    /// <summary>
    /// Reads the parameters as they are for the present input, and returns what is to be done with each of its servers. What is returned runs
    /// later and on other threads, and must not look at the parameters again.
    /// </summary>
    /// <exception cref="FailureException">The input makes no sense.</exception>
    private protected abstract Func<ServerJob, Task> Prepare();

    /// <summary>Starts work for one more server, before the end of processing.</summary>
    private protected void Start(DsrServer server, Func<ServerJob, Task> work) => Start(_fanOut!, server, work);

    /// <summary>Starts work that is done when that of all servers is, before the end of processing.</summary>
    private protected void StartAfterAll(DsrServer server, Func<ServerJob, Task> work)
    {
        var job = new ServerJob(server, _pipeline, _fanOut!.Queue, _fanOut.Stopping);
        _fanOut.StartAfterAll(_ => job.RunAsync(work));
    }

    private void Start(FanOut fanOut, DsrServer server, Func<ServerJob, Task> work)
    {
        _servers.Add(server);
        var job = new ServerJob(server, _pipeline, fanOut.Queue, fanOut.Stopping);
        if (server.Kind == DsrServerKind.Snapshot && !AsksUser)
        {
            fanOut.StartHere(_ => job.RunAsync(work));
            return;
        }

        _started++;
        fanOut.Start(server.Lane, _ => RunAsync(fanOut, job, work));
    }

    private async Task RunAsync(FanOut fanOut, ServerJob job, Func<ServerJob, Task> work)
    {
        await job.RunAsync(work).ConfigureAwait(false);
        fanOut.Queue.Post(() =>
        {
            _done++;
            if (_started > 1)
                ShowDone(ProgressRecordType.Processing);
        });
    }

    /// <summary>How many of the servers that are known by now are done. More may come down the pipeline.</summary>
    private void ShowDone(ProgressRecordType type) => WriteProgress(
        new ProgressRecord(0, MyInvocation.MyCommand.Name, $"{_done} of {_started} servers") { PercentComplete = _done * 100 / _started, RecordType = type });

    private IReadOnlyList<DsrServer>? Named()
    {
        if (InputObject is null)
            return NamedByArgument is { } alone ? [alone] : null;
        if (NamedByArgument is { } server)
        {
            return PipelineInput.ServersOf(InputObject) is { } input && input.Any(each => ServerSelection.Find(each, [server]) is null)
                ? throw new FailureException(Failures.PlanMismatch(server, input))
                : [server];
        }

        if (PipelineInput.InterfaceOf(InputObject) is { } name && GetType().GetProperty("InterfaceAlias") is not null && !_properties.Contains("InterfaceAlias"))
            throw new FailureException(Failures.InterfaceIsInput(name, InputObject.BaseObject));
        if (OwnObject.IsCopyOf(InputObject, typeof(DsrPlan)))
            throw new FailureException(Failures.PlanIsCopy(InputObject));
        string[] unused = [.. PipelineInput.Unused(InputObject, _properties).Where(_unused.Add)];
        IReadOnlyList<DsrServer>? named = PipelineInput.ServersOf(InputObject);
        if (unused.Length > 0 && named is null && AsksUser)
            throw new FailureException(Failures.UnknownColumns(unused, InputObject));
        if (unused.Length > 0)
            WriteWarning(SafeText.Of($"Nothing takes these columns of the input: {string.Join(", ", unused)}. {MyInvocation.MyCommand.Name} takes {string.Join(", ", _properties)}."));
        return named is null && !PipelineInput.SaysAnything(InputObject, _properties)
            ? throw new FailureException(Failures.UnsupportedInput(InputObject.BaseObject, _properties))
            : named;
    }
}
