#include "compiler/picture/markup.h"

namespace zhun::picture {

using base::Words;
using timeline::Deadline;
using timeline::Status;

std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n') out += c;
    }
  }
  return out;
}

std::string Speaker::Day(base::Date date) const {
  return Chinese() ? base::FormatDateChinese(date) : base::FormatDate(date);
}

std::string Speaker::Actors(const std::vector<std::string>& codes) const {
  const vocabulary::Enumeration& actors = vocabulary_.enumerations[vocabulary::FindEnumeration(vocabulary_, "actor")];
  std::string text;
  for (const std::string& code : codes) {
    const std::uint16_t member = vocabulary::FindCode(actors, code);
    if (!text.empty()) text += Chinese() ? "、" : ", ";
    text += member == vocabulary::kNone ? code : Say(actors.members[member].name);
  }
  return text;
}

std::string Speaker::StatusOf(const Deadline& deadline) const {
  if (deadline.stopped_on) return Say({"等待补正，停止计算", "clock stopped"});
  const bool met = deadline.status == Status::kMet;
  if (deadline.keep) return Say(met ? Words{"已满期", "kept long enough"} : Words{"保存中", "to be kept"});
  switch (deadline.status) {
    case Status::kPending: return Say({"未到期", "pending"});
    case Status::kMet: return Say({"按时履行", "met"});
    case Status::kOverdue: return Say(deadline.met_on ? Words{"逾期履行", "done late"} : Words{"已逾期", "overdue"});
    case Status::kProvisional: return Say({"暂定", "provisional"});
  }
  return "";
}

std::string Speaker::LengthOf(const Deadline& deadline) const {
  const Words event = deadline.anchor.name;
  const std::string amount = std::to_string(deadline.amount);
  if (Chinese())
    return "自" + event.zh + "（" + Day(deadline.from) + "）起" + (deadline.keep ? "不少于" : "不超过") + amount +
           deadline.unit_name.zh;
  return std::string(deadline.keep ? "at least " : "within ") + amount + " " + Say(deadline.unit_name) + " from " +
         event.en + " (" + Day(deadline.from) + ")";
}

}  // namespace zhun::picture
