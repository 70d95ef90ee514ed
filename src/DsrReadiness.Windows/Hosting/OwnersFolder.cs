using System;
using System.ComponentModel;
using System.IO;
using System.Runtime.InteropServices;

namespace DsrReadiness.Windows.Hosting;

/// <summary>
/// A folder under ProgramData that administrators and the system alone can read and write. Everybody may make folders there: one that another made first, or a link that leads elsewhere, or
/// one that others may write to, in which they could plant files, is refused.
/// </summary>
internal static class OwnersFolder
{
    private const string OwnersOnly = "O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)";
    private const uint Revision = 1; // SDDL_REVISION_1
    private const int FileObject = 1; // SE_FILE_OBJECT
    private const uint OwnerInformation = 0x1; // OWNER_SECURITY_INFORMATION
    private const uint RightsInformation = 0x4; // DACL_SECURITY_INFORMATION
    private const int AlreadyExists = 183;

    /// <summary>Makes the folder, or makes sure that the one that is there is not another's.</summary>
    /// <exception cref="IOException">It is another's.</exception>
    /// <exception cref="UnauthorizedAccessException">The caller may not make it, or not look at it.</exception>
    public static void Ensure(string path)
    {
        if (!ConvertStringSecurityDescriptorToSecurityDescriptor(OwnersOnly, Revision, out IntPtr descriptor, out _))
            throw new Win32Exception();
        try
        {
            var attributes = new SecurityAttributes { Length = Marshal.SizeOf<SecurityAttributes>(), Descriptor = descriptor };
            if (CreateDirectory(path, attributes))
                return;
            int error = Marshal.GetLastWin32Error();
            if (error != AlreadyExists)
                throw Refused(path, error);
        }
        finally
        {
            LocalFree(descriptor);
        }

        if ((File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0)
            throw Planted(path, "is a link: whoever made it decides what it leads to");
        if (FolderRights.Problem(RightsOf(path)) is { } problem)
            throw Planted(path, problem);
    }

    /// <summary>The owner and who may do what, as SDDL has it.</summary>
    internal static string RightsOf(string path)
    {
        const uint Wanted = OwnerInformation | RightsInformation;
        int error = GetNamedSecurityInfo(path, FileObject, Wanted, out _, IntPtr.Zero, IntPtr.Zero, IntPtr.Zero, out IntPtr descriptor);
        if (error != 0)
            throw Refused(path, error);
        try
        {
            return Sddl(descriptor, Wanted);
        }
        finally
        {
            LocalFree(descriptor);
        }
    }

    private static IOException Planted(string path, string problem) => new(
        $"The folder {path} {problem}. Others could plant journals in it, by which changes are undone. Look at it, and remove it: the next run makes it anew.");

    private static string Sddl(IntPtr descriptor, uint information)
    {
        if (!ConvertSecurityDescriptorToStringSecurityDescriptor(descriptor, Revision, information, out IntPtr text, out _))
            throw new Win32Exception();
        try
        {
            return Marshal.PtrToStringUni(text)!;
        }
        finally
        {
            LocalFree(text);
        }
    }

    private static Exception Refused(string path, int error) => error == 5
        ? new UnauthorizedAccessException($"{path}: {new Win32Exception(error).Message} Journals are kept for administrators.")
        : new IOException($"{path}: {new Win32Exception(error).Message}", error);

    [DllImport("kernel32.dll", CharSet = CharSet.Unicode, ExactSpelling = true, EntryPoint = "CreateDirectoryW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool CreateDirectory(string path, in SecurityAttributes attributes);

    [DllImport("kernel32.dll", ExactSpelling = true)]
    private static extern IntPtr LocalFree(IntPtr memory);

    [DllImport("advapi32.dll", CharSet = CharSet.Unicode, ExactSpelling = true, EntryPoint = "ConvertStringSecurityDescriptorToSecurityDescriptorW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool ConvertStringSecurityDescriptorToSecurityDescriptor(string text, uint revision, out IntPtr descriptor, out uint size);

    [DllImport("advapi32.dll", CharSet = CharSet.Unicode, ExactSpelling = true, EntryPoint = "ConvertSecurityDescriptorToStringSecurityDescriptorW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool ConvertSecurityDescriptorToStringSecurityDescriptor(
        IntPtr descriptor, uint revision, uint information, out IntPtr text, out uint length);

    [DllImport("advapi32.dll", CharSet = CharSet.Unicode, ExactSpelling = true, EntryPoint = "GetNamedSecurityInfoW")]
    private static extern int GetNamedSecurityInfo(
        string name, int type, uint information, out IntPtr owner, IntPtr group, IntPtr dacl, IntPtr sacl, out IntPtr descriptor);

    [StructLayout(LayoutKind.Sequential)]
    private struct SecurityAttributes
    {
        public int Length;
        public IntPtr Descriptor;
        public int InheritHandle;
    }
}
