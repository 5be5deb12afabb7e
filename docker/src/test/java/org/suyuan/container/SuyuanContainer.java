package org.suyuan.container;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.suyuan.testing.Portal;

/** Lets Arquillian deploy test archives into the real launcher, one server for the whole run. */
public class SuyuanContainer implements DeployableContainer<SuyuanConfiguration> {

    private static final String APPLICATION = "suyuan";

    private static Portal portal;

    /** The server under test: its address, exchange folders and database. */
    public static Portal portal() {
        return portal;
    }

    @Override
    public Class<SuyuanConfiguration> getConfigurationClass() {
        return SuyuanConfiguration.class;
    }

    @Override
    public ProtocolDescription getDefaultProtocol() {
        return new ProtocolDescription("Servlet 5.0");
    }

    @Override
    public void start() {
        portal = Portal.controlled("container");
    }

    @Override
    public void stop() {
        portal.close();
    }

    @Override
    public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
        var file = portal.home().resolve(APPLICATION + ".ear").toFile();
        archive.as(ZipExporter.class).exportTo(file, true);
        if (!portal.tell("deploy " + file)) {
            throw new DeploymentException("The test archive could not be deployed; target/portals says why");
        }
        var context = new HTTPContext("127.0.0.1", portal.port());
        context.add(new Servlet("ArquillianServletRunnerEE9", "/test"));
        return new ProtocolMetaData().addContext(context);
    }

    @Override
    public void undeploy(Archive<?> archive) throws DeploymentException {
        if (!portal.tell("undeploy " + APPLICATION)) {
            throw new DeploymentException("The test archive could not be removed");
        }
    }
}
