package org.suyuan.container;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** Nothing to configure: the container takes what the build made. */
public class SuyuanConfiguration implements ContainerConfiguration {

    @Override
    public void validate() {}
}
