#include "compiler/picture/line.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace zhun::picture {
namespace {

using timeline::Deadline;
using timeline::EventSeen;
using timeline::Status;

constexpr int kWidth = 1120, kLeft = 190, kRight = 40;  // in units of the drawing
constexpr int kAxis = 92, kFirstLane = 128, kLane = 34, kBar = 16;
constexpr int kMarkerRoom = 20;  ///< between two markers in one row
constexpr int kMostDaysBehind = 400;  ///< what is to be kept for years is drawn to the edge

/// Days on the axis. Whole numbers only: equal cases give equal bytes everywhere.
class Scale {
 public:
  Scale(base::Date first, base::Date last) : first_(first), days_(std::max(last.days - first.days, 1)) {}

  int At(base::Date day) const {
    const std::int64_t from_first = std::clamp(day.days - first_.days, 0, days_);
    return kLeft + static_cast<int>(from_first * (kWidth - kLeft - kRight) / days_);
  }
  bool IsBehind(base::Date day) const { return day.days > first_.days + days_; }
  int Days() const { return days_; }

 private:
  base::Date first_;
  int days_;
};

class Drawing {
 public:
  Drawing(const timeline::Result& result, const Speaker& speaker)
      : result_(result),
        speaker_(speaker),
        as_of_(base::ShanghaiDate(result.receipt.as_of)),
        scale_(First(), Last()) {}

  std::string Draw() {
    const int height = kFirstLane + static_cast<int>(result_.deadlines.size()) * kLane + 40;
    out_ = fmt::format("<svg class=\"line\" viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"{}\">\n", kWidth, height,
                       Escaped(speaker_.Say({"时间线", "time line"})));
    out_ +=
        "<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
        "patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" class=\"hatch-ground\"/>"
        "<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\" class=\"hatch-line\"/></pattern></defs>\n";
    Axis(height);
    for (std::size_t i = 0; i < result_.deadlines.size(); ++i)
      Lane(result_.deadlines[i], kFirstLane + static_cast<int>(i) * kLane);
    AsOf(height);
    Events();
    return out_ + "</svg>\n";
  }

 private:
  base::Date First() const {
    base::Date first = as_of_;
    for (const EventSeen& event : result_.events) first = std::min(first, base::ShanghaiDate(event.at));
    return base::AddDays(first, -2);
  }

  /// As far as anything short of years is due.
  base::Date Last() const {
    base::Date last = as_of_;
    for (const EventSeen& event : result_.events) last = std::max(last, base::ShanghaiDate(event.at));
    const base::Date edge = base::AddDays(last, kMostDaysBehind);
    for (const Deadline& deadline : result_.deadlines) {
      const auto end = deadline.due ? deadline.due : deadline.not_before;
      if (end && *end <= edge && !deadline.keep) last = std::max(last, *end);
    }
    return base::AddDays(last, 4);
  }

  void Text(int x, int y, std::string_view style, const std::string& text) {
    out_ += fmt::format("<text x=\"{}\" y=\"{}\" class=\"{}\">{}</text>\n", x, y, style, Escaped(text));
  }

  /// The first of each month where there is room, else of each quarter or year.
  void Axis(int height) {
    const int step = scale_.Days() <= 500 ? 1 : scale_.Days() <= 1600 ? 3 : 12;
    out_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" class=\"axis\"/>\n", kLeft, kAxis,
                        kWidth - kRight, kAxis);
    const base::Date first = First();
    base::Date month = *base::MakeDate(base::YearOf(first), base::MonthOf(first), 1);
    for (month = base::AddMonths(month, 1); !scale_.IsBehind(month); month = base::AddMonths(month, 1)) {
      if ((base::MonthOf(month) - 1) % step != 0) continue;
      const int x = scale_.At(month);
      out_ +=
          fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" class=\"grid\"/>\n", x, kAxis - 4, x, height - 24);
      Text(x, height - 8, "month",
           speaker_.Chinese() ? fmt::format("{}年{}月", base::YearOf(month), base::MonthOf(month))
                              : fmt::format("{}-{:02}", base::YearOf(month), base::MonthOf(month)));
    }
  }

  void AsOf(int height) {
    const int x = scale_.At(as_of_);
    out_ += fmt::format("<line x1=\"{}\" y1=\"16\" x2=\"{}\" y2=\"{}\" class=\"today\"/>\n", x, x, height - 24);
    const bool right = x > kWidth - 160;
    Text(right ? x - 4 : x + 4, 14, right ? "today-text end" : "today-text",
         speaker_.Say({"基准日 ", "as of "}) + speaker_.Day(as_of_));
  }

  /// Numbers on the axis, one above the other where they come close; the list under the drawing says what they are.
  void Events() {
    std::vector<int> last_in_row;
    for (std::size_t i = 0; i < result_.events.size(); ++i) {
      const EventSeen& event = result_.events[i];
      const base::Date day = base::ShanghaiDate(event.at);
      const int x = scale_.At(day);
      std::size_t row = 0;
      while (row < last_in_row.size() && row < 2 && x - last_in_row[row] < kMarkerRoom) ++row;
      if (row == last_in_row.size()) last_in_row.push_back(0);
      last_in_row[row] = x;
      const int y = kAxis - 14 - static_cast<int>(row) * kMarkerRoom;
      out_ += fmt::format(
          "<g><title>{}</title><line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" class=\"stem\"/>"
          "<circle cx=\"{}\" cy=\"{}\" r=\"9\" class=\"{}\"/>",
          Escaped(speaker_.Day(day) + " " + speaker_.Say(event.name)), x, y, x, kAxis, x, y,
          event.derived ? "event derived" : "event");
      out_ += fmt::format("<text x=\"{}\" y=\"{}\" class=\"number\">{}</text></g>\n", x, y + 4, i + 1);
    }
  }

  static std::string_view StyleOf(const Deadline& deadline) {
    if (deadline.keep) return "bar keep";
    switch (deadline.status) {
      case Status::kPending: return "bar pending";
      case Status::kMet: return "bar met";
      case Status::kOverdue: return "bar overdue";
      case Status::kProvisional: return "bar provisional";
    }
    return "bar";
  }

  void Lane(const Deadline& deadline, int y) {
    const auto end = deadline.due ? deadline.due : deadline.not_before ? deadline.not_before : deadline.stopped_on;
    const int from = scale_.At(deadline.from), to = end ? scale_.At(*end) : from;
    Text(kLeft - 12, y + 13, "lane", speaker_.Say(deadline.name));
    out_ +=
        fmt::format("<g><title>{}</title><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"2\" class=\"{}\"/>",
                    Escaped(speaker_.LengthOf(deadline) + "，" + speaker_.StatusOf(deadline)), from, y,
                    std::max(to - from, 3), kBar, StyleOf(deadline));
    if (deadline.status == Status::kOverdue) {  // how late
      const int late = scale_.At(deadline.met_on.value_or(as_of_));
      out_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" class=\"late\"/>", to, y + 5,
                          std::max(late - to, 3), kBar - 10);
    }
    if (deadline.met_on)
      out_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"4\" class=\"done\"/>", scale_.At(*deadline.met_on),
                          y + kBar / 2);
    out_ += "</g>\n";
    LaneEnd(deadline, to, y);
  }

  void LaneEnd(const Deadline& deadline, int to, int y) {
    std::string text;
    if (deadline.due) {
      text = speaker_.Day(*deadline.due) + (scale_.IsBehind(*deadline.due) ? " →" : "");
    } else if (deadline.not_before) {
      text = speaker_.Say({"不早于", "not before "}) + speaker_.Day(*deadline.not_before);
    }
    text += (text.empty() ? "" : " ") + speaker_.StatusOf(deadline);
    const int late =
        deadline.status == Status::kOverdue ? std::max(scale_.At(deadline.met_on.value_or(as_of_)), to) : to;
    const bool left = late > kWidth - 250;
    if (left) {
      Text(scale_.At(deadline.from) - 6, y + 13, "lane-end end", text);
    } else {
      Text(late + 8, y + 13, "lane-end", text);
    }
  }

  const timeline::Result& result_;
  const Speaker& speaker_;
  base::Date as_of_;
  Scale scale_;
  std::string out_;
};

}  // namespace

std::string TimeLine(const timeline::Result& result, const Speaker& speaker) { return Drawing(result, speaker).Draw(); }

}  // namespace zhun::picture
