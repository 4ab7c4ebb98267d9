// The policies of the tree: in standard form, the same there and back, and the same program in both surfaces.
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "compiler/pipeline/load.h"
#include "runtime/program/bundle.h"
#include "tests/format/formatted.h"

namespace zhun::format::testing {
namespace {

using base::Language;
using pipeline::PolicyFile;

constexpr const char* kPolicies = ZHUN_SOURCE_DIR "/policies";
constexpr const char* kBase = ZHUN_SOURCE_DIR "/policies/regulation";

std::string Read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<PolicyFile> Base() {
  diagnostics::Sink sink;
  return pipeline::FindPolicies(kBase, sema::Role::kBase, sink);
}

std::vector<PolicyFile> All() {
  diagnostics::Sink sink;
  std::vector<PolicyFile> files = Base();
  for (PolicyFile& file : pipeline::FindPolicies(kPolicies, sema::Role::kEntry, sink)) {
    if (!file.path.string().starts_with(kBase)) files.push_back(std::move(file));
  }
  return files;
}

class ShippedPolicy : public ::testing::TestWithParam<PolicyFile> {
 protected:
  std::string Write(const std::string& text, std::optional<Language> surface) const {
    return Formatted({GetParam().path, GetParam().role, text}, surface, Base());
  }
  std::string text_ = Read(GetParam().path);
};

TEST_P(ShippedPolicy, StandsInStandardForm) { EXPECT_EQ(Write(text_, std::nullopt), text_); }

TEST_P(ShippedPolicy, IsTheSameThereAndBack) {
  const std::string english = Write(text_, Language::kEnglish), chinese = Write(text_, Language::kChinese);
  EXPECT_NE(english, chinese);
  EXPECT_EQ(Write(english, Language::kChinese), chinese);
  EXPECT_EQ(Write(chinese, Language::kEnglish), english);
  EXPECT_EQ(Write(english, std::nullopt), english);
}

std::string NameOf(const ::testing::TestParamInfo<PolicyFile>& info) {
  std::string name = info.param.path.lexically_relative(kPolicies).string();
  for (char& c : name) {
    if (!isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Tree, ShippedPolicy, ::testing::ValuesIn(All()), NameOf);

/// Bytes of the bundle that all policies make, each written in `surface`.
std::string BundleIn(std::optional<Language> surface) {
  std::vector<PolicyFile> files = All();
  for (PolicyFile& file : files) file.text = Formatted({file.path, file.role, Read(file.path)}, surface, Base());
  pipeline::Compilation compilation;
  diagnostics::Sink sink;
  const pipeline::Library& library = ShippedLibrary();
  EXPECT_TRUE(pipeline::Compile(library, files, pipeline::Step::kEmit, compilation, sink));
  program::Bundle bundle{library.vocabulary, library.law, library.calendar, library.regions, compilation.program, {}};
  return program::WriteBundle(bundle);
}

TEST(BothSurfaces, CompileToTheSameProgram) {
  const std::string chinese = BundleIn(Language::kChinese);
  EXPECT_GT(chinese.size(), 1000u);
  EXPECT_TRUE(chinese == BundleIn(Language::kEnglish));
  EXPECT_TRUE(chinese == BundleIn(std::nullopt));
}

}  // namespace
}  // namespace zhun::format::testing
