#pragma once

#include <functional>

#include "runtime/residual/residual.h"

/// Tables from outside are verified before they are used: what all entries share when a file is opened, an entry before it
/// is first decided.
namespace zhun::residual {

/// Tables that are verified as far as an entry needs them.
enum class Part : std::uint8_t { kEntries, kPeriods, kConstants };

/// Asked before rows `first` to `first + count` of a part are looked at; false where their bytes are altered.
using Touch = std::function<bool(Part part, std::uint64_t first, std::uint64_t count)>;

/// Whether every place, register, slot and loop inside the tables stays inside them, for a program of so many rules and
/// findings. What is not sound is not run. Entries, periods and constants are not looked at.
bool VerifyShared(const Residual& residual, std::size_t rules, std::size_t findings);
/// The same of one entry, where what is shared was verified.
bool VerifyEntry(const Residual& residual, std::size_t rules, std::uint32_t entry, const Touch& touch);
/// The same of everything, in memory.
bool Verify(const Residual& residual, std::size_t rules, std::size_t findings);

}  // namespace zhun::residual
