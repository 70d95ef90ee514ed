namespace DsrReadiness.Cim;

/// <summary>The state of a TCP connection. Newer releases have more states than are documented.</summary>
public enum TcpState
{
    /// <summary><c>1</c></summary>
    Closed = 1,

    /// <summary><c>2</c></summary>
    Listen = 2,

    /// <summary><c>3</c></summary>
    SynSent = 3,

    /// <summary><c>4</c></summary>
    SynReceived = 4,

    /// <summary><c>5</c></summary>
    Established = 5,

    /// <summary><c>6</c></summary>
    FinWait1 = 6,

    /// <summary><c>7</c></summary>
    FinWait2 = 7,

    /// <summary><c>8</c></summary>
    CloseWait = 8,

    /// <summary><c>9</c></summary>
    Closing = 9,

    /// <summary><c>10</c></summary>
    LastAck = 10,

    /// <summary><c>11</c></summary>
    TimeWait = 11,

    /// <summary><c>12</c></summary>
    DeleteTCB = 12,
}
