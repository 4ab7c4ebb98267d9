#include "tests/oracle/random_rules.h"

#include "tests/oracle/random_conditions.h"

namespace zhun::oracle {
namespace {

using vocabulary::Attribute;
using vocabulary::Base;

constexpr const char* kStatute = "《政务数据共享条例》第三条第一款";

class RuleWriter {
 public:
  RuleWriter(const vocabulary::Vocabulary& words, RandomSource& random)
      : words_(words),
        random_(random),
        conditions_(words, random) {
    for (const char* key : {"application", "entry", "context"}) {
      const vocabulary::Root& root = words.roots[vocabulary::FindRoot(words, key)];
      for (Place& place : PlacesBelow(words, root.name.zh, root.type, false)) {
        if (root.key != "application") documents_.push_back(place);
        all_.push_back(std::move(place));
      }
    }
    item_ = all_;
    const vocabulary::Type item{Base::kRecord, vocabulary::FindRecord(words, "item"), false};
    // Items are what a per-item rule is about: half of what it says speaks of them.
    for (Place& place : PlacesBelow(words, "其", item, false)) item_.insert(item_.end(), all_.size() / 5, place);
  }

  std::string Base() {
    std::string text = "策略 「随机的基础」 random_base {\n  版本 “1”  制定机关 “国务院”  施行 2025年8月1日\n  依据 " +
                       std::string(kStatute) + "\n";
    if (random_.Chance(60)) Define("目录条件适用", text);
    text += Names("基") + Elements() + Papers(kStatute);
    for (std::size_t i = 0, count = 2 + random_.Below(5); i < count; ++i) text += Norm(kStatute, true);
    for (std::size_t i = 0, count = random_.Below(3); i < count; ++i) text += Duty(kStatute, true);
    names_.clear();
    return text + "}\n";
  }

  std::string Entry() {
    std::string text = "策略 「随机的条目」 entry_rules {\n  版本 “1”  制定机关 “某厅”  施行 2025年8月1日";
    if (random_.Chance(10)) text += " 至 2026年9月1日";
    text += "\n  目录 “E-1” “1”\n";
    if (random_.Chance(20)) text += "  适用 当 " + conditions_.Condition(documents_, {}, 1) + "\n";
    text += "  依据 《政务数据共享条例》第十五条第二款\n" + Names("条");
    for (std::size_t i = 0, count = 1 + random_.Below(4); i < count; ++i) text += Norm(Published(), false);
    for (std::size_t i = 0, count = random_.Below(2); i < count; ++i) text += Duty(Published(), false);
    return text + "}\n";
  }

 private:
  std::string Code() { return "r" + std::to_string(++codes_); }
  std::string Published() { return "目录条件 第" + std::to_string(random_.Below(3) + 1) + "项"; }
  std::string Any(int depth) { return conditions_.Condition(all_, names_, depth); }

  void Define(const std::string& name, std::string& text) {
    text += "  定义 「" + name + "」 为 " + Any(2) + "\n";
    names_.push_back("「" + name + "」");
  }

  std::string Names(const std::string& prefix) {
    std::string text;
    for (std::size_t i = 0, count = random_.Below(3); i < count; ++i) Define(prefix + "定义" + std::to_string(i), text);
    for (std::size_t i = 0, count = random_.Below(3); i < count; ++i) {
      const std::string name = "「" + prefix + "认定" + std::to_string(i) + "」";
      text += "  认定 " + name + " f" + std::to_string(++codes_) + " { 由 " +
              (random_.Chance(50) ? "提供部门" : "主管部门") + " 问 “是否如此” 依据 " + kStatute + " }\n";
      names_.push_back(name);
    }
    return text;
  }

  /// The rules of an element look at it and at attributes further down the table only, so that none hang on each other.
  std::string Elements() {
    const vocabulary::Record& application = words_.records[vocabulary::FindRecord(words_, "application")];
    // What is requested must be items of the entry: the engine counts on the base to say so.
    std::string text = "  要素 申请.数据项 " + Code() + " { 须 每一 申请.数据项 （其.已列入目录） 依据 " +
                       std::string(kStatute) + " }\n";
    for (std::size_t i = 0; i < application.attributes.size(); ++i) {
      const Attribute& attribute = application.attributes[i];
      const bool fit =
          attribute.absence != vocabulary::Absence::kRequired && attribute.form != vocabulary::Form::kFindings;
      if (!fit || attribute.key == "items" || attribute.key == "materials" || !random_.Chance(30)) continue;
      std::vector<Place> guard = documents_;
      for (std::size_t j = i + 1; j < application.attributes.size(); ++j) {
        const std::string later = "申请." + application.attributes[j].name.zh;
        for (const Place& place : all_) {
          if (place.path == later || place.path.starts_with(later + ".")) guard.push_back(place);
        }
      }
      text += "  要素 申请." + attribute.name.zh + " " + Code() + " {";
      if (random_.Chance(40)) text += " 当 " + conditions_.Condition(guard, {}, 1);
      std::vector<Place> own = PlacesBelow(words_, "其", attribute.type, true);
      if (attribute.type.list) own.push_back({"申请." + attribute.name.zh, attribute.type, {}});
      if (random_.Chance(70)) text += " 须 " + conditions_.Condition(own, {}, 1);
      text += " 依据 " + std::string(kStatute) + " }\n";
    }
    return text;
  }

  std::string Papers(const std::string& basis) {
    std::string text;
    if (random_.Chance(40)) text += "  材料 条目.使用条件.材料 " + Code() + " {" + Guard() + " 依据 " + basis + " }\n";
    if (random_.Chance(40))
      text += "  材料 「甲」 " + Code() + " {" + Guard() + Exceptions(all_, basis, 1) + " 依据 " + basis + " }\n";
    return text;
  }

  std::string Guard() { return random_.Chance(60) ? " 当 " + Any(1) : ""; }

  std::string Exceptions(const std::vector<Place>& places, const std::string& basis, int depth) {
    std::string text;
    for (std::size_t i = 0, count = random_.Below(depth == 1 ? 3 : 2); i < count && depth >= 0; ++i) {
      text += " 例外 「例外" + std::to_string(++codes_) + "」 { 当 " + conditions_.Condition(places, names_, 1) +
              Exceptions(places, basis, depth - 1) + " 依据 " + basis + " }";
    }
    return text;
  }

  std::string Norm(const std::string& basis, bool base) {
    const bool per_item = random_.Chance(30);
    const bool require = random_.Chance(50);
    const std::vector<Place>& places = per_item ? item_ : all_;
    const std::string code = Code();
    std::string text =
        std::string(per_item ? "  逐项 " : "  ") + (require ? "要求" : "禁止") + " 「规则" + code + "」 " + code + " {";
    if (!require || random_.Chance(50)) text += " 当 " + conditions_.Condition(places, names_, 2);
    if (require) text += " 须 " + conditions_.Condition(places, names_, 2);
    const bool own_outcome = base && !per_item && random_.Chance(50);
    if (own_outcome)
      text += " 后果 " + random_.Of(std::vector<std::string>{"不适用", "不可申请", "依法不同意", "转人工"});
    if (!own_outcome) text += Exceptions(places, basis, 1);  // exceptions are for the merits only
    return text + " 依据 " + basis + " 理由 “随机” }\n";
  }

  std::string Duty(const std::string& basis, bool base) {
    const std::string code = Code();
    std::string text = "  义务 「义务" + code + "」 " + code + " { 主体 提供部门";
    if (base && random_.Chance(30)) text += " 后果 " + random_.Of(std::vector<std::string>{"补正", "不同意"});
    if (random_.Chance(70))
      text += " 当 结论 属于 " + random_.Of(std::vector<std::string>{"同意共享、部分同意", "不同意", "转人工、补正"});
    if (text.find("当") != std::string::npos && random_.Chance(50))
      text += " 且 " + conditions_.Condition(all_, names_, 0);
    return text + " 应当 “办理” 依据 " + basis + " }\n";
  }

  const vocabulary::Vocabulary& words_;
  RandomSource& random_;
  Conditions conditions_;
  std::vector<Place> all_, documents_, item_;
  std::vector<std::string> names_;
  int codes_ = 0;
};

}  // namespace

RuleTexts MakeRules(const vocabulary::Vocabulary& vocabulary, bool with_base, RandomSource& random) {
  RuleWriter writer(vocabulary, random);
  RuleTexts texts;
  if (with_base) texts.base = writer.Base();
  texts.entry = writer.Entry();
  return texts;
}

}  // namespace zhun::oracle
