using System.Text;

namespace Twin.Experiments.Backtesting.Counting;

/// <summary>Columns that tell of persons, which no import takes (domain, section 8): names, identity numbers, phones, addresses.</summary>
public static class PersonColumns
{
    /// <summary>What is said of such a column.</summary>
    public const string Allowed = "counts by site and time only: no column of names, identity numbers, phones or addresses is read, whatever is in it; take it out of the file";

    private static readonly string[] Parts =
    [
        "name", "surname", "person", "resident", "identity", "idnumber", "idcard", "idno", "passport", "phone", "mobile", "telephone", "contact", "email",
        "wechat", "address", "household", "birth", "gender", "姓名", "名字", "身份证", "证件", "电话", "手机", "联系", "微信", "邮箱", "地址", "住址", "门牌", "户号", "居民", "出生", "性别",
    ];

    private static readonly string[] Whole = ["id", "nid", "tel", "sex", "age", "room", "年龄"];

    /// <summary>Whether a column's name is that of a person's attribute.</summary>
    /// <param name="column">The name, in whatever case, with blanks, hyphens or underlines.</param>
    public static bool Tells(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        StringBuilder plain = new();
        foreach (Rune rune in column.EnumerateRunes().Where(Rune.IsLetterOrDigit))
        {
            plain.Append(Rune.ToLowerInvariant(rune).ToString());
        }

        string text = plain.ToString();
        return Whole.Contains(text, StringComparer.Ordinal) || text.EndsWith("id", StringComparison.Ordinal) && text is not "siteid"
            || Parts.Any(part => text.Contains(part, StringComparison.Ordinal) && text is not "sitename");
    }
}
