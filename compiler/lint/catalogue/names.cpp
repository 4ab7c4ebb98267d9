#include "compiler/lint/catalogue/names.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace zhun::lint {
namespace {

using Names = std::unordered_set<std::string_view>;

std::size_t LengthAt(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(length, text.size() - at);
}

/// A character as it is compared: full-width ASCII narrow, capitals small, blanks nothing.
std::string Folded(std::string_view character) {
  if (character == "　" || character == " " || character == "\t" || character == "\n") return {};
  char narrow = character.size() == 1 ? character[0] : '\0';
  if (character.size() == 3 && character.starts_with("\xEF\xBC")) {
    narrow = static_cast<char>(static_cast<unsigned char>(character[2]) - 0x60);
  } else if (character.size() == 3 && character.starts_with("\xEF\xBD") &&
             character < std::string_view("\xEF\xBD\x9F")) {
    narrow = static_cast<char>(static_cast<unsigned char>(character[2]) - 0x20);
  }
  if (narrow == '\0') return std::string(character);
  if (narrow >= 'A' && narrow <= 'Z') narrow = static_cast<char>(narrow - 'A' + 'a');
  return std::string(1, narrow);
}

/// `name` folded; with `keep_brackets` what stands in brackets stays.
std::string Fold(std::string_view name, bool keep_brackets) {
  std::string plain;
  std::size_t depth = 0;
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t length = LengthAt(name, i);
    const std::string folded = Folded(name.substr(i, length));
    i += length;
    if (folded == "(" && !keep_brackets) ++depth;
    if (depth == 0) plain += folded;
    if (folded == ")" && depth > 0) --depth;
  }
  return plain;
}

/// Items that nearly every entry has, and fields of the nationwide forms of licences and penalties.
const Names& CommonItems() {
  static const Names names = {"姓名",
                              "性别",
                              "民族",
                              "年龄",
                              "出生日期",
                              "出生年月",
                              "公民身份号码",
                              "身份证号",
                              "身份证号码",
                              "居民身份证号码",
                              "证件类型",
                              "证件号码",
                              "证件种类",
                              "有效证件号码",
                              "社会保障号码",
                              "联系人",
                              "联系电话",
                              "手机号码",
                              "手机号",
                              "电话",
                              "地址",
                              "住址",
                              "联系地址",
                              "家庭住址",
                              "通讯地址",
                              "邮政编码",
                              "户籍地址",
                              "户籍所在地",
                              "企业名称",
                              "单位名称",
                              "机构名称",
                              "法人名称",
                              "名称",
                              "统一社会信用代码",
                              "组织机构代码",
                              "法定代表人",
                              "法定代表人姓名",
                              "负责人",
                              "注册地址",
                              "经营范围",
                              "经营地址",
                              "注册资本",
                              "成立日期",
                              "序号",
                              "编号",
                              "主键",
                              "id",
                              "备注",
                              "说明",
                              "状态",
                              "类型",
                              "类别",
                              "是否有效",
                              "数据状态",
                              "年度",
                              "年份",
                              "月份",
                              "日期",
                              "统计时间",
                              "更新时间",
                              "数据更新时间",
                              "更新日期",
                              "创建时间",
                              "入库时间",
                              "时间戳",
                              "数据来源",
                              "来源单位",
                              "行政区划",
                              "行政区划代码",
                              "行政区划名称",
                              "所属区域",
                              "所在地区",
                              "所属辖区",
                              "区县",
                              "乡镇街道",
                              "经度",
                              "纬度",
                              "办理机构",
                              "经办机构",
                              "登记机关",
                              "登记日期",
                              "填报单位",
                              "填报日期",
                              "许可证编号",
                              "许可证号",
                              "许可证书名称",
                              "许可编号",
                              "许可内容",
                              "许可类别",
                              "许可机关",
                              "许可决定日期",
                              "许可范围",
                              "行政许可决定文书号",
                              "行政许可决定文书名称",
                              "证书编号",
                              "证书名称",
                              "证照编号",
                              "证照名称",
                              "发证机关",
                              "发证日期",
                              "发证单位",
                              "颁发日期",
                              "有效期",
                              "有效期起",
                              "有效期止",
                              "有效期至",
                              "有效期自",
                              "有效期限",
                              "有效期起始日期",
                              "有效期截止日期",
                              "有效期开始日期",
                              "有效期结束日期",
                              "证书状态",
                              "证照状态",
                              "行政处罚决定书文号",
                              "行政处罚决定文书号",
                              "违法行为类型",
                              "违法事实",
                              "处罚依据",
                              "处罚类别",
                              "处罚种类",
                              "处罚内容",
                              "罚款金额",
                              "处罚机关",
                              "处罚决定日期",
                              "处罚有效期",
                              "公示截止期",
                              "行政相对人名称",
                              "行政相对人类别",
                              "办件编号",
                              "事项名称",
                              "事项编码",
                              "受理时间",
                              "办结时间",
                              "受理日期",
                              "办结日期"};
  return names;
}

constexpr auto kBefore =
    std::to_array<std::string_view>({"某省", "某市", "某县", "某区", "全国", "全省", "全市", "全县", "全区", "本省",
                                     "本市", "本县", "本区", "我省", "我市"});
constexpr auto kBehind = std::to_array<std::string_view>(
    {"信息表", "数据表", "信息库", "数据库", "数据集", "信息", "数据", "情况", "明细", "基本"});
constexpr auto kRegionEnds = std::to_array<std::string_view>({"省", "市", "县", "区", "州", "盟", "旗", "国", "家"});
constexpr auto kBodyEnds = std::to_array<std::string_view>({"委员会", "总局", "厅", "局", "部", "委", "办", "署"});
constexpr std::size_t kTwoCharacters = 6;  // in UTF-8

/// Takes `front` away where something of two characters or more is left.
bool TakeFront(std::string& text, std::string_view front) {
  if (front.empty() || !text.starts_with(front) || text.size() < front.size() + kTwoCharacters) return false;
  text.erase(0, front.size());
  return true;
}

bool TakeBehind(std::string& text) {
  for (const std::string_view behind : kBehind) {
    if (!text.ends_with(behind) || text.size() < behind.size() + kTwoCharacters) continue;
    text.erase(text.size() - behind.size());
    return true;
  }
  return false;
}

std::string_view WithoutBodyEnd(std::string_view name) {
  for (const std::string_view end : kBodyEnds) {
    if (name.ends_with(end)) return name.substr(0, name.size() - end.size());
  }
  return name;
}

/// The characters before the last `behind` bytes end a region's name, or there are none.
bool EndsRegion(std::string_view name, std::size_t behind) {
  const std::string_view front = name.substr(0, name.size() - behind);
  return front.empty() || std::ranges::any_of(kRegionEnds, [&](std::string_view end) { return front.ends_with(end); });
}

}  // namespace

std::string PlainName(std::string_view name) {
  std::string plain = Fold(name, false);
  return plain.empty() ? Fold(name, true) : plain;
}

bool IsCommonItem(std::string_view plain) { return CommonItems().contains(plain); }

bool JoinsPersons(std::string_view plain) {
  static const Names numbers = {"公民身份号码", "身份证号",     "身份证号码",  "居民身份证号码",
                                "证件号码",     "有效证件号码", "社会保障号码"};
  return numbers.contains(plain);
}

std::string TopicOf(std::string_view title) {
  std::string topic = Fold(title, true);
  while (TakeBehind(topic)) {
  }
  return topic;
}

std::string TopicOf(const EntryRow& row, const values::RegionTable& regions) {
  std::string topic = Fold(row.title, true);
  if (row.region) {
    TakeFront(topic, values::FullRegionName(regions, *row.region));
    const values::Region* region = values::FindRegion(regions, *row.region);
    if (region != nullptr) TakeFront(topic, region->name);
  }
  TakeFront(topic, Fold(row.provider, true));
  for (const std::string_view front : kBefore) TakeFront(topic, front);
  return TopicOf(topic);
}

std::string_view BodyOf(const EntryRow& row) { return row.provider_code.empty() ? row.provider : row.provider_code; }

bool InOneLine(const EntryRow& one, const EntryRow& other) {
  if (!one.system.empty() && !other.system.empty()) return one.system == other.system && one.level != other.level;
  const std::string_view a = WithoutBodyEnd(one.provider);
  const std::string_view b = WithoutBodyEnd(other.provider);
  std::size_t same = 0;
  while (same < std::min(a.size(), b.size()) && a[a.size() - 1 - same] == b[b.size() - 1 - same]) ++same;
  for (std::size_t behind = same; behind >= kTwoCharacters; --behind) {
    if (EndsRegion(a, behind) && EndsRegion(b, behind)) return true;
  }
  return false;
}

}  // namespace zhun::lint
