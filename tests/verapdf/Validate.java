import java.io.FileInputStream;
import java.util.TreeSet;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Validates one PDF against flavours such as 3a,ua1; prints each broken rule once and fails if there is one. */
public class Validate {
  public static void main(String[] words) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    boolean whole = true;
    for (String name : words[0].split(",")) {
      PDFAFlavour flavour = PDFAFlavour.fromString(name);
      try (FileInputStream file = new FileInputStream(words[1]);
          PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour)) {
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(flavour, 100, false, false, false);
        ValidationResult result = validator.validate(parser);
        System.out.println(name + ": " + (result.isCompliant() ? "compliant" : "not compliant"));
        whole &= result.isCompliant();
        TreeSet<String> broken = new TreeSet<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
          if (assertion.getStatus() == TestAssertion.Status.FAILED) {
            broken.add(assertion.getRuleId().getClause() + ": " + assertion.getMessage());
          }
        }
        broken.forEach(rule -> System.out.println("  " + rule));
      }
    }
    System.exit(whole ? 0 : 1);
  }
}
