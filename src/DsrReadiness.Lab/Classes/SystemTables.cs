using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DsrReadiness.Cim;
using DsrReadiness.Cim.Classes;
using DsrReadiness.Lab.State;

namespace DsrReadiness.Lab.Classes;

/// <summary>Windows itself, its devices, services and servers: what can only be read.</summary>
internal static class SystemTables
{
    private const int Server = 3;

    public static IEnumerable<LabClass> Of(Machine machine) =>
    [
        new LabTable<LabWindows>(OperatingSystemClass.Class, machine, _ => [machine.Windows])
            .With(OperatingSystemClass.Version, windows => windows.Version)
            .With(OperatingSystemClass.BuildNumber, windows => windows.Build.ToString(CultureInfo.InvariantCulture))
            .With(OperatingSystemClass.Caption, windows => windows.Caption)
            .With(OperatingSystemClass.ProductType, _ => Server)
            .With(OperatingSystemClass.WindowsDirectory, _ => @"C:\Windows"),
        new LabTable<Machine>(ComputerSystemClass.Class, machine, _ => [machine])
            .With(ComputerSystemClass.Name, each => each.Name)
            .With(ComputerSystemClass.DNSHostName, each => each.Name)
            .With(ComputerSystemClass.Domain, each => each.Domain ?? "WORKGROUP")
            .With(ComputerSystemClass.PartOfDomain, each => each.Domain is not null)
            .With(ComputerSystemClass.Manufacturer, each => each.Manufacturer),

        // Plug and play devices, those included whose adapter has not appeared.
        new LabTable<Device>(PnPEntityClass.Class, machine, _ => machine.Devices.All)
            .With(PnPEntityClass.DeviceID, device => device.InstanceId)
            .With(PnPEntityClass.HardwareID, device => new[] { device.HardwareId })
            .With(PnPEntityClass.ConfigManagerErrorCode, device => machine.Devices.ProblemOf(device)),
        new LabTable<LabService>(ServiceClass.Class, machine, _ => machine.Services)
            .With(ServiceClass.Name, service => service.Name)
            .With(ServiceClass.State, service => service.IsRunning ? "Running" : "Stopped")
            .With(ServiceClass.StartMode, service => service.StartMode)
            .With(ServiceClass.ProcessId, service => service.IsRunning ? service.Process.Id : 0)
            .With(ServiceClass.PathName, service => service.Process.Path is { } path ? '"' + path + "\" -k " + service.Name : null),
        new LabTable<LabProcess>(ProcessClass.Class, machine, _ => machine.Processes)
            .With(ProcessClass.ProcessId, process => process.Id)
            .With(ProcessClass.ExecutablePath, process => process.Path),
        new LabTable<LabRegistryValue>(RegistryValueClass.Class, machine, _ => RegistryValues(machine))
            .With(RegistryValueClass.Hive, _ => RegistryName.Hive)
            .With(RegistryValueClass.Key, value => value.Name.Key)
            .With(RegistryValueClass.Name, value => value.Name.Value)
            .With(RegistryValueClass.Type, value => value.Type)
            .With(RegistryValueClass.Data, value => value.Texts),

        // How the file server is set, as every server's is by default, and the addresses of which it tells its clients.
        new LabTable<Machine>(SmbServerConfigurationClass.Class, machine, _ => [machine])
            .With(SmbServerConfigurationClass.EnableMultiChannel, each => each.HasMultiChannel)
            .With(SmbServerConfigurationClass.EnableStrictNameChecking, each => each.Registry.Find(RegistryNames.DisableStrictNameChecking) is not > 0),
        new LabTable<LabAddress>(
            SmbServerNetworkInterfaceClass.Class,
            machine,
            _ => machine.Layers.Where(layer => layer.IsActive && layer.Interface != machine.BuiltIn).SelectMany(layer => layer.Addresses(CimStore.Active)))
            .With(SmbServerNetworkInterfaceClass.IpAddress, address => address.IPAddress.ToString()),
        new LabTable<LabSite>(SiteBindingClass.Class, machine, _ => machine.Sites)
            .With(SiteBindingClass.Site, site => site.Site)
            .With(SiteBindingClass.Protocol, site => site.Protocol)
            .With(SiteBindingClass.Address, site => site.Address)
            .With(SiteBindingClass.Port, site => site.Port),
        new LabTable<LabCertificate>(HttpCertificateClass.Class, machine, _ => machine.Certificates)
            .With(HttpCertificateClass.Binding, certificate => certificate.Binding)
            .With(HttpCertificateClass.Hash, _ => "0102AB")
            .With(HttpCertificateClass.NotAfter, certificate => certificate.NotAfter?.ToUnixTimeSeconds()),
    ];

    /// <summary>The registry values that are asked for, there or not: those of a fixed place, and of each service whose process has a socket open its kind of id.</summary>
    private static IEnumerable<LabRegistryValue> RegistryValues(Machine machine) =>
    [
        .. RegistryNames.All.Select(name => new LabRegistryValue(name, machine.Registry.Find(name))),
        .. from service in machine.Services
        where service.IsRunning && machine.Listeners.Exists(each => each.Process == service.Process.Id)
        select new LabRegistryValue(RegistryNames.ServiceSidType(service.Name), service.SidType),
    ];
}
