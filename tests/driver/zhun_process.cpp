#include "tests/driver/zhun_process.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace zhun::driver_test {
namespace fs = std::filesystem;

namespace {

/// Streams go through files: no pipe can fill up and block.
[[noreturn]] void Become(const fs::path& program, const std::vector<std::string>& arguments, const fs::path& folder,
                         const fs::path& streams) {
  const int in = ::open((streams / "in").c_str(), O_RDONLY);
  const int out = ::open((streams / "out").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const int err = ::open((streams / "err").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ::dup2(in, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  if (::chdir(folder.c_str()) != 0) std::_Exit(126);
  std::vector<char*> words{const_cast<char*>(program.c_str())};
  for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
  words.push_back(nullptr);
  std::array<char*, 1> environment{nullptr};
  ::execve(program.c_str(), words.data(), environment.data());
  std::_Exit(127);
}

}  // namespace

fs::path ZhunPath() { return fs::path(ZHUN_BINARY_DIR) / "compiler" / "driver" / "zhun"; }
fs::path SharePath() { return fs::path(ZHUN_BINARY_DIR) / "share" / "zhun"; }

std::string ReadText(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Outcome RunProgram(const fs::path& program, const std::vector<std::string>& arguments, const fs::path& folder,
                   const std::string& input) {
  const TemporaryFolder streams;
  streams.Write("in", input);
  const pid_t child = ::fork();
  if (child == 0) Become(program, arguments, folder, streams.Path());
  int status = 0;
  ::waitpid(child, &status, 0);
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, streams.Read("out"), streams.Read("err")};
}

Outcome RunZhun(const std::vector<std::string>& arguments, const fs::path& folder, const std::string& input) {
  return RunProgram(ZhunPath(), arguments, folder, input);
}

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (fs::temp_directory_path() / "zhun_driver_XXXXXX").string();
  path_ = ::mkdtemp(pattern.data());
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code none;
  fs::remove_all(path_, none);
}

fs::path TemporaryFolder::Write(const std::string& name, const std::string& text) const {
  const fs::path path = path_ / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

std::string TemporaryFolder::Read(const std::string& name) const { return ReadText(path_ / name); }

std::vector<std::string> TemporaryFolder::Names() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(path_)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace zhun::driver_test
