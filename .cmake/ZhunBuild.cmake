# What every target of the house shares: language level, warnings, sanitizers, and the one way to declare a folder.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

option(ZHUN_TESTS "Build the tests" ON)
option(ZHUN_BENCHMARKS "Build the benchmarks (Google Benchmark)" OFF)
option(ZHUN_FUZZERS "Build the libFuzzer targets (clang only)" OFF)
set(ZHUN_SANITIZE "" CACHE STRING "Sanitizers to build with, e.g. address,undefined")

find_program(ZHUN_CCACHE ccache)
if(ZHUN_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${ZHUN_CCACHE}")
  set(CMAKE_C_COMPILER_LAUNCHER "${ZHUN_CCACHE}")
endif()

add_library(zhun_options INTERFACE)
target_include_directories(zhun_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(zhun_options INTERFACE -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wno-sign-conversion)
if(ZHUN_SANITIZE)
  target_compile_options(zhun_options INTERFACE -fsanitize=${ZHUN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(zhun_options INTERFACE -fsanitize=${ZHUN_SANITIZE})
endif()

# zhun_folder(LIBS other targets...): the folder is one static library, named after its path (runtime/base ->
# zhun_runtime_base). Every .cpp in it belongs to it, so a new file needs no line here.
function(zhun_folder)
  cmake_parse_arguments(ARG "" "" "LIBS;PRIVATE_LIBS" ${ARGN})
  file(RELATIVE_PATH folder "${PROJECT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
  string(REPLACE "/" "_" target "zhun_${folder}")
  file(GLOB sources CONFIGURE_DEPENDS "*.cpp")
  if(sources)
    add_library(${target} STATIC ${sources})
    target_link_libraries(${target} PUBLIC zhun_options ${ARG_LIBS} PRIVATE ${ARG_PRIVATE_LIBS})
  else()
    add_library(${target} INTERFACE)
    target_link_libraries(${target} INTERFACE zhun_options ${ARG_LIBS})
  endif()
endfunction()

# zhun_test(NAME LIBS ...): every .cpp of the current folder is one GoogleTest executable, registered with CTest.
function(zhun_test name)
  cmake_parse_arguments(ARG "" "" "LIBS;SOURCES" ${ARGN})
  if(NOT ARG_SOURCES)
    file(GLOB ARG_SOURCES CONFIGURE_DEPENDS "*.cpp")
  endif()
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE zhun_options ${ARG_LIBS} GTest::gmock GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE ZHUN_SOURCE_DIR="${PROJECT_SOURCE_DIR}" ZHUN_BINARY_DIR="${PROJECT_BINARY_DIR}")
  add_test(NAME ${name} COMMAND ${name})
endfunction()

# LLVM Support from Debian's static libraries (never libLLVM.so: it costs 13 ms at every start).
add_library(zhun_llvm_support INTERFACE)
target_include_directories(zhun_llvm_support SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS} /usr/lib/llvm-19/include)
target_link_libraries(zhun_llvm_support INTERFACE /usr/lib/llvm-19/lib/libLLVMSupport.a /usr/lib/llvm-19/lib/libLLVMDemangle.a z zstd pthread)
