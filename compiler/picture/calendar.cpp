#include <memory>

#include <fmt/format.h>
#include <libical/ical.h>

#include "compiler/picture/markup.h"
#include "compiler/picture/picture.h"

namespace zhun::picture {
namespace {

using timeline::Deadline;
using timeline::Status;

struct Free {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};

struct FreeText {
  void operator()(char* text) const { icalmemory_free_buffer(text); }
};

icaltimetype AllDay(base::Date date) {
  icaltimetype day = icaltime_null_date();
  day.year = base::YearOf(date);
  day.month = base::MonthOf(date);
  day.day = base::DayOf(date);
  return day;
}

/// What somebody still has to keep in view, with the day to look at.
std::optional<base::Date> ShownOn(const Deadline& deadline) {
  if (deadline.met_on) return std::nullopt;
  const bool open = deadline.status == Status::kPending || deadline.status == Status::kProvisional;
  if (!open && deadline.status != Status::kOverdue) return std::nullopt;
  return deadline.due ? deadline.due : deadline.not_before;
}

class CalendarFile {
 public:
  CalendarFile(const timeline::Result& result, const Speaker& speaker) : result_(result), speaker_(speaker) {}

  std::string Write() {
    const std::unique_ptr<icalcomponent, Free> calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//Zhun//zhun timeline//ZH"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_calscale("GREGORIAN"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
    for (std::size_t i = 0; i < result_.deadlines.size(); ++i) {
      if (const auto day = ShownOn(result_.deadlines[i]))
        icalcomponent_add_component(calendar.get(), Event(result_.deadlines[i], *day, i));
    }
    const std::unique_ptr<char, FreeText> text(icalcomponent_as_ical_string_r(calendar.get()));
    return text.get();
  }

 private:
  icalcomponent* Event(const Deadline& deadline, base::Date day, std::size_t number) {
    icalcomponent* event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    const std::string of = result_.application.empty() ? result_.entry : result_.application;
    const std::string uid = fmt::format("{}-{}-{}@zhun.invalid", Plain(of), deadline.id, number + 1);
    icalcomponent_add_property(event, icalproperty_new_uid(uid.c_str()));
    icaltimetype stamp =
        icaltime_from_timet_with_zone(static_cast<time_t>(result_.receipt.as_of), 0, icaltimezone_get_utc_timezone());
    icalcomponent_add_property(event, icalproperty_new_dtstamp(stamp));
    icalcomponent_add_property(event, icalproperty_new_dtstart(AllDay(day)));
    icalcomponent_add_property(event, icalproperty_new_dtend(AllDay(base::AddDays(day, 1))));
    icalcomponent_add_property(event, icalproperty_new_summary(Summary(deadline).c_str()));
    icalcomponent_add_property(event, icalproperty_new_description(Description(deadline).c_str()));
    icalcomponent_add_property(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    icalcomponent_add_property(event,
                               icalproperty_new_status(deadline.due ? ICAL_STATUS_CONFIRMED : ICAL_STATUS_TENTATIVE));
    icalcomponent_add_component(event, Reminder(deadline));
    return event;
  }

  /// The day before, as of nine o'clock.
  icalcomponent* Reminder(const Deadline& deadline) {
    icalcomponent* alarm = icalcomponent_new(ICAL_VALARM_COMPONENT);
    icalcomponent_add_property(alarm, icalproperty_new_action(ICAL_ACTION_DISPLAY));
    icaltriggertype trigger{};
    trigger.time = icaltime_null_time();
    trigger.duration = icaldurationtype_from_int(-15 * 3600);
    icalcomponent_add_property(alarm, icalproperty_new_trigger(trigger));
    icalcomponent_add_property(alarm, icalproperty_new_description(Summary(deadline).c_str()));
    return alarm;
  }

  /// Letters, digits and a few marks only, for identifiers.
  static std::string Plain(const std::string& text) {
    std::string plain;
    for (const char c : text) {
      const bool keep =
          (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '.';
      plain += keep ? c : '_';
    }
    return plain;
  }

  std::string Summary(const Deadline& deadline) const {
    const std::string of = result_.application.empty() ? result_.entry : result_.application;
    const std::string state = deadline.status == Status::kOverdue ? speaker_.Say({"〔已逾期〕", "[overdue] "})
                              : !deadline.due                     ? speaker_.Say({"〔暂定〕", "[provisional] "})
                                                                  : "";
    return state + speaker_.Say(deadline.name) + (speaker_.Chinese() ? "（" : " (") + speaker_.Actors(deadline.actors) +
           (speaker_.Chinese() ? "）" : ") ") + of;
  }

  std::string Description(const Deadline& deadline) const {
    std::string text = speaker_.Say(deadline.text) + "\n" + speaker_.LengthOf(deadline);
    for (const decision::Basis& basis : deadline.basis)
      text += "\n" + speaker_.Say({"依据：", "Basis: "}) + basis.Citation();
    return text;
  }

  const timeline::Result& result_;
  const Speaker& speaker_;
};

}  // namespace

std::string ToCalendar(const timeline::Result& result, const vocabulary::Vocabulary& vocabulary,
                       base::Language language) {
  const Speaker speaker(vocabulary, language);
  return CalendarFile(result, speaker).Write();
}

}  // namespace zhun::picture
