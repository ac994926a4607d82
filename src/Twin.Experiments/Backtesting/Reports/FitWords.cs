using System.Globalization;
using Twin.Experiments.Backtesting.Fitting;
using Twin.Experiments.Tables;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Backtesting.Reports;

/// <summary>What the counts say of parameters, in words.</summary>
internal static class FitWords
{
    /// <summary>A parameter's name.</summary>
    public static string Name(string key, TextSet texts) => texts[$"backtest.parameter.{key}"];

    /// <summary>A parameter's value: a share in percent, a factor as such.</summary>
    public static string Value(FittedParameter fitted, double value, TextSet texts) =>
        fitted.Parameter.IsFactor ? texts.Format("backtest.factor", value.ToString("0.00", CultureInfo.InvariantCulture)) : texts.Percent(value);

    /// <summary>What the counts say, in a sentence.</summary>
    public static string Sentence(FittedParameter fitted, TextSet texts) => texts.Format(
        $"backtest.fit.{UntestedReasons.Camel(fitted.Verdict)}", Name(fitted.Parameter.Key, texts), Value(fitted, fitted.Fitted, texts), Value(fitted, fitted.Low, texts),
        Value(fitted, fitted.High, texts), Value(fitted, fitted.Assumed, texts), fitted.Grade.Length == 0 ? texts["none"] : fitted.Grade,
        fitted.TradesWith is { } other ? Name(other, texts) : "");

    /// <summary>The same in a word or two.</summary>
    public static string Short(FittedParameter fitted, TextSet texts) => texts.Format(
        $"backtest.verdictShort.{UntestedReasons.Camel(fitted.Verdict)}", fitted.TradesWith is { } other ? Name(other, texts) : "");
}
