#include "compiler/lint/time/announced.h"

namespace zhun::lint {

std::optional<base::Date> LastAnnouncedDay(const calendar::Book& book) {
  std::optional<base::Date> last;
  for (const calendar::YearCalendar& year : book.years) {
    if (year.status == calendar::Status::kOfficial) last = base::MakeDate(year.year, 12, 31);
  }
  return last;
}

}  // namespace zhun::lint
