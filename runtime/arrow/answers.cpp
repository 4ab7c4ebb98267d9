#include "runtime/arrow/answers.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

namespace zhun::arrow {
namespace {

/// What a schema that is handed out owns.
struct OwnedSchema {
  std::string format, name;
  std::vector<std::unique_ptr<ArrowSchema>> members;
  std::vector<ArrowSchema*> pointers;
};

/// What an array that is handed out owns.
struct OwnedArray {
  std::vector<std::vector<char>> bytes;
  std::vector<const void*> buffers;
  std::vector<std::unique_ptr<ArrowArray>> members;
  std::vector<ArrowArray*> pointers;
};

/// Members that were moved out are released by whoever has them.
template <class Owned, class Part>
void Release(Part* part) {
  for (std::int64_t i = 0; i < part->n_children; ++i) {
    if (part->children[i]->release != nullptr) part->children[i]->release(part->children[i]);
  }
  delete static_cast<Owned*>(part->private_data);
  part->release = nullptr;
}

using Schemas = std::vector<std::unique_ptr<ArrowSchema>>;
using Arrays = std::vector<std::unique_ptr<ArrowArray>>;

template <class Part>
std::vector<Part*> PointersOf(const std::vector<std::unique_ptr<Part>>& members) {
  std::vector<Part*> pointers;
  for (const auto& member : members) pointers.push_back(member.get());
  return pointers;
}

void Fill(ArrowSchema& schema, std::string format, std::string name, bool nullable, Schemas members) {
  auto owned = std::make_unique<OwnedSchema>();
  owned->format = std::move(format);
  owned->name = std::move(name);
  owned->members = std::move(members);
  owned->pointers = PointersOf(owned->members);
  schema = {owned->format.c_str(),
            owned->name.c_str(),
            nullptr,
            nullable ? ARROW_FLAG_NULLABLE : 0,
            static_cast<std::int64_t>(owned->members.size()),
            owned->pointers.data(),
            nullptr,
            Release<OwnedSchema, ArrowSchema>,
            nullptr};
  schema.private_data = owned.release();
}

/// The first of `buffers` says what is null; empty: nothing is.
void Fill(ArrowArray& array, std::size_t length, std::size_t nulls, std::vector<std::vector<char>> buffers,
          Arrays members) {
  auto owned = std::make_unique<OwnedArray>();
  owned->bytes = std::move(buffers);
  for (const std::vector<char>& each : owned->bytes) owned->buffers.push_back(each.data());
  if (nulls == 0) owned->buffers[0] = nullptr;
  owned->members = std::move(members);
  owned->pointers = PointersOf(owned->members);
  array = {static_cast<std::int64_t>(length),
           static_cast<std::int64_t>(nulls),
           0,
           static_cast<std::int64_t>(owned->buffers.size()),
           static_cast<std::int64_t>(owned->members.size()),
           owned->buffers.data(),
           owned->pointers.data(),
           nullptr,
           Release<OwnedArray, ArrowArray>,
           nullptr};
  array.private_data = owned.release();
}

/// A buffer that grows by numbers. Never without memory: a null buffer of an empty array puzzles readers.
class Buffer {
 public:
  Buffer() { bytes_.reserve(64); }
  void Add(std::int64_t number) {
    const char* from = reinterpret_cast<const char*>(&number);
    bytes_.insert(bytes_.end(), from, from + sizeof number);
  }
  void Add(std::string_view text) { bytes_.insert(bytes_.end(), text.begin(), text.end()); }
  void AddBit(std::size_t place, bool bit) {
    if (place % 8 == 0) bytes_.push_back(0);
    if (bit) bytes_.back() = static_cast<char>(bytes_.back() | 1 << place % 8);
  }
  std::int64_t Size() const { return static_cast<std::int64_t>(bytes_.size()); }
  std::vector<char> Take() { return std::move(bytes_); }

 private:
  std::vector<char> bytes_;
};

/// A column of text, with offsets of eight bytes.
class Texts {
 public:
  Texts() { offsets_.Add(0); }
  void Add(std::string_view text, bool there = true) {
    valid_.AddBit(size_++, there);
    if (!there) ++nulls_;
    bytes_.Add(text);
    offsets_.Add(bytes_.Size());
  }
  std::unique_ptr<ArrowArray> Finish() {
    auto array = std::make_unique<ArrowArray>();
    std::vector<std::vector<char>> buffers;
    for (Buffer* each : {&valid_, &offsets_, &bytes_}) buffers.push_back(each->Take());
    Fill(*array, size_, nulls_, std::move(buffers), {});
    return array;
  }

 private:
  Buffer valid_, offsets_, bytes_;
  std::size_t size_ = 0, nulls_ = 0;
};

std::unique_ptr<ArrowArray> RulesOf(std::span<const engine::Answer> answers, std::span<const std::string> codes) {
  Buffer offsets;
  Texts texts;
  std::int64_t count = 0;
  offsets.Add(0);
  for (const engine::Answer& answer : answers) {
    for (const std::uint32_t rule : answer.fired) texts.Add(codes[rule]);
    count += static_cast<std::int64_t>(answer.fired.size());
    offsets.Add(count);
  }
  Arrays inside;
  inside.push_back(texts.Finish());
  std::vector<std::vector<char>> buffers(1);
  buffers.push_back(offsets.Take());
  auto array = std::make_unique<ArrowArray>();
  Fill(*array, answers.size(), 0, std::move(buffers), std::move(inside));
  return array;
}

std::unique_ptr<ArrowArray> CompleteOf(std::span<const engine::Answer> answers) {
  Buffer bits;
  for (std::size_t i = 0; i < answers.size(); ++i) bits.AddBit(i, answers[i].complete);
  std::vector<std::vector<char>> buffers(1);
  buffers.push_back(bits.Take());
  auto array = std::make_unique<ArrowArray>();
  Fill(*array, answers.size(), 0, std::move(buffers), {});
  return array;
}

void FillSchema(ArrowSchema& schema) {
  Schemas members;
  const auto add = [&](const char* format, const char* name, bool nullable, Schemas inside = {}) {
    members.push_back(std::make_unique<ArrowSchema>());
    Fill(*members.back(), format, name, nullable, std::move(inside));
  };
  Schemas item;
  item.push_back(std::make_unique<ArrowSchema>());
  Fill(*item.back(), "U", "item", false, {});
  add("U", "decision", true);
  add("+L", "rules", false, std::move(item));
  add("b", "complete", false);
  add("U", "fault", true);
  Fill(schema, "+s", "", false, std::move(members));
}

}  // namespace

void Export(std::span<const engine::Answer> answers, std::span<const std::string> codes, ArrowSchema& schema,
            ArrowArray& array) {
  Texts decisions, faults;
  for (const engine::Answer& answer : answers) {
    decisions.Add(answer.outcome, !answer.outcome.empty());
    faults.Add(answer.faults, answer.outcome.empty());
  }
  Arrays members;
  members.push_back(decisions.Finish());
  members.push_back(RulesOf(answers, codes));
  members.push_back(CompleteOf(answers));
  members.push_back(faults.Finish());
  Fill(array, answers.size(), 0, std::vector<std::vector<char>>(1), std::move(members));
  FillSchema(schema);
}

}  // namespace zhun::arrow
