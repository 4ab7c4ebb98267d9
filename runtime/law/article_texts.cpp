#include "runtime/law/article_texts.h"

#include <mutex>
#include <utility>

namespace zhun::law {

struct ArticleTexts::Unread {
  Read read;
  std::once_flag once;
  std::vector<ArticleText> texts;
};

ArticleTexts::ArticleTexts(Read read) : unread_(std::make_shared<Unread>()) { unread_->read = std::move(read); }

const std::vector<ArticleText>& ArticleTexts::All() const {
  if (!unread_) return at_hand_;
  std::call_once(unread_->once, [this] { unread_->texts = std::exchange(unread_->read, nullptr)(); });
  return unread_->texts;
}

}  // namespace zhun::law
