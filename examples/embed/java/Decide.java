import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Decide BUNDLE CASE [AS_OF]: decides the case in the folder CASE (entry.json, application.json and perhaps
 * context.json) and prints how, and what is missing. Exit code 0: decided, whichever way; 3: something is at fault.
 */
final class Decide {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final PrintStream ERR = new PrintStream(System.err, true, StandardCharsets.UTF_8);

  private Decide() {}

  private static void decide(Zhun.Bundle bundle, Path folder, String asOf) throws IOException, Zhun.Refused {
    byte[] entry = Files.readAllBytes(folder.resolve("entry.json"));
    byte[] application = Files.readAllBytes(folder.resolve("application.json"));
    Path context = folder.resolve("context.json");
    byte[] circumstances = Files.exists(context) ? Files.readAllBytes(context) : null;
    try (Zhun.Decider decider = new Zhun.Decider(bundle);
        Zhun.Decision decision = decider.decide(entry, application, circumstances, asOf)) {
      OUT.printf("%s（%s）%n", decision.label(), decision.code());
      for (Zhun.Missing missing : decision.missing()) {
        OUT.printf("还缺：%s（%s）%n", missing.label(), missing.path());
      }
    }
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2 || arguments.length > 3) {
      ERR.println("Decide BUNDLE CASE [AS_OF]");
      System.exit(2);
    }
    try (Zhun.Bundle bundle = new Zhun.Bundle(arguments[0])) {
      decide(bundle, Path.of(arguments[1]), arguments.length == 3 ? arguments[2] : null);
    } catch (Zhun.Refused refused) {
      for (Zhun.Diagnostic each : refused.faults) {
        ERR.printf("%s %s%s %s%n", each.code(), each.file(), each.pointer(), each.message());
      }
      System.exit(3);
    }
  }
}
