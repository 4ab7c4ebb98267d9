#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace zhun::law {

struct ParagraphText {
  std::string text;
  std::vector<std::string> items;  ///< without their numbers

  bool operator==(const ParagraphText&) const = default;
};

/// Verbatim text of one article.
struct ArticleText {
  int number = 0;
  int insert = 0;
  int chapter = 0;            ///< 0 where the instrument has no chapters
  std::string chapter_title;
  std::vector<ParagraphText> paragraphs;

  bool operator==(const ArticleText&) const = default;
};

/// The texts of one instrument, ascending by article: at hand, or read when they are first asked for. A decision that quotes
/// nothing of an instrument never reads it. Threads may share it; copies share what was read.
class ArticleTexts {
 public:
  using Read = std::function<std::vector<ArticleText>()>;

  ArticleTexts() = default;
  /// `read` is called at most once, by the thread that asks first, and has to be able to until the last copy is gone.
  explicit ArticleTexts(Read read);

  const std::vector<ArticleText>& All() const;
  auto begin() const { return All().begin(); }
  auto end() const { return All().end(); }
  bool empty() const { return All().empty(); }
  std::size_t size() const { return All().size(); }
  const ArticleText& back() const { return All().back(); }

  /// Only of texts at hand.
  void push_back(ArticleText text) { at_hand_.push_back(std::move(text)); }

  bool operator==(const ArticleTexts& other) const { return All() == other.All(); }

 private:
  struct Unread;
  std::vector<ArticleText> at_hand_;
  std::shared_ptr<Unread> unread_;
};

}  // namespace zhun::law
