package io.exchangesync.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The built EAR with one more module that holds the tests, so that they see the beans of ejb.jar
 * and batch-jobs.jar. Nothing else of the EAR is changed.
 */
final class TestEar {
  private static final String TEST_MODULE =
      """
        <module>
          <web><web-uri>tests.war</web-uri><context-root>/tests</context-root></web>
        </module>
        <library-directory>""";

  private TestEar() {}

  static EnterpriseArchive with(Class<?>... testClasses) {
    var ear =
        ShrinkWrap.create(ZipImporter.class, "exchangesync.ear")
            .importFrom(TestSettings.EAR.toFile())
            .as(EnterpriseArchive.class);
    var tests = ShrinkWrap.create(WebArchive.class, "tests.war").addClasses(testClasses);
    ear.addAsModule(Testable.archiveToTest(tests));
    ear.setApplicationXML(new StringAsset(descriptorWithTests(ear)));
    return ear;
  }

  private static String descriptorWithTests(EnterpriseArchive ear) {
    try (var descriptor = ear.get("META-INF/application.xml").getAsset().openStream()) {
      String xml = new String(descriptor.readAllBytes(), StandardCharsets.UTF_8);
      return xml.replace("<library-directory>", TEST_MODULE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
