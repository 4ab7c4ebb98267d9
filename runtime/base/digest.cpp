#include "runtime/base/digest.h"

#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/SHA256.h>

namespace zhun::base {

std::string Digest(std::string_view bytes) {
  llvm::SHA256 hash;
  hash.update(llvm::StringRef(bytes.data(), bytes.size()));
  return "sha256:" + llvm::toHex(hash.final(), /*LowerCase=*/true);
}

}  // namespace zhun::base
