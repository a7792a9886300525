namespace ChildFriendly.Core.Participation;

/// <summary>Files that only the program's own account may read.</summary>
public static class SecretFile
{
    private const int MostWaits = 500;

    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(10);

    /// <summary>A folder that nobody else on the machine may look into; one that exists stays as it is.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>
    /// Writes to disk before the file gets its name, so that a crash leaves either none or a whole one. Never overwrites: of several who
    /// write at once, in this process or another, the first one wins and all read what it wrote.
    /// </summary>
    public static void Write(string file, byte[] content)
    {
        CreateFolder(Path.GetDirectoryName(file)!);
        // Moving without overwriting looks first and renames then: between the two somebody else may do the same.
        using var gate = Enter(Path.Combine(Path.GetDirectoryName(file)!, ".gate"));
        if (File.Exists(file))
        {
            return;
        }

        var half = $"{file}.{Environment.ProcessId}.{Guid.CreateVersion7():N}.new";
        using (var stream = new FileStream(half, PrivateFile(FileMode.CreateNew)))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(half, file, overwrite: false);
    }

    /// <summary>Waits until nobody else is inside.</summary>
    private static FileStream Enter(string gate)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(gate, PrivateFile(FileMode.OpenOrCreate));
            }
            catch (IOException) when (attempt < MostWaits && File.Exists(gate))
            {
                Task.Delay(Wait).GetAwaiter().GetResult();
            }
        }
    }

    private static FileStreamOptions PrivateFile(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
