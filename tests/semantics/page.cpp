#include "tests/semantics/page.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace zhun::semantics {
namespace {

std::string Trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// What stands between backticks; the text itself where there are none.
std::string Unquoted(const std::string& cell) {
  const bool quoted = cell.size() > 1 && cell.front() == '`' && cell.back() == '`';
  return quoted ? cell.substr(1, cell.size() - 2) : cell;
}

bool IsQuoted(const std::string& cell) { return Unquoted(cell) != cell; }

std::vector<std::string> CellsOf(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line.substr(1));
  for (std::string cell; std::getline(in, cell, '|');) cells.push_back(Trimmed(cell));
  return cells;
}

bool IsTruth(const std::string& cell) { return cell == "T" || cell == "F" || cell == "U"; }

/// «甲=T 乙=U» as members of `findings`.
std::string FindingsOf(const std::string& headings) {
  const std::vector<std::pair<std::string, std::string>> names = {{"甲", "a"}, {"乙", "b"}, {"丙", "c"}};
  std::string text;
  for (const auto& [name, code] : names) {
    const std::size_t at = headings.find(name + "=");
    if (at == std::string::npos) continue;
    const char value = headings.at(at + name.size() + 1);
    if (value == 'U') continue;
    text += (text.empty() ? "" : ", ") + ("\"" + code + "\": ") + (value == 'T' ? "true" : "false");
  }
  return text.empty() ? "" : "\"findings\": {" + text + "}";
}

class Reader {
 public:
  explicit Reader(const std::string& file) : in_(file) {
    if (!in_) throw std::runtime_error("no file " + file);
  }

  Page Read() {
    for (std::string line; std::getline(in_, line);) {
      if (line.starts_with("#")) {
        Heading(line);
      } else if (line.starts_with("```zhun ")) {
        Fence(line.substr(8));
      } else if (line.starts_with("|")) {
        Row(CellsOf(line));
      } else {
        header_.clear();
      }
    }
    return std::move(page_);
  }

 private:
  void Heading(const std::string& line) {
    const std::size_t digits = line.find_first_of("123456789");
    const std::size_t title = line.find_first_not_of("# ");
    if (digits != title) return;
    const std::string number = line.substr(digits, line.find(' ', digits) - digits);
    page_.sections.push_back(number.ends_with('.') ? number.substr(0, number.size() - 1) : number);
  }

  void Fence(const std::string& information) {
    Example example;
    std::istringstream(information) >> example.kind >> example.expected;
    if (!page_.sections.empty()) example.section = page_.sections.back();
    for (std::string line; std::getline(in_, line) && line != "```";) example.text += line + "\n";
    page_.examples.push_back(example);
  }

  void Row(const std::vector<std::string>& cells) {
    if (header_.empty()) {
      header_ = cells;
    } else if (IsQuoted(header_.front())) {
      for (std::size_t i = 1; i < cells.size(); ++i) {
        if (IsTruth(cells[i]))
          page_.cases.push_back({Unquoted(header_.front()), FindingsOf(cells.front() + " " + header_[i]), cells[i][0]});
      }
    } else if (cells.size() >= 3 && IsQuoted(cells[0]) && IsTruth(cells[2])) {
      page_.cases.push_back({Unquoted(cells[0]), IsQuoted(cells[1]) ? Unquoted(cells[1]) : "", cells[2][0]});
    }
  }

  std::ifstream in_;
  Page page_;
  std::vector<std::string> header_;  ///< of the table being read
};

}  // namespace

Page ReadPage(const std::string& file) { return Reader(file).Read(); }

}  // namespace zhun::semantics
