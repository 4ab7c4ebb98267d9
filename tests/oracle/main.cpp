// zhun_oracle_test [--pairs=N] [--seed=N] [GoogleTest options]
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/oracle/setting.h"

namespace zhun::oracle {

Setting& TheSetting() {
  static Setting setting;
  return setting;
}

}  // namespace zhun::oracle

int main(int count, char** arguments) {
  testing::InitGoogleTest(&count, arguments);
  for (int i = 1; i < count; ++i) {
    const std::string_view argument = arguments[i];
    const std::size_t equals = argument.find('=');
    const char* value = equals == std::string_view::npos ? "" : arguments[i] + equals + 1;
    char* end = nullptr;
    const unsigned long long number = std::strtoull(value, &end, 10);
    const bool pairs = argument.starts_with("--pairs=");
    if (end == value || *end != '\0' || number == 0 || number > 100'000'000 ||
        (!pairs && !argument.starts_with("--seed="))) {
      std::fprintf(stderr, "usage: %s [--pairs=N] [--seed=N]\n", arguments[0]);
      return 2;
    }
    if (pairs) {
      zhun::oracle::TheSetting().pairs = static_cast<int>(number);
    } else {
      zhun::oracle::TheSetting().seed = number;
    }
  }
  return RUN_ALL_TESTS();
}
