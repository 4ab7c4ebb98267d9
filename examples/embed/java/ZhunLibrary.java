import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.Map;

/** zhun.h, function by function; its conventions hold here too. size_t is a Java long (64-bit systems). */
interface ZhunLibrary extends Library {
  ZhunLibrary INSTANCE =
      Native.load("zhun", ZhunLibrary.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));

  int CHINESE = 1;

  void zhun_free(Pointer text);

  Pointer zhun_bundle_open(String path, PointerByReference faults);

  void zhun_bundle_free(Pointer bundle);

  Pointer zhun_decider_new(Pointer bundle, PointerByReference faults);

  Pointer zhun_decider_decide(
      Pointer decider,
      byte[] entry,
      long entrySize,
      byte[] application,
      long applicationSize,
      byte[] context,
      long contextSize,
      String asOf,
      PointerByReference faults);

  void zhun_decider_free(Pointer decider);

  String zhun_decision_code(Pointer decision);

  String zhun_decision_label(Pointer decision, int language);

  Pointer zhun_decision_json(Pointer decision, Pointer size);

  long zhun_decision_missing_count(Pointer decision);

  String zhun_decision_missing_path(Pointer decision, long index);

  String zhun_decision_missing_label(Pointer decision, long index, int language);

  void zhun_decision_free(Pointer decision);

  long zhun_diagnostics_count(Pointer diagnostics);

  String zhun_diagnostics_code(Pointer diagnostics, long index);

  String zhun_diagnostics_message(Pointer diagnostics, long index, int language);

  String zhun_diagnostics_file(Pointer diagnostics, long index);

  String zhun_diagnostics_pointer(Pointer diagnostics, long index);

  void zhun_diagnostics_free(Pointer diagnostics);
}
