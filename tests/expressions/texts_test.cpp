// Texts are code points: documents are compared as they come; policy texts must be in NFC (LANGUAGE.md, «Lexis»).
#include "tests/expressions/hold.h"

namespace zhun::expressions {
namespace {

TEST(Texts, AreEqualCodePointByCodePoint) {
  Hold({
      {"申请.用途 为 “核验”", R"("purpose": "核验")", 'T'},
      {"申请.用途 为 “核验”", R"("purpose": "\u6838\u9a8c")", 'T'},
      {"申请.用途 为 “核验”", R"("purpose": "核验 ")", 'F'},
      {"申请.用途 为 “核验”", R"("purpose": " 核验")", 'F'},
      {"申请.用途 为 “核验”", R"("purpose": "核\u200b验")", 'F'},
      {"申请.用途 为 “核验”", R"("purpose": "")", 'F'},
      {"申请.用途 为 “a”", R"("purpose": "A")", 'F'},
      {"申请.用途 为 “abc”", R"("purpose": "ab")", 'F'},
      {"申请.用途 为 “10”", R"("purpose": "010")", 'F'},
      {"申请.用途 为 “国”", R"("purpose": "國")", 'F'},
      {"申请.用途 为 “𠮷”", R"("purpose": "\ud842\udfb7")", 'T'},
      {"申请.用途 为 “𠮷”", R"("purpose": "吉")", 'F'},
      {"申请.用途 为 “一\u3000二”", R"("purpose": "一 二")", 'F'},
      {"申请.用途 不为 “核验”", R"("purpose": "统计")", 'T'},
      {"“核验” 为 申请.用途", R"("purpose": "核验")", 'T'},
      {"申请.用途 为 \"核验\"", R"("purpose": "核验")", 'T'},
      {"申请.用途 为 申请.办理事项", R"("purpose": "核验", "matter": "核验")", 'T'},
      {"申请.用途 为 申请.办理事项", R"("purpose": "核验", "matter": "核验。")", 'F'},
  });
}

/// What looks equal in a policy is equal: its texts are composed (Z1008 says so and puts it right). Documents are compared
/// as they come.
TEST(Texts, OfPoliciesAreComposed) {
  Hold({
      {"申请.用途 为 “\u00e9”", R"("purpose": "\u00e9")", 'T'},
      {"申请.用途 为 “\u00e9”", R"("purpose": "e\u0301")", 'F'},
      {"申请.用途 不为 “\u00e9”", R"("purpose": "e\u0301")", 'T'},
      {"申请.用途 为 申请.办理事项", R"("purpose": "\u00e9", "matter": "e\u0301")", 'F'},
      {"申请.用途 为 申请.办理事项", R"("purpose": "e\u0301", "matter": "e\u0301")", 'T'},
      {"申请.用途 属于 “\u00e9”、“\u00fc”", R"("purpose": "\u00fc")", 'T'},
      {"申请.用途 属于 “\u00e9”、“\u00fc”", R"("purpose": "u\u0308")", 'F'},
  });
  EXPECT_EQ(MessagesOf({"申请.用途 为 “e\u0301”", "申请.用途 属于 “甲”、“u\u0308”", "申请.用途 为 “\u00e9”"}),
            (std::vector<std::string>{"Z1008", "Z1008", ""}));
}

/// Width is folded in keywords, marks and paths, never between quotation marks.
TEST(Texts, KeepTheirWidth) {
  Hold({
      {"申请.用途 为 “ABC”", R"("purpose": "ABC")", 'T'},
      {"申请.用途 为 “ABC”", R"("purpose": "ＡＢＣ")", 'F'},
      {"申请.用途 为 “ＡＢＣ”", R"("purpose": "ＡＢＣ")", 'T'},
      {"申请.用途 为 “ＡＢＣ”", R"("purpose": "ABC")", 'F'},
      {"申请.用途 为 “甲，乙”", R"("purpose": "甲,乙")", 'F'},
      {"申请.用途 为 “（甲）”", R"-("purpose": "(甲)")-", 'F'},
      {"申请．用途 为 “核验”", R"("purpose": "核验")", 'T'},
      {"(申请.用途 为 “核验”)", R"("purpose": "核验")", 'T'},
      {"申请.使用时限 不超过 １年", R"("period": {"from": "2026-01-01", "to": "2026-12-31"})", 'T'},
      {"申请.使用时限.起 为 ２０２６年１月１日", R"("period": {"from": "2026-01-01", "to": "2026-12-31"})", 'T'},
  });
}

TEST(Texts, AreMembersOfListsByTheSameRule) {
  Hold({
      {"申请.用途 属于 “核验”、“统计”", R"("purpose": "核验")", 'T'},
      {"申请.用途 属于 “核验”、“统计”", R"("purpose": "统计")", 'T'},
      {"申请.用途 属于 “核验”、“统计”", R"("purpose": "核")", 'F'},
      {"申请.用途 属于 “核验”、“核验”", R"("purpose": "核验")", 'T'},
      {"申请.用途 属于 “核验”", R"("purpose": "核验")", 'T'},
      {"申请.用途 不属于 “核验”、“统计”", R"("purpose": "营销")", 'T'},
      {"申请.用途 属于 条目.使用条件.使用用途", R"("purpose": "核验", "entry.conditions": {"purposes": ["核验"]})",
       'T'},
      {"申请.用途 属于 条目.使用条件.使用用途", R"("purpose": "核验", "entry.conditions": {"purposes": ["ABC"]})", 'F'},
      {"申请.用途 属于 条目.使用条件.使用用途", R"("purpose": "核验", "entry.conditions": {"purposes": []})", 'F'},
      {"申请.用途 属于 条目.使用条件.使用用途", R"("purpose": "核验")", 'F'},
      {"申请.用途 属于 条目.使用条件.使用用途、“营销”", R"("purpose": "营销")", 'T'},
      {"条目.使用条件.使用用途 含有 “核验”", R"("entry.conditions": {"purposes": ["核验", "统计"]})", 'T'},
      {"条目.使用条件.使用用途 含有 “核验”、“营销”", R"("entry.conditions": {"purposes": ["核验", "统计"]})", 'F'},
      {"条目.使用条件.使用用途 涉及 “核验”、“营销”", R"("entry.conditions": {"purposes": ["核验", "统计"]})", 'T'},
      {"申请.用途 为空", R"("purpose": "")", 'T'},
      {"申请.用途 为空", R"("purpose": " ")", 'F'},
      {"申请.用途 不为空", R"("purpose": "无")", 'T'},
  });
}

}  // namespace
}  // namespace zhun::expressions
