#include <algorithm>
#include <array>
#include <map>

#include "compiler/lint/catalogue/wording.h"
#include "compiler/lint/subject/finding.h"

namespace zhun::lint {
namespace {

/// A standard whose versions are known here.
struct Standard {
  std::string_view number;   ///< without GB or GB/T
  std::string_view current;  ///< year of the version in force
};

// As the authors know them: no register of standards was at hand to compare with (README). A project adds others, or
// another year, in its settings.
constexpr auto kStandards = std::to_array<Standard>({
    {"2260", "2007"},    // 中华人民共和国行政区划代码
    {"2261.1", "2003"},  // 人的性别代码
    {"2261.2", "2003"},  // 婚姻状况代码
    {"3304", "1991"},    // 中国各民族名称的罗马字母拼写法和代码
    {"4658", "2006"},    // 学历代码
    {"4754", "2017"},    // 国民经济行业分类
    {"4761", "2008"},    // 家庭关系代码
    {"4762", "1984"},    // 政治面貌代码
    {"10114", "2003"},   // 县级以下行政区划代码编制规则
    {"11643", "1999"},   // 公民身份号码
    {"18030", "2022"},   // 信息技术 中文编码字符集
    {"21010", "2017"},   // 土地利用现状分类
    {"22239", "2019"},   // 网络安全等级保护基本要求
    {"32100", "2015"},   // 法人和其他组织统一社会信用代码编码规则
    {"35273", "2020"},   // 个人信息安全规范
});

/// A standard as a text cites it.
struct Mention {
  std::string number, year;
  std::string_view written;
};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// Reads one mention piece by piece, from behind its GB.
class Reading {
 public:
  Reading(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  void SkipBlanks() {
    while (Take(" ") || Take("　")) {
    }
  }
  bool Take(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  std::string Digits() {
    std::string digits;
    while (at_ < text_.size() && IsDigit(text_[at_])) digits += text_[at_++];
    return digits;
  }
  std::size_t At() const { return at_; }

 private:
  std::string_view text_;
  std::size_t at_;
};

/// `GB/T 2260-2007`, `GB2260—2007`, `GB/T 2261.1-2003`; nothing where no year follows.
std::optional<Mention> MentionAt(std::string_view text, std::size_t begin) {
  Reading reading(text, begin + 2);
  if (reading.Take("/") || reading.Take("／")) {
    if (!reading.Take("T") && !reading.Take("t") && !reading.Take("Z")) return std::nullopt;
  } else {
    reading.Take("T");
  }
  reading.SkipBlanks();
  Mention mention;
  mention.number = reading.Digits();
  if (!mention.number.empty() && reading.Take(".")) mention.number += "." + reading.Digits();
  reading.SkipBlanks();
  const bool dashed = reading.Take("-") || reading.Take("—") || reading.Take("－") || reading.Take("–");
  while (reading.Take("—")) {
  }
  mention.year = dashed ? reading.Digits() : "";
  if (mention.year.size() == 2) mention.year = "19" + mention.year;
  if (mention.number.empty() || mention.year.size() != 4) return std::nullopt;
  mention.written = text.substr(begin, reading.At() - begin);
  return mention;
}

std::vector<Mention> MentionsIn(std::string_view text) {
  std::vector<Mention> mentions;
  for (std::size_t at = text.find("GB"); at != std::string_view::npos; at = text.find("GB", at + 2)) {
    if (auto mention = MentionAt(text, at)) mentions.push_back(std::move(*mention));
  }
  return mentions;
}

/// The version in use: what the project says, else what is known here; empty: unknown.
std::string CurrentOf(const Settings& settings, const std::string& number) {
  for (const std::string_view kind : {"GB/T ", "GB ", "GB/Z "}) {
    const auto found = settings.standards.find(std::string(kind) + number);
    if (found != settings.standards.end()) return found->second;
  }
  const auto known = std::ranges::find(kStandards, std::string_view(number), &Standard::number);
  return known == kStandards.end() ? std::string() : std::string(known->current);
}

void LookAtText(const Entry& entry, std::string_view text, const std::string& pointer, EntryFindings& findings) {
  const std::vector<Mention> mentions = MentionsIn(text);
  for (const Mention& mention : mentions) {
    const std::string current = CurrentOf(entry.background.settings, mention.number);
    // A text that names the current version too tells how one replaces the other.
    const bool named = std::ranges::any_of(
        mentions, [&](const Mention& other) { return other.number == mention.number && other.year == current; });
    if (current.empty() || named) continue;
    const std::string written(mention.written);
    Finding& finding = findings.Report(
        RuleCode::kK09, pointer,
        {"“" + written + "”不是现在使用的版本。", "“" + written + "” is not the version in use."}, mention.number);
    finding.help = {"现在使用" + current + "年版：核对代码后改写年号；确实沿用旧版的，在设置的 standards 里写明。",
                    "The version of " + current +
                        " is in use: compare the codes and change the year, or name the older "
                        "version under standards in the settings."};
  }
}

/// A value that people meant as a code: a text or a whole number.
std::string CodeAt(const Entry& entry, const std::string& attribute) {
  const values::Json* json = values::Member(entry.json, attribute);
  if (json != nullptr && json->kind == values::JsonKind::kNumber) return std::to_string(json->number);
  return std::string(ReadText(json));
}

/// Whether the contract itself has this code for some attribute.
bool IsContractCode(const vocabulary::Vocabulary& vocabulary, const std::string& attribute, const std::string& code) {
  const auto list = std::ranges::find(vocabulary.enumerations, attribute, &vocabulary::Enumeration::key);
  if (list == vocabulary.enumerations.end()) return false;
  return std::ranges::any_of(list->members, [&](const auto& each) { return each.code == code; });
}

void LookAtCodes(const Entry& entry, EntryFindings& findings) {
  for (const auto& [attribute, table] : entry.background.settings.code_tables) {
    const std::string code = CodeAt(entry, attribute);
    if (code.empty() || table.contains(code) || IsContractCode(entry.background.vocabulary, attribute, code)) continue;
    findings.Report(RuleCode::kK09, "/" + attribute,
                    {"代码表“" + attribute + "”里没有“" + code + "”。",
                     "The code table “" + attribute + "” has no “" + code + "”."});
  }
}

void Look(const Entry& entry, EntryFindings& findings) {
  LookAtText(entry, entry.title, "/title", findings);
  for (std::size_t i = 0; i < entry.items.size(); ++i) {
    LookAtText(entry, entry.items[i].name, "/items/" + std::to_string(i) + "/name", findings);
  }
  for (const Wording& wording : ConditionTexts(entry)) LookAtText(entry, wording.text, wording.pointer, findings);
  LookAtCodes(entry, findings);
}

}  // namespace

extern const Rule kK09{.entry = Look};

}  // namespace zhun::lint
