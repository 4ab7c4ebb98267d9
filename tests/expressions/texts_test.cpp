// Texts: code points, nothing folded in documents; policy text is normalised (NFC) and its width kept inside quotes.
#include <gtest/gtest.h>

#include "tests/expressions/sheet.h"

namespace zhun::expressions {
namespace {

void Hold(const std::vector<Case>& cases) {
  const std::string disagreements = Disagreements(cases);
  EXPECT_TRUE(disagreements.empty()) << disagreements;
}

TEST(Texts, AreEqualCodePointByCodePoint) {
  Hold({
      {"申请.用途 为 “核验”", R"("purpose": "核验")", 'T'},
      {"申请.用途 为 “核验”", R"("purpose": "\u6838\u9a8c")", 'T'},
      {"申请.用途 为 “核验”", R"("purpose": "核验 ")", 'F'},
      {"申请.用途 为 “核验”", R"("purpose": " 核验")", 'F'},
      {"申请.用途 为 “核验”", R"("purpose": "核\u200b验")", 'F'},
      {"申请.用途 为 “核验”", R"("purpose": "")", 'F'},
      {"申请.用途 为 “”", R"("purpose": "")", 'T'},
      {"申请.用途 为 “a”", R"("purpose": "A")", 'F'},
      {"申请.用途 为 “abc”", R"("purpose": "ab")", 'F'},
      {"申请.用途 为 “10”", R"("purpose": "010")", 'F'},
      {"申请.用途 为 “国”", R"("purpose": "國")", 'F'},
      {"申请.用途 为 “𠮷”", R"("purpose": "\ud842\udfb7")", 'T'},
      {"申请.用途 为 “𠮷”", R"("purpose": "吉")", 'F'},
      {"申请.用途 不为 “核验”", R"("purpose": "统计")", 'T'},
      {"“核验” 为 申请.用途", R"("purpose": "核验")", 'T'},
  });
}

}  // namespace
}  // namespace zhun::expressions
