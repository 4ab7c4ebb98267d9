#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Document numbers (发文字号) in running text: 国办函〔2022〕102号.
namespace zhun::lint {

struct DocumentNumber {
  std::size_t begin = 0, end = 0;  ///< bytes of the text
  std::string issuer;              ///< 国办函; the Han characters before the year
  std::string year, serial;        ///< digits as written
  bool sound = false;              ///< has the one form that official documents use

  /// The number in its one form.
  std::string InForm() const;
};

/// What looks like a document number: a mark of issue (…发, …函, …字 and the like), a year in brackets of any kind, a
/// serial number. Other bracketed years are none.
std::vector<DocumentNumber> DocumentNumbersIn(std::string_view text);

}  // namespace zhun::lint
