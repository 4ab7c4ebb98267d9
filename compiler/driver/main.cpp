#include <chrono>
#include <exception>
#include <iostream>

#include <unistd.h>

#include "compiler/driver/arguments.h"
#include "compiler/driver/host.h"

namespace {

using zhun::driver::Arguments;
using zhun::driver::Host;

/// The one place where the clock is read.
std::int64_t Now() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

int Run(const std::vector<std::string>& words, Host& host) {
  zhun::diagnostics::Sink sink;
  const std::optional<Arguments> arguments = zhun::driver::Parse(words, sink);
  if (!arguments) {
    zhun::driver::Tell(sink, zhun::driver::MannerOf(words), host);
    return zhun::driver::exit_code::kUsage;
  }
  const int code = arguments->Row().run(*arguments, host);
  host.out.flush();
  if (host.out) return code;
  const zhun::base::Words why{"输出中断", "the output broke off"};
  sink.ReportIn(zhun::diagnostics::Code::kFileUnwritable, "", "", {{"file", "-"}, {"why", why}});
  zhun::driver::Tell(sink, arguments->HowToSpeak(), host);
  return zhun::driver::exit_code::kRefused;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);
  const std::vector<std::string> words(argv + 1, argv + argc);
  try {
    std::error_code none;
    const auto executable = std::filesystem::read_symlink("/proc/self/exe", none);
    Host host{std::cin,
              std::cout,
              std::cerr,
              ::isatty(STDERR_FILENO) == 1,
              Now,
              zhun::driver::ShareOf(executable),
              std::filesystem::current_path(none),
              zhun::driver::BuildOf(executable),
              ::isatty(STDOUT_FILENO) == 1};
    return Run(words, host);
  } catch (const std::exception& fault) {
    std::cerr << "zhun: 内部错误 / internal fault: " << fault.what() << '\n';
    return zhun::driver::exit_code::kInternal;
  }
}
