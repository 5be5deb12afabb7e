package org.suyuan.container;

import java.io.File;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The real EAR with one more web module that calls its use cases for the tests. */
public final class TestApplication {

    private static final String DESCRIPTOR = """
            <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
              <application-name>suyuan</application-name>
              <initialize-in-order>true</initialize-in-order>
              <module><ejb>ejb.jar</ejb></module>
              <module><ejb>batch.jar</ejb></module>
              <module><web><web-uri>web.war</web-uri><context-root>/</context-root></web></module>
              <module><web><web-uri>test.war</web-uri><context-root>/test</context-root></web></module>
              <library-directory>lib</library-directory>
            </application>
            """;

    private TestApplication() {}

    public static Archive<?> ear(Class<?>... classes) {
        var tests = ShrinkWrap.create(WebArchive.class, "test.war")
                .addClasses(classes)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        return ShrinkWrap.createFromZipFile(
                        EnterpriseArchive.class, new File(System.getProperty("suyuan.ear", "../ear/target/suyuan.ear")))
                .addAsModule(Testable.archiveToTest(tests))
                .setApplicationXML(new StringAsset(DESCRIPTOR));
    }
}
