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
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # std::stable_sort of libstdc++ 12 calls what C++17 deprecates; g++ knows its own header, clang reports it to us.
  target_compile_options(zhun_options INTERFACE -Wno-deprecated-declarations)
else()
  # Both err on std::optional and std::string once g++ 12 inlines them (GCC bugs 80635, 105651); the sanitizers see the
  # real cases.
  target_compile_options(zhun_options INTERFACE -Wno-maybe-uninitialized -Wno-restrict)
endif()
if(ZHUN_FUZZERS AND NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  message(FATAL_ERROR "ZHUN_FUZZERS needs clang (libFuzzer); use the preset: cmake --preset fuzz")
endif()
if(ZHUN_SANITIZE OR ZHUN_FUZZERS)
  # Fuzzers steer by coverage, so every library of ours is compiled for them; only a fuzzer links libFuzzer's main.
  set(zhun_instrument ${ZHUN_SANITIZE})
  if(ZHUN_FUZZERS)
    list(PREPEND zhun_instrument fuzzer-no-link)
  endif()
  list(JOIN zhun_instrument "," zhun_instrument)
  target_compile_options(zhun_options INTERFACE -fsanitize=${zhun_instrument} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(zhun_options INTERFACE -fsanitize=${zhun_instrument})
endif()

# What ./dev builds by name; the functions below and any folder may add dependencies.
add_custom_target(zhun_sanitized)  # all that the tests labelled "sanitized" run
add_custom_target(zhun_threaded)   # all that the tests labelled "threaded" run
add_custom_target(zhun_fuzzers)    # every fuzzer

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

# zhun_test(NAME [SANITIZED] [THREADED] LIBS ...): every .cpp of the current folder is one GoogleTest executable, registered
# with CTest. SANITIZED: ./dev test runs it a second time under the address and undefined-behaviour sanitizers; THREADED:
# once more under the thread sanitizer.
function(zhun_test name)
  cmake_parse_arguments(ARG "SANITIZED;THREADED" "" "LIBS;SOURCES" ${ARGN})
  if(NOT ARG_SOURCES)
    file(GLOB ARG_SOURCES CONFIGURE_DEPENDS "*.cpp")
  endif()
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE zhun_options ${ARG_LIBS} GTest::gmock GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE ZHUN_SOURCE_DIR="${PROJECT_SOURCE_DIR}" ZHUN_BINARY_DIR="${PROJECT_BINARY_DIR}")
  add_test(NAME ${name} COMMAND ${name})
  if(ARG_SANITIZED)
    set_property(TEST ${name} APPEND PROPERTY LABELS sanitized)
    add_dependencies(zhun_sanitized ${name})
  endif()
  if(ARG_THREADED)
    set_property(TEST ${name} APPEND PROPERTY LABELS threaded)
    add_dependencies(zhun_threaded ${name})
  endif()
endfunction()

# zhun_fuzzer(NAME SOURCES ... LIBS ...): a libFuzzer executable, built only with ZHUN_FUZZERS, found by ./dev fuzz in
# <build>/fuzzers. Seeds lie in corpus/NAME/ beside the CMakeLists.txt, a dictionary in NAME.dict; both may be missing.
# Where tests are built too, a short run with a fixed seed is one of the tests labelled "sanitized".
function(zhun_fuzzer name)
  if(NOT ZHUN_FUZZERS)
    return()
  endif()
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE zhun_options ${ARG_LIBS})
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  target_compile_definitions(${name} PRIVATE ZHUN_SOURCE_DIR="${PROJECT_SOURCE_DIR}" ZHUN_BINARY_DIR="${PROJECT_BINARY_DIR}")
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/fuzzers")
  add_dependencies(zhun_fuzzers ${name})
  if(NOT ZHUN_TESTS)
    return()
  endif()
  # libFuzzer writes what it finds into the first folder only: an empty one each time, so that every run is the same.
  set(found "${PROJECT_BINARY_DIR}/fuzzers/found/${name}")
  set(arguments -runs=5000 -max_total_time=60 -seed=1 -timeout=10 -rss_limit_mb=2048 -artifact_prefix=${found}.)
  if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${name}.dict")
    list(APPEND arguments "-dict=${CMAKE_CURRENT_SOURCE_DIR}/${name}.dict")
  endif()
  list(APPEND arguments "${found}")
  if(IS_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}/corpus/${name}")
    list(APPEND arguments "${CMAKE_CURRENT_SOURCE_DIR}/corpus/${name}")
  endif()
  add_test(NAME ${name} COMMAND sh -c "rm -rf \"$1\" && mkdir -p \"$1\" && shift && exec \"$@\"" sh "${found}"
                                "$<TARGET_FILE:${name}>" ${arguments})
  set_tests_properties(${name} PROPERTIES LABELS sanitized)
  add_dependencies(zhun_sanitized ${name})
endfunction()

# zhun_benchmark(NAME LIBS ...): every .cpp of the current folder is one Google Benchmark executable, built only with
# ZHUN_BENCHMARKS.
function(zhun_benchmark name)
  if(NOT ZHUN_BENCHMARKS)
    return()
  endif()
  cmake_parse_arguments(ARG "" "" "LIBS;SOURCES" ${ARGN})
  if(NOT ARG_SOURCES)
    file(GLOB ARG_SOURCES CONFIGURE_DEPENDS "*.cpp")
  endif()
  find_package(benchmark REQUIRED)
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE zhun_options ${ARG_LIBS} benchmark::benchmark_main)
  target_compile_definitions(${name} PRIVATE ZHUN_SOURCE_DIR="${PROJECT_SOURCE_DIR}" ZHUN_BINARY_DIR="${PROJECT_BINARY_DIR}")
endfunction()

# LLVM Support from Debian's static libraries (never libLLVM.so: it costs 13 ms at every start).
add_library(zhun_llvm_support INTERFACE)
target_include_directories(zhun_llvm_support SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS} /usr/lib/llvm-19/include)
target_link_libraries(zhun_llvm_support INTERFACE /usr/lib/llvm-19/lib/libLLVMSupport.a /usr/lib/llvm-19/lib/libLLVMDemangle.a z zstd pthread)
