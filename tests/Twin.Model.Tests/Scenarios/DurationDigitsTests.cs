using Twin.Model.Scenarios.Notation;

namespace Twin.Model.Tests.Scenarios;

/// <summary>"23.119999999999997s" in parameters.csv: 17 × 1.36 as floating point has it.</summary>
public sealed class DurationDigitsTests
{
    [Theory]
    [InlineData(17 * 1.36, "23s120ms")]
    [InlineData(20 * 1.1, "22s")]
    [InlineData(0.1 + 0.2, "300ms")]
    [InlineData(1.0 / 3, "0.3333333333333333s")]
    [InlineData(3600.0 / 13, "276.9230769230769s")]
    [InlineData(90, "1min30s")]
    public void FormatSeconds_WhatArithmeticAdds_IsNotWritten(double seconds, string expected) => Assert.Equal(expected, DurationText.FormatSeconds(seconds));
}
