#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// Runs the real program.
namespace zhun::driver_test {

struct Outcome {
  int exit = -1;  ///< -1: it was killed by a signal
  std::string out, err;
};

/// Runs build/<preset>/compiler/driver/zhun in `folder` with `input` as its standard input. Nothing of the environment
/// reaches it.
Outcome RunZhun(const std::vector<std::string>& arguments, const std::filesystem::path& folder,
                const std::string& input = "");
/// The same for another program.
Outcome RunProgram(const std::filesystem::path& program, const std::vector<std::string>& arguments,
                   const std::filesystem::path& folder, const std::string& input = "");

std::filesystem::path ZhunPath();
/// share/zhun of the build tree.
std::filesystem::path SharePath();

/// An empty folder that goes when this object goes.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();
  const std::filesystem::path& Path() const { return path_; }
  std::filesystem::path Write(const std::string& name, const std::string& text) const;
  std::string Read(const std::string& name) const;
  /// Names of everything in it, sorted.
  std::vector<std::string> Names() const;

 private:
  std::filesystem::path path_;
};

std::string ReadText(const std::filesystem::path& path);

}  // namespace zhun::driver_test
