// SPDX-FileCopyrightText: 2026 The ConvScope authors
// SPDX-License-Identifier: MIT
#include "tensor/random.h"

#include <bit>
#include <cmath>

namespace convscope {

namespace {

using Coefficients = std::array<double, 8>;

/// c[0] + c[1]·x + … + c[7]·x⁷.
double polynomial(const Coefficients &c, double x)
{
    double sum = c.back();
    for (std::size_t i = c.size() - 1; i-- > 0;)
        sum = sum * x + c[i];
    return sum;
}

// AS 241: numerators and denominators for the middle, the tails and the far tails.
constexpr Coefficients kMiddleOver{3.3871328727963666080e+0, 1.3314166789178437745e+2,
                                   1.9715909503065514427e+3, 1.3731693765509461125e+4,
                                   4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                   3.3430575583588128105e+4, 2.5090809287301226727e+3};
constexpr Coefficients kMiddleUnder{1.0,
                                    4.2313330701600911252e+1,
                                    6.8718700749205790830e+2,
                                    5.3941960214247511077e+3,
                                    2.1213794301586595867e+4,
                                    3.9307895800092710610e+4,
                                    2.8729085735721942674e+4,
                                    5.2264952788528545610e+3};
constexpr Coefficients kTailOver{1.42343711074968357734e+0, 4.63033784615654529590e+0,
                                 5.76949722146069140550e+0, 3.64784832476320460504e+0,
                                 1.27045825245236838258e+0, 2.41780725177450611770e-1,
                                 2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr Coefficients kTailUnder{1.0,
                                  2.05319162663775882187e+0,
                                  1.67638483018380384940e+0,
                                  6.89767334985100004550e-1,
                                  1.48103976427480074590e-1,
                                  1.51986665636164571966e-2,
                                  5.47593808499534494600e-4,
                                  1.05075007164441684324e-9};
constexpr Coefficients kFarOver{6.65790464350110377720e+0, 5.46378491116411436990e+0,
                                1.78482653991729133580e+0, 2.96560571828504891230e-1,
                                2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr Coefficients kFarUnder{1.0,
                                 5.99832206555887937690e-1,
                                 1.36929880922735805310e-1,
                                 1.48753612908506148525e-2,
                                 7.86869131145613259100e-4,
                                 1.84631831751005468180e-5,
                                 1.42151175831644588870e-7,
                                 2.04426310338993978564e-15};

std::uint32_t low(std::uint64_t x)
{
    return static_cast<std::uint32_t>(x);
}

std::uint32_t high(std::uint64_t x)
{
    return static_cast<std::uint32_t>(x >> 32);
}

} // namespace

std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                    std::array<std::uint32_t, 2> key)
{
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t a = std::uint64_t{0xD2511F53} * counter[0];
        const std::uint64_t b = std::uint64_t{0xCD9E8D57} * counter[2];
        counter = {high(b) ^ counter[1] ^ key[0], low(b), high(a) ^ counter[3] ^ key[1], low(a)};
        key[0] += 0x9E3779B9;
        key[1] += 0xBB67AE85;
    }
    return counter;
}

RandomField::RandomField(const Fingerprint &key)
{
    // An odd factor keeps all of `low`; the sum folds 128 bits into Philox' 64.
    const std::uint64_t folded = key.high + key.low * 0x9E3779B97F4A7C15ULL;
    m_key = {low(folded), high(folded)};
}

std::array<double, 2> RandomField::pair(std::uint64_t row, std::uint32_t n) const
{
    const auto words = philox({low(row), high(row), n, 0}, m_key);
    const auto number = [](std::uint32_t upper, std::uint32_t lower) {
        const std::uint64_t bits = (std::uint64_t{upper} << 32 | lower) >> 12;
        return (static_cast<double>(bits) + 0.5) * 0x1p-52;
    };
    return {number(words[0], words[1]), number(words[2], words[3])};
}

double portableLog(double x)
{
    // x = m·2ᵉ with m near 1; log m = 2·atanh((m − 1) ÷ (m + 1)) by its series.
    const auto bits = std::bit_cast<std::uint64_t>(x);
    int exponent = static_cast<int>(bits >> 52 & 0x7FF) - 1023;
    double m = std::bit_cast<double>((bits & 0xFFFFFFFFFFFFFULL) | 0x3FF0000000000000ULL);
    if (m > 1.4142135623730951) {
        m *= 0.5;
        ++exponent;
    }
    const double f = (m - 1) / (m + 1);
    const double square = f * f;
    double sum = 0;
    for (int k = 25; k >= 1; k -= 2)
        sum = sum * square + 1.0 / k;
    return exponent * 0.6931471805599453 + 2 * f * sum;
}

double normalQuantile(double p)
{
    const double q = p - 0.5;
    if (std::abs(q) <= 0.425) {
        const double r = 0.180625 - q * q;
        return q * polynomial(kMiddleOver, r) / polynomial(kMiddleUnder, r);
    }
    const double r = std::sqrt(-portableLog(q < 0 ? p : 1 - p));
    const double x = r <= 5 ? polynomial(kTailOver, r - 1.6) / polynomial(kTailUnder, r - 1.6)
                            : polynomial(kFarOver, r - 5) / polynomial(kFarUnder, r - 5);
    return q < 0 ? -x : x;
}

} // namespace convscope
