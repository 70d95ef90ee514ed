using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Threading;
using DsrReadiness.Console.Hosting;

namespace DsrReadiness.Console.Tests.Running;

/// <summary>The program, run in this process with a world of its own.</summary>
internal sealed class Dsr
{
    private readonly Dictionary<string, string> _variables = [];
    private Stream _input = Stream.Null;
    private Stream? _output;
    private int? _width;
    private bool _showsColour;
    private CancellationToken _cancellation;

    public static RunResult Run(params string[] arguments) => new Dsr().With(arguments);

    public Dsr Input(Stream input) => Change(() => _input = input);

    public Dsr Output(Stream output) => Change(() => _output = output);

    public Dsr Terminal(int width) => Change(() => (_width, _showsColour) = (width, true));

    public Dsr Variable(string name, string value) => Change(() => _variables[name] = value);

    public Dsr Cancellation(CancellationToken cancellation) => Change(() => _cancellation = cancellation);

    public RunResult With(params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        int status = App.Run(arguments, new ConsoleHost
        {
            OpenInput = () => new StandardInput(_input),
            Output = _output ?? output,
            Error = error,
            Width = _width,
            OutputShowsColour = _showsColour,
            Variable = name => _variables.GetValueOrDefault(name),
            Cancellation = _cancellation,
        });
        return new RunResult(status, Decode(output), Decode(error));
    }

    private static string Decode(MemoryStream stream) =>
        new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(stream.ToArray()).Replace("\r\n", "\n", StringComparison.Ordinal);

    private Dsr Change(Action change)
    {
        change();
        return this;
    }

    /// <summary>It can be read once, from its beginning to its end.</summary>
    private sealed class StandardInput(Stream stream) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => stream.Read(buffer, offset, count);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
