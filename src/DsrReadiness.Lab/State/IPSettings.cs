using System.Collections.Generic;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;

namespace DsrReadiness.Lab.State;

/// <summary>The settings of an IP interface that were set in one store; what was not set has no value.</summary>
internal sealed class IPSettings(IDictionary<CimProperty, long> values)
{
    private readonly Dictionary<CimProperty, long> _values = new(values);

    public IPSettings()
        : this(new Dictionary<CimProperty, long>())
    {
    }

    public long? this[CimProperty property] => _values.TryGetValue(property, out long value) ? value : null;

    public void Set(CimProperty property, long value)
    {
        _values[property] = value;
        if (property == NetIPInterfaceClass.InterfaceMetric)
            _values[NetIPInterfaceClass.AutomaticMetric] = (long)Toggle.Disabled;
        else if (property == NetIPInterfaceClass.AutomaticMetric && value == (long)Toggle.Enabled)
            _values.Remove(NetIPInterfaceClass.InterfaceMetric);
    }

    public IPSettings Copy() => new(_values);
}
