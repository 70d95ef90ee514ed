using System;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace DsrReadiness.Json;

/// <summary>
/// A double as text and back, by exact arithmetic. The runtimes do not agree: .NET Framework writes <c>1.79769313486232E+308</c>, loses the sign of zero, and may read the neighbour of the
/// double that is nearest.
/// </summary>
internal static class JsonReal
{
    private const int MantissaBits = 52;
    private const int LeastExponent = -1074; // of the last bit of the smallest double
    private const int GreatestExponent = 971; // of the last bit of the greatest double
    private const int DecidingDigits = 800; // of what lies half-way between two doubles, no more than 768 digits differ from zero

    /// <summary>Any plain value as text that is the same on every runtime; null for null.</summary>
    public static string? TextOf(object? value) => value is double real ? Write(real) : Convert.ToString(value, CultureInfo.InvariantCulture);

    /// <summary>The fewest digits that read as the same double again; of those, the nearest. An integer below 1E+17 has neither point nor exponent.</summary>
    public static string Write(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        string sign = bits < 0 ? "-" : string.Empty;
        long fraction = bits & ((1L << MantissaBits) - 1);
        int biased = (int)(bits >> MantissaBits) & 0x7FF;
        if (biased == 0x7FF)
            throw new ArgumentOutOfRangeException(nameof(value), value, "JSON has no such number.");
        if (fraction == 0 && biased == 0)
            return sign + "0";
        (string digits, int point) = biased == 0
            ? Shortest(fraction, LeastExponent, isLowerNearer: false)
            : Shortest(fraction | (1L << MantissaBits), biased - 1 + LeastExponent, isLowerNearer: fraction == 0 && biased > 1);
        return sign + Layout(digits, point);
    }

    /// <summary>Reads a number in JSON's grammar; false if it is beyond what a double holds.</summary>
    public static bool TryRead(string text, out double value)
    {
        bool isNegative = text[0] == '-';
        (BigInteger digits, int count, long exponent) = Parts(text);
        long point = count + exponent; // the value is 0.digits times ten to this
        bool isZero = digits.IsZero || point < -330;
        value = isZero ? 0 : point > 310 ? double.PositiveInfinity : Nearest(digits, (int)exponent);
        if (isNegative)
            value = -value;
        return !double.IsInfinity(value);
    }

    /// <summary>
    /// Steele and White's digits, as Burger and Dybvig scale them: value and half the way to each neighbour are held as integers over one divisor, and digits are taken until those so far
    /// tell the value from its neighbours.
    /// </summary>
    private static (string Digits, int Point) Shortest(long mantissa, int exponent, bool isLowerNearer)
    {
        bool isEven = (mantissa & 1) == 0; // a reader that is half-way rounds to it
        BigInteger upper = exponent > 0 ? BigInteger.One << exponent : BigInteger.One;
        BigInteger divisor = exponent < 0 ? BigInteger.One << (1 - exponent) : 2;
        BigInteger rest = mantissa * upper * 2;
        BigInteger lower = upper;
        if (isLowerNearer)
            (rest, divisor, upper) = (rest * 2, divisor * 2, upper * 2);

        int point = (int)Math.Ceiling(((BitLength(mantissa) + exponent - 1) * 0.30102999566398120) - 1e-9);
        if (point > 0)
            divisor *= BigInteger.Pow(10, point);
        else
            (rest, lower, upper) = (rest * BigInteger.Pow(10, -point), lower * BigInteger.Pow(10, -point), upper * BigInteger.Pow(10, -point));
        if (isEven ? rest + upper >= divisor : rest + upper > divisor)
            (divisor, point) = (divisor * 10, point + 1); // the estimate is right, or one too low

        var digits = new StringBuilder();
        while (true)
        {
            int digit = (int)BigInteger.DivRem(rest * 10, divisor, out rest);
            (lower, upper) = (lower * 10, upper * 10);
            bool mayEndLow = isEven ? rest <= lower : rest < lower;
            bool mayEndHigh = isEven ? rest + upper >= divisor : rest + upper > divisor;
            if (mayEndLow || mayEndHigh)
            {
                int half = (rest * 2).CompareTo(divisor);
                bool isUp = mayEndHigh && (!mayEndLow || half > 0 || (half == 0 && (digit & 1) == 1));
                digits.Append((char)('0' + digit + (isUp ? 1 : 0)));
                return (digits.ToString(), point);
            }

            digits.Append((char)('0' + digit));
        }
    }

    /// <summary>As .NET writes a double: plain from 0.0001 to seventeen digits before the point, with an exponent of two digits or more beyond.</summary>
    private static string Layout(string digits, int point)
    {
        if (point is < -3 or > 17)
        {
            string power = Math.Abs(point - 1).ToString("00", CultureInfo.InvariantCulture);
            return digits.Substring(0, 1) + (digits.Length > 1 ? "." + digits.Substring(1) : string.Empty) + (point > 0 ? "E+" : "E-") + power;
        }

        if (point <= 0)
            return "0." + new string('0', -point) + digits;
        return digits.Length <= point ? digits.PadRight(point, '0') : digits.Substring(0, point) + "." + digits.Substring(point);
    }

    /// <summary>The digits as one integer, how many they are, and the power of ten of the last. Those that can decide nothing more are dropped, but for whether one of them is not zero.</summary>
    private static (BigInteger Digits, int Count, long Exponent) Parts(string text)
    {
        var digits = new StringBuilder();
        long dropped = 0, behindPoint = 0;
        bool isBehindPoint = false, isMore = false;
        int at = text[0] == '-' ? 1 : 0;
        for (; at < text.Length && text[at] is not ('e' or 'E'); at++)
        {
            if (text[at] == '.')
            {
                isBehindPoint = true;
                continue;
            }

            if (isBehindPoint)
                behindPoint++;
            if (digits.Length == DecidingDigits)
                (dropped, isMore) = (dropped + 1, isMore || text[at] != '0');
            else if (digits.Length > 0 || text[at] != '0')
                digits.Append(text[at]);
        }

        long exponent = Power(text, at + 1) - behindPoint + dropped;
        if (isMore)
        {
            digits.Append('1');
            exponent--;
        }

        return digits.Length == 0 ? (BigInteger.Zero, 0, 0) : (BigInteger.Parse(digits.ToString(), NumberStyles.None, CultureInfo.InvariantCulture), digits.Length, exponent);
    }

    /// <summary>The number behind the E. What is beyond a million million is left at that: no text is long enough to make up for it.</summary>
    private static long Power(string text, int at)
    {
        bool isNegative = at < text.Length && text[at] == '-';
        long power = 0;
        for (; at < text.Length; at++)
        {
            if (text[at] is not ('+' or '-'))
                power = Math.Min((power * 10) + (text[at] - '0'), 1_000_000_000_000);
        }

        return isNegative ? -power : power;
    }

    /// <summary>The double that is nearest to an integer times a power of ten; half-way, the even one.</summary>
    private static double Nearest(BigInteger digits, int exponent)
    {
        BigInteger numerator = exponent > 0 ? digits * BigInteger.Pow(10, exponent) : digits;
        BigInteger divisor = exponent < 0 ? BigInteger.Pow(10, -exponent) : BigInteger.One;
        int last = Math.Max(BitLength(numerator) - BitLength(divisor) - MantissaBits - 1, LeastExponent);
        while (true)
        {
            BigInteger quotient = BigInteger.DivRem(last < 0 ? numerator << -last : numerator, last > 0 ? divisor << last : divisor, out BigInteger rest);
            if (quotient >> (MantissaBits + 1) != 0)
            {
                last++; // one bit more than there is room for: the estimate was one too low
                continue;
            }

            int half = (rest * 2).CompareTo(last > 0 ? divisor << last : divisor);
            long mantissa = (long)quotient + (half > 0 || (half == 0 && !quotient.IsEven) ? 1 : 0);
            return last > GreatestExponent || (last == GreatestExponent && mantissa >> (MantissaBits + 1) != 0) ? double.PositiveInfinity : Compose(mantissa, last);
        }
    }

    /// <summary>A mantissa that was rounded up to a power of two carries into the exponent by itself; one below two to the 52nd is subnormal.</summary>
    private static double Compose(long mantissa, int exponent) => mantissa < 1L << MantissaBits
        ? BitConverter.Int64BitsToDouble(mantissa)
        : BitConverter.Int64BitsToDouble(((long)(exponent - LeastExponent) << MantissaBits) + mantissa);

    private static int BitLength(BigInteger value)
    {
        byte[] bytes = value.ToByteArray(); // little-endian; the highest byte has the sign, and may be nothing else
        int bits = (bytes.Length - 1) * 8;
        for (int top = bytes[bytes.Length - 1]; top != 0; top >>= 1)
            bits++;
        return bits;
    }
}
