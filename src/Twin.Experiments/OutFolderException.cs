namespace Twin.Experiments;

/// <summary>An out folder cannot be used. The message says which folder, what was found there and what to do.</summary>
public sealed class OutFolderException : IOException
{
    /// <summary>Without a message of its own.</summary>
    public OutFolderException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">Folder, what was found, what to do.</param>
    public OutFolderException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    /// <param name="message">Folder, what was found, what to do.</param>
    /// <param name="innerException">The cause.</param>
    public OutFolderException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
