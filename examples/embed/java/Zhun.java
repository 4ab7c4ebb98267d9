import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;

/** Bundles and decisions as Java objects. A bundle may be used by many threads, a decider by one at a time. */
final class Zhun {
  private static final ZhunLibrary LIBRARY = ZhunLibrary.INSTANCE;

  private Zhun() {}

  record Diagnostic(String code, String file, String pointer, String message) {}

  /** A bundle or a document is at fault. */
  static final class Refused extends Exception {
    final transient List<Diagnostic> faults = new ArrayList<>();

    /** Frees what the library told. */
    Refused(Pointer told) {
      for (long i = 0; i < LIBRARY.zhun_diagnostics_count(told); ++i) {
        faults.add(
            new Diagnostic(
                LIBRARY.zhun_diagnostics_code(told, i),
                LIBRARY.zhun_diagnostics_file(told, i),
                LIBRARY.zhun_diagnostics_pointer(told, i),
                LIBRARY.zhun_diagnostics_message(told, i, ZhunLibrary.CHINESE)));
      }
      LIBRARY.zhun_diagnostics_free(told);
    }

    @Override
    public String getMessage() {
      return faults.isEmpty() ? "内存不足。" : faults.toString();
    }
  }

  private static Pointer made(Pointer handle, PointerByReference faults) throws Refused {
    if (handle == null) throw new Refused(faults.getValue());
    return handle;
  }

  static final class Bundle implements AutoCloseable {
    private final Pointer handle;

    Bundle(String path) throws Refused {
      PointerByReference faults = new PointerByReference();
      handle = made(LIBRARY.zhun_bundle_open(path, faults), faults);
    }

    @Override
    public void close() {
      LIBRARY.zhun_bundle_free(handle);
    }
  }

  static final class Decider implements AutoCloseable {
    private final Pointer handle;

    Decider(Bundle bundle) throws Refused {
      PointerByReference faults = new PointerByReference();
      handle = made(LIBRARY.zhun_decider_new(bundle.handle, faults), faults);
    }

    /** Documents in UTF-8; context and asOf may be null. */
    Decision decide(byte[] entry, byte[] application, byte[] context, String asOf) throws Refused {
      PointerByReference faults = new PointerByReference();
      int contextSize = context == null ? 0 : context.length;
      return new Decision(
          made(
              LIBRARY.zhun_decider_decide(
                  handle, entry, entry.length, application, application.length, context, contextSize, asOf, faults),
              faults));
    }

    @Override
    public void close() {
      LIBRARY.zhun_decider_free(handle);
    }
  }

  record Missing(String path, String label) {}

  static final class Decision implements AutoCloseable {
    private final Pointer handle;

    private Decision(Pointer handle) {
      this.handle = handle;
    }

    String code() {
      return LIBRARY.zhun_decision_code(handle);
    }

    String label() {
      return LIBRARY.zhun_decision_label(handle, ZhunLibrary.CHINESE);
    }

    List<Missing> missing() {
      List<Missing> all = new ArrayList<>();
      for (long i = 0; i < LIBRARY.zhun_decision_missing_count(handle); ++i) {
        all.add(
            new Missing(
                LIBRARY.zhun_decision_missing_path(handle, i),
                LIBRARY.zhun_decision_missing_label(handle, i, ZhunLibrary.CHINESE)));
      }
      return all;
    }

    /** What `zhun decide --format json` prints. */
    String json() {
      Pointer text = LIBRARY.zhun_decision_json(handle, null);
      if (text == null) throw new OutOfMemoryError();
      try {
        return text.getString(0, "UTF-8");
      } finally {
        LIBRARY.zhun_free(text);
      }
    }

    @Override
    public void close() {
      LIBRARY.zhun_decision_free(handle);
    }
  }
}
