#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/lint/subject/finding.h"
#include "runtime/law/registry.h"
#include "runtime/law/standing.h"

/// The provisions that findings rest on, looked up once each.
namespace zhun::lint {

/// One citation as the corpus has it.
struct CitedProvision {
  std::string citation;             ///< canonical
  std::optional<std::string> text;  ///< nothing where the corpus has none
  std::string instrument;           ///< its name with its brackets
  std::string article;  ///< the citation of the whole article; of the instrument where no article is cited
  std::optional<std::string> article_text;
  law::LegalOrder order;  ///< of the article
};

class Provisions {
 public:
  Provisions(const law::Registry& law, base::Date as_of) : law_(law), as_of_(as_of) {}

  /// The reference stays valid as long as this.
  const CitedProvision& Of(const std::string& citation);
  /// Those of the rule, then those of the finding itself.
  std::vector<const CitedProvision*> Of(const Finding& finding);
  std::vector<const CitedProvision*> Of(RuleCode rule);

 private:
  const law::Registry& law_;
  base::Date as_of_;
  std::map<std::string, std::unique_ptr<CitedProvision>, std::less<>> found_;
  std::map<RuleCode, std::vector<const CitedProvision*>> of_rules_;
};

}  // namespace zhun::lint
