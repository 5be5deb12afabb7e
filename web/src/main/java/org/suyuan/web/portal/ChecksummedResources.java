package org.suyuan.web.portal;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * Scripts, styles and pictures under addresses that tell their content: browsers keep them for a year, and after an upgrade
 * of the portal fetch just what has changed.
 */
public class ChecksummedResources extends ResourceHandlerWrapper {

    private static final String PARAMETER = "sum";

    private final Map<String, String> checksums = new ConcurrentHashMap<>();

    public ChecksummedResources(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Resource createResource(String name) {
        return checksummed(super.createResource(name));
    }

    @Override
    public Resource createResource(String name, String library) {
        return checksummed(super.createResource(name, library));
    }

    @Override
    public Resource createResource(String name, String library, String contentType) {
        return checksummed(super.createResource(name, library, contentType));
    }

    private Resource checksummed(Resource resource) {
        return resource == null ? null : new Checksummed(resource);
    }

    private static String checksum(Resource resource) {
        try (var content = resource.getInputStream()) {
            var sum = new CRC32();
            sum.update(content.readAllBytes());
            return Long.toHexString(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Checksummed extends ResourceWrapper {

        Checksummed(Resource resource) {
            super(resource);
        }

        @Override
        public String getRequestPath() {
            var path = super.getRequestPath();
            return path + (path.contains("?") ? "&" : "?") + PARAMETER + "=" + sum();
        }

        @Override
        public Map<String, String> getResponseHeaders() {
            var headers = new HashMap<>(super.getResponseHeaders());
            var asked = FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .getRequestParameterMap()
                    .get(PARAMETER);
            if (sum().equals(asked)) {
                headers.put("Cache-Control", "max-age=31536000, immutable");
            }
            return headers;
        }

        private String sum() {
            var key = getLibraryName() + "/" + getResourceName();
            var sum = checksums.get(key);
            if (sum == null) { // a stylesheet asks for the sums of the fonts it names, hence no computeIfAbsent
                sum = checksum(getWrapped());
                checksums.put(key, sum);
            }
            return sum;
        }
    }
}
